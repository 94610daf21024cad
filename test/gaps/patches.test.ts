import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Snapshot } from "../../src/core/living.ts";
import { atOnce } from "../../src/core/steps.ts";
import { brokenQuestions } from "../../src/evaluation/golden.ts";
import { findGaps } from "../../src/gaps/find.ts";
import { createReading } from "../../src/gaps/reading.ts";
import { createCounter } from "../../src/gaps/tally.ts";
import { NOW } from "../bots.ts";
import { type Desk, openDesk } from "./pasting.ts";
import { asked } from "./questions.ts";

let desk: Desk;
beforeAll(() => {
  desk = openDesk();
});
afterEach(() => desk.clear());
afterAll(() => desk.leave());

async function gapFor(question: string, language: "vi" | "en" = "vi", snapshot?: Snapshot) {
  const counter = createCounter();
  counter.add({ ...asked(question, { language }), at: NOW });
  const reading = createReading(snapshot ?? (await desk.open()));
  const [gap] = await findGaps(counter.tallies(), 9, { reading, now: NOW, pace: atOnce });
  return gap;
}

const statusOf = async (question: string): Promise<string> =>
  (await desk.open()).bot.answer({ command: "ask", input: question, now: NOW }).status;

test.each([
  ["Hàng hóa cập cảng Hải Phòng năm 2023", "vi", "indicators/chi-so.yaml", "Hàng hóa cập cảng", "hang-qua-cang"],
  ["xuất khẩu của Đà Thành năm 2023", "vi", "places/viet-nam.yaml", "Đà Thành", "da-nang"],
  ["lượng khách của KH năm 2023", "vi", "places/viet-nam.yaml", "KH", "khanh-hoa"],
])("An admin who pastes the name that is proposed for “%s” has it answered", async (question, lang, file, name, id) => {
  const gap = await gapFor(question, lang as "vi");
  const alias = gap?.patches.find(({ kind }) => kind === "alias");
  expect(alias).toMatchObject({ file, why: { vi: expect.stringContaining(`“${name}”`) } });
  expect(alias?.yaml).toContain(id);
  const before = (await desk.open()).knowledge;
  if (alias !== undefined) desk.paste(alias);
  const after = (await desk.open()).knowledge;
  // Nothing that was there is lost.
  expect(after.names.length).toBeGreaterThan(before.names.length);
  const kept = new Set(after.names.map(({ id: of, text }) => `${of} ${text}`));
  expect(before.names.filter(({ id: of, text }) => !kept.has(`${of} ${text}`))).toEqual([]);
  expect(await statusOf(question)).toBe("answered");
  expect(await gapFor(question)).toBeUndefined();
});

test.each([
  ["written in braces", '- { id: khanh-hoa, names: NAMES, aliases: ["tỉnh Khánh Hòa"], type: province }\n'],
  ["written in braces without other names", "- { id: khanh-hoa, names: NAMES, type: province }\n"],
  ["without other names", "- id: khanh-hoa\n  names: NAMES\n  type: province\n"],
  [
    "with many other names, one a line",
    `- id: khanh-hoa\n  names: NAMES\n  aliases:\n${Array.from({ length: 9 }, (_, n) => `    - "xứ Trầm ${n} # hương"\n`).join("")}  type: province\n`,
  ],
])("A name goes as well into an item that is %s", async (_, written) => {
  const places = desk.read("places/viet-nam.yaml");
  const [item = ""] = /- id: khanh-hoa\n(?: {2}.*\n)+/.exec(places) ?? [];
  const [, names = ""] = /names: (.*)\n/.exec(item) ?? [];
  desk.write("places/viet-nam.yaml", places.replace(item, written.replace("NAMES", names)));
  const [alias] = (await gapFor("lượng khách của KH năm 2023"))?.patches ?? [];
  expect(alias?.kind).toBe("alias");
  const before = (await desk.open()).knowledge.places.get("khanh-hoa")?.aliases ?? [];
  if (alias !== undefined) desk.paste(alias);
  expect((await desk.open()).knowledge.places.get("khanh-hoa")?.aliases).toEqual([...before, "KH"]);
  expect(await statusOf("lượng khách của KH năm 2023")).toBe("answered");
});

test.each([
  ["Dân số Đà Nẵng bao nhiêu?", "a thing of its own, which figures beside it are no other name of"],
  ["Xuất khẩu của Huế năm 2023", "a place that may be any"],
  ["thời tiết Đà Nẵng hôm nay", "what nothing is held of"],
])("For “%s” no name is proposed: %s", async (question) => {
  const gap = await gapFor(question);
  expect(gap?.because).toBe("unknown");
  expect(gap?.patches.map(({ kind }) => kind)).toEqual(["question"]);
});

test.each([
  ["lượng khách du lịch Bình Định 9 tháng 2024", "figures/luot-khach-binh-dinh-2024-9m.yaml"],
  ["/figures indicator:luot-khach places:binh-dinh period:2024-9M", "figures/luot-khach-binh-dinh-2024-9m.yaml"],
  ["Port throughput of Hai Phong in 2020", "figures/hang-qua-cang-hai-phong-2020.yaml"],
])(
  "An admin who fills in what is missing for “%s” has it answered; before that the file does not load",
  async (question, file) => {
    const gap = await gapFor(question, question.startsWith("Port") ? "en" : "vi");
    const [fact] = gap?.patches ?? [];
    expect(fact).toMatchObject({ kind: "fact", file });
    if (fact === undefined) return;
    expect(fact.yaml).toMatch(/CHƯA NẠP ĐƯỢC[\s\S]*DOES NOT LOAD before it is filled in/);
    desk.paste(fact);
    const { knowledge, problems } = await desk.load();
    expect(knowledge).toBeUndefined();
    expect(problems.map((problem) => [problem.file.endsWith(file), problem.severity])).toContainEqual([true, "error"]);
    desk.write(
      file,
      fact.yaml
        .replace(/# value: \?.*/, "value: 1234")
        .replace("# source: { id: ?, paragraph: ? }", "source: { id: so-lieu-2023, paragraph: 1 }"),
    );
    const bot = (await desk.open()).bot;
    const [, command = "ask", input = question] = /^\/(\S+) (.*)$/.exec(question) ?? [];
    expect(bot.answer({ command, input, now: NOW }).status).toBe("answered");
  },
);

test("Where several things are asked for at once, each has a line of its own; a file that is there is left alone", async () => {
  desk.write("figures/fdi-2020.yaml", desk.read("figures/fdi.yaml").replaceAll(/^/gm, "# "));
  desk.write(
    "figures/fdi-2020.yaml",
    "- { indicator: fdi, place: da-nang, period: 2019, value: 1, source: { id: so-lieu-2023 } }\n",
  );
  const gap = await gapFor("So sánh vốn FDI của Thanh Hóa và Nghệ An năm 2020");
  const fact = gap?.patches.find(({ kind }) => kind === "fact");
  expect(fact?.file).toBe("figures/fdi-2020-2.yaml");
  expect(fact?.yaml.match(/^- indicator: fdi\n {2}place: (thanh-hoa|nghe-an)$/gm)).toHaveLength(2);
});

test("A figure that is held and whose share of the plan is not is no missing figure", async () => {
  const gap = await gapFor("Xuất khẩu Hải Phòng năm 2023 đạt bao nhiêu phần trăm kế hoạch?");
  expect(gap?.patches.map(({ kind }) => kind)).toEqual(["question"]);
});

test("An admin who pastes golden questions from several gaps has them all watched over", async () => {
  const questions = [
    'Giá "vàng" hôm nay # bao nhiêu?',
    "lượng khách du lịch Bình Định năm nay",
    "Giá dầu \\ thế giới: {bao nhiêu}",
  ];
  for (const question of questions) {
    const patch = (await gapFor(question))?.patches.at(-1);
    expect(patch).toMatchObject({ kind: "question", file: "questions/cau-hoi-that.yaml" });
    if (patch !== undefined) desk.paste(patch);
  }
  const { bot, knowledge } = await desk.open();
  const kept = knowledge.questions.filter(({ q }) => questions.includes(q));
  expect(kept).toMatchObject([
    { q: questions[0], lang: "vi", expect: "unknown" },
    { q: questions[1], expect: "answered", at: "2026-11-24" },
    { q: questions[2], expect: "unknown" },
  ]);
  // One waits for its figure; the others hold already.
  expect(brokenQuestions(bot, kept, NOW).map(({ question }) => question.q)).toEqual([questions[1]]);
});

test("A file of golden questions that holds one alone gets another beside it", async () => {
  desk.write("questions/cau-hoi-that.yaml", 'q: "Giá vàng?"\nexpect: unknown\n');
  expect((await gapFor("Giá dầu hôm nay bao nhiêu?"))?.patches.at(-1)?.file).toBe("questions/cau-hoi-that-2.yaml");
});

test("A question that is asked back, and rightly, can be held to that", async () => {
  const { knowledge } = await desk.open();
  const [both] = knowledge.questions.filter(({ expect: expected }) => expected === "ambiguous");
  const gap = await gapFor(both?.q ?? "");
  expect(gap).toMatchObject({ because: "ambiguous", nearest: expect.arrayContaining([expect.anything()]) });
  expect(gap?.patches).toMatchObject([{ kind: "question", yaml: expect.stringContaining("expect: ambiguous") }]);
});
