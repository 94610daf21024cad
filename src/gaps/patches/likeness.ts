import { editDistance } from "../../core/distance.ts";
import { type Token, tokenize } from "../../search/fold.ts";
import { phrasesOf } from "../../search/lexicon.ts";
import { CUES, ENGLISH_WORDS, LIGHT_WORDS, VIETNAMESE_WORDS } from "../../search/words.ts";

/** Words as names are compared by. */
export interface Looks {
  /** But for words that carry nothing. */
  readonly terms: readonly string[];
  /** Without spaces and marks. */
  readonly letters: string;
  readonly initials: string;
}

const IDLE = phrasesOf([
  ...VIETNAMESE_WORDS,
  ...ENGLISH_WORDS,
  ...LIGHT_WORDS,
  ...CUES.flatMap(([all]) => all.split("|")),
]);

const isIdle = (tokens: readonly Token[], at: number): boolean => IDLE.longest(tokens, at)?.length === 1;

export function looksOf(text: string): Looks {
  const tokens = tokenize(text);
  return {
    terms: tokens.flatMap((token, at) => (isIdle(tokens, at) ? [] : [token.term])),
    letters: tokens.map(({ folded }) => folded).join(""),
    initials: tokens.map(({ folded }) => folded.charAt(0)).join(""),
  };
}

/** How much words look like a name, 0 to 1: the letters that its words begin with, a slip or two, or the words that they share. */
export function likenessOf(words: Looks, name: Looks): number {
  if (words.terms.length === 0 || name.terms.length === 0) return 0;
  if (words.terms.length === 1 && name.terms.length > 1 && words.letters === name.initials) return 1;
  const { length } = words.letters;
  const allowed = length < 5 ? 0 : length < 10 ? 1 : 2;
  if (Math.abs(length - name.letters.length) <= allowed) {
    const slips = editDistance(words.letters, name.letters, allowed);
    if (slips <= allowed) return 1 - slips / length;
  }
  const shared = words.terms.filter((term) => name.terms.includes(term)).length;
  return (2 * shared) / (words.terms.length + name.terms.length);
}
