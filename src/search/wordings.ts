import { isNumber, type Token, type Tokenize, toneLast } from "./fold.ts";
import { type Phrases, phrasesOf } from "./lexicon.ts";
import { couldBeSyllable } from "./telex.ts";
import { CUES, ENGLISH_WORDS, LIGHT_WORDS, MODIFIERS, VIETNAMESE_WORDS } from "./words.ts";

/** One wording, ready to be compared: its terms with how much each matters. */
export interface Wording {
  readonly terms: readonly string[];
  readonly weights: readonly number[];
  readonly total: number;
  readonly set: ReadonlySet<string>;
  readonly marked: readonly string[];
  /** Which of its words are real ones, not fillers. */
  readonly isCore: readonly boolean[];
  /** Its first words of weight: what a count counts. */
  readonly heads: ReadonlySet<string>;
  readonly modifiers: readonly string[];
}

/** term → the ways in which it is written with marks. */
export type Marked = ReadonlyMap<string, ReadonlySet<string>>;

const FILLERS = phrasesOf([...VIETNAMESE_WORDS, ...ENGLISH_WORDS, ...CUES.flatMap(([phrases]) => phrases.split("|"))]);
const LIGHT = phrasesOf(LIGHT_WORDS);
/** An English word says as much as a Vietnamese word, which mostly has two syllables. */
const WORD_WEIGHT = 1.6;
const FILLER_WEIGHT = 0.15;
const LIGHT_WEIGHT = 0.3;

function coveredBy(phrases: Phrases<true>, tokens: readonly Token[]): boolean[] {
  const covered = tokens.map(() => false);
  for (let i = 0; i < tokens.length; ) {
    const length = phrases.longest(tokens, i)?.length ?? 0;
    covered.fill(true, i, i + length);
    i += Math.max(1, length);
  }
  return covered;
}

/** How much each token of a question or wording matters: fillers and cues next to nothing, light words little. */
export function weightsOf(tokens: readonly Token[], weightOf: (term: string) => number): number[] {
  const filler = coveredBy(FILLERS, tokens);
  const light = coveredBy(LIGHT, tokens);
  return tokens.map((token, i) => {
    const weight = weightOf(token.term);
    if (filler[i]) return FILLER_WEIGHT * weight;
    if (light[i]) return LIGHT_WEIGHT * weight;
    return couldBeSyllable(token.folded) ? weight : WORD_WEIGHT * weight;
  });
}

/** True for "phó", "former" and the like. Without marks "pho" is also "phố", which follows "thành". */
export function isModifier(token: Token, before: Token | undefined): boolean {
  if (MODIFIERS.has(token.typed)) return before?.folded !== "ung" && before?.folded !== "doi";
  return token.typed === "pho" && before?.folded !== "thanh";
}

export function modifiersOf(tokens: readonly Token[]): string[] {
  return tokens.filter((token, i) => isModifier(token, tokens[i - 1])).map((token) => token.folded);
}

/** A Vietnamese word has two syllables. */
const HEAD_TERMS = 2;

export function wordingOf(tokens: readonly Token[], weigh: (tokens: readonly Token[]) => number[]): Wording {
  const weights = weigh(tokens);
  const isFiller = coveredBy(FILLERS, tokens);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const heads = new Set(
    tokens.flatMap((token, i) => (isFiller[i] || isNumber(token) ? [] : [token.term])).slice(0, HEAD_TERMS),
  );
  return {
    terms: tokens.map((token) => token.term),
    weights,
    total,
    heads,
    set: new Set(tokens.map((token) => token.term)),
    marked: tokens.map((token) => toneLast(token.typed)),
    isCore: isFiller.map((filler) => !filler),
    modifiers: modifiersOf(tokens),
  };
}

export function markedIn(tokens: readonly Token[]): Marked {
  const marked = new Map<string, Set<string>>();
  for (const token of tokens) {
    const ways = marked.get(token.term) ?? new Set();
    ways.add(toneLast(token.typed));
    marked.set(token.term, ways);
  }
  return marked;
}

export const pairsOf = (tokens: readonly Token[]): string[] =>
  tokens.slice(1).map((token, i) => `${tokens[i]?.term} ${token.term}`);

/** In a phrasing all real words matter alike, also the light ones: "date", "name". */
export const evenly = (tokens: readonly Token[]): number[] =>
  coveredBy(FILLERS, tokens).map((filler) => (filler ? FILLER_WEIGHT : 1));

/** How much a term tells: 1 for one that few facts hold, near 0 for one that most hold. */
export function termWeights(texts: readonly (readonly string[])[], tokenize: Tokenize): (term: string) => number {
  const count = new Map<string, number>();
  for (const group of texts) {
    const terms = new Set(group.flatMap((text) => tokenize(text).map((token) => token.term)));
    for (const term of terms) count.set(term, (count.get(term) ?? 0) + 1);
  }
  const all = Math.max(2, texts.length);
  const scale = Math.log(1 + all);
  return (term) => Math.max(0.15, Math.log(1 + all / (1 + (count.get(term) ?? 0))) / scale);
}
