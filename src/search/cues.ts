import type { AnswerType } from "../core/knowledge.ts";
import type { Token } from "./fold.ts";
import { createPhrases } from "./lexicon.ts";
import { CUES } from "./words.ts";

/** The phrases that say what kind of answer is wanted. */
export const CUE_PHRASES = createPhrases(
  CUES.flatMap(([phrases, types]) => phrases.split("|").map((text) => [text, { text, types }] as const)),
);

const ANYBODY: readonly AnswerType[] = ["person", "organisation"];

/** What is wanted where more of the question follows: "câu này là ai nói" asks who does it, not who somebody is. */
export const typesBefore = (
  { text, types }: { readonly text: string; readonly types: readonly AnswerType[] },
  goesOn: boolean,
): readonly AnswerType[] => (text === "là ai" && goesOn ? ANYBODY : types);

const NUMERIC = new Set<AnswerType>(["number", "amount", "percent", "date", "year"]);

/** "Mấy tấm ảnh này lấy ở đâu", "mấy vùng nào": some of them, not how many. `isFirst` where nothing is told before it. */
export function isPlural(text: string, tokens: readonly Token[], at: number, isFirst: boolean): boolean {
  const asksElse = (i: number): boolean => {
    const types = CUE_PHRASES.longest(tokens, i)?.value.types ?? [];
    return types.length > 0 && !types.some((type) => NUMERIC.has(type));
  };
  if (CUE_PHRASES.longest(tokens, at)?.value.text !== "mấy") return false;
  if (asksElse(at + 1)) return true;
  const next = isFirst ? tokens.findIndex((_, i) => i > at + 1 && asksElse(i)) : -1;
  return next > 0 && !/[,;?]/.test(text.slice(tokens[at]?.end, tokens[next]?.start));
}
