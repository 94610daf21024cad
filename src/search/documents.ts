import type { Ask, Command } from "../core/command.ts";
import type { AnswerType, EntityKind, Fact, Knowledge } from "../core/knowledge.ts";
import { isNumber, type Token, type Tokenize, tokenize } from "./fold.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { evenly, type Marked, markedIn, modifiersOf, pairsOf, type Wording, weightsOf, wordingOf } from "./wordings.ts";

/** A way of asking with its command and wordings. */
export interface AskDocument {
  readonly command: Command;
  readonly ask: Ask;
  readonly wordings: readonly Wording[];
  readonly terms: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
  /** term → the ways in which it is written with marks. */
  readonly marked: Marked;
  readonly heads: ReadonlySet<string>;
  /** What the ask gives for a fact. */
  gives(document: FactDocument | undefined): readonly AnswerType[];
  /** A wording of nothing: the ask answers when only names are given. */
  readonly bare: boolean;
}

/** A fact, ready to be compared with questions. */
export interface FactDocument {
  readonly fact: Fact;
  readonly wordings: readonly Wording[];
  readonly asked: ReadonlySet<string>;
  readonly says: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
  /** term → the ways in which it is written with marks. */
  readonly marked: Marked;
  /** Kinds of the things that the fact is about: another thing of such a kind is not meant. */
  readonly kinds: ReadonlySet<EntityKind>;
  /** Ids of parts of its subject: naming one contradicts nothing, but has to be answered for. */
  readonly tolerated: ReadonlySet<string>;
  /** Ids of everything that the fact concerns. */
  readonly related: ReadonlySet<string>;
  readonly modifiers: ReadonlySet<string>;
  /** What it counts, if anything. */
  readonly heads: ReadonlySet<string>;
  /** What a told text tells of, so that it can answer for it. */
  readonly tells: {
    readonly number: boolean;
    readonly percent: boolean;
    readonly date: boolean;
    readonly person: boolean;
    readonly place: boolean;
  };
  /** Numbers that its subject's facts state: one of them in a question is no contradiction. */
  readonly numbers: ReadonlySet<string>;
  readonly asks: readonly AskDocument[];
}

/** Holes of phrasings ("{place}") are no words. */
const withoutHoles = (phrasing: string): string => phrasing.replace(/\{[^}]*\}/g, " ");

export function askDocuments(commands: readonly Command[]): AskDocument[] {
  return commands.flatMap((command) =>
    command.asks.map((ask): AskDocument => {
      const texts = ask.phrasings.map(withoutHoles).filter((text) => text.trim() !== "");
      const tokens = texts.map(tokenize);
      const wordings = tokens.map((one) => wordingOf(one, evenly));
      const own = ask.gives ?? [];
      return {
        command,
        ask,
        wordings,
        marked: markedIn(tokens.flat()),
        heads: headsOf(wordings),
        gives: (document) =>
          document === undefined ? own : own.length === 0 ? document.fact.gives : [...document.fact.gives, ...own],
        terms: new Set(tokens.flat().map((token) => token.term)),
        pairs: new Set(tokens.flatMap(pairsOf)),
        bare: texts.length < ask.phrasings.length,
      };
    }),
  );
}

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

const headsOf = (wordings: readonly Wording[]): Set<string> =>
  new Set(wordings.flatMap((wording) => [...wording.heads]));

/** Facts of one subject share most of their texts, and so their tokens. */
function remembering<T>(read: (tokens: readonly Token[]) => T): (tokens: readonly Token[]) => T {
  const known = new Map<readonly Token[], T>();
  return (tokens) => {
    const value = known.get(tokens) ?? read(tokens);
    known.set(tokens, value);
    return value;
  };
}

/** Every text of a fact. */
export const textsOf = (fact: Fact): readonly string[] => [...fact.asked, ...fact.says, ...(fact.context ?? [])];

export function factDocuments(
  knowledge: Knowledge,
  asks: readonly AskDocument[],
  gazetteer: Gazetteer,
  weightOf: (term: string) => number,
  tokenize: Tokenize,
): FactDocument[] {
  const byType = new Map<string, AskDocument[]>();
  for (const document of asks)
    if (document.ask.fact !== undefined)
      byType.set(document.ask.fact, [...(byType.get(document.ask.fact) ?? []), document]);
  const kindOf = new Map(knowledge.names.map((name) => [name.id, name.kind]));
  /** Fields belong to their memorandum: a field of another one is not meant. */
  const fieldsOf = new Map<string, string[]>();
  for (const { kind, id } of knowledge.names) {
    const owner = id.split("/")[0] ?? "";
    if (kind === "field") fieldsOf.set(owner, [...(fieldsOf.get(owner) ?? []), id]);
  }
  const numbers = new Map<string, Set<string>>();
  for (const fact of knowledge.facts) {
    const known = numbers.get(fact.subject) ?? new Set();
    for (const token of textsOf(fact).flatMap(tokenize)) if (isNumber(token)) known.add(token.term);
    numbers.set(fact.subject, known);
  }
  const namedIn = remembering((tokens: readonly Token[]) =>
    gazetteer
      .find(tokens, () => false)
      .flatMap((mention) => [mention, ...mention.inner])
      .flatMap(({ entities }) => entities.map(({ id }) => id)),
  );
  const inWeights = remembering((tokens: readonly Token[]) => wordingOf(tokens, (all) => weightsOf(all, weightOf)));
  return knowledge.facts.map((fact) => {
    const asked = fact.asked.map(tokenize);
    const says = [...fact.says, ...(fact.context ?? [])].map(tokenize);
    const marked = markedIn([...asked, ...says].flat());
    const linked = [...asked, ...says].flatMap(namedIn);
    const wordings = asked.map(inWeights);
    const fields = fact.part === undefined ? (fieldsOf.get(fact.subject) ?? []) : [];
    const issuers = fact.mentions.flatMap((id) => knowledge.documents.get(id)?.issuer ?? []);
    const related = relatedIds([...fact.mentions, ...linked, ...issuers], knowledge);
    return {
      fact,
      wordings,
      asked: new Set(asked.flat().map((token) => token.term)),
      says: new Set(says.flat().map((token) => token.term)),
      pairs: new Set([...asked, ...says].flatMap(pairsOf)),
      marked,
      kinds: new Set([fact.subject, `${fact.subject}/${fact.part}`, ...fields].flatMap((id) => kindOf.get(id) ?? [])),
      tolerated: new Set(fields),
      related,
      modifiers: new Set([...asked, ...says].flatMap(modifiersOf)),
      heads: fact.gives.includes("any")
        ? new Set(fact.says.flatMap(countedIn))
        : headsOf(
            fact.counted === undefined ? wordings : fact.counted.map((text) => wordingOf(tokenize(text), evenly)),
          ),
      tells: {
        number: fact.says.some(tellsNumber),
        percent: fact.says.some((text) => /%|phần trăm|per ?cent/iu.test(text)),
        date: fact.says.some((text) => DAY.test(text)),
        person: [...linked, fact.subject].some((id) => knowledge.people.has(id.split("/")[0] ?? "")),
        place: linked.some((id) => knowledge.places.has(id) && !fact.mentions.includes(id)),
      },
      numbers: numbers.get(fact.subject) ?? new Set(),
      asks: byType.get(fact.type) ?? [],
    };
  });
}

/** The ids with the bodies and places that they belong to. */
export function relatedIds(ids: readonly string[], knowledge: Knowledge): Set<string> {
  const related = new Set<string>();
  const add = (id: string | undefined): void => {
    if (id === undefined || related.has(id)) return;
    related.add(id);
    const body = knowledge.organisations.get(id);
    if (body?.speaksForPlace === true) add(body.place);
    add(body?.partOf);
  };
  for (const id of ids) add(id);
  return related;
}
