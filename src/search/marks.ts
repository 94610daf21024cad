import { type Token, tokenize } from "./fold.ts";
import type { Lexicon } from "./lexicon.ts";

/** Where most words begin with a capital, capitals say nothing. */
const MOST_CAPITALS = 0.85;

/** Words typed with a capital beside another one, inside the sentence: parts of names. */
export function properWords(question: string): ReadonlySet<string> {
  const text = question.normalize("NFC");
  const tokens = tokenize(text);
  const capital = tokens.map(({ start, end }) => /^\p{Lu}\p{Ll}/u.test(text.slice(start, end)));
  if (capital.filter(Boolean).length > MOST_CAPITALS * tokens.length && tokens.length > 3) return new Set();
  return new Set(
    tokens.flatMap(({ typed }, i) => (i > 0 && capital[i] && (capital[i - 1] || capital[i + 1]) ? [typed] : [])),
  );
}

/** A tone that makes no known word of a known syllable is a slip, so that the word may stand for any. */
export const hasWrongMarks = (token: Token, lexicon: Lexicon): boolean =>
  token.typed !== token.folded && lexicon.isWord(token.folded) && !lexicon.isWritten(token.typed);

/** Hỏi and ngã are one tone to many people: "cũa" is "của". */
export const withOtherTone = (typed: string): string =>
  typed
    .normalize("NFD")
    .replace(/[\u0303\u0309]/, (tone) => (tone === "\u0303" ? "\u0309" : "\u0303"))
    .normalize("NFC");

const LONGEST_SHORT_FORM = 6;

/** Words like "CPI" in a text of small letters: no slips of common words, whatever they are. */
export function shortForms(question: string): ReadonlySet<string> {
  const text = question.normalize("NFC");
  const countOf = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  if (countOf(/\p{Lu}/gu) >= countOf(/\p{Ll}/gu)) return new Set();
  const isShort = ({ start, end, folded }: Token): boolean =>
    folded.length <= LONGEST_SHORT_FORM && (text.slice(start, end).match(/[A-ZĐ]/g)?.length ?? 0) >= 2;
  return new Set(tokenize(text).flatMap((token) => (isShort(token) ? [token.typed] : [])));
}
