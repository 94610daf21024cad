import type { AnswerType, EntityKind } from "../core/knowledge.ts";
import type { Analysis } from "./analyse.ts";
import type { Coverage } from "./cover.ts";
import type { AskDocument, FactDocument, Wording } from "./documents.ts";
import type { Question } from "./question.ts";

/** How much of a wording stands in the terms, by weight, 0–1. */
function recall(wording: Wording, terms: ReadonlySet<string>): number {
  if (wording.total === 0) return 0;
  let met = 0;
  for (let i = 0; i < wording.terms.length; i++) if (terms.has(wording.terms[i] ?? "")) met += wording.weights[i] ?? 0;
  return met / wording.total;
}

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
  const { tokens } = question.analysis;
  /** The words of the way of asking do not name the thing. */
  const weights = covered.weights.map((weight, i) => (ask.terms.has(tokens[i]?.term ?? "") ? 0 : weight));
  let content = 0;
  for (const weight of weights) content += weight;
  let best: number | undefined;
  for (const wording of wordings) {
    if (!wording.modifiers.every((modifier) => question.modifiers.has(modifier))) continue;
    let met = 0;
    for (let i = 0; i < tokens.length; i++)
      if ((weights[i] ?? 0) > 0 && wording.set.has(tokens[i]?.term ?? ""))
        met += (weights[i] ?? 0) * (covered.shares[i] ?? 0);
    const precision = content === 0 ? 0 : met / content;
    best = Math.max(best ?? 0, recall(wording, question.terms), PRECISION_SHARE * precision);
  }
  return best;
}

/** Proper names and names of indicators, unlike those of documents and events, are not made of the words of asking. */
const PROPER_KINDS = new Set<EntityKind>(["place", "person", "organisation", "indicator"]);
const ALL_FILLERS = 0.8;
/** An ask of nothing but names: given where the question has no content of its own. */
const BARE_MATCH = 0.5;

/** The words in which something is asked: without periods and without the proper names that the candidate admits. */
export function askingTerms(analysis: Analysis, explained: ReadonlySet<number>): ReadonlySet<string> {
  const proper = new Set<number>();
  for (const mention of analysis.mentions)
    if (mention.entities.every(({ kind }) => PROPER_KINDS.has(kind)))
      for (let i = mention.start; i < mention.end; i++) if (explained.has(i)) proper.add(i);
  return new Set(
    analysis.tokens.flatMap((token, i) => (analysis.roles[i] === "period" || proper.has(i) ? [] : [token.term])),
  );
}

/** How well the question fits one of the ways of asking. Half of the real words must be there: fillers alone are no way. */
export function phraseMatch(analysis: Analysis, ask: AskDocument, terms: ReadonlySet<string>): number {
  let best = ask.bare && !analysis.roles.includes("content") ? BARE_MATCH : 0;
  for (const wording of ask.wordings) {
    const core = wording.coreTerms;
    let met = 0;
    for (const term of core) if (terms.has(term)) met++;
    if (met * 2 < core.length) continue;
    const share = recall(wording, terms);
    if (core.length === 0 && share < ALL_FILLERS) continue;
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
  analysis: Analysis,
  gives: readonly AnswerType[],
  document: FactDocument | undefined,
): number {
  const { wants } = analysis;
  const told = gives.includes("any") && document !== undefined;
  if (analysis.wantsAmount && !gives.includes("amount") && !told) return -1;
  if (wants.length === 0) return 0;
  let met = 0;
  for (const types of wants) if (types.some((type) => gives.includes(type))) met++;
  if (met === wants.length) return 1;
  if (met > 0) return 0.5;
  if (!told) return -1;
  if (wants.some((types) => types.length === 1 && types[0] === "person")) return -1;
  return wants.every((types) => types.some((type) => tells(document, type))) ? 0 : -1;
}

function tells(document: FactDocument, type: AnswerType): boolean {
  if (type === "person") return document.tells.person;
  if (type === "date") return document.tells.date;
  return NUMERIC.has(type) ? document.tells.number : true;
}
