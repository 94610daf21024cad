import type { Snapshot } from "../core/living.ts";
import type { Problem } from "../core/problem.ts";
import type { Steps } from "../core/steps.ts";
import { findingBroken } from "../evaluation/golden.ts";
import type { Loaded } from "../knowledge/load.ts";

/** An admin who has read these knows what has happened. */
const MOST = 20;

/** A warning for each golden question that is not answered as its author expects; `at` is when they are asked, epoch milliseconds. */
export function* goldenWarnings({ bot, knowledge }: Snapshot, loaded: Loaded, at: number): Steps<Problem[]> {
  const broken = yield* findingBroken(bot, knowledge.questions, at);
  const problems: Problem[] = [];
  // Each has its file read again to say where it stands.
  for (const { question, message, hint } of broken.slice(0, MOST)) {
    const said = { code: "golden-question", severity: "warning", message, hint } as const;
    const problem = loaded.problemAbout(question, "q", said);
    if (problem !== undefined) problems.push(problem);
    yield;
  }
  return problems;
}
