import { type Token, tokenize, toneLast } from "./fold.ts";
import { inFull } from "./short-forms.ts";
import { CUES, VIETNAMESE_WORDS } from "./words.ts";

/** A text of the knowledge base with all that indexes want of it. */
export interface ReadText {
  readonly tokens: readonly Token[];
  /** Its words, by their numbers in the vocabulary. */
  readonly words: readonly number[];
  /**
   * The pairs in which they stand, by twice their numbers, and one more where neither word is a function word as it is written
   * there. There are very many of these lists: for few numbers a plain one takes half the memory of a typed one.
   */
  readonly pairs: readonly number[];
}

/** A word as it is written somewhere. */
export interface WrittenWord {
  readonly typed: string;
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
      if (isNumberAlone(text)) return readNumber(text);
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
  const raw = tokenize(inFull(text.normalize("NFC").toLowerCase()));
  const numbers = raw.map(({ typed, folded, term }) => {
    const number = numberOf(typed, wordNumbers);
    words[number] ??= { typed, folded, term, marked: toneLast(typed), isFunction: FUNCTION_WORDS.has(typed) };
    return number;
  });
  // Of each word one copy is enough.
  const tokens = raw.map((token, i) => ({ ...token, typed: words[numbers[i] ?? 0]?.typed ?? token.typed }));
  const isContent = (i: number): boolean => words[numbers[i] ?? 0]?.isFunction === false;
  const pairs = tokens.slice(1).map(({ term }, i) => {
    const number = numberOf(pairKey(tokens[i]?.term ?? "", term), pairNumbers);
    return 2 * number + Number(isContent(i) && isContent(i + 1));
  });
  return { tokens, words: numbers, pairs };
}

const NONE: readonly number[] = [];

/** The values of figures are the most of all texts: they are no words, and reading them again is quicker than remembering them. */
export const isNumberAlone = (text: string): boolean => /^\d+(?:\.\d{1,2})?$/.test(text);

const readNumber = (text: string): ReadText => ({
  tokens: [{ typed: text, folded: text, term: text, marked: false, start: 0, end: text.length }],
  words: NONE,
  pairs: NONE,
});

function numberOf(key: string, numbers: Map<string, number>): number {
  const known = numbers.get(key) ?? numbers.size;
  numbers.set(key, known);
  return known;
}
