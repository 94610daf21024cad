import type { Language } from "../core/language.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import { VARIANTS } from "../evaluation/variants.ts";
import { readQuestions } from "../knowledge/question-file.ts";
import { evaluationJson, type Run, showEvaluation } from "./evaluation-report.ts";
import { openBot } from "./open.ts";
import { refuse } from "./refuse.ts";

export interface EvalOptions {
  readonly knowledge: string;
  readonly language: Language;
  readonly json: boolean;
  readonly at?: number | undefined;
}

/** Asks the questions of each file in every way of typing and prints how they came out. */
export async function evaluateFiles(files: readonly string[], options: EvalOptions): Promise<void> {
  const opened = await openBot(options.knowledge);
  if (opened.bot === undefined) return refuse(opened.loaded.problems, options.language);
  const { bot } = opened;
  const read = await Promise.all(files.map(async (file) => ({ file, ...(await readQuestions(file)) })));
  const problems = read.flatMap((one) => one.problems);
  if (problems.length > 0) return refuse(problems, options.language);
  const runs = read.flatMap(({ file, questions }) =>
    VARIANTS.map((variant): Run => ({ file, variant, judged: evaluate(bot, questions, variant, options.at) })),
  );
  console.log(options.json ? JSON.stringify(evaluationJson(runs)) : showEvaluation(runs, options.language));
}
