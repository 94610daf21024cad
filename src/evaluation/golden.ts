import type { Bot } from "../core/bot.ts";
import type { GoldenQuestion } from "../core/knowledge.ts";
import type { Both } from "../core/language.ts";
import { directAnswer, evaluate, type Judged } from "./evaluate.ts";

/** A golden question that the bot does not answer as its author expects. */
export interface Broken {
  readonly question: GoldenQuestion;
  readonly message: Both;
  readonly hint: Both;
}

/** Asks the golden questions as they are written. A question that must be asked back is held to it. */
export const brokenQuestions = (bot: Bot, questions: readonly GoldenQuestion[], now: number): readonly Broken[] =>
  evaluate(bot, questions, "plain", now).filter(isBroken).map(broken);

const isBroken = ({ verdict, question, answer }: Judged): boolean =>
  verdict !== "right" || (question.expect === "ambiguous" && answer.status !== "ambiguous");

const STATUS = {
  answered: { vi: "có câu trả lời", en: "answered" },
  unknown: { vi: "không có", en: "unknown" },
  ambiguous: { vi: "hỏi lại", en: "asked back" },
} as const;

function broken({ question, answer, failed }: Judged): Broken {
  const missed = failed.length === 0 ? "" : ` (${failed.join("; ")})`;
  const { expect } = question;
  const [wanted, got] = [STATUS[expect], STATUS[answer.status]];
  return {
    question,
    message: {
      vi: `Câu hỏi mẫu không còn đúng: cần “${wanted.vi}”, bot cho “${got.vi}”${missed}.`,
      en: `This golden question no longer holds: expected “${wanted.en}”, the bot gives “${got.en}”${missed}.`,
    },
    hint: {
      vi: `Bot trả lời: ${directAnswer(answer)}`.replaceAll("\n", " "),
      en: `The bot says: ${directAnswer(answer)}`.replaceAll("\n", " "),
    },
  };
}
