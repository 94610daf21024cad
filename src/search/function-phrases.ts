import { phrasesOf } from "./lexicon.ts";
import { CUES, ENGLISH_WORDS, VIETNAMESE_WORDS } from "./words.ts";

/** The function words of both languages. */
export const FUNCTION_PHRASES = phrasesOf([...VIETNAMESE_WORDS, ...ENGLISH_WORDS]);

/** The same with the words that say what is wanted: all that a question is wrapped in. */
export const WRAPPING_PHRASES = phrasesOf([
  ...VIETNAMESE_WORDS,
  ...ENGLISH_WORDS,
  ...CUES.flatMap(([phrases]) => phrases.split("|")),
]);
