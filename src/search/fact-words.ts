import type { Fact } from "../core/knowledge.ts";
import { type Token, type Tokenize, tokenize } from "./fold.ts";
import { type Marked, markedIn, modifiersOf, pairsOf, type Unweighed, unweighed } from "./wordings.ts";

/** What a fact says by its own words, whatever else is known. */
export interface FactWords {
  /** Its texts, token by token. */
  readonly texts: readonly (readonly Token[])[];
  readonly wordings: readonly Unweighed[];
  readonly asked: ReadonlySet<string>;
  readonly says: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
  readonly marked: Marked;
  readonly modifiers: ReadonlySet<string>;
  readonly heads: ReadonlySet<string>;
  readonly tells: { readonly number: boolean; readonly percent: boolean; readonly date: boolean };
}

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
  const says = [...fact.says, ...(fact.context ?? [])].map(tokensOf);
  const texts = [...asked, ...says];
  const wordings = asked.map(unweighed);
  return {
    texts,
    wordings,
    asked: new Set(asked.flat().map((token) => token.term)),
    says: new Set(says.flat().map((token) => token.term)),
    pairs: new Set(texts.flatMap(pairsOf)),
    marked: markedIn(texts.flat()),
    modifiers: new Set(texts.flatMap(modifiersOf)),
    heads: fact.gives.includes("any")
      ? new Set(fact.says.flatMap(countedIn))
      : headsOf(fact.counted === undefined ? wordings : fact.counted.map((text) => unweighed(tokensOf(text)))),
    tells: {
      number: fact.says.some(tellsNumber),
      percent: fact.says.some((text) => /%|phần trăm|per ?cent/iu.test(text)),
      date: fact.says.some((text) => DAY.test(text)),
    },
  };
}

export const headsOf = (wordings: readonly Pick<Unweighed, "heads">[]): Set<string> =>
  new Set(wordings.flatMap((wording) => [...wording.heads]));

const DAY =
  /\d{1,2}[/.]\d{1,2}|tháng \d|(?:quý|tháng) đầu|first \w+ (?:months|quarters)|hằng năm|\d năm|annual|-year|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)/u;

/** A number that is no year and no day, or a word for one. */
const tellsNumber = (text: string): boolean =>
  /chục|trăm|dozen|hundred/iu.test(text) || /\d/.test(text.replace(/\d{1,2}[/.]\d{1,2}|\b(?:19|20)\d{2}\b/g, ""));

const QUANTITY =
  /(?:\d[\d.,]*|\b(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|chục|trăm|nghìn|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?))(?: of)? ((?:[\p{L}]+ ?){1,3})/giu;

/** What a told text counts: the words after its numbers. */
const countedIn = (text: string): string[] =>
  [...text.normalize("NFC").matchAll(QUANTITY)].flatMap(([, words]) => tokenize(words ?? "").map(({ term }) => term));
