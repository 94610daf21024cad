import { beforeAll, expect, test } from "vitest";
import { commands } from "../../../commands/index.ts";
import { type Answer, answered } from "../../../src/core/answer.ts";
import type { Bot } from "../../../src/core/bot.ts";
import type { Knowledge } from "../../../src/core/knowledge.ts";
import { LANGUAGES } from "../../../src/core/language.ts";
import { code, p } from "../../../src/core/text.ts";
import { type Manner, render, renderPlain } from "../../../src/platforms/discord/render.ts";
import { assemble } from "../../../src/terminal/assemble.ts";
import { absurd } from "../slack/absurd.ts";
import { checkMessage } from "./fake/check.ts";
import { realBot } from "./fake/real.ts";
import { readMarkdown, seen } from "./fake/seen.ts";

let worlds: Readonly<Record<string, { readonly bot: Bot; readonly knowledge: Knowledge }>>;
beforeAll(async () => {
  const { bot, knowledge } = await realBot();
  const huge = absurd(knowledge);
  worlds = {
    real: { bot, knowledge },
    absurd: { bot: assemble(huge), knowledge: huge },
  };
});

/** The body as it goes over the wire. */
const body = (answer: Answer, knowledge: Knowledge, manner: Manner): Record<string, unknown> => {
  const { allowedMentions, ...rest } = render(answer, { knowledge, commands }, manner);
  return { ...JSON.parse(JSON.stringify(rest)), allowed_mentions: { parse: allowedMentions.parse } };
};

/** Values for a command: the first that is suggested for each required option, or for all. */
function filled({ bot }: { bot: Bot }, name: string, all: boolean): Record<string, string> {
  const options = bot.commands.find((command) => command.name === name)?.options ?? {};
  return Object.fromEntries(
    Object.entries(options).flatMap(([id, option]) => {
      if (option.kind === "text" || !(all || option.required)) return [];
      const [first] = bot.suggest(name, id, "", "vi");
      return first === undefined ? [] : [[id, first.value]];
    }),
  );
}

const CASES = ["real", "absurd"].flatMap((world) =>
  commands.flatMap(({ name }) => LANGUAGES.map((language) => [world, name, language] as const)),
);

test.each(CASES)(
  "With %s names, a person reads /%s in %s within Discord's limits, on every page",
  (world, name, language) => {
    const place = worlds[world];
    if (place === undefined) throw new Error(world);
    for (const all of [false, true]) {
      const answer = place.bot.answer({ command: name, input: filled(place, name, all), language, now: 0 });
      const first = body(answer, place.knowledge, { share: true, notice: "Lan" });
      for (const page of [1, 999]) {
        const one = body(answer, place.knowledge, { share: true, page, notice: "x".repeat(64) });
        expect(checkMessage(one, "interaction")).toEqual([]);
        expect(seen({ body: one })).toMatchObject({ links: [], pings: [] });
      }
      const alone = body(answer, place.knowledge, { share: false, alone: true });
      expect(checkMessage(alone, "channel")).toEqual([]);
      expect(seen({ body: first }).text.length).toBeGreaterThan(10);
      expect(renderPlain(answer).content.length).toBeLessThanOrEqual(2000);
    }
  },
);

test("Whatever a golden question is answered with fits into a message", () => {
  for (const [world, { bot, knowledge }] of Object.entries(worlds))
    for (const { q } of knowledge.questions.filter((_, i) => world === "real" || i % 8 === 0)) {
      const answer = bot.answer({ command: "ask", input: q, now: 0 });
      expect([q, checkMessage(body(answer, knowledge, { share: true }), "channel")]).toEqual([q, []]);
    }
});

test("A person who looks through five hundred figures misses none", () => {
  const { bot, knowledge } = worlds.absurd ?? {};
  if (bot === undefined || knowledge === undefined) throw new Error("absurd");
  const [figure] = knowledge.figures;
  const values = { indicator: figure?.indicator ?? "", places: figure?.place ?? "" };
  const answer = bot.answer({ command: "figures", input: values, language: "vi", now: 0 });
  const page = (number: number): string => seen({ body: body(answer, knowledge, { share: true, page: number }) }).text;
  const pages = Number(/Trang 1\/(\d+)/.exec(page(1))?.[1]);
  const text = Array.from({ length: pages }, (_, i) => page(i + 1)).join("\n");
  const years = Array.from({ length: 500 }, (_, i) => String(1500 + i));
  expect(years.filter((year) => !text.includes(year))).toEqual([]);
});

test.each([
  "**đậm** __gạch__ *nghiêng* _nghiêng_ ~~bỏ~~ ||ẩn|| `mã` ```khối```",
  "# to",
  "-# nhỏ",
  "> trích",
  ">>> trích",
  "- mục",
  "+ mục",
  "* mục",
  "1. mục",
  "12) mục",
  "[nhấn](https://evil.example) <https://evil.example> https://evil.example discord://x",
  "<@1> <@!1> <@&1> <#1> <:a:1> <a:b:1> <t:1:F> </x:1> <id:customize>",
  "@everyone @here",
  "\\*không\\* \\",
  "hai\ndòng\n# và tiêu đề",
  "snake_case_name 5*4*3 a|b",
])("Nobody can ping, link or format by typing %j", (typed) => {
  const { bot, knowledge } = worlds.real ?? {};
  const asked = bot?.answer({ command: "help", input: "", now: 0 });
  if (asked === undefined || knowledge === undefined) throw new Error("real");
  const part = { kind: "text", text: typed } as const;
  const headline = [
    { kind: "paragraph", line: [part] },
    { kind: "list", items: [[part]] },
  ] as const;
  const [head] = [body({ ...asked, headline, body: [] }, knowledge, { share: true })];
  const read = seen({ body: head ?? {} });
  expect([read.links, read.pings, read.formatted]).toEqual([[], [], []]);
  const shown = read.text.split("\n")[0]?.replaceAll("\u200B", "");
  expect(shown).toBe(typed.replace(/\s+/g, " "));
});

test("The eye of these tests sees what would format, link or ping", () => {
  const { text, formatted, links, pings } = readMarkdown("**a** [b](https://c.d) <@1> @everyone\n# e\n- \\*f\\*");
  expect(text).toBe("a b <@1> @everyone\n# e\n• *f*");
  expect([formatted, links.length, pings]).toEqual([["a", "# e"], 1, ["<@1>", "@everyone"]]);
});

test("An admin copies YAML from a block of code, with the spaces that its lines begin with", async () => {
  const { knowledge } = await realBot();
  const yaml = "- indicator: x\n  place: <@1100000000000000011>\n  # value: ```?``` \u202e";
  const answer: Answer = { ...answered("Đề xuất", { body: [p([code(yaml)])] }), language: "vi" };
  for (const alone of [true, false]) {
    const message = body(answer, knowledge, { share: false, alone });
    expect(checkMessage(message, "interaction")).toEqual([]);
    expect(JSON.stringify(message)).toContain(
      JSON.stringify("```yaml\n- indicator: x\n  place: <@1100000000000000011>\n  # value: ˋˋˋ?ˋˋˋ \n```").slice(1, -1),
    );
  }
});
