import type { AnswerType, Fact } from "../core/knowledge.ts";
import type { Analysis } from "./analyse.ts";
import {
  type Coverage,
  countsWhatIsAsked,
  cover,
  hasForeignNumber,
  hasForeignWord,
  leavesWord,
  passesOverDecisive,
  passesOverModifier,
  passesOverName,
} from "./cover.ts";
import type { AskDocument, FactDocument } from "./documents.ts";
import { isNumber } from "./fold.ts";
import { askingWords, headMatch, phraseMatch, typeMatch } from "./match.ts";
import type { Names } from "./names.ts";
import { fitsPeriods } from "./period-fit.ts";
import type { Question } from "./question.ts";
import { asksForNumberAndAmount } from "./several.ts";
import { REAL_WORD } from "./wordings.ts";

/** Why a candidate cannot be the answer, near as it may be. */
export type Conflict =
  /** The question names another city, person, body, document … */
  | "name"
  /** … or only perhaps this one. */
  | "doubtful"
  | "period"
  | "number"
  /** It counts something else, or who did something else. */
  | "counted"
  /** It is another office: "phó", "former". */
  | "modifier"
  /** It gives another kind of answer. */
  | "type"
  /** What is named does not suit this way of asking. */
  | "suits"
  /** The thing itself is hardly named. */
  | "head"
  /** Nobody asks for it in these words. */
  | "phrase"
  /** A thing asked for by name is not in it. */
  | "decisive"
  /** A whole word is not in it. */
  | "word";

/** A way of asking about a fact (or about none), held against a question. */
export interface Candidate {
  readonly document: FactDocument | undefined;
  readonly ask: AskDocument;
  readonly score: number;
  /** Share of the question's content that it explains, 0–1. */
  readonly coverage: number;
  readonly conflicts: readonly Conflict[];
  /** It gives all the kinds of answer that are asked for. */
  readonly isWhole: boolean;
}

/** Set by hand on the question sets; every conflict outweighs what the best match of anything else could add. */
const WEIGHT = {
  coverage: 1.7,
  head: 0.45,
  phrase: 0.45,
  type: 0.25,
  subject: 0.2,
  parties: 0.1,
  general: 0.15,
  aside: 0.3,
  period: 0.1,
  conflict: 0.6,
} as const;

/** A fact whose own name is this little in the question is not what was asked, whatever else it says. */
const LEAST_HEAD = 0.34;
/** An indicator that is not named outright must nearly be. */
const LEAST_INDICATOR_HEAD = 0.6;
/** A wording of function words ("làm việc với tỉnh nào") names its thing only as a whole. */
const ALL_OF_IT = 0.95;
/** With more conflicts than this nobody would offer it, not even as the nearest. */
const FEW_CONFLICTS = 1;
/** Of what is no answer and is not offered either, the rest need not be known. */
const OUT = { score: -1, coverage: 0, isWhole: false } as const;
const LEAST_PHRASE = 0.34;
/** Without a fact the phrasing is all there is. */
const LEAST_PHRASE_ALONE = 0.6;

export function scoreCandidate(
  question: Question,
  ask: AskDocument,
  document: FactDocument | undefined,
  names: Names,
): Candidate {
  const { analysis } = question;
  const conflicts: Conflict[] = [];
  const check = (holds: boolean, conflict: Conflict): void => {
    if (!holds) conflicts.push(conflict);
  };
  check(ask.ask.suits?.({ ...question.asked, fact: document?.fact }) !== false, "suits");
  /** A ratio is asked of figures, whatever else speaks of the same things. */
  check(analysis.operation?.name !== "ratio" || document?.kinds.has("indicator") === true, "suits");
  if (conflicts.length > 0) return { document, ask, conflicts, ...OUT };
  const explained = new Set<number>();
  const admitted = names.admit(analysis, ask, document, explained);
  check(admitted.fits, "name");
  if (conflicts.length > 0) return { document, ask, conflicts, ...OUT };
  check(!analysis.mentions.some((mention) => mention.doubtful), "doubtful");
  const covered = cover(question, ask, document, explained);
  check(
    !hasForeignWord(question, covered) &&
      !leavesWord(question, covered, document) &&
      !passesOverName(question, ask, document, explained),
    "word",
  );
  check(!hasForeignNumber(question, covered) && !asksForPart(analysis, document), "number");
  check(!passesOverDecisive(question, covered, ask, document), "decisive");
  check(!passesOverModifier(question, covered, document), "modifier");
  check(
    countsWhatIsAsked(question, ask, document, explained) &&
      !tellsOfOtherDeed(question, document) &&
      !asksForSum(question, document),
    "counted",
  );
  check(fitsPeriods(analysis, ask, document, admitted.taken, explained), "period");
  if (conflicts.length > FEW_CONFLICTS) return { document, ask, conflicts, ...OUT };
  const phrase = phraseMatch(analysis, ask, askingWords(analysis, explained));
  /** What a place is invited to do with another is more than two names. */
  const isBare = ask.bare && (document !== undefined || !analysis.roles.includes("cue"));
  check(isBare || phrase >= (document === undefined ? LEAST_PHRASE_ALONE : LEAST_PHRASE), "phrase");
  const named =
    document !== undefined &&
    (namesSubject(analysis, document.fact) || statesAskedFigure(analysis, document) || isSpokenOf(question, document));
  const head =
    document === undefined || document.wordings.length === 0
      ? phrase
      : headMatch(question, ask, document.wordings, covered);
  check(head !== undefined, "modifier");
  check(
    named || document === undefined || document.wordings.length === 0 || isNamedEnough(document, head ?? 0, covered),
    "head",
  );
  check(named || document?.fact.counted === undefined || saysMoreThanLight(question, covered), "head");
  /** What is told has no phrasings of its own: its titles are how it is asked for. */
  const manner = ask.bare && ask.ask.general !== true && document !== undefined ? Math.max(phrase, head ?? 0) : phrase;
  const type = typeMatch(question, ask.gives(document), document);
  check(type >= 0, "type");
  const score =
    WEIGHT.coverage * covered.coverage +
    WEIGHT.head * (head ?? 0) +
    WEIGHT.phrase * manner ** 2 +
    WEIGHT.type * type +
    WEIGHT.subject * Number(named) +
    WEIGHT.parties * namedShare(analysis, document) -
    WEIGHT.aside * admitted.aside +
    WEIGHT.period * Number(analysis.periods.length > 0 && ask.ask.takes?.includes("period") === true) -
    WEIGHT.general * (ask.ask.general === true ? 1 - phrase : 0) -
    WEIGHT.conflict * conflicts.length;
  const isWhole = givesAll(analysis, ask.gives(document));
  return { document, ask, score, coverage: covered.coverage, conflicts, isWhole };
}

/** Of told texts nobody knows; English asks with its first word, so all are looked at. */
const givesAll = ({ cues }: Analysis, gives: readonly AnswerType[]): boolean =>
  gives.includes("any") ||
  (!asksForNumberAndAmount(cues) &&
    cues.every(({ types }) => types.length === 0 || types.some((type) => gives.includes(type))));

/** "Bao nhiêu tỉnh" alone counts nothing in particular. */
const saysMoreThanLight = ({ even }: Question, { shares, weights }: Coverage): boolean =>
  weights.some((weight, i) => weight > 0 && (even[i] ?? 0) >= REAL_WORD && (shares[i] ?? 0) >= LEAST_COUNTED_SHARE);

const LEAST_COUNTED_SHARE = 0.5;

function isNamedEnough(document: FactDocument, head: number, { weights }: Coverage): boolean {
  const least = document.kinds.has("indicator") ? LEAST_INDICATOR_HEAD : LEAST_HEAD;
  return head >= least && (head >= ALL_OF_IT || weights.some((weight) => weight > 0));
}

const tellsOfOtherDeed = ({ deeds }: Question, document: FactDocument | undefined): boolean =>
  document !== undefined &&
  document.deeds.length > 0 &&
  deeds.length > 0 &&
  !deeds.some((deed) => document.deeds.includes(deed));

/** "Those of the city + those of the provinces": none of them alone. */
const asksForSum = ({ analysis }: Question, document: FactDocument | undefined): boolean =>
  document?.fact.counted !== undefined &&
  /\+|(?<!\p{L})(?:cộng (?:với|lại|thêm)|cong (?:voi|lai|them)|plus)(?!\p{L})/u.test(analysis.text);

/** What the conversation is about need not be named again, where nothing else of its kind is. */
const isSpokenOf = ({ spokenOf, analysis }: Question, { fact, kinds }: FactDocument): boolean =>
  spokenOf.has(fact.subject) &&
  !analysis.mentions.some((mention) => mention.entities.some(({ kind }) => kinds.has(kind)));

const namesSubject = (analysis: Analysis, fact: Fact): boolean =>
  analysis.mentions.some((mention) =>
    mention.entities.some(({ id }) => id === fact.subject || id === `${fact.subject}/${fact.part}`),
  );

/** "11.181 tỷ": a figure is also named by its number. */
const statesAskedFigure = (analysis: Analysis, document: FactDocument): boolean =>
  document.kinds.has("indicator") &&
  analysis.tokens.some(
    (token) => isNumber(token) && token.folded.length >= FIGURE_DIGITS && document.numbers.has(token.term),
  );

const FIGURE_DIGITS = 4;

/** "Of the 60 chains, how many are …": a part of what is counted is asked for, and no count of all tells it. */
const asksForPart = ({ countedAt, tokens, roles }: Analysis, document: FactDocument | undefined): boolean =>
  document !== undefined &&
  countedAt >= 0 &&
  tokens.some((token, i) => {
    if (!isNumber(token) || roles[i] !== "content" || Number(token.folded) <= MANY) return false;
    if (document.fact.counted !== undefined && document.fact.says.includes(token.folded)) return true;
    const noun = tokens[i + 1]?.term;
    const isOf = OF.has(tokens[i - 1]?.folded ?? "") && !TIMES.has(tokens[i + 1]?.folded ?? "");
    return (noun !== undefined && noun === tokens[countedAt]?.term) || isOf;
  });

const MANY = 2;
const OF = new Set("trong so of the among".split(" "));
const TIMES = new Set("ngay nam thang tuan gio days years months weeks hours".split(" "));

/** Share of the fact's own names that the question gives: the agreement of exactly these parties comes first. */
function namedShare(analysis: Analysis, document: FactDocument | undefined): number {
  const mentions = document?.fact.mentions ?? [];
  if (mentions.length === 0) return 0;
  const has = (id: string): boolean =>
    analysis.mentions.some((m) => [m, ...m.inner].some(({ entities }) => entities.some((entity) => entity.id === id)));
  return mentions.filter(has).length / mentions.length;
}
