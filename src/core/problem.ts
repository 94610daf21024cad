import type { Both } from "./language.ts";

/** Something wrong in a file, said so that the person who edits it knows what to write instead. */
export interface Problem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** How many characters the mark under the line covers. */
  readonly length: number;
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly message: Both;
  /** What to write instead. */
  readonly hint?: Both | undefined;
  /** The line with its neighbours and a mark. */
  readonly frame: string;
}
