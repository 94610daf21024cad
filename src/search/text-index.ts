import type { Steps } from "../core/steps.ts";
import type { Token } from "./fold.ts";
import { asWritten, lookUpFor, pairOf } from "./look-up.ts";
import type { ReadText } from "./text-reader.ts";

/**
 * An index of texts (BM25) by folded syllables and their pairs; a syllable that has its marks too counts for more, and a slip
 * is looked up as all that it may be. Length counts little: short facts and long ones compete.
 */
export interface TextIndex {
  /** Positions of the best texts for these words, best first, with their scores. */
  search(words: readonly Token[], limit: number): { readonly at: number; readonly score: number }[];
  /** How many documents hold the term. */
  holding(term: string): number;
}

const K1 = 1.2;
const B = 0.3;
/** A pair says more than its two syllables, but half of it is said by them already. */
const PAIR_WEIGHT = 0.6;
/** What its marks add to a syllable. */
const MARKS_WEIGHT = 0.45;

/** What one document holds: the numbers of its words and pairs, how often it has each, and how long it is. */
interface Segment {
  readonly ids: Int32Array;
  readonly counts: Uint8Array;
  readonly length: number;
}

/**
 * Words as they are written and pairs of terms, by number, and what each document holds of them. It outlives an index: of a
 * document that has been there before, nothing has to be worked out again. Indexes that share it have all the same numbers.
 */
export interface Segments {
  readonly numbers: Map<string, number>;
  /** Term → the numbers of the words that fold to it. */
  readonly ways: Map<string, number[]>;
  readonly known: WeakMap<object, Segment>;
}

export const createSegments = (): Segments => ({ numbers: new Map(), ways: new Map(), known: new WeakMap() });

const DOCUMENTS_A_STEP = 64;

/**
 * The index of these documents, by their positions; pairs do not run over the borders of their texts. `near` tells the folded
 * words one slip away.
 */
export function* makingTextIndex(
  documents: readonly object[],
  textsAt: (position: number) => Iterable<ReadText>,
  segments: Segments,
  near: (folded: string) => readonly string[],
): Steps<TextIndex> {
  const { numbers, ways, known } = segments;
  const segmentOf = createSegmenter(segments);
  const held: Segment[] = [];
  for (const [at, document] of documents.entries()) {
    const segment = known.get(document) ?? segmentOf(textsAt(at));
    known.set(document, segment);
    held.push(segment);
    if (at % DOCUMENTS_A_STEP === 0) yield;
  }
  /** The documents that hold the n-th word or pair are those from firsts[n] up to firsts[n + 1]. */
  const size = numbers.size;
  const firsts = new Int32Array(size + 1);
  for (const { ids } of held) for (const id of ids) firsts[id + 1] = (firsts[id + 1] ?? 0) + 1;
  for (let id = 0; id < size; id++) firsts[id + 1] = (firsts[id + 1] ?? 0) + (firsts[id] ?? 0);
  yield;
  const next = firsts.slice();
  const holders = new Int32Array(firsts[size] ?? 0);
  const counts = new Uint8Array(holders.length);
  for (const [at, segment] of held.entries()) {
    for (let i = 0; i < segment.ids.length; i++) {
      const id = segment.ids[i] ?? 0;
      const place = next[id] ?? 0;
      next[id] = place + 1;
      holders[place] = at;
      counts[place] = segment.counts[i] ?? 0;
    }
    if (at % DOCUMENTS_A_STEP === 0) yield;
  }
  const average = held.reduce((sum, { length }) => sum + length, 0) / Math.max(1, held.length) || 1;
  const norms = Float32Array.from(held, ({ length }) => K1 * (1 - B + (B * length) / average));
  const scores = new Float32Array(held.length);
  /** How often each document has the term at hand, however it is written there. */
  const times = new Int32Array(held.length);

  /** The numbers of later indexes are of no use here. */
  const from = (id: number | undefined): number => (id === undefined || id >= size ? 0 : (firsts[id] ?? 0));
  const to = (id: number | undefined): number => (id === undefined || id >= size ? 0 : (firsts[id + 1] ?? 0));
  const isHeld = (id: number | undefined): boolean => to(id) > from(id);
  const rarity = (holding: number): number => (K1 + 1) * Math.log(1 + (held.length - holding + 0.5) / (holding + 0.5));

  /** The documents that hold a term, with `times` set for each. */
  const gather = (term: string): number[] => {
    const found: number[] = [];
    for (const id of ways.get(term) ?? [])
      for (let i = from(id); i < to(id); i++) {
        const at = holders[i] ?? 0;
        if (times[at] === 0) found.push(at);
        times[at] = (times[at] ?? 0) + (counts[i] ?? 0);
      }
    return found;
  };

  const holds = {
    hasTerm: (term: string): boolean => ways.get(term)?.some(isHeld) === true,
    hasPair: (pair: string): boolean => isHeld(numbers.get(pair)),
    near,
  };

  return {
    holding(term) {
      const found = gather(term);
      for (const at of found) times[at] = 0;
      return found.length;
    },
    search(words, limit) {
      const { terms, marked, pairs } = lookUpFor(words, holds);
      const touched: number[] = [];
      const add = (at: number, weight: number, count: number): void => {
        if (scores[at] === 0) touched.push(at);
        scores[at] = (scores[at] ?? 0) + (weight * count) / (count + (norms[at] ?? 1));
      };
      const addAll = (key: string, weight: number): void => {
        const id = numbers.get(key);
        const each = weight * rarity(to(id) - from(id));
        for (let i = from(id); i < to(id); i++) add(holders[i] ?? 0, each, counts[i] ?? 0);
      };
      for (const [term, weight] of terms) {
        const found = gather(term);
        const each = weight * rarity(found.length);
        for (const at of found) {
          add(at, each, times[at] ?? 0);
          times[at] = 0;
        }
      }
      for (const word of marked) addAll(word, MARKS_WEIGHT);
      for (const [pair, weight] of pairs) addAll(pair, weight * PAIR_WEIGHT);
      const found = touched.map((at) => ({ at, score: scores[at] ?? 0 }));
      for (const at of touched) scores[at] = 0;
      return found.sort((a, b) => b.score - a.score || a.at - b.at).slice(0, limit);
    },
  };
}

/** Makes segments one after the other; a text that stands in many documents is looked at once. */
function createSegmenter({ numbers, ways }: Segments): (texts: Iterable<ReadText>) => Segment {
  const known = new Map<ReadText, readonly number[]>();
  /** How often each word or pair stands in the document at hand. */
  let times = new Int32Array(1024);

  const numberOf = (key: string, term?: string): number => {
    const before = numbers.get(key);
    if (before !== undefined) return before;
    const number = numbers.size;
    numbers.set(key, number);
    if (term !== undefined) ways.set(term, [...(ways.get(term) ?? []), number]);
    return number;
  };
  const numbersIn = (text: ReadText): readonly number[] => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const { tokens } = text;
    const words = tokens.map((token) => numberOf(asWritten(token), token.term));
    // A word alone may be any of very many numbers.
    if (tokens.length === 1) return words;
    const found = [...words, ...tokens.slice(1).map(({ term }, i) => numberOf(pairOf(tokens[i]?.term ?? "", term)))];
    known.set(text, found);
    return found;
  };

  return (texts) => {
    const ids: number[] = [];
    let length = 0;
    for (const text of texts) {
      length += text.tokens.length;
      for (const id of numbersIn(text)) {
        if (id >= times.length) {
          const more = new Int32Array(2 * numbers.size);
          more.set(times);
          times = more;
        }
        if (times[id] === 0) ids.push(id);
        times[id] = (times[id] ?? 0) + 1;
      }
    }
    const counts = Uint8Array.from(ids, (id) => Math.min(times[id] ?? 0, MOST_TIMES));
    for (const id of ids) times[id] = 0;
    return { ids: Int32Array.from(ids), counts, length };
  };
}

const MOST_TIMES = 255;
