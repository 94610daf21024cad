import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Bot } from "../../src/core/bot.ts";
import { plain } from "../../src/core/text.ts";
import { evaluate } from "../../src/evaluation/evaluate.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { readQuestions } from "../../src/knowledge/question-file.ts";
import { assemble } from "../../src/terminal/assemble.ts";
import { openBot } from "../bots.ts";
import { folderOf } from "../knowledge-loader/folder.ts";
import { PROJECT } from "../sources.ts";

const SOURCE = "source: { id: bai-bao-xay-dung-2023, paragraph: 1 }";
const UNKNOWN = '{ unknown: { vi: "Không nêu", en: "Not told" } }';

/** What an admin adds to the real knowledge: an agreement of two other towns, named as such agreements are. */
const SECOND = {
  "places/them.yaml": `- { id: bai-sau, names: { vi: "Bãi Sậu", en: "Bai Sau" }, type: city }
- { id: doi-che, names: { vi: "Đồi Chè", en: "Doi Che" }, type: city }
`,
  "memoranda/them.yaml": `id: bien-ban-bai-sau-doi-che
names: { vi: "Biên bản ghi nhớ Bãi Sậu – Đồi Chè", en: "Bai Sau–Doi Che memorandum" }
parties: [{ place: bai-sau }, { place: doi-che }]
signatories: ${UNKNOWN}
signed: { date: { day: 2024-03-01 }, venue: { vi: "Nhà văn hóa", en: "House of Culture" }, ${SOURCE} }
validity: { period: 2024..2027, ${SOURCE} }
purpose: { text: { vi: "Cùng trồng chè", en: "Growing tea together" }, ${SOURCE} }
fields:
  items:
    - { id: che, names: { vi: "Cây chè", en: "Tea" }, topics: ${UNKNOWN}, ${SOURCE} }
  ${SOURCE}
amendment: ${UNKNOWN}
implementation: ${UNKNOWN}
`,
  "reviews/them.yaml": `id: so-ket-bai-sau-doi-che
names: { vi: "Sơ kết biên bản Bãi Sậu – Đồi Chè", en: "Review of the Bai Sau–Doi Che memorandum" }
memorandum: bien-ban-bai-sau-doi-che
everyMonths: 12
cadence: { vi: "Mỗi năm một lần", en: "Once a year" }
${SOURCE}
`,
};

async function withSecond(): Promise<Bot> {
  const folder = await folderOf({});
  await cp(join(PROJECT, "knowledge"), folder, { recursive: true });
  for (const [name, text] of Object.entries(SECOND)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const { knowledge } = await loadKnowledge(folder);
  await rm(folder, { recursive: true });
  if (knowledge === undefined) throw new Error("The second memorandum has errors.");
  return assemble(knowledge);
}

const second = withSecond();

const { questions } = await readQuestions(join(import.meta.dirname, "one-memorandum.yaml"));

test("Staff who speak of the memorandum mean the only one there is", async () => {
  const { bot } = await openBot("knowledge");
  expect(questions.length).toBe(16);
  const failed = evaluate(bot, questions, "plain").filter(({ verdict }) => verdict !== "right");
  expect(failed.map(({ typed }) => typed)).toEqual([]);
}, 30_000);

test("Where there are two, whoever names neither is asked which, and is never given one of them", async () => {
  const bot = await second;
  const given = questions.filter(
    ({ q, lang }) => bot.answer({ command: "ask", input: q, language: lang, now: Date.now() }).status === "answered",
  );
  expect(given.map(({ q }) => q)).toEqual([]);
}, 30_000);

test.each([
  ["biên bản ghi nhớ Bãi Sậu Đồi Chè ký ngày nào", "01/03/2024"],
  ["bien ban ghi nho bai sau doi che ky ngay nao", "01/03/2024"],
  ["mục tiêu biên bản Bãi Sậu – Đồi Chè", "trồng chè"],
  ["when is the next review of the Bai Sau–Doi Che memorandum?", "1 March 2027"],
  ["kỳ sơ kết tới của biên bản Bãi Sậu Đồi Chè", "01/03/2027"],
  ["biên bản ghi nhớ HN - TPHCM ký ngày nào", "18/10/2023"],
  ["kỳ sơ kết tới của biên bản HN TPHCM", "18/10/2027"],
])(
  "Whoever asks “%s” where there are two gets the one that is named",
  async (input, held) => {
    const bot = await second;
    const answer = bot.answer({ command: "ask", input, now: Date.UTC(2026, 10, 24) });
    expect(plain(answer.headline)).toContain(held);
  },
  30_000,
);

test.each([
  ["kỳ sơ kết tới khi nào", /Bãi Sậu.*01\/03\/2027.*Hà Nội.*18\/10\/2027/s],
  ["ky so ket toi khi nao", /Bãi Sậu.*01\/03\/2027.*Hà Nội.*18\/10\/2027/s],
  ["khi nào họp sơ kết", /Bãi Sậu.*01\/03\/2027.*Hà Nội.*18\/10\/2027/s],
  ["when is the next review meeting?", /Bai Sau.*1 March 2027.*Hanoi.*18 October 2027/s],
  ["kỳ sơ kết nào quá hạn", /18\/10\/2026.*Bãi Sậu.*01\/03\/2026/s],
  ["bao lâu sơ kết một lần", /Hà Nội.*Bãi Sậu/s],
])(
  "Whoever asks “%s” where there are two hears of both, the soonest first",
  async (input, held) => {
    const bot = await second;
    const answer = bot.answer({ command: "ask", input, now: Date.UTC(2026, 10, 24) });
    expect(plain(answer.headline)).toMatch(held);
  },
  30_000,
);

test("Whoever has just asked about one of them hears of that one", async () => {
  const bot = await second;
  const now = Date.UTC(2026, 10, 24);
  const first = bot.answer({ command: "ask", input: "biên bản ghi nhớ Bãi Sậu Đồi Chè ký ngày nào", now });
  const next = bot.answer({ command: "ask", input: "kỳ sơ kết tới khi nào?", previous: first.invocation, now });
  expect(plain(next.headline)).toContain("01/03/2027");
  expect(plain(next.headline)).not.toContain("18/10/2027");
}, 30_000);
