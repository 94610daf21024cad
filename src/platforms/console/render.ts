import { styleText } from "node:util";
import type { Answer } from "../../core/answer.ts";
import type { Command } from "../../core/command.ts";
import type { Knowledge } from "../../core/knowledge.ts";
import { citationLabel } from "../../core/naming.ts";
import type { Block, Inline, Line, Text } from "../../core/text.ts";
import { understoodAs } from "../../core/understood.ts";
import { printable } from "./printable.ts";

/** What the labels of an answer are looked up in. */
export interface Shown {
  readonly knowledge: Knowledge;
  readonly commands: readonly Command[];
  /** ANSI colours; plain text without. */
  readonly colour: boolean;
}

/** What is asked for in bold, its rows as they are, detail and small print dimmed. */
type Tone = "lead" | "row" | "detail";

type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

/** An answer as lines of a terminal: what is asked for first, then detail, choices, and in small where it is from. */
export function render(answer: Answer, { knowledge, commands, colour }: Shown): string {
  const paint: Paint = (format, text) =>
    colour && text !== "" ? styleText(format, text, { validateStream: false }) : text;
  const lines = [
    ...textLines(answer.headline, "lead", paint),
    ...textLines(answer.body, "detail", paint).map((line) => `  ${line}`),
    ...answer.choices.map(({ question }, i) => `  ${paint("cyan", String(i + 1))}  ${printable(question)}`),
    ...smallPrint(answer, knowledge, commands).map((line) => paint("dim", printable(line))),
  ];
  return lines.join("\n");
}

function smallPrint({ citations, invocation, language }: Answer, knowledge: Knowledge, commands: readonly Command[]) {
  const sources = new Set(citations.map((citation) => citationLabel(knowledge, citation, language)));
  const understood = invocation && understoodAs(invocation, commands, knowledge);
  return [
    ...[...sources].map((source) => `${SOURCE[language]}: ${source}`),
    ...(understood === undefined ? [] : [`${UNDERSTOOD[language]}: ${understood}`]),
  ];
}

const SOURCE = { vi: "Nguồn", en: "Source" } as const;
const UNDERSTOOD = { vi: "Hiểu là", en: "Understood as" } as const;

const textLines = (text: Text, tone: Tone, paint: Paint): string[] =>
  text.flatMap((block) => blockLines(block, tone, paint));

function blockLines(block: Block, tone: Tone, paint: Paint): string[] {
  const below = tone === "lead" ? "row" : tone;
  switch (block.kind) {
    case "paragraph":
      return [lineText(block.line, tone, paint)];
    case "list":
      return block.items.map((item) => `  • ${lineText(item, below, paint)}`);
    case "table":
      return tableLines([block.columns, ...block.rows], below, paint);
  }
}

const lineText = (line: Line, tone: Tone, paint: Paint): string =>
  line.map((part) => inlineText(part, tone, paint)).join("");

function inlineText(part: Inline, tone: Tone, paint: Paint): string {
  const text = printable(part.text);
  switch (part.kind) {
    case "text":
    case "link":
      return toned(text, tone, paint);
    case "strong":
      return paint("bold", text);
    case "emphasis":
      return paint("italic", text);
    case "code":
      return paint("cyan", text);
    // Whoever sits at the terminal sees the wall-clock time beside it.
    case "moment":
      return "";
  }
}

function toned(text: string, tone: Tone, paint: Paint): string {
  if (tone === "row") return text;
  return paint(tone === "lead" ? "bold" : "dim", text);
}

function tableLines(rows: readonly (readonly string[])[], tone: Tone, paint: Paint): string[] {
  const cells = rows.map((row) => row.map(printable));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row, at) => {
    const line = row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
    return at === 0 ? paint("underline", line.trimEnd()) : toned(line.trimEnd(), tone, paint);
  });
}
