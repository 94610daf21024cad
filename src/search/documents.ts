import type { Ask, Command } from "../core/command.ts";
import type { AnswerType, EntityKind, Fact, Knowledge } from "../core/knowledge.ts";
import { forEach, type Steps } from "../core/steps.ts";
import { deedsIn } from "./deeds.ts";
import { type FactWords, headsOf, setOf, textsOf, type Words } from "./fact-words.ts";
import { isNumber, type Tokenize, tokenize } from "./fold.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { evenWording, type Marked, markedIn, pairsOf, type Unweighed, type Wording, weighed } from "./wordings.ts";

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
  readonly asked: Words;
  readonly says: Words;
  readonly pairs: Words;
  /** term → the ways in which it is written with marks. */
  readonly marked: Marked;
  /** Kinds of the things that the fact is about: another thing of such a kind is not meant. */
  readonly kinds: ReadonlySet<EntityKind>;
  /** Ids of parts of its subject: naming one contradicts nothing, but has to be answered for. */
  readonly tolerated: ReadonlySet<string>;
  /** Ids of everything that the fact concerns. */
  readonly related: ReadonlySet<string>;
  readonly modifiers: Words;
  /** What it counts, if anything, and what is done with that. */
  readonly heads: ReadonlySet<string>;
  readonly deeds: readonly number[];
  /** What a told text tells of, so that it can answer for it. */
  readonly tells: {
    readonly number: boolean;
    readonly percent: boolean;
    readonly date: boolean;
    /** Where it was taken from. */
    readonly origin: boolean;
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
      const wordings = tokens.map(evenWording);
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

/** The facts as documents, each made when it is first wanted: a question looks at few of them. */
export interface Documents {
  at(position: number): FactDocument;
  /** Positions of the facts about a thing, and of those that mention it. */
  about(id: string): readonly number[];
  ofSubject(id: string): readonly number[];
  ofType(type: string): readonly number[];
}

export interface DocumentParts {
  readonly knowledge: Knowledge;
  readonly asks: readonly AskDocument[];
  readonly gazetteer: Gazetteer;
  readonly weightOf: (term: string) => number;
  readonly tokensOf: Tokenize;
  readonly wordsOf: (fact: Fact, tokensOf: Tokenize) => FactWords;
}

export function* makingDocuments(parts: DocumentParts): Steps<Documents> {
  const { facts } = parts.knowledge;
  const made: FactDocument[] = [];
  const make = documentMaker(parts);
  const about = yield* positions(facts, ({ subject, mentions }) => [subject, ...mentions]);
  const bySubject = yield* positions(facts, ({ subject }) => [subject]);
  const byType = yield* positions(facts, ({ type }) => [type]);
  return {
    at(position) {
      const document = made[position] ?? make(facts[position] as Fact, bySubject);
      made[position] = document;
      return document;
    },
    about: (id) => about.get(id) ?? [],
    ofSubject: (id) => bySubject.get(id) ?? [],
    ofType: (type) => byType.get(type) ?? [],
  };
}

type Positions = ReadonlyMap<string, readonly number[]>;

/** Key → the positions of the facts that have it, each once. */
function* positions(facts: readonly Fact[], keysOf: (fact: Fact) => readonly string[]): Steps<Positions> {
  const groups = new Map<string, number[]>();
  yield* forEach(facts, (fact, at) => {
    for (const key of keysOf(fact)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [at]);
      else if (group.at(-1) !== at) group.push(at);
    }
  });
  return groups;
}

function documentMaker({ knowledge, asks, gazetteer, weightOf, tokensOf, wordsOf }: DocumentParts) {
  const byType = Map.groupBy(asks, ({ ask }) => ask.fact ?? "");
  const kindOf = new Map(knowledge.names.map((name) => [name.id, name.kind]));
  /** Fields belong to their memorandum: a field of another one is not meant. */
  const fieldsOf = Map.groupBy(
    knowledge.names.filter(({ kind }) => kind === "field"),
    ({ id }) => id.split("/")[0] ?? "",
  );
  const weights = new WeakMap<Unweighed, Wording>();
  const weigh = (wording: Unweighed): Wording => {
    const known = weights.get(wording) ?? weighed(wording, weightOf);
    weights.set(wording, known);
    return known;
  };
  /** There are few of them, and many documents. */
  const kindSets = new Map<string, ReadonlySet<EntityKind>>();
  const kindsOf = (ids: readonly string[]): ReadonlySet<EntityKind> => {
    const kinds = new Set(ids.flatMap((id) => kindOf.get(id) ?? []));
    const key = [...kinds].join(" ");
    const known = kindSets.get(key) ?? kinds;
    kindSets.set(key, known);
    return known;
  };
  const numbers = new Map<string, ReadonlySet<string>>();
  const numbersOf = (subject: string, bySubject: Positions): ReadonlySet<string> => {
    const known = numbers.get(subject);
    if (known !== undefined) return known;
    const texts = (bySubject.get(subject) ?? []).flatMap((at) => textsOf(knowledge.facts[at] as Fact));
    const found = setOf(
      texts.flatMap((text) =>
        tokensOf(text)
          .filter(isNumber)
          .map(({ term }) => term),
      ),
    );
    numbers.set(subject, found);
    return found;
  };

  return (fact: Fact, bySubject: Positions): FactDocument => {
    const words = wordsOf(fact, tokensOf);
    const linked = words.texts.flatMap(gazetteer.idsIn);
    const fields = fact.part === undefined ? (fieldsOf.get(fact.subject) ?? []).map(({ id }) => id) : [];
    const issuers = fact.mentions.flatMap((id) => knowledge.documents.get(id)?.issuer ?? []);
    return {
      ...words,
      fact,
      wordings: words.wordings.map(weigh),
      kinds: kindsOf([fact.subject, `${fact.subject}/${fact.part}`, ...fields]),
      tolerated: setOf(fields),
      related: relatedIds([...fact.mentions, ...linked, ...issuers], knowledge),
      tells: {
        ...words.tells,
        person: [...linked, fact.subject].some((id) => knowledge.people.has(id.split("/")[0] ?? "")),
        place: linked.some((id) => knowledge.places.has(id) && !fact.mentions.includes(id)),
      },
      deeds: fact.counted === undefined ? NO_DEEDS : fact.asked.flatMap((text) => deedsIn(tokensOf(text))),
      numbers: numbersOf(fact.subject, bySubject),
      asks: byType.get(fact.type) ?? [],
    };
  };
}

const NO_DEEDS: readonly number[] = [];

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
