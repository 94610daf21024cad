import { isNumber, type Token, termOf, toneLast } from "./fold.ts";
import { isFiller } from "./wordings.ts";

/** What a question is looked up by in an index of texts. */
export interface LookUp {
  /** Terms and pairs of terms with how much each counts, 1 for what was typed. */
  readonly terms: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
  /** Words as they are written with marks; none where the question has no marks. */
  readonly marked: ReadonlySet<string>;
}

/** What the index holds. */
export interface Held {
  hasTerm(term: string): boolean;
  hasPair(pair: string): boolean;
  /** Folded words one slip away. */
  near(folded: string): readonly string[];
}

/** What a question is wrapped in says little about what it is about, rare as it may be in texts: "bao nhiêu", "who". */
const FILLER_WEIGHT = 0.5;
/** An unknown word counts as each word one slip away, by so much for each letter that they share. */
const SLIP_WEIGHT = 0.9;
const LONG_ENOUGH_FOR_SLIP = 3;
/** A pair that never stands counts as those that do and are one slip away. */
const PAIR_SLIP_WEIGHT = 0.5;

/** Slips are not put right but looked up as all that they may be: what they stand beside decides. */
export function lookUpFor(words: readonly Token[], { hasTerm, hasPair, near }: Held): LookUp {
  const terms = new Map<string, number>();
  const pairs = new Map<string, number>();
  const weights = isFiller(words).map((filler) => (filler ? FILLER_WEIGHT : 1));
  const known = new Map<number, readonly string[]>();
  const nearTerms = (at: number): readonly string[] => {
    const word = words[at];
    const found = known.get(at) ?? (word === undefined || isNumber(word) ? [] : near(word.folded).map(termOf));
    known.set(at, found);
    return found;
  };
  for (const [at, { term, folded }] of words.entries()) {
    raise(terms, term, weights[at] ?? 1);
    if (folded.length >= LONG_ENOUGH_FOR_SLIP && !hasTerm(term))
      for (const other of nearTerms(at))
        raise(terms, other, SLIP_WEIGHT * (1 - 1 / Math.max(term.length, other.length)));
    const before = words[at - 1]?.term;
    if (before === undefined) continue;
    const weight = Math.max(weights[at - 1] ?? 1, weights[at] ?? 1);
    const pair = pairOf(before, term);
    raise(pairs, pair, weight);
    if (weight < 1 || hasPair(pair)) continue;
    const others = [
      ...nearTerms(at - 1).map((other) => pairOf(other, term)),
      ...nearTerms(at).map((other) => pairOf(before, other)),
    ];
    for (const other of others) if (hasPair(other)) raise(pairs, other, PAIR_SLIP_WEIGHT);
  }
  return {
    terms,
    pairs,
    marked: new Set(hasMarks(words) ? words.filter((_, at) => weights[at] === 1).map(asWritten) : []),
  };
}

function raise(weights: Map<string, number>, key: string, weight: number): void {
  if ((weights.get(key) ?? 0) < weight) weights.set(key, weight);
}

const hasMarks = (words: readonly Token[]): boolean =>
  words.some((word) => !isNumber(word) && word.typed !== word.folded);

export const pairOf = (before: string, after: string): string => `${before} ${after}`;

/** By its marks, wherever the tone is put; a number by its value. */
export const asWritten = (word: Token): string => (isNumber(word) ? word.term : toneLast(word.typed));
