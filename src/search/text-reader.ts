import { type Token, tokenize, toneLast } from "./fold.ts";
import { inFull } from "./short-forms.ts";
import { CUES, VIETNAMESE_WORDS } from "./words.ts";

/** A text of the knowledge base with all that indexes want of it. */
export interface ReadText {
  readonly tokens: readonly Token[];
  /** Its words and the pairs in which they stand, by their numbers in the vocabulary. */
  readonly words: Int32Array;
  readonly pairs: Int32Array;
  /** Whether neither word of a pair is a function word as it is written there: 1 or 0. */
  readonly isContent: Uint8Array;
  /** Terms, then the pairs of neighbours, as they are searched for. */
  readonly terms: readonly string[];
}

/** A word as it is written somewhere. */
export interface WrittenWord {
  readonly folded: string;
  readonly term: string;
  /** With its tone mark last. */
  readonly marked: string;
  readonly isFunction: boolean;
}

/** All words and pairs that were ever read, by number: readers that follow one another go on with it. */
export interface Vocabulary {
  readonly words: WrittenWord[];
  /** Words by how they are typed, and pairs by their keys. */
  readonly wordNumbers: Map<string, number>;
  readonly pairNumbers: Map<string, number>;
}

/** Reads each text once, office shorthand in full. */
export interface TextReader {
  readonly vocabulary: Vocabulary;
  read(text: string): ReadText;
  /** Of an earlier reader nothing more is taken from now on. */
  forget(): void;
}

/** The same text comes up again and again, and most of them again in the next state of the knowledge: an earlier reader has them. */
export function createTextReader(earlier?: TextReader): TextReader {
  const vocabulary = earlier?.vocabulary ?? { words: [], wordNumbers: new Map(), pairNumbers: new Map() };
  const known = new Map<string, ReadText>();
  let before = earlier;
  return {
    vocabulary,
    read(text) {
      let read = known.get(text);
      if (read === undefined) {
        read = before?.read(text) ?? readText(text, vocabulary);
        known.set(text, read);
      }
      return read;
    },
    forget() {
      before = undefined;
    },
  };
}

export const pairKey = (before: string, after: string): string => `${asDigit(before)} ${asDigit(after)}`;
/** Every number stands for any number in a pair: "9 tháng" vouches for "6 tháng". */
const asDigit = (term: string): string => (/^\d/.test(term) ? "#" : term);

const FUNCTION_WORDS = new Set([...VIETNAMESE_WORDS, ...CUES.flatMap(([phrases]) => phrases.split("|"))]);

function readText(text: string, { words, wordNumbers, pairNumbers }: Vocabulary): ReadText {
  const tokens = tokenize(inFull(text.normalize("NFC").toLowerCase()));
  const numbers = tokens.map(({ typed, folded, term }) => {
    const number = numberOf(typed, wordNumbers);
    words[number] ??= { folded, term, marked: toneLast(typed), isFunction: FUNCTION_WORDS.has(typed) };
    return number;
  });
  const pairs = tokens.slice(1).map(({ term }, i) => [tokens[i]?.term ?? "", term] as const);
  const isContent = (i: number): boolean => words[numbers[i] ?? 0]?.isFunction === false;
  return {
    tokens,
    words: Int32Array.from(numbers),
    pairs: Int32Array.from(pairs, ([before, after]) => numberOf(pairKey(before, after), pairNumbers)),
    isContent: Uint8Array.from(pairs, (_, i) => Number(isContent(i) && isContent(i + 1))),
    terms: [...tokens.map(({ term }) => term), ...pairs.map(([before, after]) => `${before} ${after}`)],
  };
}

function numberOf(key: string, numbers: Map<string, number>): number {
  const known = numbers.get(key) ?? numbers.size;
  numbers.set(key, known);
  return known;
}
