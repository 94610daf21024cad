import type { Page } from "./page.ts";

const WIDTH = 110;

/** The line with its neighbours and a mark under what is meant. Long lines are cut around the mark. */
export function frameOf(page: Pick<Page, "text" | "counter">, line: number, column: number, length: number): string {
  const last = Math.max(1, page.counter.lineStarts.length);
  const width = String(line + 1).length;
  const skipped = column + Math.min(length, WIDTH / 2) > WIDTH ? column - WIDTH / 2 : 0;
  const shown: string[] = [];
  for (let number = Math.max(1, line - 1); number <= Math.min(last, line + 1); number++) {
    const content = cut(lineOf(page, number), skipped);
    shown.push(`${number === line ? ">" : " "} ${String(number).padStart(width)} | ${content}`.trimEnd());
    if (number === line) shown.push(`  ${" ".repeat(width)} | ${mark(content, column - skipped, length)}`);
  }
  return shown.join("\n");
}

function lineOf({ text, counter }: Pick<Page, "text" | "counter">, number: number): string {
  const [start = 0, end] = counter.lineStarts.slice(number - 1, number + 1);
  return text
    .slice(start, end)
    .replace(/\r?\n$/, "")
    .replaceAll("\t", " ");
}

function cut(content: string, skipped: number): string {
  const rest = skipped === 0 ? content : `…${content.slice(skipped + 1)}`;
  return rest.length > WIDTH ? `${rest.slice(0, WIDTH - 1)}…` : rest;
}

const mark = (content: string, column: number, length: number): string =>
  " ".repeat(column - 1) + "^".repeat(Math.max(1, Math.min(length, content.length - column + 1)));
