import type { Bot } from "../core/bot.ts";
import type { GoldenQuestion } from "../core/knowledge.ts";
import type { Both, Language } from "../core/language.ts";
import type { Steps } from "../core/steps.ts";
import { directAnswer, evaluate, evaluating, type Judged } from "./evaluate.ts";

/** A golden question that the bot does not answer as its author expects. */
export interface Broken {
  readonly question: GoldenQuestion;
  readonly message: Both;
  readonly hint: Both;
}

/** Asks the golden questions as they are written. A question that must be asked back is held to it. */
export const brokenQuestions = (bot: Bot, questions: readonly GoldenQuestion[], now: number): readonly Broken[] =>
  evaluate(bot, questions, "plain", now).filter(isBroken).map(broken);

/** The same, question by question, while others wait for answers: a pattern that takes long is given up soon. */
export function* findingBroken(bot: Bot, questions: readonly GoldenQuestion[], now: number): Steps<readonly Broken[]> {
  return (yield* evaluating(bot, questions, "plain", now, SHORT_MS)).filter(isBroken).map(broken);
}

const SHORT_MS = 20;

export const isBroken = ({ verdict, question, answer }: Judged): boolean =>
  verdict !== "right" || (question.expect === "ambiguous" && answer.status !== "ambiguous");

const STATUS = {
  answered: { vi: "có câu trả lời", en: "answered" },
  unknown: { vi: "không có", en: "unknown" },
  ambiguous: { vi: "hỏi lại", en: "asked back" },
} as const;

export function broken({ question, answer, failed }: Judged): Broken {
  const { expect } = question;
  const [wanted, got] = [STATUS[expect], STATUS[answer.status]];
  return {
    question,
    message: {
      vi: `Câu hỏi mẫu không còn đúng: ${differences(wanted.vi, got.vi, failed, "vi")}.`,
      en: `This golden question no longer holds: ${differences(wanted.en, got.en, failed, "en")}.`,
    },
    hint: {
      vi: `Bot trả lời: ${directAnswer(answer)}`.replaceAll("\n", " "),
      en: `The bot says: ${directAnswer(answer)}`.replaceAll("\n", " "),
    },
  };
}

function differences(wanted: string, got: string, failed: readonly string[], language: Language): string {
  const vi = language === "vi";
  const told = failed.map((one) => {
    const [kind, ...rest] = one.split(" ");
    const what = `“${rest.join(" ")}”`;
    if (kind === "must") return vi ? `câu trả lời thiếu ${what}` : `the answer lacks ${what}`;
    if (kind === "not") return vi ? `câu trả lời lại có ${what}` : `the answer has ${what}`;
    return vi ? `ngôn ngữ không phải ${what}` : `the language is not ${what}`;
  });
  const status = vi ? `cần “${wanted}”, bot cho “${got}”` : `expected “${wanted}”, the bot gives “${got}”`;
  return wanted === got ? told.join("; ") : status;
}
