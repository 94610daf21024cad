import { isNumber, type Token, tokenize, toneLast } from "./fold.ts";
import { WRAPPING_PHRASES } from "./function-phrases.ts";
import { type Phrases, phrasesOf } from "./lexicon.ts";
import { couldBeSyllable } from "./telex.ts";
import { LIGHT_WORDS, MODIFIERS } from "./words.ts";

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
export interface Marked {
  get(term: string): ReadonlySet<string> | undefined;
}

/** What weighs as much, where every word weighs alike, is a real one: neither a function word nor a light one. */
export const REAL_WORD = 0.5;

const LIGHT = phrasesOf(LIGHT_WORDS);
/** One of the words that never are the thing itself. */
export const isLightWord = (word: string): boolean => LIGHT.longest(tokenize(word), 0) !== undefined;

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

/** Which tokens only wrap what a question is about, or say what kind of answer is wanted. */
export const isFiller = (tokens: readonly Token[]): boolean[] => coveredBy(WRAPPING_PHRASES, tokens);

/** How much each token of a question or wording matters: fillers and cues next to nothing, light words little. */
export const weightsOf = (tokens: readonly Token[], weightOf: (term: string) => number): number[] =>
  factorsOf(tokens, isFiller(tokens)).map((factor, i) => factor * weightOf(tokens[i]?.term ?? ""));

/** The same before it is known how rare each term is. */
function factorsOf(tokens: readonly Token[], filler: readonly boolean[]): number[] {
  const light = coveredBy(LIGHT, tokens);
  return tokens.map((token, i) => {
    if (filler[i]) return FILLER_WEIGHT;
    if (light[i]) return LIGHT_WEIGHT;
    return couldBeSyllable(token.folded) ? 1 : WORD_WEIGHT;
  });
}

const BEHIND_NGUYEN = new Set("van nhan tac lieu vat dan ven ban".split(" "));

/** True for "phó", "former" and the like. Without marks "pho" is also "phố", which follows "thành". */
export function isModifier(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token === undefined) return false;
  /** "Ứng phó", "nguyên văn" are words of their own. */
  const isPart =
    before?.folded === "ung" ||
    before?.folded === "doi" ||
    (token.typed === "nguyên" && BEHIND_NGUYEN.has(after?.folded ?? ""));
  return !isPart && (MODIFIERS.has(token.typed) || (token.typed === "pho" && before?.folded !== "thanh"));
}

export function modifiersOf(tokens: readonly Token[]): string[] {
  return tokens.filter((_, i) => isModifier(tokens, i)).map((token) => token.folded);
}

/** A Vietnamese word has two syllables. */
const HEAD_TERMS = 2;

/** A wording before it is known how rare its terms are: what a term's weight is multiplied with. */
export interface Unweighed extends Omit<Wording, "weights" | "total"> {
  readonly factors: readonly number[];
}

export function weighed({ factors, ...wording }: Unweighed, weightOf: (term: string) => number): Wording {
  const weights = factors.map((factor, i) => factor * weightOf(wording.terms[i] ?? ""));
  return { ...wording, weights, total: weights.reduce((sum, weight) => sum + weight, 0) };
}

/** In a phrasing all real words matter alike, also the light ones: "date", "name". */
export function evenWording(tokens: readonly Token[]): Wording {
  const wording = unweighed(tokens);
  const factors = wording.isCore.map((core) => (core ? 1 : FILLER_WEIGHT));
  return weighed({ ...wording, factors }, () => 1);
}

export function unweighed(tokens: readonly Token[]): Unweighed {
  const fillers = isFiller(tokens);
  const heads = new Set(
    tokens.flatMap((token, i) => (fillers[i] || isNumber(token) ? [] : [token.term])).slice(0, HEAD_TERMS),
  );
  return {
    terms: tokens.map((token) => token.term),
    factors: factorsOf(tokens, fillers),
    heads,
    set: new Set(tokens.map((token) => token.term)),
    marked: tokens.map((token) => toneLast(token.typed)),
    isCore: fillers.map((filler) => !filler),
    modifiers: modifiersOf(tokens),
  };
}

export function markedIn(tokens: readonly Token[]): ReadonlyMap<string, ReadonlySet<string>> {
  const marked = new Map<string, ReadonlySet<string>>();
  for (const token of tokens) {
    if (isNumber(token)) continue;
    const { term, typed } = token;
    const way = toneLast(typed);
    const ways = marked.get(term);
    if (ways?.has(way) !== true) marked.set(term, ways === undefined ? onlyWay(way) : new Set([...ways, way]));
  }
  return marked;
}

/** Nearly every term is written in one way: of each such set one is enough. */
const single = new Map<string, ReadonlySet<string>>();

function onlyWay(way: string): ReadonlySet<string> {
  const known = single.get(way) ?? new Set([way]);
  if (single.size < MOST_WAYS) single.set(way, known);
  return known;
}

const MOST_WAYS = 50_000;

export const pairsOf = (tokens: readonly Token[]): string[] =>
  tokens.slice(1).map((token, i) => `${tokens[i]?.term} ${token.term}`);

const MOST_WEIGHTS = 50_000;

/** How much a term tells: 1 for one that few of so many facts hold, near 0 for one that most hold. */
export function termWeights(facts: number, holding: (term: string) => number): (term: string) => number {
  const all = Math.max(2, facts);
  const scale = Math.log(1 + all);
  /** To count who holds a term takes the longer the more do, and documents share their terms. */
  const known = new Map<string, number>();
  return (term) => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const weight = Math.max(0.15, Math.log(1 + all / (1 + holding(term))) / scale);
    if (known.size < MOST_WEIGHTS) known.set(term, weight);
    return weight;
  };
}
