import type { Answer } from "../core/answer.ts";
import type { Bot } from "../core/bot.ts";
import type { Knowledge } from "../core/knowledge.ts";
import type { Both } from "../core/language.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import { broken, isBroken } from "../evaluation/golden.ts";
import type { Renames } from "./marked.ts";
import type { Asking } from "./questions.ts";
import { createJudge, SERIOUSNESS, type Seriousness } from "./seriousness.ts";

/** A version that can be asked. */
export interface Asked {
  readonly bot: Bot;
  readonly knowledge: Knowledge;
}

/** A question and what became of its answer. */
export interface AnswerChange {
  readonly asking: Asking;
  /** Undefined where there is no older version to compare with. */
  readonly seriousness: Seriousness | undefined;
  readonly before: Answer | undefined;
  readonly after: Answer;
  /** What the new version's golden question misses in the answer; undefined where it holds. */
  readonly failing: Both | undefined;
}

/** Every question whose status or direct answer is another, or whose golden question held and does no longer; most serious first. */
export function compareAnswers(
  before: Asked,
  after: Asked,
  askings: readonly Asking[],
  renames: Renames,
  now: number,
): readonly AnswerChange[] {
  const judge = createJudge([before.knowledge, after.knowledge], renames);
  const held = ({ before: golden }: Asking): boolean =>
    golden === undefined || !evaluate(before.bot, [golden], "plain", now).some(isBroken);
  const changes = askAll(after, askings, now).flatMap((one): AnswerChange[] => {
    const was = answerOf(before.bot, one.asking, now);
    const seriousness = judge(was, one.after) ?? (one.failing && held(one.asking) ? "expectation" : undefined);
    return seriousness === undefined ? [] : [{ ...one, before: was, seriousness }];
  });
  return changes.sort((a, b) => rankOf(a) - rankOf(b));
}

/** What one version alone answers. */
export function askAll({ bot }: Asked, askings: readonly Asking[], now: number): readonly AnswerChange[] {
  const expecting = askings.flatMap(({ after }) => after ?? []);
  const judged = new Map(evaluate(bot, expecting, "plain", now).map((one) => [one.question, one]));
  return askings.map((asking) => {
    const one = asking.after && judged.get(asking.after);
    return {
      asking,
      seriousness: undefined,
      before: undefined,
      after: one?.answer ?? answerOf(bot, asking, now),
      failing: one !== undefined && isBroken(one) ? broken(one).message : undefined,
    };
  });
}

const answerOf = (bot: Bot, { question, language, at }: Asking, now: number): Answer =>
  bot.answer({ command: "ask", input: question, language, now: at === undefined ? now : Date.parse(at) });

/** Within one degree those that break a golden question come first. */
const rankOf = ({ seriousness, failing }: AnswerChange): number =>
  (seriousness === undefined ? 0 : SERIOUSNESS.indexOf(seriousness)) * 2 + (failing === undefined ? 1 : 0);
