import type { Analysis } from "./analyse.ts";
import { isModifier, modifiersOf, weightsOf } from "./documents.ts";
import { createPhrases } from "./lexicon.ts";
import { type Words, wordsOf } from "./match.ts";
import { DECISIVE_WORDS } from "./words.ts";

/** A question with all that is looked at once for each candidate, computed once. */
export interface Question {
  readonly analysis: Analysis;
  readonly words: Words;
  readonly pairsBefore: readonly string[];
  readonly pairsAfter: readonly string[];
  /** How much each token matters, by how rare it is. */
  readonly weights: readonly number[];
  /** The same where every real word matters alike. */
  readonly even: readonly number[];
  readonly modifiers: ReadonlySet<string>;
  readonly isModifier: readonly boolean[];
  /** Ids that the conversation is about. */
  readonly spokenOf: ReadonlySet<string>;
  /** Runs of tokens that name a thing which must not be passed over. */
  readonly decisive: readonly { readonly start: number; readonly end: number }[];
}

const DECISIVE = createPhrases(DECISIVE_WORDS.map((text) => [text, true] as const));

export function lookAt(
  analysis: Analysis,
  weightOf: (term: string) => number,
  spokenOf: ReadonlySet<string>,
): Question {
  const { tokens } = analysis;
  const decisive = tokens.flatMap((_, start) => {
    const length = DECISIVE.longest(tokens, start)?.length;
    return length === undefined ? [] : [{ start, end: start + length }];
  });
  return {
    analysis,
    words: wordsOf(tokens),
    pairsBefore: tokens.map((token, i) => `${tokens[i - 1]?.term} ${token.term}`),
    pairsAfter: tokens.map((token, i) => `${token.term} ${tokens[i + 1]?.term}`),
    weights: weightsOf(tokens, weightOf),
    even: weightsOf(tokens, () => 1),
    modifiers: new Set(modifiersOf(tokens)),
    isModifier: tokens.map((token, i) => isModifier(token, tokens[i - 1])),
    spokenOf,
    decisive,
  };
}
