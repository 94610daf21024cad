import { describe, expect, test } from "vitest";
import { foresee, NOTHING_REMEMBERED } from "../../src/announce/foresee.ts";
import type { Snapshot } from "../../src/core/living.ts";
import { discordMessage } from "../../src/page/preview/discord.ts";
import type { Drawing } from "../../src/page/preview/json.ts";
import { markdown } from "../../src/page/preview/markdown.ts";
import { slackBlocks } from "../../src/page/preview/slack.ts";
import { NOW, openBot } from "../bots.ts";
import { DISCORD, SLACK } from "./desk.ts";
import { asRead, textOf } from "./reading.ts";

const AT = "một lúc nào đó";
const DRAWING: Drawing = { language: "vi", moment: () => AT, leadsTo: () => undefined };
const YEAR_MS = 366 * 86_400_000;

/** Every text that people would read of a Slack message, as it stands in its JSON. */
function slackTexts(json: unknown): string[] {
  if (Array.isArray(json)) return json.flatMap(slackTexts);
  if (typeof json !== "object" || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) => {
    if (key === "text" && typeof value === "string") return value.split("\n");
    return slackTexts(value);
  });
}

/** Every text of a Discord message; markdown without its marks. */
function discordTexts(json: unknown): string[] {
  if (Array.isArray(json)) return json.flatMap(discordTexts);
  if (typeof json !== "object" || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) => {
    if (key === "content" && typeof value === "string") return value.split("\n").flatMap(withoutMarks);
    if (["label", "placeholder"].includes(key) && typeof value === "string") return [value];
    return discordTexts(value);
  });
}

const withoutMarks = (line: string): string[] =>
  line
    .replace(/^(-#|-) /, "")
    .split(/<t:\d+:F>|\*\*|(?<!\\)[*`]/)
    .map((part) => part.replace(/\\(.)/gu, "$1"));

async function missing(html: unknown, texts: readonly string[]): Promise<string[]> {
  const shown = textOf(String(await html));
  return texts.map(asRead).filter((text) => text !== "" && !shown.includes(text));
}

describe.each(["knowledge", "test/knowledge"])("Of everything that is asked of %s", async (folder) => {
  const snapshot: Snapshot = await openBot(folder);
  const { bot, knowledge } = snapshot;
  const commands = bot.commands.map(({ name }) => bot.answer({ command: name, input: "", now: NOW }));
  const golden = knowledge.questions.map(({ q }) => bot.answer({ command: "ask", input: q, now: NOW }));
  const answers = [...golden, ...commands];

  test("an admin sees every text of every block in the Slack preview, and no block that is unknown", async () => {
    for (const answer of answers)
      for (const page of [1, 2]) {
        const message = (await SLACK.answer(answer, snapshot, page)) as { blocks: unknown };
        const html = String(await slackBlocks(message, DRAWING));
        expect(await missing(html, slackTexts(message.blocks))).toEqual([]);
        expect(html).not.toContain('class="unknown"');
      }
  });

  test("an admin sees every text of every component in the Discord preview, and none that is unknown", async () => {
    for (const answer of answers)
      for (const page of [1, 2]) {
        const message = await DISCORD.answer(answer, snapshot, page);
        const html = String(await discordMessage(message, DRAWING));
        expect(await missing(html, discordTexts(message))).toEqual([]);
        expect(html).not.toContain('class="unknown"');
      }
  });

  test("an admin sees every text of every announcement, as either chat posts it", async () => {
    const channel = { chat: "slack", id: "C0123ABCDEF", language: "vi", since: 0 } as const;
    const remembered = {
      ...NOTHING_REMEMBERED,
      subscriptions: [channel, { ...channel, id: "C9", language: "en" as const }],
    };
    const coming = foresee({ knowledge, calendar: bot.calendar }, remembered, {
      admins: [channel],
      now: NOW,
      aheadMs: YEAR_MS,
    });
    expect(coming).not.toEqual([]);
    for (const { answer } of coming) {
      const slack = (await SLACK.announcement(answer, snapshot)) as { blocks: unknown };
      const discord = await DISCORD.announcement(answer, snapshot);
      const html = [String(await slackBlocks(slack, DRAWING)), String(await discordMessage(discord, DRAWING))];
      expect(await missing(html[0], slackTexts(slack.blocks))).toEqual([]);
      expect(await missing(html[1], discordTexts(discord))).toEqual([]);
      expect(html.join()).not.toContain('class="unknown"');
    }
  });
});

test("A block or component that no preview knows is shown as its JSON, at every depth", async () => {
  const odd = { type: "hologram", text: "<b>trôi nổi</b>" };
  const section = { type: "rich_text_section", elements: [odd] };
  const cases = [
    slackBlocks({ blocks: [odd] }, DRAWING),
    slackBlocks({ blocks: [{ type: "rich_text", elements: [section] }] }, DRAWING),
    slackBlocks({ blocks: [{ type: "rich_text", elements: [odd] }] }, DRAWING),
    slackBlocks(
      { blocks: [{ type: "rich_text", elements: [{ type: "rich_text_preformatted", elements: [odd] }] }] },
      DRAWING,
    ),
    slackBlocks({ blocks: [{ type: "context", elements: [odd] }] }, DRAWING),
    slackBlocks({ blocks: [{ type: "section", text: odd }] }, DRAWING),
    slackBlocks({ blocks: [{ type: "actions", elements: [odd] }] }, DRAWING),
    slackBlocks({ blocks: [{ type: "context_actions", elements: [odd] }] }, DRAWING),
    slackBlocks({ blocks: [{ type: "table", rows: [[odd]] }] }, DRAWING),
    discordMessage({ components: [{ ...odd, type: 99 }] }, DRAWING),
    discordMessage({ components: [{ type: 17, components: [{ ...odd, type: 99 }] }] }, DRAWING),
  ];
  for (const drawn of await Promise.all(cases)) {
    expect(String(drawn)).toContain('<pre class="unknown">');
    expect(textOf(String(drawn))).toContain("<b>trôi nổi</b>");
    expect(String(drawn)).not.toContain("<b>trôi");
  }
});

test("An admin can open the menu in which Discord puts many choices, and follow each", async () => {
  const snapshot = await openBot("test/knowledge");
  const memoranda = [...snapshot.knowledge.memoranda.keys()];
  const choices = ["fields", "signers"].flatMap((command) =>
    memoranda.map((memorandum) => ({
      question: `${command} của ${memorandum}?`,
      invocation: { command, values: { memorandum }, language: "vi" as const },
    })),
  );
  const answer = { ...snapshot.bot.answer({ command: "help", input: "", now: NOW }), choices };
  const message = await DISCORD.answer(answer, snapshot, 1);
  const html = String(await discordMessage(message, { ...DRAWING, leadsTo: (code) => `/?code=${code}` }));
  expect(choices.length).toBeGreaterThan(5);
  expect(await missing(html, discordTexts(message))).toEqual([]);
  expect(html.match(/<li><a href="\/\?code=vi1/g)).toHaveLength(choices.length);
});

test("A message of nothing, or of nonsense, draws as nothing", async () => {
  for (const nonsense of [undefined, null, 3, "x", [], {}, { blocks: 3, components: "x" }]) {
    expect(String(await slackBlocks(nonsense, DRAWING))).toBe("");
    expect(String(await discordMessage(nonsense, DRAWING))).toBe("");
  }
});

const shown = async (text: string): Promise<string> => String(await markdown(text, () => AT));

test.each([
  ["**đậm** và *nghiêng*", "<p><strong>đậm</strong> và <em>nghiêng</em></p>"],
  ["\\*\\*không\\*\\*", "<p>**không**</p>"],
  ["`/figures`", "<p><code>/figures</code></p>"],
  ["- một\n- hai", "<ul><li>một</li><li>hai</li></ul>"],
  ["-# nhỏ", '<p class="d-small">nhỏ</p>'],
  ["\\- gạch", "<p>- gạch</p>"],
  ["## Đầu đề", '<p class="d-h2">Đầu đề</p>'],
  ["> trích", "<blockquote>trích</blockquote>"],
  ["lúc <t:1760923800:F>", `<p>lúc <time class="d-time">${AT}</time></p>`],
  [
    "@everyone <@123456789012345678>",
    '<p><span class="d-mention">@everyone</span> <span class="d-mention">&lt;@123456789012345678&gt;</span></p>',
  ],
  ["[đây](https://x.example)", '<p><span class="d-link">đây</span></p>'],
  ["https\\://x.example", "<p>https://x.example</p>"],
  ["__gạch__ ~~bỏ~~ ||kín||", '<p><u>gạch</u> <s>bỏ</s> <span class="d-spoiler">kín</span></p>'],
  ["snake_case_name", "<p>snake_case_name</p>"],
  ["**đậm *cả* hai**", "<p><strong>đậm <em>cả</em> hai</strong></p>"],
  ["** hở", "<p>** hở</p>"],
  [
    "Thêm:\n```yaml\n- q: *x*\n  lang: vi\n```\nrồi lưu",
    '<p>Thêm:</p><pre tabindex="0"><code>- q: *x*\n  lang: vi</code></pre><p>rồi lưu</p>',
  ],
  ["```hở", "<p>```hở</p>"],
  ["<script>", "<p>&lt;script&gt;</p>"],
])("Discord’s markdown %j is drawn as Discord would", async (text, html) => {
  expect(await shown(text)).toBe(html);
});

test("Whatever people type, nothing but the marks of markdown becomes markup", async () => {
  const signs = "*_~|`\\<>&\"'[]()#-@:/ \n<t:1:F>https://aế<script onload=>".split(/(?=[\s\S])/u);
  let state = 7;
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  for (let round = 0; round < 3000; round++) {
    const text = Array.from({ length: next() % 40 }, () => signs[next() % signs.length]).join("");
    const html = await shown(text);
    const tags = html.match(/<[^>]*>/g) ?? [];
    const odd = tags.filter(
      (tag) => !/^<\/?(p|ul|li|strong|em|u|s|code|span|time|blockquote)( class="d-[\w-]+")?>$/.test(tag),
    );
    expect([text, odd]).toEqual([text, []]);
  }
});
