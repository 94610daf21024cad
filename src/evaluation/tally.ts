import type { Judged } from "./evaluate.ts";

/** How questions came out. Those whose answer is held can be refused; those whose answer is not held can be answered falsely. */
export interface Tally {
  readonly answerable: {
    readonly total: number;
    readonly right: number;
    readonly wrong: number;
    readonly refused: number;
  };
  readonly unanswerable: { readonly total: number; readonly right: number; readonly false: number };
}

export function tally(judged: readonly Judged[]): Tally {
  const held = judged.filter(({ question }) => question.expect === "answered");
  const notHeld = judged.filter(({ question }) => question.expect !== "answered");
  const count = (some: readonly Judged[], verdict: Judged["verdict"]): number =>
    some.filter((one) => one.verdict === verdict).length;
  return {
    answerable: {
      total: held.length,
      right: count(held, "right"),
      wrong: count(held, "wrong"),
      refused: count(held, "refused"),
    },
    unanswerable: { total: notHeld.length, right: count(notHeld, "right"), false: count(notHeld, "false") },
  };
}
