import { foresee, NOTHING_REMEMBERED } from "../../src/announce/foresee.ts";
import type { Gap } from "../../src/core/questions.ts";
import { KINDS } from "../../src/knowledge/kinds/index.ts";
import { link } from "../../src/knowledge/link.ts";
import { parseFile } from "../../src/knowledge/parse.ts";
import type { PageDesk } from "../../src/page/desk.ts";
import { NOW, openBot } from "../bots.ts";
import { linesIn } from "./lines.ts";

export const TOKEN = "page-token-0123456789";

/** A desk on which something of everything lies. */
export async function fullDesk(folder: string): Promise<Partial<PageDesk>> {
  const { bot, knowledge } = await openBot(folder);
  const invocation = { command: "help", values: {}, language: "vi" } as const;
  const channel = { chat: "slack", id: "C0123ABCDEF", language: "vi", since: 0 } as const;
  const remembered = {
    ...NOTHING_REMEMBERED,
    subscriptions: [
      channel,
      { ...channel, chat: "discord" as const, id: "1100000000000000003", language: "en" as const },
    ],
  };
  const ahead = { admins: [], now: NOW, aheadMs: 100 * 86_400_000 };
  return {
    token: TOKEN,
    linesOf: linesIn(folder),
    coming: async () => foresee({ knowledge, calendar: bot.calendar }, remembered, ahead),
    stale: async () => [
      {
        place: "figures/x.yaml:3",
        what: { vi: "Lượng khách", en: "Visitors" },
        verifyBy: "2026-10-01",
        owner: "Sở Du lịch",
      },
    ],
    questions: {
      gaps: async () => [GAP],
      feedback: async () => [
        {
          invocation,
          question: "bạn làm được gì?",
          up: 2,
          down: 1,
          reasons: ["chưa rõ"],
          owner: "Ban Dự án",
          last: NOW,
        },
      ],
    },
  };
}

const GAP: Gap = {
  id: "g1",
  questions: [
    { question: "Dân số Đà Nẵng bao nhiêu?", count: 9 },
    { question: `dân số ${"dài".repeat(60)}`, count: 1 },
  ],
  count: 10,
  people: 7,
  platforms: ["slack", "discord"],
  language: "vi",
  last: NOW - 3_600_000,
  because: "unknown",
  nearest: [{ question: "Bot làm được gì?", invocation: { command: "help", values: {}, language: "vi" } }],
  patches: [
    {
      kind: "question",
      file: "questions/khong-co.yaml",
      yaml: `- { q: "Dân số Đà Nẵng bao nhiêu?", lang: vi, expect: unknown } # ${"dài ".repeat(60)}\n`,
      why: { vi: "Bảy người đã hỏi.", en: "Seven people asked." },
    },
  ],
};

/** What a file of figures full of mistakes is told. */
export const PROBLEMS = link([
  parseFile({
    file: "test/knowledge/figures/hong.yaml",
    kind: KINDS.figure,
    text: `- indicator: do-thi-hoa\n  place: da-nang\n  period: 2023-9X\n  value: 6,08\n  sourc: { id: ${"dai-".repeat(40)} }\n`,
  } as Parameters<typeof parseFile>[0]),
]).problems;
