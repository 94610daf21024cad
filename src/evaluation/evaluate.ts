import { type Context, createContext, Script } from "node:vm";
import type { Answer } from "../core/answer.ts";
import type { Bot } from "../core/bot.ts";
import type { GoldenQuestion } from "../core/knowledge.ts";
import { finish, type Steps } from "../core/steps.ts";
import { plain } from "../core/text.ts";
import { type Typing, variantOf } from "./variants.ts";

/**
 * right: as expected. wrong: an answer, but not the expected one. refused: unknown or asked back where the answer is held.
 * false: an answer where none is held.
 */
export type Verdict = "right" | "wrong" | "refused" | "false";

export interface Judged {
  readonly question: GoldenQuestion;
  readonly typed: string;
  readonly answer: Answer;
  readonly verdict: Verdict;
  /** Which expectations did not hold, as they stand in the question. */
  readonly failed: readonly string[];
}

/** The direct answer as a person reads it. */
export const directAnswer = (answer: Answer): string => plain(answer.headline).normalize("NFC");

const LONGEST_MS = 250;

/** A busy machine may give a process no turn for so long: then it is tried again. */
const MOST_TRIES = 20;

/** Where nothing repeats or branches, nothing can take long. */
const MAY_TAKE_LONG = /[*+?{|]/;

/** Whether a pattern is found in a text; one that backtracks for ever is stopped, and is found nowhere. */
function createMatcher(longestMs: number): (pattern: string, text: string) => boolean {
  let watched: { readonly script: Script; readonly given: Context } | undefined;
  return (pattern, text) => {
    if (!MAY_TAKE_LONG.test(pattern)) return new RegExp(pattern, "iu").test(text);
    // Each run under a watch has a thread of its own.
    watched ??= { script: new Script('new RegExp(pattern, "iu").test(text)'), given: createContext({}) };
    const { script, given } = watched;
    Object.assign(given, { pattern, text });
    const before = cpuMs();
    for (let tries = 0; tries < MOST_TRIES && cpuMs() - before < longestMs / 2; tries++)
      try {
        return script.runInContext(given, { timeout: longestMs }) === true;
      } catch {
        // Stopped: by its own doing, or by that of others.
      }
    return false;
  };
}

const cpuMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Holds an answer against what the question expects. */
function judge(
  question: GoldenQuestion,
  answer: Answer,
  holds: (pattern: string, text: string) => boolean,
): { verdict: Verdict; failed: string[] } {
  const text = directAnswer(answer);
  const failed = [
    ...question.must.filter((pattern) => !holds(pattern, text)).map((pattern) => `must ${pattern}`),
    ...question.not.filter((pattern) => holds(pattern, text)).map((pattern) => `not ${pattern}`),
  ];
  if (question.lang !== undefined && answer.language !== question.lang) failed.push(`lang ${question.lang}`);
  const { status } = answer;
  if (question.expect === "answered") {
    if (status !== "answered") return { verdict: "refused", failed };
    return { verdict: failed.length === 0 ? "right" : "wrong", failed };
  }
  if (status === "answered") return { verdict: "false", failed };
  const stated = failed.some((one) => one.startsWith("not "));
  if (stated) return { verdict: "false", failed };
  return { verdict: "right", failed: question.expect === status ? failed : [...failed, `expect ${question.expect}`] };
}

const DEFAULT_NOW = Date.UTC(2026, 10, 24, 5);

/** Asks every question in one way of typing. `now` is the time of asking where the question names none. */
export const evaluate = (
  bot: Bot,
  questions: readonly GoldenQuestion[],
  variant: Typing,
  now = DEFAULT_NOW,
): Judged[] => finish(evaluating(bot, questions, variant, now));

/** The same, question by question. `longestMs` is for one pattern on one answer. */
export function* evaluating(
  bot: Bot,
  questions: readonly GoldenQuestion[],
  variant: Typing,
  now: number,
  longestMs = LONGEST_MS,
): Steps<Judged[]> {
  const holds = createMatcher(longestMs);
  const judged: Judged[] = [];
  for (const [i, question] of questions.entries()) {
    const typed = variantOf(question.q, variant, i + 1);
    const at = question.at === undefined ? now : Date.parse(question.at);
    const answer = bot.answer({ command: "ask", input: typed, now: at });
    judged.push({ question, typed, answer, ...judge(question, answer, holds) });
    yield;
  }
  return judged;
}
