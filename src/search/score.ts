import type { Asked } from "../core/command.ts";
import type { AnswerType, EntityKind, Fact, Knowledge } from "../core/knowledge.ts";
import type { Analysis } from "./analyse.ts";
import { type AskDocument, type FactDocument, isModifier, modifiersOf, relatedIds, type Wording, weightsOf } from "./documents.ts";
import { isNumber, toneLast } from "./fold.ts";
import type { Entity, Mention } from "./gazetteer.ts";
import { toPeriod, touchesPeriod } from "./period.ts";
import { couldBeSyllable } from "./telex.ts";

/** A way of asking about a fact (or about none), held against a question. */
export interface Candidate {
  readonly document: FactDocument | undefined;
  readonly ask: AskDocument;
  readonly score: number;
  /** Share of the question's content that it explains, 0–1. */
  readonly coverage: number;
  /** Why it cannot be the answer, though it may be near: what of the question conflicts. */
  readonly conflicts: readonly Conflict[];
  /** Content words that it does not explain, as typed. */
  readonly missing: readonly string[];
}

export type Conflict = "name" | "period" | "number" | "counted" | "modifier" | "type" | "suits" | "doubtful" | "head" | "phrase";

/** Kinds whose names exclude one another: a question about one city is never answered with another. */
const HARD_KINDS = new Set(["place", "person", "organisation", "memorandum", "programme", "event", "document"]);

const WEIGHT = { coverage: 1, head: 0.45, phrase: 0.3, type: 0.25, subject: 0.2, parties: 0.1, conflict: 0.6 } as const;

/** A fact whose own name is this little in the question is not what was asked, whatever else it says. */
const LEAST_HEAD = 0.34;

export interface Scorer {
  score(analysis: Analysis, ask: AskDocument, document: FactDocument | undefined): Candidate;
}

export function createScorer(knowledge: Knowledge, weightOf: (term: string) => number): Scorer {
  return {
    score(analysis, ask, document) {
      const conflicts = new Set<Conflict>();
      const explained = new Set<number>();
      for (const mention of analysis.mentions) fit(mention, ask, document, knowledge, explained, conflicts);
      const { coverage, missing } = cover(analysis, ask, document, explained, weightOf, conflicts);
      checkPeriods(analysis, ask, document, conflicts);
      if (ask.ask.suits?.(askedOf(analysis, document?.fact)) === false) conflicts.add("suits");
      if (analysis.mentions.some((mention) => mention.doubtful)) conflicts.add("doubtful");
      const phrase = phraseRecall(analysis, ask, explained);
      if (!ask.bare && phrase < LEAST_HEAD) conflicts.add("phrase");
      const head = document === undefined || document.wordings.length === 0 ? phrase : headRecall(analysis, document.wordings, conflicts);
      if (document !== undefined && document.wordings.length > 0 && head < LEAST_HEAD && !namesSubject(analysis, document.fact)) conflicts.add("head");
      const type = typeMatch(analysis, [...(document?.fact.gives ?? []), ...(ask.ask.gives ?? [])]);
      if (type < 0) conflicts.add("type");
      const subject = document !== undefined && namesSubject(analysis, document.fact) ? 1 : 0;
      const score =
        WEIGHT.coverage * coverage +
        WEIGHT.head * head +
        WEIGHT.phrase * phrase +
        WEIGHT.type * type +
        WEIGHT.subject * subject +
        WEIGHT.parties * namedShare(analysis, document) -
        WEIGHT.conflict * conflicts.size;
      return { document, ask, score, coverage, conflicts: [...conflicts], missing };
    },
  };
}

/** Whether a named entity may stand beside the candidate: related to its fact, or taken as a value. */
function admits(entity: Entity, ask: AskDocument, document: FactDocument | undefined, knowledge: Knowledge): boolean {
  const closure = relatedIds([entity.id], knowledge);
  if (document !== undefined) for (const id of closure) if (document.related.has(id)) return true;
  return takenAs(entity, ask, knowledge) !== undefined;
}

/** The option that the entity fills, with the id that fits it (a body stands for its place). */
export function takenAs(
  entity: Entity,
  ask: AskDocument,
  knowledge: Knowledge,
): { readonly option: string; readonly id: string } | undefined {
  for (const option of ask.ask.takes ?? []) {
    const kinds = ask.command.options[option]?.entities ?? [];
    if (kinds.includes(entity.kind)) return { option, id: entity.id };
    const place = entity.kind === "organisation" ? knowledge.organisations.get(entity.id)?.place : undefined;
    if (place !== undefined && kinds.includes("place")) return { option, id: place };
  }
  return undefined;
}

function fit(
  mention: Mention,
  ask: AskDocument,
  document: FactDocument | undefined,
  knowledge: Knowledge,
  explained: Set<number>,
  conflicts: Set<Conflict>,
): void {
  const mark = (from: Mention): void => {
    for (let i = from.start; i < from.end; i++) explained.add(i);
  };
  if (mention.entities.some((entity) => admits(entity, ask, document, knowledge))) {
    mark(mention);
    return;
  }
  const inside = mention.inner.filter((m) => m.entities.some((entity) => admits(entity, ask, document, knowledge)));
  if (inside.length > 0) {
    inside.forEach(mark);
    if (inside.length === mention.inner.length) return;
  }
  const hard = (m: Mention): boolean =>
    m.entities.every(({ kind }) => HARD_KINDS.has(kind) || document?.kinds.has(kind) === true);
  if (mention.inner.length > 0 ? mention.inner.some((m) => !inside.includes(m) && hard(m)) || (inside.length === 0 && hard(mention)) : hard(mention))
    conflicts.add("name");
}

/** Share of the content words that the candidate explains. A syllable counts fully only beside a neighbour that it also has. */
function cover(
  analysis: Analysis,
  ask: AskDocument,
  document: FactDocument | undefined,
  explained: ReadonlySet<number>,
  weightOf: (term: string) => number,
  conflicts: Set<Conflict>,
): { coverage: number; missing: string[] } {
  const { tokens, roles } = analysis;
  const weights = weightsOf(tokens, weightOf);
  const missing: string[] = [];
  let total = 0;
  let covered = 0;
  tokens.forEach((token, i) => {
    const role = roles[i];
    if (role !== "content" && !(role === "name" && !explained.has(i))) return;
    const weight = isModifier(token, tokens[i - 1]) ? 2 : (weights[i] ?? 0);
    const share = coverToken(analysis, i, ask, document);
    if (share === 0 && isNumber(token) && Number(token.folded) > 2) conflicts.add("number");
    if (share < 0.5 && weight > 0.3) missing.push(token.typed);
    total += weight;
    covered += weight * share;
  });
  if (analysis.countedAt >= 0 && !countsIt(analysis, ask, document, explained)) conflicts.add("counted");
  return { coverage: total === 0 ? 1 : covered / total, missing };
}

const SAID_SHARE = 0.9;
/** A syllable without its neighbour may be another word; less so where the neighbour is a function word. */
const ALONE_SHARE = 0.55;
const BESIDE_FILLER_SHARE = 0.85;
const OTHER_MARKS_SHARE = 0.75;

function coverToken({ tokens, roles }: Analysis, i: number, ask: AskDocument, document: FactDocument | undefined): number {
  const token = tokens[i];
  if (token === undefined) return 0;
  const { term } = token;
  const asked = ask.terms.has(term) || document?.asked.has(term) === true;
  if (!asked && document?.says.has(term) !== true) return 0;
  let share = asked ? 1 : SAID_SHARE;
  const has = (pair: string): boolean => ask.pairs.has(pair) || document?.pairs.has(pair) === true;
  const before = tokens[i - 1]?.term;
  const after = tokens[i + 1]?.term;
  const beside = (before !== undefined && has(`${before} ${term}`)) || (after !== undefined && has(`${term} ${after}`));
  const crowded = roles[i - 1] === "content" || roles[i + 1] === "content";
  if (!beside && couldBeSyllable(token.folded)) share *= crowded ? ALONE_SHARE : BESIDE_FILLER_SHARE;
  const ways = document?.marked.get(term);
  if (ways !== undefined && !ask.terms.has(term) && token.typed !== token.folded && !ways.has(toneLast(token.typed)))
    share *= OTHER_MARKS_SHARE;
  return share;
}

/** "How many X": X must be what the fact counts, not merely a word that it says. */
function countsIt(
  analysis: Analysis,
  ask: AskDocument,
  document: FactDocument | undefined,
  explained: ReadonlySet<number>,
): boolean {
  const { tokens, roles } = analysis;
  for (let i = analysis.countedAt; i < Math.min(tokens.length, analysis.countedAt + 4); i++) {
    const token = tokens[i];
    if (token === undefined || roles[i] === "filler" || roles[i] === "cue" || roles[i] === "period") continue;
    if (roles[i] === "name" && explained.has(i)) return true;
    return ask.terms.has(token.term) || document?.asked.has(token.term) === true;
  }
  return true;
}

function checkPeriods(
  analysis: Analysis,
  ask: AskDocument,
  document: FactDocument | undefined,
  conflicts: Set<Conflict>,
): void {
  if (ask.ask.takes?.includes("period") === true) return;
  const periods = document?.fact.periods ?? [];
  for (const asked of analysis.periods) {
    if (asked.now === true) {
      if (document?.fact.dated === true) conflicts.add("period");
    } else if (periods.length > 0 && !periods.some((period) => touchesPeriod(asked, period))) conflicts.add("period");
    else if (periods.length === 0 && document !== undefined && asked.year !== undefined && !document.says.has(String(asked.year)) && !document.asked.has(String(asked.year)))
      conflicts.add("period");
  }
}

/** What the question names, as commands see it. */
export function askedOf(analysis: Analysis, fact: Fact | undefined): Asked {
  const named: Partial<Record<EntityKind, string[]>> = {};
  for (const mention of analysis.mentions)
    for (const { kind, id } of mention.entities) if (!(named[kind] ??= []).includes(id)) named[kind].push(id);
  const periods = analysis.periods.flatMap((asked) => toPeriod(asked) ?? []);
  return { fact, named, periodCount: analysis.periods.length, periods };
}

const recall = (wording: Wording, terms: ReadonlySet<string>): number =>
  wording.total === 0
    ? 0
    : wording.terms.reduce((sum, term, i) => sum + (terms.has(term) ? (wording.weights[i] ?? 0) : 0), 0) / wording.total;

/** How much of the best wording of what is asked stands in the question. Wordings with another "phó" are none. */
function headRecall(analysis: Analysis, wordings: readonly Wording[], conflicts: Set<Conflict>): number {
  if (wordings.length === 0) return 0;
  const terms = new Set(analysis.tokens.map((token) => token.term));
  const modifiers = new Set(modifiersOf(analysis.tokens));
  const fitting = wordings.filter((wording) => wording.modifiers.every((modifier) => modifiers.has(modifier)));
  if (fitting.length === 0) conflicts.add("modifier");
  return Math.max(0, ...fitting.map((wording) => recall(wording, terms)));
}

/** Proper names and names of indicators, unlike those of documents and events, are not made of the words of asking. */
const PROPER_KINDS = new Set<EntityKind>(["place", "person", "organisation", "indicator"]);
const properAt = (analysis: Analysis, at: number): boolean =>
  analysis.mentions.some((m) => m.start <= at && at < m.end && m.entities.every(({ kind }) => PROPER_KINDS.has(kind)));

/** Words that name something say nothing about the way of asking. */
function phraseRecall(analysis: Analysis, ask: AskDocument, explained: ReadonlySet<number>): number {
  const free = analysis.tokens.filter((_, i) => analysis.roles[i] !== "period" && !(explained.has(i) && properAt(analysis, i)));
  const terms = new Set(free.map((token) => token.term));
  const best = Math.max(0, ...ask.wordings.map((wording) => recall(wording, terms)));
  const nothingElse = !analysis.roles.includes("content");
  return ask.bare && nothingElse ? Math.max(best, 0.5) : best;
}

/** 1 when the fact gives what is wanted, −1 when it gives something else, 0 when nothing in particular is wanted. */
function typeMatch(analysis: Analysis, gives: readonly AnswerType[]): number {
  const wants = analysis.wants;
  if (wants.length === 0) return 0;
  const met = wants.filter((types) => types.some((type) => gives.includes(type))).length;
  return met === wants.length ? 1 : met > 0 ? 0.5 : -1;
}

const namesSubject = (analysis: Analysis, fact: Fact): boolean =>
  analysis.mentions.some((mention) =>
    mention.entities.some(({ id }) => id === fact.subject || id === `${fact.subject}/${fact.part}`),
  );

/** Share of the fact's own names that the question gives: the agreement of exactly these parties comes first. */
function namedShare(analysis: Analysis, document: FactDocument | undefined): number {
  const mentions = document?.fact.mentions ?? [];
  if (mentions.length === 0) return 0;
  const named = new Set(analysis.mentions.flatMap((m) => [m, ...m.inner]).flatMap((m) => m.entities.map((entity) => entity.id)));
  return mentions.filter((id) => named.has(id)).length / mentions.length;
}
