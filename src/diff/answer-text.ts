import type { Answer } from "../core/answer.ts";
import type { Language } from "../core/language.ts";
import { directAnswer } from "../evaluation/evaluate.ts";

/** An answer as it is shown beside another: its direct answer, after its status where it is none. */
export function answerText(answer: Answer | undefined, language: Language): string {
  if (answer === undefined) return "";
  const text = directAnswer(answer);
  return answer.status === "answered" ? text : `[${STATUS[language][answer.status]}] ${text}`;
}

const STATUS = {
  vi: { unknown: "không có", ambiguous: "hỏi lại" },
  en: { unknown: "unknown", ambiguous: "asked back" },
} as const;
