import type { Language } from "../core/language.ts";
import { isNumber, type Token, tokenize } from "./fold.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { couldBeSyllable, decodeTelex } from "./telex.ts";
import { ENGLISH_WORDS } from "./words.ts";

const ENGLISH = new Set(ENGLISH_WORDS);
/** Words that both languages write alike say nothing about the language. */
const NEITHER = new Set([
  "a",
  "an",
  "as",
  "do",
  "in",
  "it",
  "me",
  "so",
  "to",
  "the",
  "on",
  "hi",
  "la",
  "list",
  "may",
  "them",
  "than",
  "thanh",
  "can",
]);
const ONLY_ENGLISH = new Set([...ENGLISH_WORDS.filter((word) => !NEITHER.has(word)), "the", "in", "who", "when"]);

/** Names say nothing: `isName` tells which tokens are part of one. */
function languageOf(tokens: readonly Token[], isName: (at: number) => boolean): Language {
  const words = tokens.filter((token, i) => !isName(i) && !isNumber(token));
  const marked = words.filter((token) => token.typed !== token.folded && !isNumber(token)).length;
  const english = words.filter((token) => ONLY_ENGLISH.has(token.typed) || looksEnglish(token)).length;
  const vietnamese = words.filter(
    (token) =>
      !looksEnglish(token) &&
      !ENGLISH.has(token.typed) &&
      (couldBeSyllable(token.folded) || decodeTelex(token.typed) !== undefined),
  );
  if (marked > 0) return english > marked + vietnamese.length ? "en" : "vi";
  if (english === 0) return words.some((token) => ENGLISH.has(token.typed)) && vietnamese.length === 0 ? "en" : "vi";
  return english >= vietnamese.length ? "en" : "vi";
}

/** Long enough, with a vowel, and no possible Vietnamese syllable, typed plainly or in Telex. */
const looksEnglish = (token: Token): boolean =>
  /^[a-z]{4,}$/.test(token.typed) &&
  /[aeiouy]/.test(token.typed) &&
  !couldBeSyllable(token.folded) &&
  decodeTelex(token.typed) === undefined;

/** The language of a question: marks decide, else which words belong to one language only. */
export function languageOfText(question: string, gazetteer: Gazetteer): Language {
  const tokens = tokenize(question);
  const names = gazetteer
    .find(tokens, () => false)
    .filter((m) => m.entities.some(({ kind }) => kind !== "indicator" && kind !== "field"));
  return languageOf(tokens, (at) => names.some((name) => name.start <= at && at < name.end));
}
