import { editDistance } from "../core/distance.ts";
import { finish, forEach, map, type Steps } from "../core/steps.ts";
import { type Token, tokenize, toneLast } from "./fold.ts";
import { couldBeSyllable } from "./telex.ts";
import { pairKey, type TextReader, type WrittenWord } from "./text-reader.ts";

/**
 * All words that the knowledge base, the commands and the two languages use, with the pairs they stand in. It says whether a
 * typed word is a word at all, and what else it may have been meant to be.
 */
export interface Lexicon {
  /** By the form under which words are indexed: "conferences" is known by "conference". */
  has(term: string): boolean;
  /** By the folded word as it stands. */
  isWord(folded: string): boolean;
  /** By the word with its marks. */
  isWritten(typed: string): boolean;
  /** How often two terms stand side by side. */
  pairCount(before: string, after: string): number;
  /** True for a pair of content words, neither of them a function word where it stands with its marks. */
  hasContentPair(before: string, after: string): boolean;
  /** True for a pair that stands in the name of a place, person or body, and in no common phrase. */
  isNamePair(before: string, after: string): boolean;
  /** True for a pair that stands in the name of a person, and in no common phrase. */
  isPersonPair(before: string, after: string): boolean;
  isFunctionWord(folded: string): boolean;
  /** Folded words one slip away. */
  near(folded: string): readonly string[];
  /** All folded words, in the order in which they first come up. */
  readonly words: readonly string[];
  /** Those of them that are one slip away with their marks too. */
  nearWritten(typed: string, folded: string): readonly string[];
  /** The one thing that a short form names, if it is one. */
  shortFormOf(folded: string): string | undefined;
}

export interface LexiconTexts {
  readonly texts: Iterable<string>;
  readonly properNames: Iterable<string>;
  readonly personNames: Iterable<string>;
  /** Names with the id of what they name. */
  readonly names: Iterable<{ readonly text: string; readonly id: string }>;
  readonly commonPhrases: Iterable<string>;
}

/**
 * What only questions with slips need is made when the first of them comes, or taken over from an earlier lexicon of the same
 * words.
 */
export function* makingLexicon(
  { texts, properNames, personNames, names, commonPhrases }: LexiconTexts,
  reader: TextReader,
  earlier?: Lexicon,
): Steps<Lexicon> {
  const times = new Map<string, number>();
  yield* forEach(texts, (text) => void times.set(text, (times.get(text) ?? 0) + 1));
  yield;
  const read = yield* map(times, ([text, count]) => [reader.read(text), count] as const);
  const { vocabulary } = reader;
  const isUsed = new Uint8Array(vocabulary.words.length);
  const counts = new Int32Array(vocabulary.pairNumbers.size);
  const isContent = new Uint8Array(counts.length);
  /** In the order in which they first come up. */
  const used: WrittenWord[] = [];
  yield* forEach(read, ([text, count]) => {
    for (const number of text.words) {
      const word = vocabulary.words[number];
      if (isUsed[number] === 0 && word !== undefined) used.push(word);
      isUsed[number] = 1;
    }
    for (const pair of text.pairs) {
      const number = pair >> 1;
      counts[number] = (counts[number] ?? 0) + count;
      if ((pair & 1) === 1) isContent[number] = 1;
    }
  });
  yield;
  const words = new Map(used.map(({ folded, term }) => [folded, term]));
  const written = new Set(used.map(({ marked }) => marked));
  const functionWords = new Set(used.filter(({ isFunction }) => isFunction).map(({ folded }) => folded));
  const ways = lazily(() => Map.groupBy(used, ({ folded }) => folded));
  /** Pairs that only later readers know are none of ours. */
  const pairNumber = (before: string, after: string): number =>
    vocabulary.pairNumbers.get(pairKey(before, after)) ?? counts.length;
  const terms = new Set(words.values());
  const folded = [...words.keys()];
  const near = yield* makingNear(folded, earlier);
  const shortForms = lazily(() => shortFormsIn(names));
  const common = lazily(() => pairsIn(commonPhrases));
  const proper = lazily(() => pairsIn(properNames));
  const people = lazily(() => pairsIn(personNames));
  const isCommon = (key: string): boolean => common().has(key);
  return {
    has: (term) => terms.has(term),
    isWord: (folded) => words.has(folded),
    isWritten: (typed) => written.has(toneLast(typed)),
    pairCount: (before, after) => counts[pairNumber(before, after)] ?? 0,
    hasContentPair: (before, after) => isContent[pairNumber(before, after)] === 1,
    isNamePair: (before, after) => proper().has(pairKey(before, after)) && !isCommon(pairKey(before, after)),
    isPersonPair: (before, after) => people().has(pairKey(before, after)) && !isCommon(pairKey(before, after)),
    isFunctionWord: (folded) => functionWords.has(folded),
    near,
    words: folded,
    nearWritten(typed, folded) {
      const marked = toneLast(typed);
      return near(folded).filter((word) =>
        (ways().get(word) ?? []).some((way) => editDistance(way.marked, marked, 1) <= 1),
      );
    },
    shortFormOf: (folded) => shortForms().get(folded),
  };
}

/** Made when it is first wanted. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Names of one word that is no syllable and has at most one vowel, as offices abbreviate; those of several things left out. */
function shortFormsIn(names: LexiconTexts["names"]): Map<string, string> {
  const found = new Map<string, string>();
  const shared = new Set<string>();
  for (const { text, id } of names) {
    const [token, second] = tokenize(text);
    if (token === undefined || second !== undefined || !/^[a-z]{3,8}$/.test(token.folded)) continue;
    if (couldBeSyllable(token.folded) || token.folded.replace(/[^aeiouy]/g, "").length > 1) continue;
    if ((found.get(token.folded) ?? id) !== id) shared.add(token.folded);
    found.set(token.folded, id);
  }
  for (const word of shared) found.delete(word);
  return found;
}

function pairsIn(texts: Iterable<string>): Set<string> {
  const pairs = new Set<string>();
  for (const text of texts) {
    const terms = tokenize(text).map((token) => token.term);
    for (let i = 1; i < terms.length; i++) pairs.add(pairKey(terms[i - 1] ?? "", terms[i] ?? ""));
  }
  return pairs;
}

/** Where people have asked before, nobody should wait for it. No lexicon holds on to the one before it. */
function* makingNear(words: readonly string[], earlier: Lexicon | undefined): Steps<Lexicon["near"]> {
  if (earlier === undefined) return whenWanted(words);
  const isSame = earlier.words.length === words.length && words.every((word, i) => word === earlier.words[i]);
  return isSame ? earlier.near : yield* makingDeletions(words);
}

function whenWanted(words: readonly string[]): Lexicon["near"] {
  const deletions = lazily(() => finish(makingDeletions(words)));
  return (folded) => deletions()(folded);
}

/** Symmetric deletes: two words one slip apart share a form with at most one letter left out; verified by distance. */
function* makingDeletions(words: readonly string[]): Steps<Lexicon["near"]> {
  const byForm = new Map<string, string[]>();
  yield* forEach(words, (word) => {
    if (!/^[a-z]{2,16}$/.test(word)) return;
    for (const form of withoutOneLetter(word)) {
      const list = byForm.get(form);
      if (list === undefined) byForm.set(form, [word]);
      else list.push(word);
    }
  });
  return (folded) => {
    const near = new Set<string>();
    for (const form of withoutOneLetter(folded))
      for (const word of byForm.get(form) ?? [])
        if (word !== folded && editDistance(word, folded, 1) <= 1) near.add(word);
    return [...near];
  };
}

function withoutOneLetter(word: string): string[] {
  const forms = [word];
  for (let i = 0; i < word.length; i++) forms.push(word.slice(0, i) + word.slice(i + 1));
  return forms;
}

/** Phrases by their first term, for finding the longest one at a place in a question. */
export interface Phrases<V> {
  /** The longest phrase that starts at tokens[at], with its length in tokens. */
  longest(tokens: readonly Token[], at: number): { readonly length: number; readonly value: V } | undefined;
}

/** Phrases of which only their place and length matter. */
export const phrasesOf = (texts: readonly string[]): Phrases<true> =>
  createPhrases(texts.map((text) => [text, true] as const));

/**
 * Phrases of function words. A word typed with marks must carry the right ones ("số" is no "so"); typed without any it
 * matches whatever its marks are.
 */
export function createPhrases<V>(entries: Iterable<readonly [string, V]>): Phrases<V> {
  const byFirst = new Map<string, { words: readonly { folded: string; term: string; marked: string }[]; value: V }[]>();
  for (const [text, value] of entries) {
    const words = tokenize(text).map(({ folded, term, typed }) => ({ folded, term, marked: toneLast(typed) }));
    const first = words[0];
    if (first === undefined) continue;
    const list = byFirst.get(first.term) ?? [];
    list.push({ words, value });
    byFirst.set(first.term, list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    longest(tokens, at) {
      const first = tokens[at];
      if (first === undefined) return undefined;
      for (const { words, value } of byFirst.get(first.term) ?? []) {
        const fits = words.every((word, i) => {
          const token = tokens[at + i];
          if (token === undefined) return false;
          if (token.folded !== word.folded) return token.term === word.term && !couldBeSyllable(token.folded);
          return sameMarks(token, word.marked);
        });
        if (fits) return { length: words.length, value };
      }
      return undefined;
    },
  };
}

/** In a text without marks a word may be any; else it must have these marks, tone placement apart. */
export const sameMarks = (token: Token, marked: string): boolean => !token.marked || toneLast(token.typed) === marked;
