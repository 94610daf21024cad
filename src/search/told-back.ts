import type { Knowledge } from "../core/knowledge.ts";
import { nameOf } from "../core/naming.ts";
import type { Analysis } from "./analyse.ts";
import type { Question } from "./question.ts";
import { REAL_WORD } from "./wordings.ts";

/** The capitals of a part of a question, where nothing in it was put right. */
export function asTyped(part: string, question: string): string {
  const typed = question.normalize("NFC");
  const at = typed.toLowerCase().indexOf(part);
  return (at < 0 ? part : typed.slice(at, at + part.length)).replace(/[\s?!.]+$/, "");
}

const MOST_PHRASES = 4;

/** What the question is about apart from names: its content, run by run as typed, where a run has a real word. */
export function contentPhrases({ analysis, even, decisive }: Question): string[] {
  const isDecisive = (at: number): boolean => decisive.some(({ start, end }) => start <= at && at < end);
  const phrases: string[] = [];
  let run: string[] = [];
  let isReal = false;
  const end = (): void => {
    if (isReal) phrases.push(run.join(" "));
    run = [];
    isReal = false;
  };
  for (const [i, token] of analysis.tokens.entries()) {
    if (analysis.roles[i] !== "content") {
      end();
      continue;
    }
    run.push(token.typed);
    if ((even[i] ?? 0) >= REAL_WORD || isDecisive(i)) isReal = true;
  }
  end();
  return phrases.slice(0, MOST_PHRASES);
}

/** What the question names, by its full name; who holds an office that it names is not said, being an answer. */
export function namesIn(analysis: Analysis, knowledge: Knowledge): string[] {
  const ids = analysis.mentions.flatMap(({ entities: [first] }) =>
    first === undefined || first.id.includes("/") ? [] : [first.id],
  );
  return [...new Set(ids)].map((id) => nameOf(knowledge, id, analysis.language));
}
