import type { Language } from "../core/language.ts";
import { fold, isNumber, type Token, tokenize } from "./fold.ts";
import type { Lexicon } from "./lexicon.ts";
import { questionInFull } from "./short-forms.ts";
import { couldBeSyllable, decodeTelex } from "./telex.ts";

/** The words of a question with unfinished Telex and typing slips put right. */
export interface Spelled {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Index of a word that was put right → what was typed. */
  readonly repaired: ReadonlyMap<number, string>;
  /**
   * Never a function word, whatever it looks like: typed with capitals beside other capitals inside the sentence, or with
   * marks that no known word has.
   */
  readonly isOwnWord: (token: Token) => boolean;
}

/** So many words that are Telex or nothing make the whole question Telex. */
const TELEX_WORDS = 2;

/**
 * Unknown words are put right where their neighbours vouch for it: the keys of Telex, or one slip from a word that stands
 * beside its neighbour somewhere. Words that make sense as they are stay, but for one case: beside neighbours that never
 * have it, and have the other on both sides.
 */
export function spell(question: string, lexicon: Lexicon, language: Language): Spelled {
  const proper = properWords(question);
  const isProper = (token: Token): boolean => proper.has(token.typed);
  const lower = questionInFull(question.toLowerCase(), language);
  const typed = tokenize(lower);
  const isTelex =
    language === "vi" && typed.filter((token) => telexOf(token, lexicon) !== undefined).length >= TELEX_WORDS;
  const words = typed.map((token) => token.term);
  const written = typed.map((token) => token.typed);
  const repaired = new Map<number, string>();
  const unmarked = new Set<number>();
  typed.forEach((token, i) => {
    const better = rightWord(token, words[i - 1], words[i + 1], lexicon, language, isTelex);
    if (better === undefined) return;
    repaired.set(i, token.typed);
    if (/^[a-z]+$/.test(better)) unmarked.add(i);
    written[i] = better;
    words[i] = tokenize(better)[0]?.term ?? better;
  });
  const text = rewrite(lower, typed, written);
  const isOwnWord = (token: Token): boolean =>
    isProper(token) || (hasWrongMarks(token, lexicon) && !lexicon.isWritten(withOtherTone(token.typed)));
  /** Who types raw Telex leaves it off here and there. */
  const isOpen = (token: Token, i: number, all: readonly Token[]): boolean =>
    repaired.has(i) ||
    (isTelex && token.typed === token.folded) ||
    (hasWrongMarks(token, lexicon) && !isProper(token) && (!isOwnWord(token) || isVouchedFor(all, i, lexicon)));
  const found = tokenize(text);
  const tokens = found.map((token, i) => (isOpen(token, i, found) ? { ...token, marked: false } : token));
  return { text, tokens, repaired, isOwnWord };
}

/** Where most words begin with a capital, capitals say nothing. */
const MOST_CAPITALS = 0.85;

function properWords(question: string): ReadonlySet<string> {
  const text = question.normalize("NFC");
  const tokens = tokenize(text);
  const capital = tokens.map(({ start, end }) => /^\p{Lu}\p{Ll}/u.test(text.slice(start, end)));
  if (capital.filter(Boolean).length > MOST_CAPITALS * tokens.length && tokens.length > 3) return new Set();
  return new Set(
    tokens.flatMap(({ typed }, i) => (i > 0 && capital[i] && (capital[i - 1] || capital[i + 1]) ? [typed] : [])),
  );
}

function rewrite(text: string, tokens: readonly Token[], written: readonly string[]): string {
  let out = "";
  let at = 0;
  tokens.forEach((token, i) => {
    out += text.slice(at, token.start) + written[i];
    at = token.end;
  });
  return out + text.slice(at);
}

/** A tone that makes no known word of a known syllable is a slip, so that the word may stand for any. */
const hasWrongMarks = (token: Token, lexicon: Lexicon): boolean =>
  token.typed !== token.folded && lexicon.isWord(token.folded) && !lexicon.isWritten(token.typed);

/** Without its marks it stands beside its neighbour somewhere. */
const isVouchedFor = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean => {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token === undefined) return false;
  return (
    (before !== undefined && lexicon.pairCount(before.term, token.term) > 0) ||
    (after !== undefined && lexicon.pairCount(token.term, after.term) > 0)
  );
};

/** Hỏi and ngã are one tone to many people: "cũa" is "của". */
const withOtherTone = (typed: string): string =>
  typed
    .normalize("NFD")
    .replace(/[\u0303\u0309]/, (tone) => (tone === "\u0303" ? "\u0309" : "\u0303"))
    .normalize("NFC");

/** What the keys mean, where they make a known word and are none themselves. */
function telexOf(token: Token, lexicon: Lexicon): string | undefined {
  if (lexicon.isWord(token.folded)) return undefined;
  const decoded = decodeTelex(token.typed);
  return decoded !== undefined && lexicon.isWord(decoded.folded) ? decoded.typed : undefined;
}

const LONG_ENOUGH_TO_STEM = 5;

/** In a text with marks a word is known by its marks. */
function isKnown(token: Token, lexicon: Lexicon, isTelex: boolean): boolean {
  if (lexicon.isWord(token.folded)) return !token.marked || lexicon.isWritten(token.typed);
  return !isTelex && token.folded.length >= LONG_ENOUGH_TO_STEM && lexicon.has(token.term);
}

/** Telex is likelier than any slip once the question is typed so; else it is one reading among others. */
const TELEX_PRIOR = 1;

function rightWord(
  token: Token,
  before: string | undefined,
  after: string | undefined,
  lexicon: Lexicon,
  language: Language,
  isTelex: boolean,
): string | undefined {
  if (token.folded.length < 2 || isNumber(token) || ROMAN.test(token.folded)) return undefined;
  const telex = language === "vi" ? telexOf(token, lexicon) : undefined;
  if (isTelex) {
    const keys = decodeTelex(token.typed);
    if (telex !== undefined) return telex;
    if (keys !== undefined && (!lexicon.isWord(token.folded) || isEnglishLookalike(token, lexicon))) return keys.typed;
  }
  const support = (word: string): number => {
    const term = tokenize(word)[0]?.term ?? word;
    return (
      (before === undefined ? 0 : lexicon.pairCount(before, term)) +
      (after === undefined ? 0 : lexicon.pairCount(term, after))
    );
  };
  if (isKnown(token, lexicon, isTelex)) return misplacedWord(token, before, after, lexicon, support);
  const near = nearest(token, lexicon, telex);
  const same = lexicon.isWord(token.folded) ? [token.folded] : [];
  const readings = [...same, ...near].map((word) => ({ word, score: support(word) }));
  if (telex !== undefined) readings.push({ word: telex, score: support(telex) + TELEX_PRIOR });
  if (couldBeSyllable(token.folded)) {
    /** A syllable may be a real word that is not known here: its neighbours must insist. */
    const winner = clearWinner(readings);
    const strong = readings.find(({ word }) => word === winner)?.score ?? 0;
    return winner !== undefined &&
      !isOfPerson(winner, before, after, lexicon) &&
      (strong >= INSISTENT || isBetween(winner, before, after, lexicon))
      ? winner
      : undefined;
  }
  return clearWinner(readings) ?? onlyLikely(token, readings, language, lexicon);
}

/** The words one slip away, those with the same marks before others; what Telex makes of the keys is no slip. */
function nearest(token: Token, lexicon: Lexicon, telex: string | undefined): readonly string[] {
  const meant = telex === undefined ? undefined : fold(telex);
  const near = lexicon.near(token.folded).filter((word) => word !== meant);
  if (token.typed === token.folded) return near;
  const written = lexicon.nearWritten(token.typed, token.folded);
  return written.length === 0 ? near : written;
}

/** "XIII" is no slip for "XII". */
const ROMAN = /^[ivx]{2,5}$/;

/** "been" is English and the keys of "bên": in a question typed in Telex it is the latter. */
const isEnglishLookalike = (token: Token, lexicon: Lexicon): boolean =>
  /(?:aa|ee|oo|dd|[^aeiouy]w|[fj])/.test(token.typed) && lexicon.isWord(decodeTelex(token.typed)?.folded ?? "");

/** So often must a pair stand that it decides alone. */
const INSISTENT = 4;

const isBetween = (word: string, before: string | undefined, after: string | undefined, lexicon: Lexicon): boolean => {
  const term = tokenize(word)[0]?.term ?? word;
  return (
    (before === undefined || lexicon.pairCount(before, term) > 0) &&
    (after === undefined || lexicon.pairCount(term, after) > 0)
  );
};

/** One letter makes another person: "Tuấn" stays what it is. */
const isOfPerson = (word: string, before: string | undefined, after: string | undefined, lexicon: Lexicon): boolean => {
  const term = tokenize(word)[0]?.term ?? word;
  return (
    (before !== undefined && lexicon.isPersonPair(before, term)) ||
    (after !== undefined && lexicon.isPersonPair(term, after))
  );
};

interface Reading {
  readonly word: string;
  readonly score: number;
}

/** The reading that its neighbours vouch for more than twice as much as for any other. */
function clearWinner(readings: readonly Reading[]): string | undefined {
  const [best, second] = [...readings].sort((a, b) => b.score - a.score);
  if (best === undefined || best.score === 0) return undefined;
  return second === undefined || best.score > 2 * second.score ? best.word : undefined;
}

const LONG_ENOUGH_ALONE = 4;

/**
 * Without neighbours: the only near word of the language, for letters that are no word of any kind; those with the same marks
 * first, then function words, being the most frequent. Short forms are near other short forms only.
 */
function onlyLikely(
  token: Token,
  readings: readonly Reading[],
  language: Language,
  lexicon: Lexicon,
): string | undefined {
  if (couldBeSyllable(token.folded)) return undefined;
  const short = onlyShortForm(token, lexicon);
  if (short !== undefined) return short;
  if (!/[aeiouy]/.test(token.folded)) {
    const left = readings.filter(({ word }) => lexicon.isFunctionWord(word) && lacksOneVowel(token.folded, word));
    return left.length === 1 ? left[0]?.word : undefined;
  }
  const isMarked = token.typed !== token.folded;
  if (token.folded.length < LONG_ENOUGH_ALONE && !isMarked) return undefined;
  const likely = readings.filter(({ word }) => couldBeSyllable(word) === (language === "vi")).map(({ word }) => word);
  const all = likely.length > 0 ? likely : readings.map(({ word }) => word);
  const written = isMarked ? lexicon.nearWritten(token.typed, token.folded) : all;
  const choice = all.filter(
    (word) =>
      written.includes(word) &&
      (isMarked || (language === "vi" && likely.length > 0) || beginsAlike(word, token.folded)),
  );
  if (choice.length === 1) return choice[0];
  const functional = choice.filter((word) => lexicon.isFunctionWord(word));
  return functional.length === 1 ? functional[0] : undefined;
}

/** "retail" is no slip for "detail": with nothing to vouch for it, another first letter makes another word. */
const beginsAlike = (word: string, folded: string): boolean => word.slice(1) !== folded.slice(1);

/** "wht" for "what". */
const lacksOneVowel = (typed: string, word: string): boolean =>
  word.length === typed.length + 1 && word.replace(/[aeiouy]/, "") === typed;

/** Short forms that are real and nobody's slip for another. */
const REAL_SHORT_FORMS = new Set(
  "gdp grdp gnp gni fdi oda cpi ppi pci par hdi iip pmi who wto un eu usd vnd adb imf wb tnhh vat bot ppp".split(" "),
);
const LONG_ENOUGH_SHORT_FORM = 3;

/** A slip in a short form is put right where all short forms one slip away name the same thing. */
function onlyShortForm({ folded }: Token, lexicon: Lexicon): string | undefined {
  if (folded.length < LONG_ENOUGH_SHORT_FORM || REAL_SHORT_FORMS.has(folded)) return undefined;
  const near = lexicon.near(folded).filter((word) => lexicon.shortFormOf(word) !== undefined);
  const things = new Set(near.map((word) => lexicon.shortFormOf(word)));
  return things.size === 1 ? near[0] : undefined;
}

/** A known word where it never stands, one slip from a word that stands there on both sides; never a part of a name. */
function misplacedWord(
  token: Token,
  before: string | undefined,
  after: string | undefined,
  lexicon: Lexicon,
  support: (word: string) => number,
): string | undefined {
  if (token.folded.length < 3 || lexicon.isFunctionWord(token.folded)) return undefined;
  if (before === undefined || after === undefined || support(token.folded) > 0) return undefined;
  const both = lexicon.near(token.folded).filter((word) => {
    const term = tokenize(word)[0]?.term ?? word;
    return (
      lexicon.pairCount(before, term) > 0 &&
      lexicon.pairCount(term, after) > 0 &&
      !lexicon.isNamePair(before, term) &&
      !lexicon.isNamePair(term, after)
    );
  });
  return both.length === 1 ? both[0] : undefined;
}
