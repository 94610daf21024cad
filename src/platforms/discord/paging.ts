import type { Answer } from "../../core/answer.ts";
import { pageOf } from "../../core/paging.ts";
import type { Block, Text } from "../../core/text.ts";
import { blockMarkdown, packed, textLines, within } from "./markdown.ts";

/** Rows of a page, most first; a single one always fits. */
const SIZES = [10, 7, 5, 3, 2, 1] as const;
const LONGEST_HEADLINE = 1800;
const LONGEST_LEAD = 600;
const LONGEST_ROW = 1100;
const LONGEST_BODY = 950;
/** Beside a headline of full length, small print and choices; more where the headline is shorter. */
const LONGEST_WHOLE_BODY = 1250;

/** What one page of an answer says, as markdown. */
export interface CardPage {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly headline: string;
  readonly body: string;
  /** How many lines stand on other pages. */
  readonly elsewhere: number;
}

/** An answer without pages: as much as one message holds. */
export function wholeCard({ headline, body }: Answer): CardPage {
  const lines = headline.flatMap((block) => headlineLines(block, headline));
  const first = within(lines, LONGEST_HEADLINE);
  const room = LONGEST_HEADLINE + LONGEST_WHOLE_BODY - first.length;
  const [detail = "", ...more] = packed(textLines(body, room - 2), room - 2);
  return { page: 1, pages: 1, headline: first, body: more.length === 0 ? detail : `${detail}\n…`, elsewhere: 0 };
}

/** As many rows as fit well, the same number on each page; detail that is too long for one page goes on in the next. */
export function cardPage(answer: Answer, wanted: number): CardPage {
  const { headline } = answer;
  const details = packed(textLines(answer.body, LONGEST_BODY), LONGEST_BODY);
  const all = headline.map((block) => headlineLines(block, headline));
  const size = SIZES.find((rows) => fits(headline, all, rows)) ?? 1;
  const rows = pageOf(answer, wanted, size);
  const pages = Math.max(rows.pages, details.length);
  const page = Math.min(Math.max(1, wanted), pages);
  const lines = rows.pages === 1 ? all.flat() : rows.answer.headline.flatMap((block) => headlineLines(block, headline));
  return {
    page,
    pages,
    headline: within(lines, LONGEST_HEADLINE),
    body: details[Math.min(page, details.length) - 1] ?? "",
    elsewhere: all.flat().length - lines.length + Math.max(0, details.length - 1),
  };
}

/** A direct answer without rows may be longer. */
function headlineLines(block: Block, headline: Text): string[] {
  const alone = headline.every(({ kind }) => kind === "paragraph");
  return blockMarkdown(block, alone ? LONGEST_HEADLINE - 2 : block.kind === "paragraph" ? LONGEST_LEAD : LONGEST_ROW);
}

function fits(headline: Text, lines: readonly (readonly string[])[], size: number): boolean {
  const longest = headline.map((block, i) => {
    const lengths = (lines[i] ?? []).map((line) => line.length + 1);
    if (block.kind === "paragraph") return sum(lengths);
    const pages = Array.from({ length: Math.ceil(lengths.length / size) }, (_, page) =>
      sum(lengths.slice(page * size, (page + 1) * size)),
    );
    return Math.max(0, ...pages);
  });
  return sum(longest) <= LONGEST_HEADLINE - 2;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
