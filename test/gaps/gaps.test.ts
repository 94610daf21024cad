import { afterEach, beforeEach, expect, test } from "vitest";
import { digestOf } from "../../src/core/invocation-code.ts";
import type { Snapshot } from "../../src/core/living.ts";
import type { AskedQuestion, Rating } from "../../src/core/questions.ts";
import { createQuestions } from "../../src/gaps/questions.ts";
import type { State } from "../../src/store/state.ts";
import { NOW, openBot } from "../bots.ts";
import { newPlace, type Place } from "../store/place.ts";
import { openDesk } from "./pasting.ts";
import { asked, createLines, rated } from "./questions.ts";

const opened = await openBot("test/knowledge");

let place: Place;
let state: State;
let snapshot: Snapshot;
let now: number;
beforeEach(async () => {
  place = await newPlace();
  state = await place.open(() => NOW);
  snapshot = opened;
  now = NOW;
});
afterEach(() => place.leave());

const open = () =>
  createQuestions({
    store: () => state.questions,
    current: () => snapshot,
    now: () => now,
    days: 180,
    log: createLines().log,
  });

async function keep(questions: readonly AskedQuestion[], ratings: readonly Rating[] = []) {
  const all = open();
  for (const one of questions) all.asked(one);
  for (const one of ratings) all.rated(one);
  await all.stop();
  return all;
}

/** A question by so many people, each once. */
const by = (people: number, question: string, changes: Partial<AskedQuestion> = {}): AskedQuestion[] =>
  Array.from({ length: people }, (_, n) => asked(question, { who: `person ${n}`, ...changes }));

const answerTo = (question: string) => snapshot.bot.answer({ command: "ask", input: question, now: NOW });

/** 👎 on what is answered now. */
function against(question: string, changes: Partial<Rating> = {}): Rating {
  const answer = answerTo(question);
  if (answer.invocation === undefined) throw new Error(`“${question}” is not understood.`);
  return rated({ invocation: answer.invocation, digest: digestOf(answer), ...changes });
}

test("An admin sees what most people asked in vain first, with its wordings, platforms and what is nearest", async () => {
  const { gaps } = await keep([
    ...by(2, "giá vàng hôm nay"),
    ...by(5, "lượng khách du lịch Bình Định 9 tháng 2024"),
    ...by(3, "luong khach du lich binh dinh 9 thang 2024", { platform: "discord" }),
    asked("cho hỏi khách du lịch đến Bình Định 9 tháng 2024", { who: undefined }),
  ]);
  const [first, second, ...others] = await gaps(9);
  expect(first).toMatchObject({
    questions: [
      { question: "lượng khách du lịch Bình Định 9 tháng 2024", count: 8 },
      { question: "cho hỏi khách du lịch đến Bình Định 9 tháng 2024", count: 1 },
    ],
    count: 9,
    // The same five in Slack, and three on the other platform.
    people: 8,
    platforms: ["discord", "slack"],
    language: "vi",
    last: NOW,
    because: "unknown",
  });
  expect(first?.nearest[0]?.question).toContain("Bình Định");
  expect(first?.patches.map(({ kind }) => kind)).toEqual(["fact", "question"]);
  expect(second).toMatchObject({ questions: [{ question: "giá vàng hôm nay", count: 2 }], people: 2 });
  expect(others).toEqual([]);
  expect(await gaps(1)).toEqual([first]);
});

test("The same cluster keeps its id when more of the same comes", async () => {
  const before = await (await keep([...by(2, "giá vàng hôm nay"), ...by(3, "dân số Huế")])).gaps(9);
  const after = await (await keep([...by(4, "giá vàng hôm nay"), ...by(1, "gia vang?")])).gaps(9);
  const idOf = (gaps: typeof before, words: RegExp) =>
    gaps.find(({ questions }) => words.test(questions[0]?.question ?? ""))?.id;
  expect(idOf(after, /giá vàng/)).toBe(idOf(before, /giá vàng/));
  expect(idOf(after, /dân số/)).toBe(idOf(before, /dân số/));
  expect(new Set([...before, ...after].map(({ id }) => id)).size).toBe(2);
});

test("What is answered by now is no gap any more, as soon as the knowledge has it", async () => {
  const desk = openDesk();
  snapshot = await desk.open();
  const questions = await keep(by(2, "Hàng hóa cập cảng Hải Phòng năm 2023"));
  const [gap] = await questions.gaps(9);
  const [alias] = gap?.patches ?? [];
  if (alias !== undefined) desk.paste(alias);
  snapshot = await desk.open();
  expect(await questions.gaps(9)).toEqual([]);
  desk.leave();
});

test("Greetings, thanks, bugs, and what was answered are no gaps", async () => {
  const { gaps } = await keep([
    asked("xin chào bot"),
    asked("cảm ơn nhé"),
    asked("hello"),
    asked("dân số Huế", { status: "failed" }),
    asked("giá vàng", { status: "answered" }),
  ]);
  expect(await gaps(9)).toEqual([]);
});

test("A question that only makes sense after the one before is asked again after it", async () => {
  const invocation = answerTo("xuất khẩu Đà Nẵng năm 2023").invocation;
  if (invocation === undefined) throw new Error("It is not answered.");
  const { gaps } = await keep([
    asked("còn Hải Phòng?", { previous: invocation }),
    asked("còn Huế?", { previous: invocation }),
  ]);
  expect((await gaps(9)).map(({ questions }) => questions.map(({ question }) => question))).toEqual([["còn Huế?"]]);
});

test("A command that was refused is a gap like a question, with what the person typed", async () => {
  const { gaps } = await keep([asked('/figures places:"Huế" indicator:xuat-khau')]);
  const [gap] = await gaps(9);
  expect(gap).toMatchObject({
    because: "unknown",
    questions: [{ question: '/figures places:"Huế" indicator:xuat-khau' }],
  });
});

test("An answer that people found wrong is a gap until it is another answer", async () => {
  const question = "xuất khẩu Đà Nẵng năm 2023";
  const { invocation } = answerTo(question);
  const questions = await keep(by(4, question, { status: "answered", invocation }), [
    against(question, { who: "1", reason: "Số cũ rồi" }),
    against(question, { who: "2", platform: "discord" }),
    against(question, { who: "3", useful: true }),
  ]);
  const [gap, ...others] = await questions.gaps(9);
  expect(gap).toMatchObject({
    because: "rated",
    count: 2,
    people: 2,
    platforms: ["discord", "slack"],
    questions: [{ question, count: 4 }],
    patches: [{ kind: "question", yaml: expect.stringMatching(/expect: answered\n {2}# must:/) }],
  });
  expect(others).toEqual([]);
  expect(await questions.feedback(9)).toEqual([
    { invocation, question, up: 1, down: 2, reasons: ["Số cũ rồi"], owner: undefined, last: NOW },
  ]);
  const changed = opened.knowledge.figures.map((one) => ({ ...one, value: "1" }));
  const { assemble } = await import("../../src/terminal/assemble.ts");
  const knowledge = { ...opened.knowledge, figures: changed };
  snapshot = { knowledge, bot: assemble(knowledge) };
  expect([await questions.gaps(9), await questions.feedback(9)]).toEqual([[], []]);
});

test("What is answered differently from day to day is judged by the day on which it was rated", async () => {
  const question = "sơ kết biên bản Đà Nẵng Quảng Ninh lần tới khi nào?";
  const questions = await keep([], [against(question)]);
  now = NOW + 300 * 86_400_000;
  expect(digestOf(snapshot.bot.answer({ command: "ask", input: question, now }))).not.toBe(against(question).digest);
  expect(await questions.feedback(9)).toMatchObject([{ down: 1 }]);
});

test("A refusal that people found wrong is one gap, not two", async () => {
  const question = "giá vàng hôm nay";
  const questions = await keep(by(2, question), [against(question)]);
  expect(await questions.gaps(9)).toMatchObject([{ because: "unknown", count: 2 }]);
  expect(await questions.feedback(9)).toMatchObject([{ question, down: 1 }]);
});

test("The answer with most 👎 comes first", async () => {
  const one = "xuất khẩu Đà Nẵng năm 2023";
  const other = "Biên bản Đà Nẵng Quảng Ninh ký ngày nào?";
  const { feedback } = await keep(
    [],
    [
      against(one, { who: "1" }),
      against(other, { who: "1" }),
      against(other, { who: "2" }),
      against(one, { who: "3", useful: true }),
    ],
  );
  expect((await feedback(9)).map(({ up, down }) => [up, down])).toEqual([
    [0, 2],
    [1, 1],
  ]);
  expect(await feedback(1)).toHaveLength(1);
});

test("The questions asked most are counted however their letters are typed", async () => {
  const { mostAsked } = await keep([
    ...by(2, "Dân số Huế?"),
    ...by(3, "dan so hue"),
    ...by(4, "ai ký?", { status: "answered" }),
    asked("/memoranda", { status: "answered" }),
  ]);
  expect(await mostAsked(9)).toEqual([
    { question: "dan so hue", count: 5, language: "vi" },
    { question: "ai ký?", count: 4, language: "vi" },
  ]);
  expect(await mostAsked(1)).toHaveLength(1);
});

test("Where the state is away, an admin is told so and nobody else notices", async () => {
  await state.close();
  const questions = open();
  questions.asked(asked("dân số Huế"));
  for (const reading of [questions.gaps(9), questions.feedback(9), questions.mostAsked(9)])
    await expect(reading).rejects.toThrow();
});
