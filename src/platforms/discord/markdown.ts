import type { Block, Inline, Line, Text } from "../../core/text.ts";
import { inlineMarkdown } from "./escape.ts";

/** A line as Discord's markdown, at most so long: what is longer ends in "…", never inside an escape. */
export function lineMarkdown(line: Line, longest: number): string {
  let markdown = marked(line);
  for (let room = longest - 1; markdown.length > longest && room > 0; ) {
    markdown = `${marked(cut(line, room))}…`;
    room -= Math.max(1, markdown.length - longest);
  }
  return markdown;
}

/** A line as several, each at most so long and cut between words: nothing of it is lost. */
export function lineParts(line: Line, longest: number): string[] {
  const whole = marked(line);
  if (whole.length <= longest) return [whole];
  let room = longest;
  while (room > 1 && marked(cut(line, room)).length > longest)
    room -= Math.ceil((marked(cut(line, room)).length - longest) / 2);
  const at = wordEnd(line, room);
  return [marked(cut(line, at)), ...lineParts(without(line, at), longest)];
}

/** Where the last whole word within so many characters ends; there where it is one long word. */
function wordEnd(line: Line, room: number): number {
  const text = [...line.map((part) => part.text).join("")].slice(0, room);
  const space = text.lastIndexOf(" ") + 1;
  return space > room / 2 ? space : room;
}

const marked = (line: Line): string => line.map((part, i) => inlineMarkdown(part, i === 0)).join("");

/** The first so many characters, marks kept. */
const cut = (line: Line, room: number): Line => slice(line, 0, room);

/** The line without its first characters. */
const without = (line: Line, room: number): Line => slice(line, room, Number.POSITIVE_INFINITY);

/** A moment has no text, so it stays with what stands before it. */
function slice(line: Line, from: number, to: number): Line {
  let before = 0;
  return line.flatMap((part): Inline[] => {
    if (part.kind === "moment") return (from === 0 || before > from) && before <= to ? [part] : [];
    const letters = [...part.text];
    const text = letters.slice(Math.max(0, from - before), Math.max(0, to - before)).join("");
    before += letters.length;
    // Part of an address leads elsewhere.
    const kind = part.kind === "link" && text !== part.text ? "text" : part.kind;
    return text === "" ? [] : [{ kind, text }];
  });
}

/** The lines of a block, each at most so long. Discord has no tables: small print or each row names the columns. */
export function blockMarkdown(block: Block, longest: number): string[] {
  switch (block.kind) {
    case "paragraph":
      return [lineMarkdown(block.line, longest)];
    case "list":
      return block.items.map((item) => `- ${lineMarkdown(item, longest - 2)}`);
    case "table":
      return [
        ...(block.columns.length <= 2 ? [`-# ${lineMarkdown([plainly(block.columns.join(" · "))], longest - 3)}`] : []),
        ...block.rows.map((row) => `- ${lineMarkdown([plainly(rowText(block.columns, row))], longest - 2)}`),
      ];
  }
}

const plainly = (text: string): Inline => ({ kind: "text", text });

/** "Hà: 6,08%" with two columns, "Hà: Thu 1 · Chi 2" with more. */
function rowText(columns: readonly string[], [head = "", ...cells]: readonly string[]): string {
  const values = cells.map((cell, i) => (cells.length === 1 ? cell : `${columns[i + 1] ?? ""} ${cell}`.trim()));
  return values.length === 0 ? head : `${head}: ${values.join(" · ")}`;
}

/** As many whole lines as fit, one "…" for the others. */
export function within(lines: readonly string[], longest: number): string {
  let text = "";
  for (const line of lines) {
    const longer = text === "" ? line : `${text}\n${line}`;
    if (longer.length > longest - 2) return text === "" ? line.slice(0, longest) : `${text}\n…`;
    text = longer;
  }
  return text;
}

/** All of a text: what is longer than a line may be goes on in the next. */
export const textLines = (text: Text, longest: number): string[] =>
  text.flatMap((block) => {
    if (block.kind === "paragraph") return lineParts(block.line, longest);
    if (block.kind === "list")
      return block.items.flatMap((item) =>
        lineParts(item, longest - 2).map((part, i) => (i === 0 ? `- ${part}` : part)),
      );
    return blockMarkdown(block, longest);
  });

/** Lines put together to as few texts as possible, each at most so long; none where there is no line. */
export function packed(lines: readonly string[], longest: number): string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const longer = texts.length === 0 ? line : `${texts.at(-1)}\n${line}`;
    if (texts.length > 0 && longer.length <= longest) texts[texts.length - 1] = longer;
    else texts.push(line);
  }
  return texts;
}
