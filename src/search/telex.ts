import { fold, termOf, toneLast } from "./fold.ts";

/**
 * Unfinished Telex: "nooij" is what the keys of "nội" leave when no input method is on. A word is decoded only where the
 * result is a possible Vietnamese syllable; whether decoding is wanted is for the caller to say (reference: 99.9 % of
 * Vietnamese words come back, 0.02 % of plain ones change, but 9 % of English ones would).
 */
export interface Decoded {
  readonly typed: string;
  readonly folded: string;
  readonly term: string;
}

const VOWELS = "aăâeêioôơuưy";
const HATS: Readonly<Record<string, string>> = { a: "â", e: "ê", o: "ô" };
const TONE_MARKS: Readonly<Record<string, string>> = {
  f: "\u0300",
  s: "\u0301",
  r: "\u0309",
  x: "\u0303",
  j: "\u0323",
};

/** Before e, ê, i and y one writes "ngh", "gh" and "k", elsewhere "ng", "g" and "c". */
const ONSET =
  "(?:ngh(?=[eêi])|ng(?![eêiy])|nh|ch|gh(?=[eêi])|gi|kh|ph|qu|th|tr|b|c(?![eêiy])|d|đ|g(?![eê])|h|k|l|m|n|p|r|s|t|v|x)?";
const NUCLEUS =
  "(?:iêu|yêu|ươu|ươi|uôi|oai|oay|oeo|uây|uyê|uya|uyu|uay|iê|yê|ươ|uô|uâ|uơ|uê|uy|ua|uo|ưa|ưi|ưu|ia|ya|oa|oă|oe|oo|oi|ôi|ơi|ai|ay|ây|ao|au|âu|eo|êu|iu|ui|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)";
/** A final k stands after ă only, in names that come from other tongues. */
const SYLLABLE = new RegExp(`^${ONSET}${NUCLEUS}(?:ng|nh|ch|c|m|n|p|t|(?<=ă)k)?$`);
const STOPPED = /(?:c|ch|k|p|t)$/;

const isVowel = (letter: string): boolean => VOWELS.includes(letter);

/** True for letters that can be a Vietnamese syllable with this tone key ("" for none). */
function isSyllable(letters: string, tone: string): boolean {
  if (!SYLLABLE.test(letters)) return false;
  return tone === "" || tone === "s" || tone === "j" || !STOPPED.test(letters);
}

/** The decoded word, or undefined when the word is no Telex (nothing to decode, or no possible syllable). */
export function decodeTelex(word: string): Decoded | undefined {
  if (!/^[a-z]{2,9}$/.test(word)) return undefined;
  const letters: string[] = [];
  let tone = "";
  let changed = false;
  for (const key of word) {
    if ("sfrxjz".includes(key) && letters.some(isVowel)) {
      if (tone !== "" && key !== "z") return undefined;
      tone = key === "z" ? "" : key;
      changed = true;
    } else if (key === "w") {
      horn(letters);
      changed = true;
    } else if (hat(letters, key) || (key === "d" && stroke(letters))) changed = true;
    else letters.push(key);
  }
  const base = letters.join("");
  if (!changed || !isSyllable(base, tone)) return undefined;
  const folded = fold(base);
  return { typed: withTone(base, tone), folded, term: termOf(folded) };
}

/** w: uo → ươ, u → ư, o → ơ, a → ă; alone it is ư. */
function horn(letters: string[]): void {
  for (let i = letters.length - 1; i >= 0; i--) {
    const [letter, before, start] = [letters[i], letters[i - 1], letters[i - 2]];
    if (letter === "o") {
      letters[i] = "ơ";
      if (before === "u" && start !== "q") letters[i - 1] = "ư";
      return;
    }
    if (letter === "u") {
      letters[i] = "ư";
      return;
    }
    if (letter === "a") {
      if (before === "u" && start !== "q") letters[i - 1] = "ư";
      else letters[i] = "ă";
      return;
    }
  }
  letters.push("ư");
}

/** A second a, e or o puts the hat on the first, also after the final consonant: "bien" + "e" → biên. */
function hat(letters: string[], key: string): boolean {
  const hatted = HATS[key];
  if (hatted === undefined) return false;
  const at = letters.lastIndexOf(key);
  if (at < 0 || !letters.slice(at + 1).every((letter) => !isVowel(letter) || "iuy".includes(letter))) return false;
  letters[at] = hatted;
  return true;
}

function stroke(letters: string[]): boolean {
  if (letters[0] !== "d") return false;
  letters[0] = "đ";
  return true;
}

/** The tone mark goes where one writes it: on the marked vowel, on the last one before a final consonant, else by custom. */
function withTone(base: string, tone: string): string {
  const mark = TONE_MARKS[tone];
  if (mark === undefined) return base;
  const at = toneAt(base);
  return `${base.slice(0, at + 1)}${mark}${base.slice(at + 1)}`.normalize("NFC");
}

function toneAt(base: string): number {
  const letters = [...base];
  const hatted = letters.findLastIndex((letter) => "ăâêôơư".includes(letter));
  if (hatted >= 0) return hatted;
  const last = letters.findLastIndex(isVowel);
  /** The u of "qu" and the i of "gi" belong to the consonant where another vowel follows. */
  const onset = /^(?:qu|gi)(?=[aăâeêioôơuưy])/.exec(base)?.[0].length ?? 0;
  const first = letters.findIndex((letter, i) => i >= onset && isVowel(letter));
  const isOpen = last === letters.length - 1;
  const count = last - first + 1;
  if (count === 1 || !isOpen) return last;
  return count === 3 || /(?:oa|oe|uy)$/.test(base) ? last - (count === 3 ? 1 : 0) : first;
}

/** What one types on a keyboard without an input method: the Telex keys of a Vietnamese text, tone key last. */
export function encodeTelex(text: string): string {
  return text.normalize("NFC").replace(/[\p{L}\p{M}]+/gu, (word) => {
    const [letters = "", tone = ""] = toneLastKeepingY(word);
    return letters.replaceAll("ươ", "uow").replace(/[ăâêôơưđ]/g, (letter) => KEYS[letter] ?? letter) + tone;
  });
}

const KEYS: Readonly<Record<string, string>> = { ă: "aw", â: "aa", ê: "ee", ô: "oo", ơ: "ow", ư: "uw", đ: "dd" };

function toneLastKeepingY(word: string): [string, string] {
  const tone = /~(.)$/.exec(toneLast(word))?.[1] ?? "";
  const letters = word
    .normalize("NFD")
    .replace(/[\u0300\u0301\u0309\u0303\u0323]/g, "")
    .normalize("NFC");
  return [letters, tone];
}

const BARE_SYLLABLE = new RegExp(`^${fold(ONSET)}${fold(NUCLEUS)}(?:ng|nh|ch|c|m|n|p|t)?$`);

/** True for folded letters that can be a Vietnamese syllable, so that they need not be a slip of another word. */
export const couldBeSyllable = (folded: string): boolean => BARE_SYLLABLE.test(folded);

/** These vowels do not end a syllable. */
const OPEN_END = /(?:[ăâ]|iê|yê|ươ|uô)$/;

/** The same for a word with its marks: "mya" could be one, "myấ" could not. */
export function couldBeWritten(typed: string): boolean {
  const folded = fold(typed);
  if (typed === folded) return couldBeSyllable(folded);
  const letters = toneLastKeepingY(typed)[0];
  return SYLLABLE.test(letters) && !OPEN_END.test(letters);
}
