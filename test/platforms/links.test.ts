import { expect, test } from "vitest";
import { type Line, line, link, list, p, plain } from "../../src/core/text.ts";
import { lineMarkdown, lineParts } from "../../src/platforms/discord/markdown.ts";
import { richBlocks } from "../../src/platforms/slack/rich.ts";

const ADDRESS = "https://example.org/hop?a=1&b=_x_*y*#phong-2";
const LINE = line`Liên kết: ${link(ADDRESS)}`;
const inSlack = (content: Line): unknown[] => {
  const [block] = richBlocks([list([content])], (text) => text);
  if (block?.type !== "rich_text" || block.elements[0]?.type !== "rich_text_list") throw new Error("No list.");
  return block.elements[0].elements.flatMap(({ elements }) => elements);
};

test("An address that the knowledge gives can be opened in both chats", () => {
  expect(lineMarkdown(LINE, 500)).toBe(`Liên kết: <${ADDRESS}>`);
  expect(inSlack(LINE)).toEqual([
    { type: "text", text: "Liên kết: " },
    { type: "link", url: ADDRESS },
  ]);
  expect(plain([p(LINE)])).toBe(`Liên kết: ${ADDRESS}`);
});

test("An address that somebody typed can't", () => {
  const typed = line`Liên kết: ${ADDRESS}`;
  expect(lineMarkdown(typed, 500)).toContain("https\\://");
  expect(inSlack(typed)).toEqual([
    { type: "text", text: "Liên kết: " },
    { type: "text", text: ADDRESS },
  ]);
});

test.each(["http://example.org", "javascript:alert(1)", "slack://x", "example.org"])(
  "What is no https address stays text: %s",
  (address) => {
    expect(link(address)).toEqual({ kind: "text", text: address });
  },
);

test("An address ends where its mark does, whatever it is written with", () => {
  const { text } = link("https://example.org/a>b <@U1>`*?q=<!here>#<c>") as { text: string };
  expect(text).not.toMatch(/[<>\s`]/);
  expect(lineMarkdown([link("https://example.org/a>b")], 100)).toBe("<https://example.org/a%3Eb>");
});

test("Of an address that is too long for its line no part becomes a link", () => {
  const long = line`Liên kết: ${link(`https://example.org/${"x".repeat(300)}`)}`;
  expect(lineMarkdown(long, 100)).not.toContain("<https");
  expect(lineParts(long, 100).join("")).not.toContain("<https");
});
