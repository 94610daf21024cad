import type { Language } from "../core/language.ts";
import { fold, isNumber, type Token, tokenize } from "./fold.ts";
import type { Lexicon } from "./lexicon.ts";
import { likeliest } from "./likely-word.ts";
import { hasWrongMarks, properWords, shortForms, withOtherTone } from "./marks.ts";
import { particleMeant } from "./particles.ts";
import { questionInFull } from "./short-forms.ts";
import { couldBeSyllable, couldBeWritten, decodeTelex } from "./telex.ts";
import { isLightWord } from "./wordings.ts";

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
  const short = shortForms(question);
  const isProper = (token: Token): boolean => proper.has(token.typed);
  const lower = questionInFull(question.toLowerCase(), language);
  const typed = tokenize(lower);
  const isTelex =
    language === "vi" && typed.filter((token) => telexOf(token, lexicon) !== undefined).length >= TELEX_WORDS;
  const words = typed.map((token) => token.term);
  const written = typed.map((token) => token.typed);
  const repaired = new Map<number, string>();
  typed.forEach((token, i) => {
    const likely = rightWord(token, [words[i - 1], words[i + 1]], lexicon, language, isTelex);
    const isCommon = likely !== undefined && lexicon.isFunctionWord(fold(likely));
    const better =
      (isCommon && short.has(token.typed) ? undefined : likely) ??
      (lexicon.isWritten(token.typed) ? undefined : particleMeant(token, i, typed.length));
    /** "Paris" is no slip of "parts": a name that is not known stays one. */
    const isStranger = (word: string): boolean => isProper(token) && !couldBeSyllable(fold(word)) && isLightWord(word);
    if (better === undefined || isStranger(better)) return;
    repaired.set(i, token.typed);
    written[i] = better;
    words[i] = termOfWord(better);
  });
  const text = rewrite(lower, typed, written);
  const isOwnWord = (token: Token): boolean =>
    isProper(token) || (hasWrongMarks(token, lexicon) && !lexicon.isWritten(withOtherTone(token.typed)));
  /** Who types raw Telex leaves it off here and there. */
  const isOpen = (token: Token, i: number, all: readonly Token[]): boolean =>
    repaired.has(i) ||
    (isTelex && token.typed === token.folded) ||
    (hasWrongMarks(token, lexicon) &&
      !isProper(token) &&
      (!isOwnWord(token) || isVouchedFor(token, [all[i - 1]?.term, all[i + 1]?.term], lexicon)));
  const found = tokenize(text);
  const tokens = found.map((token, i) => (isOpen(token, i, found) ? { ...token, marked: false } : token));
  return { text, tokens, repaired, isOwnWord };
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

/** What stands before and after a word; undefined at the ends. */
type Neighbours = readonly [string | undefined, string | undefined];

/** The pairs that a word makes with its neighbours. */
function pairsOf(word: string, [before, after]: Neighbours): [string, string][] {
  const term = termOfWord(word);
  const pairs: [string, string][] = [];
  if (before !== undefined) pairs.push([before, term]);
  if (after !== undefined) pairs.push([term, after]);
  return pairs;
}

function rightWord(
  token: Token,
  beside: Neighbours,
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
  const support = (word: string): number =>
    pairsOf(word, beside).reduce((sum, pair) => sum + lexicon.pairCount(...pair), 0);
  if (isKnown(token, lexicon, isTelex)) return misplacedWord(token, beside, lexicon, support);
  /** The very keys of a word that stands here are no slip of another. */
  if (telex !== undefined && support(telex) > 0) return telex;
  const near = nearest(token, lexicon, telex);
  const same = lexicon.isWord(token.folded) ? [token.folded] : [];
  const readings = [...same, ...near].map((word) => ({ word, score: support(word) }));
  if (telex !== undefined)
    readings.push({ word: telex, score: support(telex) + (lexicon.isWritten(telex) ? TELEX_PRIOR : 0) });
  if (couldBeWritten(token.typed)) {
    /** A syllable may be a real word that is not known here: its neighbours must insist. */
    const winner = clearWinner(readings);
    const strong = readings.find(({ word }) => word === winner)?.score ?? 0;
    return winner !== undefined &&
      !isOfPerson(winner, beside, lexicon) &&
      (strong >= INSISTENT || isBetween(winner, beside, lexicon))
      ? winner
      : undefined;
  }
  return clearWinner(readings) ?? onlyLikely(token, readings, language, lexicon, beside[0] === undefined);
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

const isBetween = (word: string, beside: Neighbours, lexicon: Lexicon): boolean =>
  pairsOf(word, beside).every((pair) => lexicon.pairCount(...pair) > 0);

/** One letter makes another person: "Tuấn" stays what it is. */
const isOfPerson = (word: string, beside: Neighbours, lexicon: Lexicon): boolean =>
  pairsOf(word, beside).some((pair) => lexicon.isPersonPair(...pair));

/** Without its marks it stands beside its neighbour somewhere. */
const isVouchedFor = (token: Token, beside: Neighbours, lexicon: Lexicon): boolean =>
  pairsOf(token.folded, beside).some((pair) => lexicon.pairCount(...pair) > 0);

const termOfWord = (word: string): string => tokenize(word)[0]?.term ?? word;

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

/** Without neighbours: the only likely word for letters that are no word of any kind. */
function onlyLikely(
  token: Token,
  readings: readonly Reading[],
  language: Language,
  lexicon: Lexicon,
  isFirst: boolean,
): string | undefined {
  if (couldBeWritten(token.typed)) return undefined;
  const near = readings.map(({ word }) => word);
  return onlyShortForm(token, lexicon) ?? likeliest(token, near, language, lexicon, isFirst);
}

/** Short forms that are real and nobody's slip for another. */
const REAL_SHORT_FORMS = new Set(
  "gdp grdp gnp gni fdi oda cpi ppi pci par hdi iip pmi who wto un eu usd vnd adb imf wb tnhh vat bot ppp".split(" "),
);
const LONG_ENOUGH_SHORT_FORM = 3;

/** A slip in a short form is put right where all short forms one slip away name the same thing. */
function onlyShortForm({ folded }: Token, lexicon: Lexicon): string | undefined {
  if (folded.length < LONG_ENOUGH_SHORT_FORM || REAL_SHORT_FORMS.has(folded) || lexicon.isWord(folded))
    return undefined;
  const near = lexicon.near(folded).filter((word) => lexicon.shortFormOf(word) !== undefined);
  const things = new Set(near.map((word) => lexicon.shortFormOf(word)));
  return things.size === 1 ? near[0] : undefined;
}

/** A known word where it never stands, one slip from a word that stands there on both sides; never a part of a name. */
function misplacedWord(
  token: Token,
  beside: Neighbours,
  lexicon: Lexicon,
  support: (word: string) => number,
): string | undefined {
  if (token.folded.length < 3 || lexicon.isFunctionWord(token.folded)) return undefined;
  if (beside.includes(undefined) || support(token.folded) > 0) return undefined;
  /** Who types marks means them: "tăng" is no slip for "tháng". */
  const isMarked = token.typed !== token.folded;
  const near = isMarked ? lexicon.nearWritten(token.typed, token.folded) : lexicon.near(token.folded);
  const both = near
    .filter((word) => isBetween(word, beside, lexicon))
    .filter((word) => !pairsOf(word, beside).some((pair) => lexicon.isNamePair(...pair)));
  return both.length === 1 ? both[0] : undefined;
}
