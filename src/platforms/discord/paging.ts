import type { Answer } from "../../core/answer.ts";
import { type Page, pageOf } from "../../core/paging.ts";
import type { Block, Text } from "../../core/text.ts";
import { blockMarkdown, within } from "./markdown.ts";

/** Rows of a page, most first; the last always fits. */
const SIZES = [10, 7, 5, 3, 2] as const;
const LONGEST_LEAD = 700;
const LONGEST_ROW = 600;
const LONGEST_HEADLINE = 2000;

export interface HeadlinePage extends Omit<Page, "answer"> {
  readonly markdown: string;
  /** How many rows stand on other pages. */
  readonly elsewhere: number;
}

/** One page of the direct answer: as many rows as fit well, the same number on each page. */
export function headlinePage(answer: Answer, wanted: number): HeadlinePage {
  const lengths = answer.headline.map((block) => headlineLines(block).map((line) => line.length + 1));
  const size = SIZES.find((rows) => fits(answer.headline, lengths, rows)) ?? 2;
  const { page, pages, answer: shown } = pageOf(answer, wanted, size);
  const lines = shown.headline.flatMap(headlineLines);
  return {
    page,
    pages,
    markdown: within(lines, LONGEST_HEADLINE),
    elsewhere: lengths.flat().length - lines.length,
  };
}

const headlineLines = (block: Block): string[] =>
  blockMarkdown(block, block.kind === "paragraph" ? LONGEST_LEAD : LONGEST_ROW);

function fits(headline: Text, lengths: readonly (readonly number[])[], size: number): boolean {
  const longest = headline.map((block, i) => {
    const rows = lengths[i] ?? [];
    if (block.kind === "paragraph") return sum(rows);
    const pages = Array.from({ length: Math.ceil(rows.length / size) }, (_, page) =>
      sum(rows.slice(page * size, (page + 1) * size)),
    );
    return Math.max(0, ...pages);
  });
  return sum(longest) <= LONGEST_HEADLINE;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
