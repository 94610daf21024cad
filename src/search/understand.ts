import type { Command, UnderstandContext, Understanding, Understood } from "../core/command.ts";
import type { Choice, Invocation } from "../core/invocation.ts";
import type { Knowledge } from "../core/knowledge.ts";
import { writePeriod } from "../core/period.ts";
import { finish } from "../core/steps.ts";
import type { Analysis } from "./analyse.ts";
import { understandRelatedCounts } from "./counts.ts";
import type { AskDocument, FactDocument } from "./documents.ts";
import { fold, tokenize } from "./fold.ts";
import { followUp } from "./follow-up.ts";
import { toPeriod } from "./period.ts";
import { readAskedPeriods } from "./period-reading.ts";
import { lookAt, type Question } from "./question.ts";
import { closeness, closestOfEach } from "./rivals.ts";
import { type Candidate, scoreCandidate } from "./score.ts";
import { makingIndex, type SearchIndex } from "./search-index.ts";
import { ofTwoIndicators, type Parts, partsOf } from "./several.ts";
import { suggest } from "./suggest.ts";
import { asTyped, contentPhrases, namesIn } from "./told-back.ts";
import { genericTerms, valuesOf } from "./values.ts";

/** Below these a candidate is no answer. Calibrated on the question sets; false answers weigh more than missed ones. */
const LEAST_COVERAGE = 0.6;
const LEAST_SCORE = 1.75;
/** Two candidates as close as this are asked back. */
const MARGIN = 0.03;
const SHORTLIST = 60;
/** What is offered instead of an answer. */
const LEAST_NEAR_COVERAGE = 0.4;
const LEAST_NEAR_SCORE = 0.3;
const NEAREST = 12;
const MOST_CHOICES = 3;

/** A question with all that may answer it, best first, whether or not any of it does. */
export interface Weighed {
  readonly analysis: Analysis;
  readonly looked: Question;
  readonly candidates: readonly Candidate[];
}

/** Understands, and tells what it weighed. */
export interface Weighing extends Understanding {
  weigh(question: string, context: UnderstandContext): Weighed;
}

/** From a question in plain words to a command with its values, or to what is missing. Pure over one knowledge. */
export const createUnderstanding = (knowledge: Knowledge, commands: readonly Command[]): Understanding =>
  understandingFrom(finish(makingIndex(knowledge, commands)), knowledge, commands);

/** The same over an index of the knowledge, or of one that looks the same to it. */
export function understandingFrom(index: SearchIndex, knowledge: Knowledge, commands: readonly Command[]): Weighing {
  const { asks, gazetteer, analyser, texts, documents, weightOf, names, kindsOf } = index;

  const shortlist = (analysis: Analysis): Set<FactDocument> => {
    const listed = new Set<FactDocument>();
    const terms = analysis.tokens.map((token) => token.term);
    for (const { at } of texts.search(analysis.tokens, SHORTLIST)) listed.add(documents.at(at));
    const named = analysis.mentions.flatMap((mention) => [mention, ...mention.inner]).flatMap((m) => m.entities);
    const about = [...new Set(named.map(({ id }) => id))].map(documents.about);
    for (const some of [...about, inSeveral(about)])
      for (const at of some.slice(0, SHORTLIST)) listed.add(documents.at(at));
    const asked = new Set(terms);
    for (const ask of asks) {
      if (
        ask.ask.fact === undefined ||
        !ask.wordings.some((wording) => wording.terms.some((term, i) => wording.isCore[i] === true && asked.has(term)))
      )
        continue;
      for (const at of documents.ofType(ask.ask.fact).slice(0, 20)) listed.add(documents.at(at));
    }
    return listed;
  };

  const weigh = (question: string, context: UnderstandContext): Weighed =>
    weighAnalysed(analyser.analyse(question, context.now, context.language), context);

  const weighAnalysed = (analysis: Analysis, context: UnderstandContext): Weighed => {
    const spokenOf = new Set(Object.values(context.previous?.values ?? {}).flatMap((value) => value.split(",")));
    const looked = lookAt(analysis, weightOf, spokenOf);
    const allowed = (ask: AskDocument): boolean => context.only === undefined || ask.command.name === context.only;
    const candidates: Candidate[] = [];
    for (const ask of asks)
      if (ask.ask.fact === undefined && allowed(ask)) candidates.push(scoreCandidate(looked, ask, undefined, names));
    for (const document of shortlist(analysis))
      for (const ask of document.asks) if (allowed(ask)) candidates.push(scoreCandidate(looked, ask, document, names));
    candidates.sort((a, b) => b.score - a.score);
    return { analysis, looked, candidates };
  };

  const generic = genericTerms(asks);

  /** Of words that only stand around questions, some are a question by themselves: "số liệu", "help". */
  const asksNothing = ({ roles, tokens }: Analysis): boolean => {
    if (!roles.every((role) => role === "filler")) return false;
    const asked = tokens.map(({ term }) => term);
    return !asks.some((ask) => closeness(asked, ask) === 1);
  };

  const toInvocation = (candidate: Candidate, looked: Question): Invocation => ({
    command: candidate.ask.command.name,
    values: valuesOf(candidate, looked, knowledge, names, generic),
    language: looked.analysis.language,
  });

  const toChoice = (candidate: Candidate, looked: Question): Choice => {
    const invocation = toInvocation(candidate, looked);
    return { invocation, question: candidate.ask.ask.question(invocation, knowledge) };
  };

  /** Each part by itself; the second may leave out what the first is about. */
  const understandParts = (
    question: string,
    [first, second]: Parts,
    { language }: Analysis,
    context: UnderstandContext,
  ): Understood | undefined => {
    const one = understandOne(first, { ...context, language });
    const previous = one.kind === "invocation" ? one.invocation : context.previous;
    const other = understandOne(second, { ...context, language, previous });
    const invocations = [one, other].flatMap((part) => (part.kind === "invocation" ? [part.invocation] : []));
    const [a, b] = invocations;
    if (a === undefined || (b !== undefined && keyOf(a) === keyOf(b))) return undefined;
    const left = [one.kind === "invocation" ? [] : [first], other.kind === "invocation" ? [] : [second]]
      .flat()
      .map((part) => asTyped(part, question));
    return { kind: "several", language, invocations, left };
  };

  const understand = (question: string, context: UnderstandContext): Understood => {
    const { previous } = context;
    if (previous?.command === "ask") {
      const alone = { ...context, previous: undefined };
      const before = understand(previous.values.question ?? "", alone);
      if (before.kind === "several") return understand(question, { ...context, previous: before.invocations.at(-1) });
      const together = understandOne(`${previous.values.question ?? ""} ${question}`, alone);
      if (together.kind === "invocation") return together;
    }
    return understandOne(question, context, true);
  };

  const understandOne = (
    question: string,
    context: UnderstandContext,
    /** No part of another question. */
    isWhole = false,
  ): Understood => {
    const { previous } = context;
    const analysis = analyser.analyse(question, context.now, context.language);
    if (isWhole && asksNothing(analysis)) return { kind: "nothing", language: analysis.language };
    const next = previous === undefined ? undefined : followUp(question, analysis, previous, commands);
    if (next !== undefined) return { kind: "invocation", invocation: next };
    const noDate = analysis.periods.find(({ impossible }) => impossible);
    if (noDate !== undefined) {
      const typed = analysis.text.slice(noDate.start, noDate.end);
      return { kind: "unknown", language: analysis.language, words: [typed], named: [], noDate: typed, choices: [] };
    }
    const inParts = (split: (analysis: Analysis) => Parts | undefined): Understood | undefined => {
      const parts = split(analysis);
      return parts === undefined ? undefined : understandParts(question, parts, analysis, context);
    };
    /** A part of a total admits the total's name: two of them side by side are two questions, before any is looked for. */
    const ofTwo = isWhole ? inParts(ofTwoIndicators) : undefined;
    if (ofTwo !== undefined) return ofTwo;
    const counts = isWhole
      ? understandRelatedCounts(analysis, (part, before) =>
          understandOne(part, { ...context, language: analysis.language, previous: before }),
        )
      : undefined;
    if (counts !== undefined) return counts;
    const { looked, candidates } = weighAnalysed(analysis, context);
    const good = candidates.filter(isGood);
    const best = good[0];
    const several = isWhole && best?.isWhole !== true ? inParts(partsOf) : undefined;
    if (several !== undefined) return several;
    if (best !== undefined) {
      /** Two ways of asking about the same fact are no doubt about what is meant. */
      const isRival = (candidate: Candidate): boolean =>
        best.score - candidate.score <= MARGIN &&
        (candidate === best || candidate.document === undefined || candidate.document !== best.document);
      const rivals = closestOfEach(good.filter(isRival), analysis);
      const choices = distinct(rivals.map((candidate) => toChoice(candidate, looked)));
      if (choices.length === 1) return { kind: "invocation", invocation: toInvocation(rivals[0] ?? best, looked) };
      return { kind: "ambiguous", language: analysis.language, choices: choices.slice(0, 5) };
    }
    const near = [
      ...candidates.filter(isNear).slice(0, NEAREST),
      ...candidates.filter((candidate) => isOverviewOf(candidate, analysis)),
    ];
    return {
      kind: "unknown",
      language: analysis.language,
      words: contentPhrases(looked),
      named: namesIn(analysis, knowledge),
      choices: distinct(near.map((candidate) => toChoice(candidate, looked))).slice(0, MOST_CHOICES),
    };
  };

  const read: Understanding["read"] = (option, typed, now) => {
    const text = typed.normalize("NFC");
    if (option.kind === "period") {
      const periods = readAskedPeriods(fold(text), now).map(toPeriod);
      return periods[0] === undefined ? undefined : writePeriod(periods[0]);
    }
    const kinds = option.entities ?? [];
    if (kindsOf.get(text)?.some((kind) => kinds.includes(kind)) === true) return text;
    const tokens = tokenize(text);
    const mention = gazetteer
      .find(tokens, () => true)
      .find((m) => m.start === 0 && m.end === tokens.length && !m.doubtful);
    return mention?.entities.find((entity) => kinds.includes(entity.kind))?.id;
  };

  return {
    understand,
    weigh,
    read,
    suggest: (option, typed, language) => suggest(option, typed, language, knowledge, gazetteer),
  };
}

const keyOf = ({ command, values }: Invocation): string => JSON.stringify([command, Object.entries(values).sort()]);

/** Of a place there may be thousands of facts: those that are about another named thing too are few, and likely meant. */
function inSeveral(lists: readonly (readonly number[])[]): number[] {
  if (lists.length < 2) return [];
  const seen = new Set<number>();
  const again = new Set<number>();
  for (const list of lists) for (const at of list) (seen.has(at) ? again : seen).add(at);
  return [...again];
}

const isGood = (candidate: Candidate): boolean =>
  candidate.conflicts.length === 0 && candidate.coverage >= LEAST_COVERAGE && candidate.score >= LEAST_SCORE;

/** Near enough to be offered as another question: it shares content with what was asked. */
const isNear = (candidate: Candidate): boolean =>
  !candidate.conflicts.includes("suits") &&
  !candidate.conflicts.includes("phrase") &&
  !candidate.conflicts.includes("name") &&
  candidate.coverage >= LEAST_NEAR_COVERAGE &&
  candidate.score > LEAST_NEAR_SCORE;

/** What is held of the thing that is named, whatever of it was asked. */
const isOverviewOf = ({ ask, document }: Candidate, { mentions }: Analysis): boolean =>
  ask.ask.general === true &&
  document !== undefined &&
  mentions.some(({ entities, doubtful }) => !doubtful && entities.some(({ id }) => id === document.fact.subject));

function distinct(choices: readonly Choice[]): Choice[] {
  const seen = new Map<string, Choice>();
  for (const choice of choices) {
    const key = keyOf(choice.invocation);
    if (!seen.has(key)) seen.set(key, choice);
  }
  return [...seen.values()];
}
