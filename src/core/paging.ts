import type { Answer } from "./answer.ts";
import type { Block } from "./text.ts";

export interface Page {
  readonly answer: Answer;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** One page of an answer whose list is longer than `size`; the whole answer where it is not. Pages out of range are clamped. */
export function pageOf(answer: Answer, wanted: number, size: number): Page {
  const count = Math.max(1, ...answer.headline.map((block) => Math.ceil(rowsOf(block) / size)));
  const page = Math.min(Math.max(1, wanted), count);
  const headline = answer.headline.map((block) => slice(block, (page - 1) * size, page * size));
  return { answer: { ...answer, headline }, page, pages: count };
}

const rowsOf = (block: Block): number =>
  block.kind === "list" ? block.items.length : block.kind === "table" ? block.rows.length : 0;

function slice(block: Block, from: number, to: number): Block {
  if (block.kind === "list") return { ...block, items: block.items.slice(from, to) };
  if (block.kind === "table") return { ...block, rows: block.rows.slice(from, to) };
  return block;
}
