import type { Language } from "../core/language.ts";
import { type Token, termOf } from "./fold.ts";
import type { Lexicon } from "./lexicon.ts";
import { couldBeSyllable } from "./telex.ts";

/** Two letters may be anything. */
const LONG_ENOUGH = 3;
const LONG_ENOUGH_ALONE = 4;

/** The words that stand in nearly every question: a slip that may be one of them mostly is. */
const FREQUENT = new Set(
  "khong la cua voi thi va co duoc cho cac nhung nay nao gi bao nhieu may vay roi hay da trong den ve the what how the and of for".split(
    " ",
  ),
);

/** With these no question begins. */
const NEVER_FIRST = new Set("cua voi thi va vay roi nhieu duoc hay den".split(" "));

/**
 * What letters that are no word of any kind were meant to be, with no neighbour to vouch for it: the only near word of the
 * language, those with the same marks first, then the same letters in another order, then function words, being the most
 * frequent. Undefined where several are as likely.
 */
export function likeliest(
  token: Token,
  near: readonly string[],
  language: Language,
  lexicon: Lexicon,
  isFirst: boolean,
): string | undefined {
  if (token.folded.length < LONG_ENOUGH) return undefined;
  if (!/[aeiouy]/.test(token.folded)) {
    /** In English so many letters without a vowel are no short form. */
    const isLong = language === "en" && token.folded.length > LONG_ENOUGH_ALONE;
    const left = near.filter((word) => (isLong || lexicon.isFunctionWord(word)) && lacksOneVowel(token.folded, word));
    return left.length === 1 ? left[0] : undefined;
  }
  const isMarked = token.typed !== token.folded;
  const isOfLanguage = (word: string): boolean =>
    language === "vi" ? couldBeSyllable(word) : !couldBeSyllable(word) || FREQUENT.has(word);
  const likely = near.filter(isOfLanguage);
  const all = likely.length > 0 ? likely : near;
  const written = isMarked ? lexicon.nearWritten(token.typed, token.folded) : all;
  const choice = all.filter(
    (word) =>
      written.includes(word) &&
      (isMarked || (language === "vi" && likely.length > 0) || beginsAlike(word, token.folded)),
  );
  const functional = choice.filter((word) => lexicon.isFunctionWord(word));
  const frequent = functional.filter((word) => FREQUENT.has(word) && !(isFirst && NEVER_FIRST.has(word)));
  if (token.folded.length < LONG_ENOUGH_ALONE && !isMarked)
    return onlyOne(frequent.filter((word) => word.length > 1 && isSwap(word, token.folded))) ?? onlyOne(frequent);
  return (
    onlyOne(choice) ??
    onlyOne(choice.filter((word) => isSwap(word, token.folded))) ??
    onlyOne(functional) ??
    onlyOne(frequent)
  );
}

/** Forms of one word are one. */
const onlyOne = (words: readonly string[]): string | undefined =>
  new Set(words.map(termOf)).size === 1 ? words[0] : undefined;

/** The same letters in another order: no letter is too many or too few. */
const isSwap = (one: string, other: string): boolean => [...one].sort().join("") === [...other].sort().join("");

/** "retail" is no slip for "detail": with nothing to vouch for it, another first letter makes another word. */
const beginsAlike = (word: string, folded: string): boolean => word.slice(1) !== folded.slice(1);

/** "wht" for "what". */
const lacksOneVowel = (typed: string, word: string): boolean =>
  word.length === typed.length + 1 && word.replace(/[aeiouy]/, "") === typed;
