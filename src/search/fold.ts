import { stemmer } from "stemmer";
import { readDecimal } from "../core/decimal.ts";

/** Words repeat without end: what was worked out for one is kept, up to a bound that no vocabulary reaches. */
function remembered(work: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    let result = known.get(word);
    if (result === undefined) {
      if (known.size >= MOST_WORDS) known.clear();
      result = work(word);
      known.set(word, result);
    }
    return result;
  };
}

const MOST_WORDS = 50_000;

const MARKS = /[\u0300-\u036f]/g;

/**
 * Text as it is compared: NFC, lower case, marks and đ removed, one character in → one character out, so that offsets into
 * the folded text are offsets into the lower-case text.
 */
export function fold(text: string): string {
  return text.length > LONGEST_WORD ? foldText(text) : foldWord(text);
}

const LONGEST_WORD = 16;

function foldText(text: string): string {
  const lower = text.normalize("NFC").toLowerCase();
  let folded = "";
  for (const unit of lower) folded += foldCharacter(unit);
  return folded;
}

function foldCharacter(character: string): string {
  if (character <= "\u007f") return character;
  if (character === "đ") return "d";
  const base = character.normalize("NFD").replace(MARKS, "");
  return base.length === character.length ? base : character;
}

const foldWord = remembered(foldText);

const Y_AS_I = /^(h|k|l|m|s|t|v|qu)y$/;

/** ky = ki, ly = li, quy = qui …: both spellings are in use. */
const yAsI = (syllable: string): string => syllable.replace(Y_AS_I, "$1i");

/** The form under which a folded word is indexed and looked up: y as i, English endings off. */
export const termOf = remembered((folded) => (folded.length < 4 || /\d/.test(folded) ? yAsI(folded) : stemmer(folded)));

const TONES: Readonly<Record<string, string>> = {
  "\u0300": "f",
  "\u0301": "s",
  "\u0309": "r",
  "\u0303": "x",
  "\u0323": "j",
};

/** The word with its tone mark moved to the end, so that hòa = hoà; the letters ă â ê ô ơ ư đ stay. */
export const toneLast = remembered((word) => {
  let tone = "";
  let rest = "";
  for (const unit of word.normalize("NFD")) {
    const found = TONES[unit];
    if (found === undefined) rest += unit;
    else tone = found;
  }
  return yAsI(rest.normalize("NFC")) + (tone === "" ? "" : `~${tone}`);
});

export interface Token {
  /** As typed, NFC and lower case. */
  readonly typed: string;
  readonly folded: string;
  readonly term: string;
  /** False where the text as a whole is typed without marks, so that this word may stand for any with marks. */
  readonly marked: boolean;
  /** Offsets into the lower-case text. */
  readonly start: number;
  readonly end: number;
}

const ENGLISH_GENITIVE = /['’]s(?![\p{L}\p{M}])/gu;
const VIETNAMESE_MARK = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/u;
const WORD = /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*\d*/gu;

/** The words and numbers of a text. */
export function tokenize(text: string): Token[] {
  const lower = text.normalize("NFC").toLowerCase().replace(ENGLISH_GENITIVE, "  ");
  const marked = VIETNAMESE_MARK.test(lower);
  return Array.from(lower.matchAll(WORD), (match) => {
    const typed = match[0];
    const folded = /^\d/.test(typed) ? readDecimal(typed) : fold(typed);
    return { typed, folded, term: termOf(folded), marked, start: match.index, end: match.index + typed.length };
  });
}

export type Tokenize = (text: string) => readonly Token[];

export const isNumber = ({ folded }: Token): boolean => folded >= "0" && folded < ":";
