import { forEach, type Steps } from "../core/steps.ts";
import { best, stillOpen } from "./best.ts";
import type { Token } from "./fold.ts";
import { lookUpFor } from "./look-up.ts";
import { createSegmenter, type Segment, type Segments } from "./segments.ts";
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

/** Their texts may have to be read first. */
const DOCUMENTS_A_STEP = 16;

/** Only where a clue leads to so many documents is it worth asking which of them still matter. */
const MANY = 2000;
const MANY_TIMES = 8;

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
  yield* forEach(
    documents,
    (document, at) => {
      const segment = known.get(document) ?? segmentOf(textsAt(at));
      known.set(document, segment);
      held.push(segment);
    },
    DOCUMENTS_A_STEP,
  );
  /** The documents that hold the n-th word or pair are those from firsts[n] up to firsts[n + 1]. */
  const size = numbers.size;
  const firsts = new Int32Array(size + 1);
  yield* forEach(held, ({ ids }) => {
    for (const id of ids) firsts[id + 1] = (firsts[id + 1] ?? 0) + 1;
  });
  for (let id = 0; id < size; id++) firsts[id + 1] = (firsts[id + 1] ?? 0) + (firsts[id] ?? 0);
  yield;
  const next = firsts.slice();
  const holders = new Int32Array(firsts[size] ?? 0);
  const counts = new Uint8Array(holders.length);
  yield* forEach(held, (segment, at) => {
    for (let i = 0; i < segment.ids.length; i++) {
      const id = segment.ids[i] ?? 0;
      const place = next[id] ?? 0;
      next[id] = place + 1;
      holders[place] = at;
      counts[place] = segment.counts[i] ?? 0;
    }
  });
  const average = held.reduce((sum, { length }) => sum + length, 0) / Math.max(1, held.length) || 1;
  const norms = Float32Array.from(held, ({ length }) => K1 * (1 - B + (B * length) / average));
  const scores = new Float32Array(held.length);
  /** How often each document has the term at hand, however it is written there. */
  const times = new Int32Array(held.length);
  /** How many documents hold a term that is written in several ways. */
  const counted = new Map<string, number>();

  /** The numbers of later indexes are of no use here. */
  const from = (id: number): number => (id >= size ? 0 : (firsts[id] ?? 0));
  const to = (id: number): number => (id >= size ? 0 : (firsts[id + 1] ?? 0));
  const isHeld = (id: number): boolean => to(id) > from(id);
  const waysOf = (key: string): readonly number[] => {
    const id = numbers.get(key);
    return id === undefined ? [] : [id];
  };
  const lengthOf = (ids: readonly number[]): number => ids.reduce((sum, id) => sum + to(id) - from(id), 0);

  /** Calls back with each document that holds one of the words, and how often it holds them together. */
  const eachOf = (ids: readonly number[], tell: (at: number, count: number) => void): void => {
    const [only = 0, second] = ids;
    if (second === undefined) {
      if (ids.length === 1) for (let i = from(only); i < to(only); i++) tell(holders[i] ?? 0, counts[i] ?? 0);
      return;
    }
    const found: number[] = [];
    for (const id of ids)
      for (let i = from(id); i < to(id); i++) {
        const at = holders[i] ?? 0;
        if (times[at] === 0) found.push(at);
        times[at] = (times[at] ?? 0) + (counts[i] ?? 0);
      }
    for (const at of found) {
      tell(at, times[at] ?? 0);
      times[at] = 0;
    }
  };

  /** How often one document holds the word. */
  const countIn = (at: number, id: number): number => {
    let [low, high] = [from(id), to(id)];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((holders[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low < to(id) && holders[low] === at ? (counts[low] ?? 0) : 0;
  };

  const holding = (term: string): number => {
    const ids = ways.get(term) ?? [];
    if (ids.length < 2) return lengthOf(ids);
    const known = counted.get(term);
    if (known !== undefined) return known;
    let count = 0;
    eachOf(ids, () => {
      count++;
    });
    counted.set(term, count);
    return count;
  };

  const holds = {
    hasTerm: (term: string): boolean => ways.get(term)?.some(isHeld) === true,
    hasPair: (pair: string): boolean => waysOf(pair).some(isHeld),
    near,
  };

  /** What is looked up, that which tells most first. None adds as much as its weight to a document. */
  const cluesFor = (words: readonly Token[]): Clue[] => {
    const { terms, marked, pairs } = lookUpFor(words, holds);
    const clue = (ids: readonly number[], weight: number, count = lengthOf(ids)): Clue => ({
      ids,
      weight: weight * (K1 + 1) * Math.log(1 + (held.length - count + 0.5) / (count + 0.5)),
    });
    return [
      ...Array.from(terms, ([term, weight]) => clue(ways.get(term) ?? [], weight, holding(term))),
      ...Array.from(marked, (word) => clue(waysOf(word), MARKS_WEIGHT)),
      ...Array.from(pairs, ([pair, weight]) => clue(waysOf(pair), weight * PAIR_WEIGHT)),
    ].sort((a, b) => b.weight - a.weight);
  };

  return {
    holding,
    search(words, limit) {
      const clues = cluesFor(words);
      const touched: number[] = [];
      const add = (at: number, weight: number, count: number): void => {
        if (scores[at] === 0) touched.push(at);
        scores[at] = (scores[at] ?? 0) + (weight * count) / (count + (norms[at] ?? 1));
      };
      let left = clues.reduce((sum, { weight }) => sum + weight, 0);
      let open: readonly number[] | undefined;
      for (const { ids, weight } of clues) {
        if (open === undefined && lengthOf(ids) > Math.max(MANY, touched.length / MANY_TIMES))
          open = stillOpen(touched, scores, limit, left);
        left -= weight;
        if (open === undefined) eachOf(ids, (at, count) => add(at, weight, count));
        else
          for (const at of open) {
            const count = ids.reduce((sum, id) => sum + countIn(at, id), 0);
            if (count > 0) add(at, weight, count);
          }
      }
      const found = best(open ?? touched, scores, limit).map((at) => ({ at, score: scores[at] ?? 0 }));
      for (const at of touched) scores[at] = 0;
      return found;
    },
  };
}

/** Words that count alike, and for how much. */
interface Clue {
  readonly ids: readonly number[];
  readonly weight: number;
}
