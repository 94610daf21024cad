import type { AnswerType, EntityKind } from "../core/knowledge.ts";
import type { Analysis } from "./analyse.ts";
import type { Coverage } from "./cover.ts";
import type { AskDocument, FactDocument } from "./documents.ts";
import { type Token, toneLast } from "./fold.ts";
import type { Question } from "./question.ts";
import type { Wording } from "./wordings.ts";

/** The words of a question for comparing wordings with: term → how it is written with its marks. */
export type Words = ReadonlyMap<string, ReadonlySet<string>>;

export function wordsOf(tokens: readonly Token[]): Words {
  const words = new Map<string, Set<string>>();
  for (const token of tokens) {
    const forms = words.get(token.term) ?? new Set();
    forms.add(token.marked && token.typed !== token.folded ? toneLast(token.typed) : ANY_MARKS);
    words.set(token.term, forms);
  }
  return words;
}

/** A word typed without marks stands for any. */
const ANY_MARKS = "";

function has(words: Words, wording: Wording, i: number): boolean {
  const forms = words.get(wording.terms[i] ?? "");
  return forms !== undefined && (forms.has(ANY_MARKS) || forms.has(wording.marked[i] ?? ""));
}

/** How much of a wording stands in the words, by weight, 0–1. */
function recall(wording: Wording, words: Words): number {
  if (wording.total === 0) return 0;
  let met = 0;
  for (let i = 0; i < wording.terms.length; i++) if (has(words, wording, i)) met += wording.weights[i] ?? 0;
  return met / wording.total;
}

/** Light words alone name nothing. */
const LEAST_CONTENT = 0.35;

/** A question inside a longer wording fits a little less well than a wording inside the question. */
const PRECISION_SHARE = 0.85;

/**
 * How well the best wording of what is asked and the question fit: how much of the wording stands in the question, or of the
 * question's content in the wording. Undefined when every wording has a "phó" that the question lacks.
 */
export function headMatch(
  question: Question,
  ask: AskDocument,
  wordings: readonly Wording[],
  covered: Coverage,
): number | undefined {
  /** The words of the way of asking do not name the thing. */
  const content = question.analysis.tokens.flatMap(({ term }, i) => {
    const weight = covered.weights[i] ?? 0;
    return weight === 0 || ask.terms.has(term) ? [] : [{ term, weight, met: weight * (covered.shares[i] ?? 0) }];
  });
  let total = 0;
  for (const { weight } of content) total += weight;
  let best: number | undefined;
  for (const wording of wordings) {
    if (!wording.modifiers.every((modifier) => question.modifiers.has(modifier))) continue;
    let met = 0;
    for (const one of content) if (wording.set.has(one.term)) met += one.met;
    const precision = total < LEAST_CONTENT ? 0 : met / total;
    best = Math.max(best ?? 0, recall(wording, question.words), PRECISION_SHARE * precision);
  }
  return best;
}

/** Proper names and names of indicators, unlike those of documents and events, are not made of the words of asking. */
const PROPER_KINDS = new Set<EntityKind>(["place", "person", "organisation", "indicator"]);
const ALL_FILLERS = 0.8;
/** An ask of nothing but names: given where the question has no content of its own. */
const BARE_MATCH = 0.5;

/** The words in which something is asked, and those that only name it. */
export interface AskingWords {
  readonly asking: Words;
  readonly naming: ReadonlySet<string>;
}

export function askingWords(analysis: Analysis, explained: ReadonlySet<number>): AskingWords {
  const proper = new Set<number>();
  const naming = new Set<string>();
  for (const mention of analysis.mentions) {
    const isProper = mention.entities.every(({ kind }) => PROPER_KINDS.has(kind));
    for (let i = mention.start; i < mention.end; i++) {
      if (!explained.has(i)) continue;
      if (isProper) proper.add(i);
      else naming.add(analysis.tokens[i]?.term ?? "");
    }
  }
  const asking = analysis.tokens.filter((_, i) => analysis.roles[i] !== "period" && !proper.has(i));
  return { asking: wordsOf(asking), naming };
}

/**
 * How well the question fits one of the ways of asking. Half of the real words must be there: fillers alone are no way. Words
 * that the question uses to name the thing count on neither side.
 */
export function phraseMatch(analysis: Analysis, ask: AskDocument, { asking, naming }: AskingWords): number {
  let best = ask.bare && !analysis.roles.includes("content") ? BARE_MATCH : 0;
  for (const wording of ask.wordings) {
    let total = 0;
    let met = 0;
    let core = 0;
    let coreMet = 0;
    let named = false;
    for (let i = 0; i < wording.terms.length; i++) {
      if (naming.has(wording.terms[i] ?? "")) {
        named = true;
        continue;
      }
      const here = has(asking, wording, i);
      total += wording.weights[i] ?? 0;
      if (here) met += wording.weights[i] ?? 0;
      if (!wording.isCore[i]) continue;
      core++;
      if (here) coreMet++;
    }
    if (coreMet * 2 < core) continue;
    const full = total === 0 ? 0 : met / total;
    const share = core > 0 ? full : named ? BARE_MATCH : full < ALL_FILLERS ? 0 : full;
    if (share > best) best = share;
  }
  return best;
}

const NUMERIC: ReadonlySet<AnswerType> = new Set(["number", "amount", "percent"]);

/**
 * 1 when the fact gives what is wanted, −1 when it gives something else, 0 when nothing in particular is wanted. What was
 * told may answer anything, but a number, a day or a person only where it tells of one.
 */
export function typeMatch(
  { analysis, asksForHolder, asksForTheOthers }: Question,
  gives: readonly AnswerType[],
  document: FactDocument | undefined,
): number {
  const { wants } = analysis;
  const told = gives.includes("any") && document !== undefined;
  if (asksForTheOthers || (told && asksForHolder)) return -1;
  if (analysis.wantsAmount && !gives.includes("amount") && !told) return -1;
  if (wants.length === 0) return 0;
  let met = 0;
  for (const types of wants) if (types.some((type) => gives.includes(type))) met++;
  if (met === wants.length) return 1;
  if (met > 0) return 0.5;
  if (!told) return -1;
  if (wants.some((types) => types.length === 1 && types[0] === "person"))
    return namesPerson(analysis, document) ? 0 : -1;
  return wants.every((types) => types.some((type) => tells(document, type))) ? 0 : -1;
}

/** "Who is the deputy that worked with …": the person of an office that is named, where the text tells of that person. */
const namesPerson = ({ mentions }: Analysis, document: FactDocument): boolean =>
  mentions.some(({ entities }) =>
    entities.some(({ kind, id }) => kind === "person" && document.related.has(id.replace(/\/.*$/, ""))),
  );

function tells(document: FactDocument, type: AnswerType): boolean {
  if (type === "person") return document.tells.person;
  if (type === "date" || type === "year") return document.tells.date;
  if (type === "place") return document.tells.place;
  if (type === "source") return false;
  if (type === "origin") return document.tells.origin;
  if (type === "percent") return document.tells.percent;
  return NUMERIC.has(type) ? document.tells.number : true;
}
