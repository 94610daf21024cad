import { expect, test } from "vitest";
import { VALID } from "../knowledge-loader/folder.ts";
import { diffOf, put } from "./edit.ts";

const FIGURES = "figures/so-lieu.yaml";
const QUESTIONS = "questions/mau.yaml";

const golden = (...lines: readonly string[]): string =>
  ["# yaml-language-server: $schema=../schemas/questions.schema.json", ...lines, ""].join("\n");

const REVENUE = `- {q: "Tổng thu của Sa Đéc?", lang: vi, expect: answered, must: ['305\\.000']}`;
const SIGNED = `- {q: "Biên bản mẫu ký ngày nào?", lang: vi, expect: answered, must: ['18/10/2023']}`;
const GOLD = `- {q: "Giá vàng hôm nay?", lang: vi, expect: unknown}`;

const FROM = { ...VALID, [QUESTIONS]: golden(REVENUE, SIGNED, GOLD) };

interface Told {
  readonly change: string;
  readonly question: string;
  readonly golden: boolean;
  readonly count: number | null;
  readonly before: { readonly status: string; readonly answer: string } | null;
  readonly after: { readonly status: string; readonly answer: string };
  readonly failing: { readonly vi: string } | null;
}

/** The answers that change, as tools get them. */
async function answersOf(...[edit, options]: Parameters<typeof diffOf>) {
  const { told, code } = await diffOf(edit, { from: FROM, format: "json", ...options });
  const { answers, asked }: { answers: readonly Told[]; asked: number } = JSON.parse(told);
  const short = answers.map(({ change, question, failing }) => [change, question, failing !== null]);
  return { answers, asked, short, code };
}

test("An admin who changes a figure sees the answers before and after side by side, and which golden question breaks", async () => {
  const { told, code } = await diffOf(put(FIGURES, "305000", "310000"), { from: FROM });
  const [, answers = ""] = told.split("Số liệu hoặc ngày khác (1)\n\n");
  expect(
    answers
      .split("\n")
      .slice(0, 5)
      .map((line) => line.trimEnd()),
  ).toEqual([
    "  ✗ Tổng thu của Sa Đéc?",
    "      Câu hỏi mẫu không còn đúng: câu trả lời thiếu “305\\.000”.",
    "    Trước                                          │ Sau",
    "    Tổng thu của Sa Đéc, 9 tháng đầu năm 2023:     │ Tổng thu của Sa Đéc, 9 tháng đầu năm 2023:",
    "    trên 305.000 tỷ đồng, đạt 86,5% dự toán, tăng  │ trên 310.000 tỷ đồng, đạt 86,5% dự toán, tăng",
  ]);
  expect(told.split("\n").at(-1)).toBe(
    "So với before: 1 dữ kiện đổi; đã hỏi 3 câu, 1 câu trả lời đổi. 1 câu hỏi mẫu không đúng.",
  );
  expect(code).toBe(0);
});

test("What is no longer answered comes before other figures, and that before what is answered now", async () => {
  const figures = (VALID[FIGURES] ?? "")
    .replace("place: sa-dec", "place: mien-tay")
    .replace("60000\n", "61000\n")
    .replace("value: 60000,", "value: 61000,");
  const edit = {
    [FIGURES]: figures,
    [QUESTIONS]: golden(
      REVENUE,
      SIGNED,
      GOLD,
      `- {q: "Tổng thu của Miền Tây?", expect: answered}`,
      `- {q: "Thu nội địa của Sa Đéc?", expect: answered}`,
    ),
  };
  const { short, answers } = await answersOf(edit);
  expect(short).toEqual([
    ["refused", "Tổng thu của Sa Đéc?", true],
    ["figure", "Thu nội địa của Sa Đéc?", false],
    ["answered", "Tổng thu của Miền Tây?", false],
  ]);
  expect(answers[0]).toMatchObject({
    before: { status: "answered" },
    after: { status: "unknown" },
    golden: true,
    count: null,
  });
});

test("A golden question that asks for what the bot does not say is told of, though no answer changes", async () => {
  const { short } = await answersOf({ [QUESTIONS]: golden(REVENUE, SIGNED.replace("18/10", "19/10"), GOLD) });
  expect(short).toEqual([["expectation", "Biên bản mẫu ký ngày nào?", true]]);
});

test("A golden question that was broken before and still is says nothing new", async () => {
  const from = { ...VALID, [QUESTIONS]: golden(REVENUE.replace("305", "999"), SIGNED) };
  const { short, asked } = await answersOf(put("statements/dieu-noi.yaml", "giống nhau", "như nhau"), { from });
  expect([short, asked]).toEqual([[], 2]);
});

test("A golden question that was taken out is still asked, so that its answer does not change in silence", async () => {
  const edit = { ...put(FIGURES, "305000", "310000"), [QUESTIONS]: golden(SIGNED) };
  const { short } = await answersOf(edit);
  expect(short).toEqual([["figure", "Tổng thu của Sa Đéc?", false]]);
  const { told } = await diffOf(edit, { from: FROM });
  expect(told).toContain("  • Tổng thu của Sa Đéc?\n      câu hỏi mẫu đã bỏ\n");
});

test("What people ask most is asked too, in their language, with how often they did", async () => {
  const mostAsked = async () => [
    { question: "tong thu sa dec", count: 12, language: "en" as const },
    { question: "Biên bản mẫu ký ngày nào?", count: 3, language: "vi" as const },
  ];
  const { answers, asked } = await answersOf(put(FIGURES, "305000", "310000"), { mostAsked });
  expect(asked).toBe(4);
  expect(answers.map(({ question, count, golden: isGolden }) => [question, count, isGolden])).toEqual([
    ["Tổng thu của Sa Đéc?", null, true],
    ["tong thu sa dec", 12, false],
  ]);
  const { told } = await diffOf(put(FIGURES, "305000", "310000"), { from: FROM, mostAsked });
  expect(told).toContain("tong thu sa dec\n      người ta đã hỏi 12 lần");
});

test("Where nothing differs nobody is asked, so that it costs nothing", async () => {
  const { asked, short } = await answersOf(put(FIGURES, "value: 305000", "value: 305000 # như báo"));
  expect([asked, short]).toEqual([0, []]);
});

test("A build that must not lose answers fails where a golden question is refused or its figure is another", async () => {
  const failOnAnswers = true;
  expect((await diffOf(put(FIGURES, "305000", "310000"), { from: FROM, failOnAnswers })).code).toBe(2);
  expect((await diffOf(put(FIGURES, "place: sa-dec", "place: mien-tay"), { from: FROM, failOnAnswers })).code).toBe(2);
  const other = put(
    FIGURES,
    "value: 60000\n  readings:\n    - {value: 60000",
    "value: 61000\n  readings:\n    - {value: 61000",
  );
  expect((await diffOf(other, { from: FROM, failOnAnswers })).code).toBe(0);
  const wording = put("places/noi.yaml", 'Sa Đéc", en', 'Thị xã Sa Đéc", en');
  expect((await answersOf(wording, { failOnAnswers })).code).toBe(0);
});
