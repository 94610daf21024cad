import type { Fact } from "../core/knowledge.ts";
import { isNumber, type Token, type Tokenize, tokenize } from "./fold.ts";
import { type Marked, markedIn, modifiersOf, pairsOf, type Unweighed, unweighed } from "./wordings.ts";

const NO_WORDS: ReadonlySet<string> = new Set();

/** What a fact says by its own words, whatever else is known. */
export interface FactWords {
  /** Its texts, token by token, but for the values of figures, which are a number alone. */
  readonly texts: readonly (readonly Token[])[];
  readonly wordings: readonly Unweighed[];
  readonly asked: Words;
  readonly says: Words;
  readonly pairs: Words;
  readonly marked: Marked;
  readonly modifiers: Words;
  readonly heads: ReadonlySet<string>;
  readonly tells: {
    readonly number: boolean;
    readonly percent: boolean;
    readonly date: boolean;
    readonly origin: boolean;
  };
}

/** A set of which it matters only what is in it. */
export type Words = Pick<ReadonlySet<string>, "has">;

/** Every text of a fact. */
export const textsOf = (fact: Fact): readonly string[] => [...fact.asked, ...fact.says, ...(fact.context ?? [])];

/** Works out each fact once, however many states of the knowledge hold it. */
export function createWordsOf(): (fact: Fact, tokensOf: Tokenize) => FactWords {
  const known = new WeakMap<Fact, FactWords>();
  return (fact, tokensOf) => {
    const words = known.get(fact) ?? wordsOf(fact, tokensOf);
    known.set(fact, words);
    return words;
  };
}

function wordsOf(fact: Fact, tokensOf: Tokenize): FactWords {
  const asked = fact.asked.map(tokensOf);
  const says = fact.says.map(tokensOf);
  const own = lookOver([...asked, ...says]);
  const around = lookAround(fact.context, tokensOf);
  const wordings = asked.map(wordingOf);
  return {
    texts: [...own.texts, ...around.texts],
    wordings,
    asked: termsOf(asked),
    says: either(termsOf(says), around.terms),
    pairs: either(own.pairs, around.pairs),
    marked: eitherWay(own.marked, around.marked),
    modifiers: either(own.modifiers, around.modifiers),
    heads: fact.gives.includes("any")
      ? new Set([...fact.asked, ...fact.says].flatMap(countedIn))
      : headsOf(fact.counted === undefined ? wordings : fact.counted.map((text) => wordingOf(tokensOf(text)))),
    tells: {
      number: [...fact.asked, ...fact.says].some(tellsNumber),
      percent: fact.says.some((text) => /%|phần trăm|per ?cent/iu.test(text)),
      date: fact.says.some((text) => DAY.test(text)),
      origin: fact.says.some((text) =>
        /nguồn (?:ảnh|là|ghi)|ghi nguồn|trích từ|dẫn từ|credited|taken from/iu.test(text),
      ),
    },
  };
}

interface LookedOver extends Pick<FactWords, "texts"> {
  readonly terms: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
  readonly marked: ReadonlyMap<string, ReadonlySet<string>>;
  readonly modifiers: ReadonlySet<string>;
}

const termsOf = (texts: FactWords["texts"]): ReadonlySet<string> =>
  setOf(texts.flatMap((tokens) => tokens.map(({ term }) => term)));

const lookOver = (texts: FactWords["texts"]): LookedOver => ({
  texts: texts.filter((tokens) => tokens.length > 1 || !tokens.every(isNumber)),
  terms: termsOf(texts),
  pairs: setOf(texts.flatMap(pairsOf)),
  marked: markedIn(texts.flat()),
  modifiers: setOf(texts.flatMap(modifiersOf)),
});

const NOTHING = lookOver([]);

/** Many facts stand in the same surroundings, the names of their subject: those are looked over once. */
const lookedAround = new WeakMap<readonly string[], LookedOver>();

function lookAround(context: Fact["context"], tokensOf: Tokenize): LookedOver {
  if (context === undefined) return NOTHING;
  const known = lookedAround.get(context) ?? lookOver(context.map(tokensOf));
  lookedAround.set(context, known);
  return known;
}

/** A set takes a fifth of a kilobyte also where nothing is in it. */
export function setOf(words: readonly string[]): ReadonlySet<string> {
  return words.length === 0 ? NO_WORDS : new Set(words);
}

function either(own: ReadonlySet<string>, around: ReadonlySet<string>): Words {
  if (own.size === 0) return around;
  return around.size === 0 ? own : { has: (word) => own.has(word) || around.has(word) };
}

function eitherWay(own: LookedOver["marked"], around: LookedOver["marked"]): Marked {
  if (own.size === 0) return around;
  if (around.size === 0) return own;
  return {
    get(term) {
      const [one, other] = [own.get(term), around.get(term)];
      return one === undefined ? other : other === undefined ? one : new Set([...one, ...other]);
    },
  };
}

/** Of the same text, which many facts may have, one wording is enough. */
const wordingsOf = new WeakMap<readonly Token[], Unweighed>();

function wordingOf(tokens: readonly Token[]): Unweighed {
  const known = wordingsOf.get(tokens) ?? unweighed(tokens);
  wordingsOf.set(tokens, known);
  return known;
}

export const headsOf = (wordings: readonly Pick<Unweighed, "heads">[]): ReadonlySet<string> =>
  setOf(wordings.flatMap((wording) => [...wording.heads]));

const DAY =
  /\d{1,2}[/.]\d{1,2}|tháng \d|(?:quý|tháng) đầu|first \w+ (?:months|quarters)|hằng năm|\d năm|annual|-year|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)/u;

/** A number that is no year and no day, or a word for one. */
const tellsNumber = (text: string): boolean =>
  /chục|trăm|dozen|hundred|hầu hết|phần lớn|đa số|nearly all|almost all|\bmost\b/iu.test(text) ||
  /\d/.test(text.replace(/\d{1,2}[/.]\d{1,2}|\b(?:19|20)\d{2}\b/g, ""));

const QUANTITY =
  /(?:\d[\d.,]*|\b(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|chục|trăm|nghìn|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|hầu hết|phần lớn|nearly all|almost all|most))(?: of| the| các| những)* ((?:[\p{L}]+ ?){1,3})/giu;

/** What a told text counts: the words after its numbers. */
const countedIn = (text: string): string[] =>
  [...text.normalize("NFC").matchAll(QUANTITY)].flatMap(([, words]) => tokenize(words ?? "").map(({ term }) => term));
