import { asWritten, pairOf } from "./look-up.ts";
import type { ReadText } from "./text-reader.ts";

/** What one document holds: the numbers of its words and pairs, how often it has each, and how long it is. */
export interface Segment {
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

/** Makes segments one after the other; a text that stands in many documents is looked at once. */
export function createSegmenter({ numbers, ways }: Segments): (texts: Iterable<ReadText>) => Segment {
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
