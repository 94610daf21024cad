import type {
  KnownBlock,
  PlainTextElement,
  RichTextBlock,
  RichTextElement,
  RichTextPreformatted,
  RichTextSection,
} from "@slack/types";
import { type Block, codeBlockOf, type Inline, type Line, type Moment, plain, type Text } from "../../core/text.ts";
import { cut, LIMITS } from "./limits.ts";

/** C0 and C1 controls, and marks that turn the direction of what stands around them. */
const UNSHOWN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

export const shown = (text: string): string => text.replace(UNSHOWN, " ");

/** Text in which nothing formats, links or mentions, not even an emoji's name. */
export const plainText = (text: string, most: number): PlainTextElement => ({
  type: "plain_text",
  text: cut(shown(text), most) || "–",
  emoji: false,
});

/** The same, over several lines. */
export const plainLines = (lines: readonly string[], most: number): PlainTextElement => ({
  type: "plain_text",
  text: cut(lines.map(shown).join("\n"), most) || "–",
  emoji: false,
});

/** What notifications and screen readers say. Slack reads <…> in it even where markup is off, so these are escaped. */
export function fallback(texts: readonly (Text | string)[]): string {
  const text = texts.map((one) => (typeof one === "string" ? one : plain(one))).filter((one) => one !== "");
  const whole = text.join("\n").split("\n").map(shown).join("\n");
  return escaped(cut(whole, LIMITS.fallbackText)) || "–";
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** How a name of a command is written here: "/fields" is another command in Slack. */
export type Rename = (code: string) => string;

/**
 * Text as blocks whose parts are data, so that Slack parses none of it. A message takes one table only: further ones are
 * written as lines.
 */
export function richBlocks(text: Text, rename: Rename): KnownBlock[] {
  let hasTable = false;
  const blocks: KnownBlock[] = [];
  for (const block of text) {
    const asTable = block.kind === "table" && !hasTable && fitsTable(block);
    if (asTable) {
      hasTable = true;
      blocks.push(tableBlock(block));
      continue;
    }
    const element = elementOf(block, rename);
    const last = blocks.at(-1);
    if (last?.type === "rich_text") last.elements.push(element);
    else blocks.push({ type: "rich_text", elements: [element] });
  }
  return blocks;
}

type Table = Extract<Block, { kind: "table" }>;

const fitsTable = ({ columns, rows }: Table): boolean =>
  columns.length > 0 && columns.length <= LIMITS.tableColumns && rows.length < LIMITS.tableRows;

const tableBlock = ({ columns, rows }: Table): KnownBlock => ({
  type: "table",
  rows: [columns, ...rows].map((row) =>
    columns.map((_, at) => ({ type: "raw_text", text: shown(row[at] ?? "").trim() || "–" })),
  ),
  column_settings: columns.map(() => ({ is_wrapped: true })),
});

function elementOf(block: Block, rename: Rename): RichTextBlock["elements"][number] {
  switch (block.kind) {
    case "paragraph": {
      const copied = codeBlockOf(block.line);
      return copied === undefined ? section(block.line, rename) : preformatted(copied);
    }
    case "list":
      return { type: "rich_text_list", style: "bullet", elements: block.items.map((item) => section(item, rename)) };
    case "table":
      return section([{ kind: "text", text: plain([block]) }], rename);
  }
}

const preformatted = (text: string): RichTextPreformatted => ({
  type: "rich_text_preformatted",
  elements: [{ type: "text", text: text.split("\n").map(shown).join("\n") }],
});

const section = (line: Line, rename: Rename): RichTextSection => ({
  type: "rich_text_section",
  elements: line.flatMap((part, at) => (part.kind === "moment" ? readersTime(part, at === 0) : inline(part, rename))),
});

/** " · your time: Monday, October 20th, 2025, 8:30 AM", in the zone and the way that the reader has set in Slack. */
const readersTime = ({ at, label }: Moment, isFirst: boolean): RichTextElement[] => [
  { type: "text", text: `${isFirst ? "" : " · "}${shown(label)}: ` },
  {
    type: "date",
    timestamp: Math.floor(at / 1000),
    format: "{date_long}, {time}",
    fallback: `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`,
  },
];

function inline(part: Exclude<Inline, Moment>, rename: Rename): RichTextElement[] {
  const text = part.text.split("\n").map(shown).join("\n");
  if (text === "") return [];
  switch (part.kind) {
    case "text":
      return [{ type: "text", text }];
    case "strong":
      return [{ type: "text", text, style: { bold: true } }];
    case "emphasis":
      return [{ type: "text", text, style: { italic: true } }];
    case "link":
      return [{ type: "link", url: text }];
    case "code":
      return [{ type: "text", text: rename(text), style: { code: true } }];
  }
}
