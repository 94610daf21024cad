import type { Both } from "../core/language.ts";
import type { Problem } from "../core/problem.ts";
import { frameOf } from "./frame.ts";
import { type Path, rangeAt, rangeOfText } from "./locate.ts";
import type { Page } from "./page.ts";

/** Where a complaint points: into the text, at the value or the key that a path leads to, or at a text somewhere below a path. */
export type Spot =
  | { readonly range: readonly [number, number] }
  | { readonly path: Path; readonly on: "value" | "key" }
  | { readonly path: Path; readonly text: string };

/** What is wrong and what to write instead. */
export interface Said {
  readonly code: string;
  readonly message: Both;
  readonly hint?: Both | undefined;
}

/** A problem before its line and column are known. */
export interface Complaint extends Said {
  readonly at: Spot;
  readonly severity: Problem["severity"];
}

export const valueAt = (path: Path): Spot => ({ path, on: "value" });
export const keyAt = (path: Path): Spot => ({ path, on: "key" });

/** Gives a complaint its place in the file: line, column and code frame. */
export function problemOn(page: Page, complaint: Complaint): Problem {
  const { at, ...said } = complaint;
  const { frame, ...place } = placeOf(page, at);
  return { file: page.file, ...place, ...said, frame };
}

/** Where something stands in a file, as people see it. */
export type Placement = Pick<Problem, "line" | "column" | "length" | "frame">;

export function placeOf(page: Page, at: Spot): Placement {
  const [from, to] = rangeOf(page, at);
  const { line, column } = positionOf(page, from);
  const end = page.text.slice(from, Math.max(from, to)).search(/[\r\n]/);
  const length = Math.max(1, end === -1 ? to - from : end);
  return { line, column, length, frame: frameOf(page, line, column, length) };
}

/** Line and column, from 1. */
export const positionAt = (page: Page, at: Spot): { line: number; column: number } =>
  positionOf(page, rangeOf(page, at)[0]);

function positionOf(page: Page, offset: number): { line: number; column: number } {
  const { line, col } = page.counter.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function rangeOf(page: Page, at: Spot): readonly [number, number] {
  if ("range" in at) return at.range;
  return "text" in at ? rangeOfText(page, at.path, at.text) : rangeAt(page, at.path, at.on);
}

/** A problem of a whole file or folder, which has no text to show. */
export const problemOfFile = (file: string, code: string, message: Both, hint?: Both): Problem => ({
  file,
  line: 1,
  column: 1,
  length: 1,
  severity: "error",
  code,
  message,
  hint,
  frame: "",
});

export const inOrder = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
