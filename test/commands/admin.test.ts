import { afterEach, beforeEach, expect, test } from "vitest";
import { createActs } from "../../src/acts.ts";
import type { Asker } from "../../src/core/acting.ts";
import { readAdmin } from "../../src/core/admins.ts";
import type { Answer } from "../../src/core/answer.ts";
import type { Bot } from "../../src/core/bot.ts";
import { UserError } from "../../src/core/errors.ts";
import { digestOf } from "../../src/core/invocation-code.ts";
import type { Knowledge } from "../../src/core/knowledge.ts";
import type { KnowledgeStatus } from "../../src/core/living.ts";
import type { Problem } from "../../src/core/problem.ts";
import { codeBlockOf, plain } from "../../src/core/text.ts";
import { createQuestions } from "../../src/gaps/questions.ts";
import type { State } from "../../src/store/state.ts";
import { assemble } from "../../src/terminal/assemble.ts";
import { NOW, openBot } from "../bots.ts";
import { asked, createLines, rated } from "../gaps/questions.ts";
import { newPlace, type Place } from "../store/place.ts";

const opened = await openBot("test/knowledge");
const ADMINS = ["slack:U0123ABCDEF", "discord-role:1100000000000000002"].flatMap((one) => readAdmin(one) ?? []);
const ADMIN: Asker = { chat: "slack", id: "U0123ABCDEF", roles: [], manages: false, channel: "C0123ABCDEF" };
const OWNER: Asker = { ...ADMIN, id: "U0999OWNER", manages: true };

const WELL: KnowledgeStatus = { since: NOW - 60_000, files: 31, facts: 411, fromSnapshot: false, problems: [] };
const PROBLEM: Problem = {
  file: "knowledge/figures/x.yaml",
  line: 2,
  column: 11,
  length: 4,
  severity: "error",
  code: "unexpected",
  message: { vi: "Không đọc được số này.", en: "This number can't be read." },
  hint: { vi: "Viết 305000.", en: "Write 305000." },
  frame: "",
};

let place: Place;
let state: State;
let status: KnowledgeStatus;
let knowledge: Knowledge;
let bot: Bot;
let isAway: boolean;
let questions: ReturnType<typeof createQuestions>;
let told: ReturnType<typeof createLines>;
beforeEach(async () => {
  place = await newPlace();
  state = await place.open(() => NOW);
  told = createLines();
  isAway = false;
  status = WELL;
  use(opened.knowledge);
});
afterEach(() => place.leave());

function use(now: Knowledge): void {
  knowledge = now;
  const there = (): State => {
    if (isAway) throw new UserError("Kho trạng thái chưa sẵn sàng. · The state is not ready.");
    return state;
  };
  const current = () => ({ bot, knowledge });
  questions = createQuestions({
    ...{ store: () => there().questions, current, now: () => NOW, days: 180 },
    ...{ log: told.log, flushMs: 1 },
  });
  const acts = createActs({
    state: there,
    posters: () => [],
    admins: ADMINS,
    coming: async () => [
      {
        key: "k",
        subject: { kind: "upcoming", review: [...knowledge.reviews.keys()][0] ?? "", occurrence: "1" },
        destination: { chat: "slack", id: "C0777CHUNG", language: "vi" },
        dueAt: NOW + 60_000,
        expiresAt: NOW + 120_000,
      },
    ],
    living: () => ({
      status: () => status,
      reload: async () => {
        status = {
          ...status,
          last: {
            at: NOW,
            files: { added: [], changed: ["knowledge/figures/y.yaml"], removed: [] },
            facts: { added: 1, changed: 2, removed: 0 },
            ms: 42,
          },
        };
        return status;
      },
    }),
    questions,
    about: () => ({
      version: "1.2.3",
      platforms: [
        { name: "Slack", isConnected: true },
        { name: "discord", isConnected: false },
      ],
    }),
    log: told.log,
  });
  bot = assemble(knowledge, { acts });
}

const perform = async (input: string | Record<string, string>, asker = ADMIN, language: "vi" | "en" = "vi") =>
  bot.perform({ command: "admin", input, asker, language, now: NOW });

const textOf = ({ headline, body }: Answer): string => plain([...headline, ...body]);

const audited = async () =>
  (await state.audit.list(50)).map(({ who, act, about }) => [who, act, about].join(" ").trim());

async function keep(...all: readonly Parameters<typeof questions.asked>[0][]): Promise<void> {
  for (const one of all) questions.asked(one);
  await questions.stop();
}

test.each(["", "status", "reload", "gaps", "feedback", "stale", "audit"])(
  "A person who is no admin is refused /admin %s in so many words, and nothing is done or put down",
  async (action) => {
    for (const [language, words] of [
      ["vi", /dành cho người quản trị của bot \(ADMINS/],
      ["en", /for the bot's admins \(ADMINS/],
    ] as const) {
      const answer = await perform(action, OWNER, language);
      expect([answer.status, textOf(answer)]).toEqual(["unknown", expect.stringMatching(words)]);
      expect(answer.choices).toEqual([]);
    }
    expect(status).toBe(WELL);
    expect(await audited()).toEqual([]);
  },
);

test("A person whose role is that of an admin is one", async () => {
  const deputy: Asker = { ...ADMIN, chat: "discord", id: "1100000000000000011", roles: ["1100000000000000002"] };
  expect((await perform("audit", deputy)).status).toBe("answered");
  expect(await audited()).toEqual(["discord:1100000000000000011 admin audit"]);
});

test("An admin sees how the bot is: its version, what it answers from, where people reach it, what comes next", async () => {
  const text = textOf(await perform(""));
  for (const part of ["1.2.3", "bản mới nhất", "31 tệp, 411 dữ kiện", "Slack: đang kết nối", "discord: MẤT KẾT NỐI"])
    expect(text).toContain(part);
  expect(text).toMatch(/Sắp đăng: .+ → slack:C0777CHUNG/);
  const english = textOf(await perform("status", ADMIN, "en"));
  expect(english).toMatch(
    /answering from the files as they are[\s\S]*31 files, 411 facts[\s\S]*discord: NOT CONNECTED/,
  );
});

test("An admin whose files are broken sees that first, with the places to mend", async () => {
  const problems = Array.from({ length: 7 }, (_, n) => ({ ...PROBLEM, line: n + 2 }));
  status = { ...WELL, staleSince: NOW - 1000, fromSnapshot: true, problems };
  const answer = await perform({});
  const text = textOf(answer);
  expect(plain(answer.headline)).toMatch(/^Liên Thành 1\.2\.3: TỆP TRI THỨC ĐANG LỖI.*lần chạy trước/);
  expect(text).toContain("knowledge/figures/x.yaml:2:11 Không đọc được số này. → Viết 305000.");
  expect(text).toMatch(/7 lỗi:[\s\S]*… và 2 mục khác: npm run check/);
  expect(textOf(await perform("", ADMIN, "en"))).toMatch(/7 errors:[\s\S]*Write 305000/);
});

test("An admin has the files read again, and reads what that changed", async () => {
  const text = textOf(await perform("đọc lại tệp"));
  expect(text).toContain("1 tệp (knowledge/figures/y.yaml); dữ kiện: 1 thêm, 2 đổi, 0 bớt; 42 ms");
  expect(await audited()).toEqual(["slack:U0123ABCDEF admin reload"]);
});

test("An admin whose state is away still sees how the bot is and has files read again; the log says what is not put down", async () => {
  isAway = true;
  expect(textOf(await perform("reload"))).toMatch(/31 tệp[\s\S]*42 ms[\s\S]*Kho trạng thái đang không dùng được/);
  expect(told.lines).toEqual([
    expect.stringContaining('not in the audit log: the state is away. {"event":"audit","act":"admin reload"}'),
  ]);
  expect(told.lines.join()).not.toContain(ADMIN.id);
  for (const action of ["gaps", "feedback", "audit"])
    expect([action, textOf(await perform(action))]).toEqual([action, expect.stringContaining("chưa sẵn sàng")]);
});

test("An admin reads what was asked in vain, most first, opens one, and copies what would mend it", async () => {
  const figure = "lượng khách du lịch Bình Định 9 tháng 2024";
  await keep(
    ...["1", "2", "2"].map((who) => asked(figure, { who, platform: "discord" })),
    asked("luong khach du lich binh dinh 9 thang 2024", { who: "3" }),
    asked("giá vàng hôm nay", { who: "1" }),
  );
  const listed = await perform("gaps");
  expect(textOf(listed)).toMatch(
    /Hỏi nhiều nhất[\s\S]*lượng khách du lịch Bình Định 9 tháng 2024 \(4 lần, 3 người; kho không có, có đề xuất\)[\s\S]*giá vàng hôm nay \(1 lần, 1 người; kho không có\)/,
  );
  const [first] = listed.choices;
  expect(first?.question).toBe(figure);
  const one = await bot.perform({ command: "admin", input: first?.invocation.values ?? {}, asker: ADMIN, now: NOW });
  expect(textOf(one)).toMatch(/4 lần, 3 người \(discord, slack\); kho không có/);
  const copied = one.body.flatMap((block) => (block.kind === "paragraph" ? (codeBlockOf(block.line) ?? []) : []));
  expect(copied).toEqual([
    expect.stringMatching(
      /^# yaml-language-server[\s\S]*- indicator: luot-khach\n {2}place: binh-dinh\n {2}period: 2024-9M\n/,
    ),
    expect.stringMatching(/- q: "lượng khách du lịch Bình Định 9 tháng 2024"\n {2}lang: vi\n {2}expect: answered$/),
  ]);
  expect(one.choices.length).toBeGreaterThan(0);
  const id = first?.invocation.values.gap ?? "";
  expect(await audited()).toEqual([`slack:U0123ABCDEF admin gaps ${id}`, "slack:U0123ABCDEF admin gaps"]);
  expect(textOf(await perform(`gap:${id}`, ADMIN, "en"))).toContain("4 times by 3 people (discord, slack); not held");
  expect(textOf(await perform("gaps gap:00000000"))).toContain("Không còn câu nào mang mã này");
});

test("An admin whom nobody misses anything is told so", async () => {
  expect(textOf(await perform("gaps"))).toBe("Không có câu hỏi nào bị bỏ lỡ.");
  expect(textOf(await perform("feedback", ADMIN, "en"))).toBe("There is no feedback yet.");
  expect(textOf(await perform("stale"))).toBe("Không có mục nào quá hạn kiểm tra lại.");
});

test("An admin reads which answers people found wrong, why, and who looks after the figure", async () => {
  const isMeant = ({ indicator, place, period }: (typeof knowledge.figures)[number]): boolean =>
    indicator === "xuat-khau" && place === "da-nang" && period.from === "2023-01-01" && period.to === "2023-12-31";
  use({
    ...knowledge,
    figures: knowledge.figures.map((one) => ({ ...one, owner: isMeant(one) ? "Sở Ví Dụ" : "Sở Khác" })),
  });
  const question = "xuất khẩu Đà Nẵng năm 2023";
  const answer = bot.answer({ command: "ask", input: question, now: NOW });
  const invocation = answer.invocation ?? { command: "", values: {}, language: "vi" };
  await keep(asked(question, { status: "answered", invocation }));
  questions.rated(rated({ invocation, digest: digestOf(answer), who: "1", reason: "Số cũ" }));
  questions.rated(rated({ invocation, digest: digestOf(answer), who: "2" }));
  questions.rated(rated({ invocation, digest: digestOf(answer), who: "3", useful: true }));
  await questions.stop();
  const text = textOf(await perform("feedback"));
  expect(text).toContain(`${question}: 👎 2 👍 1`);
  expect(text).toMatch(/👍 1 · phụ trách: Sở Ví Dụ · “Số cũ” · \/figures/);
});

test("An admin reads what is overdue to be verified, and with whom", async () => {
  const [place] = knowledge.places.values();
  if (place === undefined) throw new Error("There is no place.");
  const due = { ...place, owner: "Phòng Ví Dụ", verifyBy: "2026-11-01" };
  const notYet = { ...place, id: "x", verifyBy: "2026-11-24" };
  const origins = new Map([...knowledge.origins, [due, knowledge.origins.get(place)]]) as Knowledge["origins"];
  use({ ...knowledge, places: new Map([...knowledge.places, [place.id, due], ["x", notYet]]), origins });
  expect(textOf(await perform("quá hạn kiểm tra"))).toMatch(
    new RegExp(
      `^1 mục quá hạn kiểm tra lại:\\n• 01/11/2026: ${place.names.vi} \\(Phòng Ví Dụ\\) places/.+\\.yaml:\\d+$`,
    ),
  );
});

test("An admin who types something else is told what there is", async () => {
  expect(textOf(await perform("restart"))).toMatch(/“restart”.*status, reload, gaps, feedback, stale, audit/);
  expect(await audited()).toEqual([]);
});

test("Without a chat the command says where it works", () => {
  const answer = opened.bot.answer({ command: "quản-trị", input: "", now: NOW });
  expect(textOf(answer)).toContain("chỉ dùng được trong Slack hoặc Discord");
});
