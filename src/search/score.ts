import type { Asked } from "../core/command.ts";
import type { AnswerType, EntityKind, Fact, Knowledge } from "../core/knowledge.ts";
import type { Analysis } from "./analyse.ts";
import {
  type AskDocument,
  type FactDocument,
  isModifier,
  modifiersOf,
  relatedIds,
  type Wording,
  weightsOf,
} from "./documents.ts";
import { isNumber, toneLast } from "./fold.ts";
import type { Entity, Mention } from "./gazetteer.ts";
import { createPhrases } from "./lexicon.ts";
import { toPeriod, touchesPeriod } from "./period.ts";
import { couldBeSyllable } from "./telex.ts";
import { DECISIVE_WORDS } from "./words.ts";

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

export type Conflict =
  | "name"
  | "period"
  | "number"
  | "counted"
  | "modifier"
  | "type"
  | "suits"
  | "doubtful"
  | "head"
  | "phrase"
  | "decisive"
  | "word";

/** Kinds whose names exclude one another: a question about one city is never answered with another. */
const HARD_KINDS = new Set(["place", "person", "organisation", "memorandum", "programme", "event", "document"]);

const WEIGHT = {
  coverage: 1,
  head: 0.45,
  phrase: 0.45,
  type: 0.25,
  subject: 0.2,
  parties: 0.1,
  general: 0.08,
  conflict: 0.6,
} as const;

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
      for (const mention of analysis.mentions) admit(mention, ask, document, knowledge, explained, conflicts);
      const covered = cover(analysis, ask, document, explained, weightOf, conflicts);
      const { coverage, missing } = covered;
      checkPeriods(analysis, ask, document, conflicts);
      if (ask.ask.suits?.(askedOf(analysis, document?.fact)) === false) conflicts.add("suits");
      if (analysis.mentions.some((mention) => mention.doubtful)) conflicts.add("doubtful");
      const phrase = phraseRecall(analysis, ask, explained);
      if (!ask.bare && phrase < LEAST_HEAD) conflicts.add("phrase");
      const head =
        document === undefined || document.wordings.length === 0
          ? phrase
          : headMatch(analysis, document.wordings, covered, conflicts);
      if (document !== undefined && document.wordings.length > 0 && !namesSubject(analysis, document.fact)) {
        const content = covered.weights.some((weight) => weight > 0);
        if (head < LEAST_HEAD || !content) conflicts.add("head");
      }
      const type = typeMatch(analysis, [...(document?.fact.gives ?? []), ...(ask.ask.gives ?? [])], document);
      if (type < 0) conflicts.add("type");
      const subject = document !== undefined && namesSubject(analysis, document.fact) ? 1 : 0;
      const score =
        WEIGHT.coverage * coverage +
        WEIGHT.head * head +
        WEIGHT.phrase * phrase ** 2 +
        WEIGHT.type * type +
        WEIGHT.subject * subject +
        WEIGHT.parties * namedShare(analysis, document) -
        (ask.ask.general === true ? WEIGHT.general : 0) -
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

const withoutOffice = (id: string): string => id.replace(/\/.*$/, "");

/** The option that the entity fills, with the id that fits it (a body stands for its place). */
export function takenAs(
  entity: Entity,
  ask: AskDocument,
  knowledge: Knowledge,
): { readonly option: string; readonly id: string } | undefined {
  for (const option of ask.ask.takes ?? []) {
    const kinds = ask.command.options[option]?.entities ?? [];
    if (kinds.includes(entity.kind))
      return { option, id: entity.kind === "person" ? withoutOffice(entity.id) : entity.id };
    const place = entity.kind === "organisation" ? knowledge.organisations.get(entity.id)?.place : undefined;
    if (place !== undefined && kinds.includes("place")) return { option, id: place };
  }
  return undefined;
}

function admit(
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
  if (
    mention.inner.length > 0
      ? mention.inner.some((m) => !inside.includes(m) && hard(m)) || (inside.length === 0 && hard(mention))
      : hard(mention)
  )
    conflicts.add("name");
}

/** Names count for something in the coverage: beside a long one, an odd word weighs less. */
const NAME_WEIGHT = 0.3;

interface Coverage {
  readonly coverage: number;
  readonly missing: readonly string[];
  /** Share of each token that the candidate explains, and how much the token matters; 0 where it is no content. */
  readonly shares: readonly number[];
  readonly weights: readonly number[];
}

/** Share of the content words that the candidate explains. A syllable counts fully only beside a neighbour that it also has. */
function cover(
  analysis: Analysis,
  ask: AskDocument,
  document: FactDocument | undefined,
  explained: ReadonlySet<number>,
  weightOf: (term: string) => number,
  conflicts: Set<Conflict>,
): Coverage {
  const { tokens, roles } = analysis;
  const weights = weightsOf(tokens, weightOf);
  const shares = tokens.map(() => 0);
  const missing: string[] = [];
  let total = 0;
  let covered = 0;
  tokens.forEach((token, i) => {
    const role = roles[i];
    if (role === "name" && explained.has(i)) {
      total += NAME_WEIGHT;
      covered += NAME_WEIGHT;
    }
    if (role !== "content" && !(role === "name" && !explained.has(i))) {
      weights[i] = 0;
      return;
    }
    if (isNumber(token) && Number(token.folded) <= 2) weights[i] = 0;
    const weight = weights[i] ?? 0;
    const share =
      isNumber(token) && document?.numbers.has(token.term) === true ? 1 : coverToken(analysis, i, ask, document);
    shares[i] = share;
    if (share === 0 && weight > 0 && isNumber(token)) conflicts.add("number");
    if (isModifier(token, tokens[i - 1]) && document?.modifiers.has(token.folded) !== true) conflicts.add("modifier");
    if (share < 0.5 && weight > 0.3) missing.push(token.typed);
    total += weight;
    covered += weight * share;
  });
  if (hasForeignWord(analysis, shares, weights)) conflicts.add("word");
  for (let i = 0; i < tokens.length; i++) {
    const length = DECISIVE.longest(tokens, i)?.length ?? 0;
    for (let j = i; j < i + length; j++)
      if (roles[j] === "content" && (shares[j] ?? 0) < 0.6) conflicts.add("decisive");
  }
  if (analysis.countedAt >= 0 && !countsIt(analysis, ask, document, explained)) conflicts.add("counted");
  return { coverage: total === 0 ? 1 : covered / total, missing, shares, weights };
}

const HEAVY = 0.5;
const HEAVY_WORD = 1.1;

/** A whole word that the candidate has nothing of: two syllables side by side, or one longer word. */
function hasForeignWord({ tokens }: Analysis, shares: readonly number[], weights: readonly number[]): boolean {
  const foreign = (i: number): boolean => (weights[i] ?? 0) >= HEAVY && (shares[i] ?? 0) < 0.3;
  return tokens.some(
    (token, i) => foreign(i) && (foreign(i + 1) || (!couldBeSyllable(token.folded) && (weights[i] ?? 0) >= HEAVY_WORD)),
  );
}

const DECISIVE = createPhrases(DECISIVE_WORDS.map((text) => [text, true] as const));
const SAID_SHARE = 0.9;
/** A syllable without its neighbour may be another word; less so where the neighbour is a function word. */
const ALONE_SHARE = 0.55;
const BESIDE_FILLER_SHARE = 0.85;
const OTHER_MARKS_SHARE = 0.5;

function coverToken(
  { tokens, roles }: Analysis,
  i: number,
  ask: AskDocument,
  document: FactDocument | undefined,
): number {
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
  if (ways !== undefined && !ask.terms.has(term) && token.marked && !ways.has(toneLast(token.typed)))
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
  const heads = [...ask.wordings, ...(document?.wordings ?? [])].map((wording) => wording.heads);
  for (let i = analysis.countedAt; i < Math.min(tokens.length, analysis.countedAt + 4); i++) {
    const token = tokens[i];
    if (token === undefined || roles[i] === "filler" || roles[i] === "cue" || roles[i] === "period") continue;
    if (roles[i] === "name" && explained.has(i)) return true;
    if (heads.some((head) => head.has(token.term))) return true;
    if (analysis.language === "vi") return false;
  }
  return analysis.countedAt >= tokens.length || roles[analysis.countedAt] !== "content";
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
    else if (
      periods.length === 0 &&
      document !== undefined &&
      asked.year !== undefined &&
      !document.says.has(String(asked.year)) &&
      !document.asked.has(String(asked.year))
    )
      conflicts.add("period");
  }
}

/** What the question names, as commands see it. */
export function askedOf(analysis: Analysis, fact: Fact | undefined): Asked {
  const named: Partial<Record<EntityKind, string[]>> = {};
  for (const mention of analysis.mentions)
    for (const { kind, id } of mention.entities) named[kind] = [...new Set([...(named[kind] ?? []), id])];
  const periods = analysis.periods.flatMap((asked) => toPeriod(asked) ?? []);
  return { fact, named, periodCount: analysis.periods.length, periods };
}

const recall = (wording: Wording, terms: ReadonlySet<string>): number =>
  wording.total === 0
    ? 0
    : wording.terms.reduce((sum, term, i) => sum + (terms.has(term) ? (wording.weights[i] ?? 0) : 0), 0) /
      wording.total;

/**
 * How well the best wording of what is asked and the question fit: how much of the wording stands in the question, or of the
 * question's content in the wording. Wordings with another "phó" are none.
 */
function headMatch(
  analysis: Analysis,
  wordings: readonly Wording[],
  covered: Coverage,
  conflicts: Set<Conflict>,
): number {
  const { tokens } = analysis;
  const terms = new Set(tokens.map((token) => token.term));
  const modifiers = new Set(modifiersOf(tokens));
  const fitting = wordings.filter((wording) => wording.modifiers.every((modifier) => modifiers.has(modifier)));
  if (fitting.length === 0) conflicts.add("modifier");
  const content = covered.weights.reduce((sum, weight) => sum + weight, 0);
  const precision = (wording: Wording): number => {
    const own = new Set(wording.terms);
    const met = tokens.reduce(
      (sum, token, i) => sum + (own.has(token.term) ? (covered.weights[i] ?? 0) * (covered.shares[i] ?? 0) : 0),
      0,
    );
    return content === 0 ? 0 : met / content;
  };
  return Math.max(
    0,
    ...fitting.map((wording) => Math.max(recall(wording, terms), PRECISION_SHARE * precision(wording))),
  );
}

/** A question inside a longer wording fits a little less well than a wording inside the question. */
const PRECISION_SHARE = 0.85;

/** A phrasing counts only where half of its real words are in the question: fillers alone are no way of asking. */
function phraseMatch(wording: Wording, terms: ReadonlySet<string>): number {
  const core = wording.terms.filter((_, i) => wording.core[i]);
  const met = core.filter((term) => terms.has(term)).length;
  return met * 2 < core.length ? 0 : recall(wording, terms);
}

/** Proper names and names of indicators, unlike those of documents and events, are not made of the words of asking. */
const PROPER_KINDS = new Set<EntityKind>(["place", "person", "organisation", "indicator"]);
const properAt = (analysis: Analysis, at: number): boolean =>
  analysis.mentions.some((m) => m.start <= at && at < m.end && m.entities.every(({ kind }) => PROPER_KINDS.has(kind)));

/** Words that name something say nothing about the way of asking. */
function phraseRecall(analysis: Analysis, ask: AskDocument, explained: ReadonlySet<number>): number {
  const free = analysis.tokens.filter(
    (_, i) => analysis.roles[i] !== "period" && !(explained.has(i) && properAt(analysis, i)),
  );
  const terms = new Set(free.map((token) => token.term));
  const best = Math.max(0, ...ask.wordings.map((wording) => phraseMatch(wording, terms)));
  const nothingElse = !analysis.roles.includes("content");
  return ask.bare && nothingElse ? Math.max(best, 0.5) : best;
}

const NUMERIC: readonly AnswerType[] = ["number", "amount", "percent"];

/**
 * 1 when the fact gives what is wanted, −1 when it gives something else, 0 when nothing in particular is wanted. What was said
 * may answer anything, but a number only where it states one.
 */
function typeMatch(analysis: Analysis, gives: readonly AnswerType[], document: FactDocument | undefined): number {
  const { wants } = analysis;
  if (wants.length === 0) return 0;
  const met = wants.filter((types) => types.some((type) => gives.includes(type))).length;
  if (met === wants.length) return 1;
  if (met > 0) return 0.5;
  if (!gives.includes("any") || wants.some((types) => types.length === 1 && types[0] === "person")) return -1;
  return wants.some((types) => types.every((type) => NUMERIC.includes(type))) && document?.statesNumber !== true
    ? -1
    : 0;
}

const namesSubject = (analysis: Analysis, fact: Fact): boolean =>
  analysis.mentions.some((mention) =>
    mention.entities.some(({ id }) => id === fact.subject || id === `${fact.subject}/${fact.part}`),
  );

/** Share of the fact's own names that the question gives: the agreement of exactly these parties comes first. */
function namedShare(analysis: Analysis, document: FactDocument | undefined): number {
  const mentions = document?.fact.mentions ?? [];
  if (mentions.length === 0) return 0;
  const named = new Set(
    analysis.mentions.flatMap((m) => [m, ...m.inner]).flatMap((m) => m.entities.map((entity) => entity.id)),
  );
  return mentions.filter((id) => named.has(id)).length / mentions.length;
}
