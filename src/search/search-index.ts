import type { Command } from "../core/command.ts";
import type { EntityKind, Knowledge } from "../core/knowledge.ts";
import { map, type Steps } from "../core/steps.ts";
import { type Analyser, createAnalyser } from "./analyse.ts";
import { OFFICE_WORK } from "./around.ts";
import { COMMON_PHRASES, PERIOD_WORDS } from "./common-phrases.ts";
import { type AskDocument, askDocuments, type Documents, makingDocuments } from "./documents.ts";
import { createWordsOf, textsOf } from "./fact-words.ts";
import { type Gazetteer, makingGazetteer } from "./gazetteer.ts";
import { type Lexicon, makingLexicon } from "./lexicon.ts";
import { createNames, type Names } from "./names.ts";
import { PUBLIC_WORDS } from "./public-words.ts";
import { createSegments, type Segments } from "./segments.ts";
import { makingTextIndex, type TextIndex } from "./text-index.ts";
import { createTextReader, isNumberAlone, type TextReader } from "./text-reader.ts";
import { termWeights } from "./wordings.ts";
import {
  AMOUNT_NOUNS,
  CUES,
  DECISIVE_WORDS,
  ENGLISH_WORDS,
  LIGHT_WORDS,
  MODIFIERS,
  VIETNAMESE_WORDS,
} from "./words.ts";

/** All that a question is looked up in. */
export interface SearchIndex {
  readonly asks: readonly AskDocument[];
  readonly gazetteer: Gazetteer;
  readonly analyser: Analyser;
  readonly texts: TextIndex;
  readonly documents: Documents;
  readonly weightOf: (term: string) => number;
  readonly names: Names;
  readonly kindsOf: ReadonlyMap<string, readonly EntityKind[]>;
  /** Makes what is otherwise made when the first questions want it. */
  warming(): Steps<void>;
  /** What it was made of, and what the next one can take over. */
  readonly made: Made;
}

interface Made {
  readonly knowledge: Knowledge;
  readonly commands: readonly Command[];
  readonly reader: TextReader;
  readonly segments: Segments;
  readonly lexicon: Lexicon;
  readonly wordsOf: ReturnType<typeof createWordsOf>;
}

/**
 * The index of a knowledge. Where there is an earlier one, what is the same in both is taken over, and all of it where nothing
 * has changed that is looked up: it is the same index, however it came to be.
 */
export function* makingIndex(
  knowledge: Knowledge,
  commands: readonly Command[],
  earlier?: SearchIndex,
): Steps<SearchIndex> {
  const before = earlier?.made.commands === commands ? earlier : undefined;
  if (before !== undefined && looksTheSame(before.made.knowledge, knowledge)) return before;
  const lasting = before === undefined || isWorn(before) ? undefined : before.made;
  const reader = createTextReader(lasting?.reader);
  const segments = lasting?.segments ?? createSegments();
  const { facts, names: aliases } = knowledge;
  const factTexts = yield* map(facts, textsOf);
  const asks = before?.asks ?? askDocuments(commands);
  yield;
  const textsAt = (at: number) => (factTexts[at] ?? []).map(reader.read);
  const texts = yield* makingTextIndex(facts, textsAt, segments, (folded) => lexicon.near(folded));
  const isNamedTheSame = before !== undefined && isSame(before.made.knowledge.names, aliases);
  const gazetteer = isNamedTheSame ? before.gazetteer : yield* makingGazetteer(aliases);
  const lexicon = yield* makingLexicon(
    {
      texts: lexiconTexts(knowledge, commands, factTexts),
      properNames: aliases.filter(({ kind }) => PROPER.has(kind)).map(({ text }) => text),
      personNames: [...knowledge.people.values()].map((person) => person.names.vi),
      names: aliases,
      commonPhrases: [...VIETNAMESE_WORDS, ...LIGHT_WORDS, ...COMMON_PHRASES, ...PUBLIC_WORDS],
    },
    reader,
    before?.made.lexicon,
  );
  reader.forget();
  const weightOf = termWeights(facts.length, texts.holding);
  const tokensOf = (text: string) => reader.read(text).tokens;
  const wordsOf = lasting?.wordsOf ?? createWordsOf();
  const documents = yield* makingDocuments({ knowledge, asks, gazetteer, weightOf, tokensOf, wordsOf });
  yield;
  // Where people have asked before, the first one to ask now should not wait until all texts are looked through for new names.
  if (before !== undefined && !isNamedTheSame)
    for (const fact of facts) {
      wordsOf(fact, tokensOf).texts.forEach(gazetteer.idsIn);
      yield;
    }
  const kinds = Map.groupBy(aliases, ({ id }) => id);
  return {
    asks,
    gazetteer,
    analyser: createAnalyser(lexicon, gazetteer),
    texts,
    documents,
    weightOf,
    names: createNames(knowledge, documents),
    kindsOf: new Map([...kinds].map(([id, named]) => [id, named.map(({ kind }) => kind)])),
    *warming() {
      for (const at of facts.keys()) {
        documents.at(at);
        yield;
      }
      gazetteer.warm();
      yield;
      lexicon.near("");
    },
    made: { knowledge, commands, reader, segments, lexicon, wordsOf },
  };
}

const PROPER = new Set(["place", "person"]);

/** Of words that nobody uses any more there are as many as of others. */
const isWorn = ({ made: { segments, knowledge } }: SearchIndex): boolean =>
  segments.numbers.size > 100_000 + 200 * knowledge.facts.length;

/** Whether two states of the knowledge are the same in all that an index looks at. */
function looksTheSame(a: Knowledge, b: Knowledge): boolean {
  const maps = ["organisations", "people", "places", "documents", "sources"] as const;
  return (
    isSame(a.facts, b.facts) &&
    isSame(a.names, b.names) &&
    maps.every((kind) => isSame([...a[kind].values()], [...b[kind].values()]))
  );
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

function* lexiconTexts(
  knowledge: Knowledge,
  commands: readonly Command[],
  factTexts: readonly (readonly string[])[],
): Iterable<string> {
  for (const name of knowledge.names) yield name.text;
  for (const texts of factTexts) for (const text of texts) if (!isNumberAlone(text)) yield text;
  for (const command of commands)
    for (const ask of command.asks) for (const phrasing of ask.phrasings) yield phrasing.replace(/\{[^}]*\}/g, " ");
  yield* VIETNAMESE_WORDS;
  yield* LIGHT_WORDS;
  yield* DECISIVE_WORDS;
  yield* AMOUNT_NOUNS;
  yield* MODIFIERS;
  yield* ENGLISH_WORDS;
  for (const [phrases] of CUES) yield* phrases.split("|");
  yield* COMMON_PHRASES;
  yield* PUBLIC_WORDS;
  yield* PERIOD_WORDS;
  yield* OFFICE_WORK;
}
