import { type Token, tokenize } from "../../src/search/fold.ts";
import { asWritten, pairOf } from "../../src/search/look-up.ts";
import { decodeTelex } from "../../src/search/telex.ts";
import { ENGLISH_WORDS } from "../../src/search/words.ts";

/** A text as every engine gets it: folded terms, their pairs, and words by their marks, all without spaces in them. */
export interface Read {
  readonly terms: readonly string[];
  readonly pairs: readonly string[];
  readonly marked: readonly string[];
}

/** The same reading for all engines: the bot's folding, and Telex where a collection knows what the keys mean. */
export interface Reading {
  readonly texts: readonly Read[];
  question(text: string): Read;
}

export function readAll(texts: readonly string[]): Reading {
  const tokens = texts.map(tokenize);
  const holding = new Map<string, number>();
  for (const text of tokens)
    for (const term of new Set(text.map((token) => token.term))) holding.set(term, (holding.get(term) ?? 0) + 1);
  return {
    texts: tokens.map(readTokens),
    question: (text) => readTokens(questionTokens(text, (term) => holding.get(term) ?? 0)),
  };
}

function readTokens(tokens: readonly Token[]): Read {
  const terms = tokens.map(({ term }) => term);
  return {
    terms,
    pairs: terms.slice(1).map((term, i) => pairOf(terms[i] ?? "", term).replace(" ", "_")),
    marked: tokens.map(asWritten),
  };
}

const ENGLISH = new Set(ENGLISH_WORDS);
/** So many English words make a question English: "was" would be the keys of "ưá". */
const ENGLISH_ENOUGH = 2;
/** So much more common must the word be that the keys mean. */
const MORE_COMMON = 20;

/** The words of a question, raw keys of Telex as the words that they mean. `holding`: how many texts hold a term. */
export function questionTokens(question: string, holding: (term: string) => number): Token[] {
  const tokens = tokenize(question);
  if (tokens.filter(({ typed }) => ENGLISH.has(typed)).length >= ENGLISH_ENOUGH) return tokens;
  return tokens.map((token) => {
    const decoded = decodeTelex(token.typed);
    if (decoded === undefined) return token;
    const common = holding(decoded.term);
    return common > 0 && common >= MORE_COMMON * holding(token.term) ? { ...token, ...decoded, marked: true } : token;
  });
}
