import { describe, expect, test } from "vitest";
import { commands } from "../../../commands/index.ts";
import { type Answer, answered, answeredList, askedBack } from "../../../src/core/answer.ts";
import { createBot } from "../../../src/core/bot.ts";
import { LANGUAGES } from "../../../src/core/language.ts";
import { code, p, table } from "../../../src/core/text.ts";
import { homeView } from "../../../src/platforms/slack/home.ts";
import { commandModal } from "../../../src/platforms/slack/modal.ts";
import type { Desk } from "../../../src/platforms/slack/names.ts";
import { pagesOf } from "../../../src/platforms/slack/pages.ts";
import { render } from "../../../src/platforms/slack/render.ts";
import { createCalendar } from "../../../src/reviews/calendar.ts";
import { createUnderstanding } from "../../../src/search/understand.ts";
import { absurd } from "./absurd.ts";
import { messageProblems, viewProblems } from "./fake/blocks.ts";
import { NOW, openKnowledge } from "./open.ts";

const { knowledge } = await openKnowledge();
const understanding = createUnderstanding(knowledge, commands);
const deskOver = (some: typeof knowledge): Desk => ({
  bot: createBot(some, commands, { ...understanding, calendar: createCalendar(some) }),
  knowledge: some,
  prefix: "lt-",
});
const usual = deskOver(knowledge);
const odd = deskOver(absurd(knowledge));
const LONG_VALUE = "x".repeat(3000);

/** Every page of an answer, and what Slack would say to each. */
function problemsOf(answer: Answer, desk: Desk): string[] {
  return pagesOf(answer).flatMap((_, i) =>
    [true, false].flatMap((shareable) =>
      messageProblems(render(answer, { page: i + 1, shareable, note: "Ghi chú" }, desk)),
    ),
  );
}

describe.each(LANGUAGES)("In %s", (language) => {
  test.each(commands.map(({ name }) => name))(
    "a person who uses %s gets messages that Slack takes, however long the names",
    (name) => {
      const given = usual.bot.commands.find((command) => command.name === name)?.options ?? {};
      const ids = Object.entries(given).map(([option, { kind }]) => {
        const [first] = usual.bot.suggest(name, option, "", language);
        return [option, first?.value ?? (kind === "text" ? LONG_VALUE : "")] as const;
      });
      for (const desk of [usual, odd])
        for (const values of [{}, Object.fromEntries(ids), Object.fromEntries(ids.slice(0, 1))])
          expect(problemsOf(desk.bot.answer({ command: name, input: values, language, now: NOW }), desk)).toEqual([]);
    },
  );

  test.each(commands.map((command) => [command.name, command] as const))(
    "a person may fill in the form of %s",
    (_, command) => {
      expect(
        viewProblems({ ...commandModal(command, language, { url: "https://x/", user: "U", channel: "C1" }, usual) }),
      ).toEqual([]);
    },
  );

  test("a person may open the bot's page, however much it holds", () => {
    for (const desk of [usual, odd]) expect(viewProblems({ ...homeView(language, NOW, desk) })).toEqual([]);
  });
});

test("A person reads the answer to every golden question within Slack's limits, however long the names", () => {
  const broken = knowledge.questions.filter(({ q }) => {
    const answer = usual.bot.answer({ command: "ask", input: q, now: NOW });
    const long = answer.invocation === undefined ? answer : odd.bot.run(answer.invocation, NOW);
    return problemsOf(answer, usual).length + problemsOf(long, odd).length > 0;
  });
  expect(broken.map(({ q }) => q)).toEqual([]);
}, 20_000);

const inVietnamese = (reply: ReturnType<typeof answered>): Answer => ({
  ...reply,
  language: "vi",
  invocation: { command: "memoranda", values: {}, language: "vi" },
});

test("A person reads every row of a table of 500, a hundred columns or two tables, in messages that Slack takes", () => {
  const rows = Array.from({ length: 500 }, (_, i) => [`Hàng ${i}`, "", LONG_VALUE.slice(0, i)]);
  const wide = table(
    Array.from({ length: 100 }, (_, i) => `Cột ${i}`),
    [Array.from({ length: 100 }, (_, i) => `Ô ${i}`)],
  );
  const answer = inVietnamese(
    answered("Bảng:", { body: [table(["Tên", "Trống", "Dài"], rows), wide, table(["a"], [["b"]])] }),
  );
  expect(problemsOf(answer, usual)).toEqual([]);
  const read = pagesOf(answer)
    .map((_, i) => JSON.stringify(render(answer, { page: i + 1, shareable: true }, usual).blocks))
    .join();
  for (const [name = ""] of rows) expect(read).toContain(name);
  expect(read).toContain("Ô 99");
});

test("A person reads a single row that is longer than a message to its end", () => {
  const answer = inVietnamese(answeredList("Một:", [`${"chữ ".repeat(5000)}hết`]));
  expect(problemsOf(answer, usual)).toEqual([]);
  expect(JSON.stringify(pagesOf(answer).at(-1))).toContain("hết");
});

test("A person is offered long questions in full, with their numbers on the buttons", () => {
  const question = `Câu hỏi ${"rất dài ".repeat(20)}?`;
  const choice = { question, invocation: { command: "memoranda", values: {}, language: "vi" } } as const;
  const answer = inVietnamese(askedBack("Điều nào?", [choice, choice]));
  const shown = JSON.stringify(render(answer, { shareable: true }, usual).blocks);
  expect(shown).toContain(`2. ${question}`);
  expect(shown).toMatch(/"text":"2\. Câu hỏi rất dài/);
  expect(problemsOf(answer, usual)).toEqual([]);
});

test("An admin copies YAML from a block of code, with the spaces that its lines begin with", () => {
  const yaml = "- indicator: x\n  place: <@U1>\n  # value: `?`";
  const message = render(
    { ...answered("Đề xuất", { body: [p([code(yaml)])] }), language: "vi" },
    { shareable: false },
    usual,
  );
  expect(messageProblems(message)).toEqual([]);
  const elements = message.blocks.flatMap((block) => (block.type === "rich_text" ? block.elements : []));
  expect(elements.at(-1)).toEqual({ type: "rich_text_preformatted", elements: [{ type: "text", text: yaml }] });
});
