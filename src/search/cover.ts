import type { AskDocument, FactDocument } from "./documents.ts";
import { isNumber, type Token } from "./fold.ts";
import type { Question } from "./question.ts";
import { REAL_WORD } from "./wordings.ts";

/** How far a candidate explains the words of a question. */
export interface Coverage {
  /** Share of the content that it explains, 0–1. */
  readonly coverage: number;
  /** For each token how much the candidate explains it, and how much it matters; 0 where it is no content. */
  readonly shares: readonly number[];
  readonly weights: readonly number[];
}

/** Names count for something: beside a long one, an odd word weighs less. */
const NAME_WEIGHT = 0.3;
/** Where a question has next to no content, a light word that is not explained weighs less. */
const GRACE = 0.2;
const SAID_SHARE = 0.9;
/** A syllable without its neighbour may be another word; less so where the neighbour is a function word. */
const ALONE_SHARE = 0.55;
const BESIDE_FILLER_SHARE = 0.85;
const OTHER_MARKS_SHARE = 0.5;

/** "1", "2": of two parties, once a year; they contradict nothing. */
const SMALL_NUMBER = 2;

export function cover(
  question: Question,
  ask: AskDocument,
  document: FactDocument | undefined,
  explained: ReadonlySet<number>,
): Coverage {
  const { tokens, roles } = question.analysis;
  const weights = new Array<number>(tokens.length).fill(0);
  const shares = new Array<number>(tokens.length).fill(0);
  let total = 0;
  let covered = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const role = roles[i];
    if (token === undefined) continue;
    if (role === "name" && explained.has(i)) {
      total += NAME_WEIGHT;
      covered += NAME_WEIGHT;
      continue;
    }
    if (role !== "content" && role !== "name") continue;
    if (isNumber(token) && Number(token.folded) <= SMALL_NUMBER) continue;
    const weight = question.weights[i] ?? 0;
    const share = shareOf(question, i, ask, document);
    weights[i] = weight;
    shares[i] = share;
    total += weight;
    covered += weight * share;
  }
  return { coverage: (covered + GRACE) / (total + GRACE), shares, weights };
}

/** How much the candidate explains one word: fully beside a neighbour that it also has, else in part. */
function shareOf(question: Question, i: number, ask: AskDocument, document: FactDocument | undefined): number {
  const { tokens, roles } = question.analysis;
  const token = tokens[i];
  if (token === undefined) return 0;
  const { term } = token;
  if (isNumber(token) && document?.numbers.has(term) === true) return 1;
  const isSyllable = question.isSyllable[i] === true;
  const written = question.written[i] ?? "";
  const marked = token.marked && isSyllable;
  const askedFor = ask.terms.has(term) && (!marked || ask.marked.get(term)?.has(written) === true);
  const asked = askedFor || document?.asked.has(term) === true;
  if (!asked && document?.says.has(term) !== true) return 0;
  if (token.marked && askedFor) return 1;
  let share = asked ? 1 : SAID_SHARE;
  const before = question.pairsBefore[i] ?? "";
  const after = question.pairsAfter[i] ?? "";
  const beside =
    ask.pairs.has(before) ||
    ask.pairs.has(after) ||
    document?.pairs.has(before) === true ||
    document?.pairs.has(after) === true;
  const crowded = roles[i - 1] === "content" || roles[i + 1] === "content";
  if (!beside && isSyllable) share *= crowded ? ALONE_SHARE : BESIDE_FILLER_SHARE;
  if (marked && !askedFor && document?.marked.get(term)?.has(written) === false) share *= OTHER_MARKS_SHARE;
  return share;
}

const FOREIGN_SHARE = 0.6;
const LEAST_SHARE = 0.3;

/** A whole word that the candidate has nothing of: two syllables side by side, neither in its place, or one longer word. */
export function hasForeignWord(question: Question, { shares, weights }: Coverage): boolean {
  const { tokens, language } = question.analysis;
  const unexplained = (i: number): boolean => (weights[i] ?? 0) > 0 && (shares[i] ?? 0) < FOREIGN_SHARE;
  const foreign = (i: number): boolean => unexplained(i) && (question.even[i] ?? 0) >= REAL_WORD;
  const alien = tokens.filter((_, i) => foreign(i) && (shares[i] ?? 0) === 0).length;
  if (alien > 1) return true;
  /** A light word belongs to a foreign one only where nothing of it is explained. */
  const joins = (i: number): boolean => foreign(i) || (unexplained(i) && (shares[i] ?? 0) === 0);
  /** In English a syllable with marks is part of a name. */
  const isWhole = ({ typed, folded }: Token, i: number): boolean =>
    question.isSyllable[i] !== true || (language === "en" && typed !== folded);
  const isOfWord = (i: number): boolean => question.wholeWords.some(({ start, end }) => start <= i && i < end);
  return tokens.some((token, i) => foreign(i) && (joins(i - 1) || joins(i + 1) || isWhole(token, i) || isOfWord(i)));
}

/** A name of several words that is neither admitted nor met as a phrase: "chuyển đổi số" is no "chuyến". */
export const passesOverName = (
  question: Question,
  ask: AskDocument,
  document: FactDocument | undefined,
  explained: ReadonlySet<number>,
): boolean =>
  question.analysis.mentions.some(({ start, end }) => {
    if (end - start < 2) return false;
    for (let i = start; i < end; i++) if (explained.has(i)) return false;
    for (let i = start; i + 1 < end; i++) {
      const pair = question.pairsAfter[i] ?? "";
      if (ask.pairs.has(pair) || document?.pairs.has(pair) === true) return false;
    }
    return true;
  });

/** Where a number or a person is the answer, every single word has to be explained: "Nam" is no "Nên". */
export const leavesWord = (
  question: Question,
  { shares, weights }: Coverage,
  document: FactDocument | undefined,
): boolean =>
  document !== undefined &&
  (document.kinds.has("indicator") || document.kinds.has("person") || document.fact.counted !== undefined) &&
  question.analysis.tokens.some(
    (_, i) =>
      (weights[i] ?? 0) > 0 &&
      (question.even[i] ?? 0) >= REAL_WORD &&
      (shares[i] ?? 0) < (document.kinds.has("person") ? FOREIGN_SHARE : LEAST_SHARE),
  );

/** A number that nothing about the subject states. */
export const hasForeignNumber = (question: Question, { shares, weights }: Coverage): boolean =>
  question.analysis.tokens.some((token, i) => isNumber(token) && (weights[i] ?? 0) > 0 && shares[i] === 0);

/** A thing asked for by name ("dân số", "chair") that the candidate does not speak of. */
export const passesOverDecisive = (
  question: Question,
  { shares, weights }: Coverage,
  ask: AskDocument,
  document: FactDocument | undefined,
): boolean =>
  question.decisive.some(({ start, end }) => {
    if (!weights.slice(start, end).some((weight) => weight > 0)) return false;
    if (end - start === 1) return (shares[start] ?? 0) < FOREIGN_SHARE;
    for (let i = start; i + 1 < end; i++) {
      const pair = question.pairsAfter[i] ?? "";
      if (!ask.pairs.has(pair) && document?.pairs.has(pair) !== true) return true;
    }
    return false;
  });

/** "phó", "former": a word that makes another office of it, on one side only. */
export const passesOverModifier = (
  question: Question,
  { weights }: Coverage,
  document: FactDocument | undefined,
): boolean =>
  question.analysis.tokens.some(
    (token, i) =>
      question.isModifier[i] === true && (weights[i] ?? 0) > 0 && document?.modifiers.has(token.folded) !== true,
  );

/** "How many X": X must be what the fact counts, not merely a word that it says. */
export function countsWhatIsAsked(
  question: Question,
  ask: AskDocument,
  document: FactDocument | undefined,
  explained: ReadonlySet<number>,
): boolean {
  const { tokens, roles, countedAt, language } = question.analysis;
  if (countedAt < 0 || countedAt >= tokens.length || roles[countedAt] === "period") return true;
  const counts = (term: string): boolean => ask.heads.has(term) || document?.heads.has(term) === true;
  for (let i = countedAt; i < Math.min(tokens.length, countedAt + 4); i++) {
    const token = tokens[i];
    /** "How many companies signed agreements" counts companies. */
    if (language === "en" && i > countedAt && token?.typed.endsWith("ed") === true) return false;
    if (token === undefined || roles[i] === "filler" || roles[i] === "period") continue;
    if (roles[i] === "cue" && i > countedAt) continue;
    if (roles[i] === "name" && question.isProperName[i] === true) continue;
    if ((roles[i] === "name" && explained.has(i)) || counts(token.term)) return true;
    if (language === "vi") return false;
  }
  return roles[countedAt] !== "content" && roles[countedAt] !== "cue" && !PARTS.has(tokens[countedAt]?.folded ?? "");
}

/** Parts of a text, common words elsewhere: "mấy điều", "8 điều". */
const PARTS = new Set(["dieu", "doan"]);
