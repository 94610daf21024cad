import type { Steps } from "../core/steps.ts";
import type { ReadText } from "./text-reader.ts";

/** An index of texts by folded syllables and their pairs (BM25). Length counts little: short facts and long ones compete. */
export interface TextIndex {
  /** Positions of the best texts for these terms, best first, with their scores. */
  search(terms: readonly string[], limit: number): { readonly at: number; readonly score: number }[];
  /** How many documents hold the term. */
  holding(term: string): number;
}

const K1 = 1.2;
const B = 0.25;
/** A pair says more than its two syllables, but half of it is said by them already. */
const PAIR_WEIGHT = 0.6;

/** What one document holds: the numbers of its terms and pairs, how often it has each, and how long it is. */
interface Segment {
  readonly ids: Int32Array;
  readonly counts: Int32Array;
  readonly length: number;
}

/**
 * Terms and pairs by number, and what each document holds of them. It outlives an index: of a document that has been there
 * before, nothing has to be worked out again. Indexes that share it have all the same numbers.
 */
export interface Segments {
  readonly numbers: Map<string, number>;
  readonly known: WeakMap<object, Segment>;
}

export const createSegments = (): Segments => ({ numbers: new Map(), known: new WeakMap() });

const DOCUMENTS_A_STEP = 64;

/** The index of these documents, by their positions; pairs do not run over the borders of their texts. */
export function* makingTextIndex(
  documents: readonly object[],
  textsAt: (position: number) => Iterable<ReadText>,
  { numbers, known }: Segments,
): Steps<TextIndex> {
  const segments: Segment[] = [];
  for (const [at, document] of documents.entries()) {
    const segment = known.get(document) ?? segmentOf(textsAt(at), numbers);
    known.set(document, segment);
    segments.push(segment);
    if (at % DOCUMENTS_A_STEP === 0) yield;
  }
  /** The documents that hold the n-th term are those from firsts[n] up to firsts[n + 1]. */
  const size = numbers.size;
  const firsts = new Int32Array(size + 1);
  for (const { ids } of segments) for (const id of ids) firsts[id + 1] = (firsts[id + 1] ?? 0) + 1;
  for (let id = 0; id < size; id++) firsts[id + 1] = (firsts[id + 1] ?? 0) + (firsts[id] ?? 0);
  yield;
  const next = firsts.slice();
  const holders = new Int32Array(firsts[size] ?? 0);
  const counts = new Int32Array(holders.length);
  for (const [at, segment] of segments.entries()) {
    for (let i = 0; i < segment.ids.length; i++) {
      const id = segment.ids[i] ?? 0;
      const place = next[id] ?? 0;
      next[id] = place + 1;
      holders[place] = at;
      counts[place] = segment.counts[i] ?? 0;
    }
    if (at % DOCUMENTS_A_STEP === 0) yield;
  }
  const average = segments.reduce((sum, { length }) => sum + length, 0) / Math.max(1, segments.length) || 1;
  const norms = Float32Array.from(segments, ({ length }) => K1 * (1 - B + (B * length) / average));
  const scores = new Float32Array(segments.length);

  /** The numbers of later indexes are of no use here. */
  const range = (term: string): readonly [from: number, to: number] => {
    const id = numbers.get(term);
    return id === undefined || id >= size ? [0, 0] : [firsts[id] ?? 0, firsts[id + 1] ?? 0];
  };

  return {
    holding(term) {
      const [from, to] = range(term);
      return to - from;
    },
    search(terms, limit) {
      const touched: number[] = [];
      for (const term of new Set(withPairs(terms))) {
        const [from, to] = range(term);
        const rarity = Math.log(1 + (segments.length - (to - from) + 0.5) / (to - from + 0.5));
        const weight = rarity * (K1 + 1) * (term.includes(" ") ? PAIR_WEIGHT : 1);
        for (let i = from; i < to; i++) {
          const at = holders[i] ?? 0;
          const count = counts[i] ?? 0;
          if (scores[at] === 0) touched.push(at);
          scores[at] = (scores[at] ?? 0) + (weight * count) / (count + (norms[at] ?? 1));
        }
      }
      const found = touched.map((at) => ({ at, score: scores[at] ?? 0 })).sort((a, b) => b.score - a.score);
      for (const at of touched) scores[at] = 0;
      return found.slice(0, limit);
    },
  };
}

const withPairs = (terms: readonly string[]): string[] => [
  ...terms,
  ...terms.slice(1).map((term, i) => `${terms[i]} ${term}`),
];

function segmentOf(texts: Iterable<ReadText>, numbers: Map<string, number>): Segment {
  const counted = new Map<number, number>();
  let length = 0;
  for (const { tokens, terms } of texts) {
    length += tokens.length;
    for (const term of terms) {
      let id = numbers.get(term);
      if (id === undefined) {
        id = numbers.size;
        numbers.set(term, id);
      }
      counted.set(id, (counted.get(id) ?? 0) + 1);
    }
  }
  return { ids: Int32Array.from(counted.keys()), counts: Int32Array.from(counted.values()), length };
}
