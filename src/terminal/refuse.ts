import type { Language } from "../core/language.ts";
import type { Problem } from "../core/problem.ts";
import { showProblems } from "../knowledge/show.ts";
import { printableLines } from "../platforms/console/printable.ts";

/** Ends a command that can't go on: what is wrong, on stderr, and exit code 1. */
export function refuse(problems: readonly Problem[], language: Language): void {
  const errors = problems.filter(({ severity }) => severity === "error");
  console.error(printableLines(showProblems(errors, language)));
  process.exitCode = 1;
}
