import type { Tokenize } from "./fold.ts";

/** An index of texts by folded syllables and their pairs (BM25). Length counts little: short facts and long ones compete. */
export interface TextIndex {
  /** Positions of the best texts for these terms, best first, with their scores. */
  search(terms: readonly string[], limit: number): { readonly at: number; readonly score: number }[];
}

const K1 = 1.2;
const B = 0.25;
/** A pair says more than its two syllables, but half of it is said by them already. */
const PAIR_WEIGHT = 0.6;

interface Postings {
  readonly at: number[];
  readonly count: number[];
}

const withPairs = (terms: readonly string[]): string[] => [
  ...terms,
  ...terms.slice(1).map((term, i) => `${terms[i]} ${term}`),
];

/** `texts[i]` are the wordings of the i-th document; pairs do not run over their borders. */
export function createTextIndex(texts: readonly (readonly string[])[], tokenize: Tokenize): TextIndex {
  const postings = new Map<string, Postings>();
  const lengths = texts.map((wordings, at) => {
    const counts = new Map<string, number>();
    let length = 0;
    for (const wording of wordings) {
      const terms = tokenize(wording).map((token) => token.term);
      length += terms.length;
      for (const term of withPairs(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    for (const [term, count] of counts) {
      const list = postings.get(term) ?? { at: [], count: [] };
      list.at.push(at);
      list.count.push(count);
      postings.set(term, list);
    }
    return length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1;
  const norms = Float32Array.from(lengths, (length) => K1 * (1 - B + (B * length) / average));
  const scores = new Float32Array(texts.length);

  return {
    search(terms, limit) {
      const touched: number[] = [];
      for (const term of new Set(withPairs(terms))) {
        const list = postings.get(term);
        if (list === undefined) continue;
        const rarity = Math.log(1 + (texts.length - list.at.length + 0.5) / (list.at.length + 0.5));
        const weight = rarity * (K1 + 1) * (term.includes(" ") ? PAIR_WEIGHT : 1);
        for (let i = 0; i < list.at.length; i++) {
          const at = list.at[i] ?? 0;
          const count = list.count[i] ?? 0;
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
