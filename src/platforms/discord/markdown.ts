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

const marked = (line: Line): string => line.map((part, i) => inlineMarkdown(part, i === 0)).join("");

/** The first so many characters, marks kept. */
function cut(line: Line, room: number): Line {
  let left = room;
  return line.flatMap((part): Inline[] => {
    const text = [...part.text].slice(0, Math.max(0, left)).join("");
    left -= text.length;
    return text === "" ? [] : [{ ...part, text }];
  });
}

/** The lines of a block, each at most so long. Discord has no tables: a row names its columns. */
export function blockMarkdown(block: Block, longest: number): string[] {
  switch (block.kind) {
    case "paragraph":
      return [lineMarkdown(block.line, longest)];
    case "list":
      return block.items.map((item) => `- ${lineMarkdown(item, longest - 2)}`);
    case "table":
      return [
        ...(block.columns.length === 2 ? [`-# ${lineMarkdown([headOf(block.columns)], longest - 3)}`] : []),
        ...block.rows.map((row) => `- ${lineMarkdown(rowLine(block.columns, row), longest - 2)}`),
      ];
  }
}

const headOf = (columns: readonly string[]): Inline => ({ kind: "text", text: columns.join(" · ") });

/** "**Hà Nội**: 6,08%" with two columns, "**Hà Nội**: Thu 1 · Chi 2" with more. */
function rowLine(columns: readonly string[], [head = "", ...cells]: readonly string[]): Line {
  const values = cells.map((cell, i) => (cells.length === 1 ? cell : `${columns[i + 1] ?? ""} ${cell}`.trim()));
  const strong: Inline = { kind: "strong", text: head };
  return values.length === 0 ? [strong] : [strong, { kind: "text", text: `: ${values.join(" · ")}` }];
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

export const textLines = (text: Text, longest: number): string[] =>
  text.flatMap((block) => blockMarkdown(block, longest));
