import { type Token, tokenize, toneLast } from "./fold.ts";
import { inFull } from "./short-forms.ts";
import { CUES, VIETNAMESE_WORDS } from "./words.ts";

/** A text of the knowledge base with all that indexes want of it. */
export interface ReadText {
  readonly tokens: readonly Token[];
  /** How each is written, its tone mark last. */
  readonly marked: readonly string[];
  readonly isFunction: readonly boolean[];
  /** What each makes with the one before it, as `pairKey`; the first with none. */
  readonly pairs: readonly string[];
  /** Terms, then the pairs of neighbours. */
  readonly terms: readonly string[];
}

/** Reads each text once, office shorthand in full. */
export interface TextReader {
  read(text: string): ReadText;
  /** Of an earlier reader nothing more is taken from now on. */
  forget(): void;
}

/** The same text comes up again and again, and most of them again in the next state of the knowledge: an earlier reader has them. */
export function createTextReader(earlier?: TextReader): TextReader {
  const known = new Map<string, ReadText>();
  let before = earlier;
  return {
    read(text) {
      let read = known.get(text);
      if (read === undefined) {
        read = before?.read(text) ?? readText(text);
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

function readText(text: string): ReadText {
  const tokens = tokenize(inFull(text.normalize("NFC").toLowerCase()));
  const terms = tokens.map(({ term }) => term);
  const after = (i: number): string => terms[i + 1] ?? "";
  const neighbours = terms.slice(0, -1);
  return {
    tokens,
    marked: tokens.map(({ typed }) => toneLast(typed)),
    isFunction: tokens.map(({ typed }) => FUNCTION_WORDS.has(typed)),
    pairs: neighbours.map((term, i) => pairKey(term, after(i))),
    terms: [...terms, ...neighbours.map((term, i) => `${term} ${after(i)}`)],
  };
}
