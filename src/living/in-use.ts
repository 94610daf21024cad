import type { Snapshot } from "../core/living.ts";
import type { Problem } from "../core/problem.ts";
import type { Steps } from "../core/steps.ts";
import { findingBroken } from "../evaluation/golden.ts";
import { findingInReviews } from "../evaluation/reviews.ts";
import type { Loaded } from "../knowledge/load.ts";

/** An admin who has read so many of a kind knows what has happened. */
const MOST = 20;

/**
 * What only shows in use: a warning for each golden question that is not answered as its author expects, and for each mistake
 * in the dates of reviews; `at` is when they are asked, epoch milliseconds.
 */
export function* warningsInUse(snapshot: Snapshot, loaded: Loaded, at: number): Steps<Problem[]> {
  const broken = yield* findingBroken(snapshot.bot, snapshot.knowledge.questions, at);
  // What is overdue is nothing wrong with the files: the calendar shows it, and it is announced.
  const mistakes = (yield* findingInReviews(snapshot, at)).filter(({ said }) => said.severity === "error");
  const problems: Problem[] = [];
  for (const { item, at: where, said } of mistakes.slice(0, MOST)) {
    const problem = loaded.problemAbout(item, where, { ...said, severity: "warning" });
    if (problem !== undefined) problems.push(problem);
    yield;
  }
  // Each has its file read again to say where it stands.
  for (const { question, message, hint } of broken.slice(0, MOST)) {
    const said = { code: "golden-question", severity: "warning", message, hint } as const;
    const problem = loaded.problemAbout(question, "q", said);
    if (problem !== undefined) problems.push(problem);
    yield;
  }
  return problems;
}
