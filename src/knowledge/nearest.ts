import { editDistance } from "../core/distance.ts";
import type { Both } from "../core/language.ts";
import { fold } from "./fold.ts";

/** The candidate that was probably meant by a mistyped word; none if nothing is near. The first of equals wins. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = fold(word);
  let limit = Math.max(1, Math.floor(typed.length / 3));
  let best: string | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(typed, fold(candidate), limit);
    if (distance > limit) continue;
    best = candidate;
    limit = distance - 1;
  }
  return best;
}

export const didYouMean = (word: string): Both => ({ vi: `Có phải “${word}”?`, en: `Did you mean “${word}”?` });
export const choices = (words: readonly string[]): Both => ({
  vi: `Dùng một trong: ${words.join(", ")}.`,
  en: `Use one of: ${words.join(", ")}.`,
});
