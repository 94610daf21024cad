import type { Aspect, Operation } from "../core/command.ts";
import type { AnswerType } from "../core/knowledge.ts";
import type { Language } from "../core/language.ts";
import { aroundIn } from "./around.ts";
import { readClaim, readCountClaim, wantsConfirming } from "./claim.ts";
import { asksForDifference, aspectsIn } from "./comparison.ts";
import { CUE_PHRASES, isPlural, typesBefore } from "./cues.ts";
import { askedOfFigures, periodAgainst } from "./figures-asked.ts";
import { fold, isNumber, type Token } from "./fold.ts";
import { readFrequency } from "./frequency.ts";
import { FUNCTION_PHRASES } from "./function-phrases.ts";
import type { Gazetteer, Mention } from "./gazetteer.ts";
import { readGivenNumber } from "./given-number.ts";
import { type Lexicon, phrasesOf } from "./lexicon.ts";
import type { AskedPeriod } from "./period.ts";
import { readAskedPeriods } from "./period-reading.ts";
import { languageOfText } from "./question-language.ts";
import { setAside } from "./set-aside.ts";
import { spell } from "./spelling.ts";
import { couldBeSyllable } from "./telex.ts";
import { AMOUNT_NOUNS, DECISIVE_WORDS, ENGLISH_WORDS, VIETNAMESE_WORDS } from "./words.ts";

/** What a token of the question does: it names something, says when, says what is wanted, is filler, or is content. */
export type Role = "name" | "period" | "cue" | "filler" | "content";

export interface Analysis {
  readonly language: Language;
  /** The question as it is looked at, slips put right: what the offsets of the tokens count in. */
  readonly text: string;
  /** When it was asked. */
  readonly now: number;
  readonly tokens: readonly Token[];
  readonly roles: readonly Role[];
  readonly mentions: readonly Mention[];
  readonly periods: readonly AskedPeriod[];
  /** Kinds of answer that the question asks for, one list a cue. */
  readonly wants: readonly (readonly AnswerType[])[];
  /** Where they are asked for, token by token. */
  readonly cues: readonly { readonly start: number; readonly end: number; readonly types: readonly AnswerType[] }[];
  /** "giá trị", "worth": money or the like is wanted and nothing else. */
  readonly wantsAmount: boolean;
  /** Index of the token that begins what "how many" counts; −1 without. */
  readonly countedAt: number;
  /** What it wants done with figures. */
  readonly operation: Operation | undefined;
  /** It asks by how much figures differ. */
  readonly difference: boolean;
  /** What of figures it asks for beside their values. */
  readonly aspects: readonly Aspect[];
  /** Which of the periods a change is to be counted from; −1 without. */
  readonly againstAt: number;
  /** A number that it wants confirmed, as typed. */
  readonly claim: string | undefined;
  /** A yes or no is wanted. */
  readonly confirms: boolean;
  /** A number that it asks the meaning of, as typed. */
  readonly givenNumber: string | undefined;
  /** How often something is to be confirmed to take place. */
  readonly everyMonths: number | undefined;
  /** Words put right before they were looked at: the token's index → what was typed. */
  readonly repaired: ReadonlyMap<number, string>;
  /** For each token whether it is typed like a part of a name. */
  readonly isOwnWord: readonly boolean[];
}

/** In Vietnamese "an", "the", "so" are syllables of their own. */
const FILLERS = {
  vi: phrasesOf([...VIETNAMESE_WORDS, ...ENGLISH_WORDS.filter((word) => !couldBeSyllable(word))]),
  en: FUNCTION_PHRASES,
};
const ENGLISH = new Set(ENGLISH_WORDS);
const VIETNAMESE_TERMS = new Set(VIETNAMESE_WORDS.flatMap((phrase) => (phrase.includes(" ") ? [] : [fold(phrase)])));
/** Things that are never passed over; no word of them is a function word. */
export const DECISIVE = phrasesOf(DECISIVE_WORDS);
const AMOUNTS = phrasesOf(AMOUNT_NOUNS);
const COUNTS = new Set(["bao nhiêu", "mấy", "số", "how many", "số lượng", "the number of", "number of", "what number"]);
/** Cues that say themselves what is counted, in their last word. */
const PEOPLE_COUNTS = new Set(["bao nhiêu người", "mấy người", "số người", "how many people"]);

export interface Analyser {
  analyse(question: string, now: number, language?: Language): Analysis;
}

export function createAnalyser(lexicon: Lexicon, gazetteer: Gazetteer): Analyser {
  return {
    analyse(question, now, given) {
      const language = given ?? languageOfText(question, gazetteer);
      const { text, tokens, repaired, isOwnWord } = spell(question, lexicon, language);
      const folded = fold(text);
      const confirms = wantsConfirming(folded);
      const frequency = confirms ? readFrequency(folded) : undefined;
      const saysHowOften = (part: { readonly start: number; readonly end: number }): boolean =>
        frequency?.spans.some(({ start, end }) => start < part.end && part.start < end) === true;
      const periods = readAskedPeriods(folded, now).filter((one) => !saysHowOften(one));
      const inPeriod = (token: Token): boolean => periods.some((p) => p.start < token.end && token.start < p.end);
      const isOpen = (at: number): boolean => {
        const token = tokens[at];
        return (
          token !== undefined &&
          !inPeriod(token) &&
          !isNumber(token) &&
          !VIETNAMESE_TERMS.has(token.folded) &&
          !ENGLISH.has(token.folded)
        );
      };
      const found = gazetteer.find(tokens, isOpen, lexicon.has);
      const aside = setAside(found, tokens);
      const mentions = found.filter((mention) => !aside.includes(mention));
      const roles: Role[] = tokens.map((token, i) =>
        aside.some((m) => m.start <= i && i < m.end)
          ? "filler"
          : mentions.some((m) => m.start <= i && i < m.end)
            ? "name"
            : inPeriod(token)
              ? "period"
              : "content",
      );
      tokens.forEach((token, i) => {
        if (roles[i] === "content" && saysHowOften(token)) roles[i] = "cue";
      });
      const isFree = (at: number): boolean => roles[at] === "content";
      for (const { start, end } of aroundIn(text, tokens, isFree)) roles.fill("filler", start, end);
      const ofFigures = mentions.some(({ entities }) => entities.some(({ kind }) => kind === "indicator"));
      const asked = ofFigures ? askedOfFigures(folded, tokens, mentions, periods.length, isFree) : undefined;
      const counted = ofFigures ? undefined : readCountClaim(folded, text, tokens, isFree);
      const claim = ofFigures ? readClaim(folded, text, tokens, isFree) : counted;
      const number = claim ?? readGivenNumber(folded, text, tokens, mentions, isFree);
      for (const { start, end } of [...(asked?.spans ?? []), ...(number === undefined ? [] : [number])])
        roles.fill("cue", start, end);
      const againstAt = ofFigures ? periodAgainst(folded, text, periods) : -1;
      const wants: (readonly AnswerType[])[] = [
        ...(counted === undefined ? [] : [[counted.isMoney ? "amount" : "number"] as const]),
        ...(frequency?.isAsked === true ? [["frequency"] as const] : []),
      ];
      const cues: { start: number; end: number; types: readonly AnswerType[] }[] = [];
      let countedAt = counted === undefined || counted.isMoney ? -1 : counted.end;
      for (let i = 0; i < tokens.length; ) {
        const decisive = DECISIVE.longest(tokens, i)?.length;
        const filler = FILLERS[language].longest(tokens, i);
        /** Without marks "moi nguoi" is rather "mọi người" than "mỗi người". */
        const isFiller = tokens[i]?.marked === false && filler !== undefined && filler.length === decisive;
        if (decisive !== undefined && !isFiller) {
          i += decisive;
          continue;
        }
        const free = (length: number): boolean =>
          roles.slice(i, i + length).every((role) => role === "content") &&
          !(length === 1 && isOwnWord(tokens[i] as Token));
        const isFirst = roles.slice(0, i).every((role) => role === "filler");
        const cue = isPlural(text, tokens, i, isFirst) ? undefined : cueAt(tokens, roles, i, lexicon);
        const cueLength = cue !== undefined && free(cue.length) ? cue.length : 0;
        const hidden = language === "vi" && filler?.length === 1 && hidesContent(tokens, i, lexicon);
        const fillerLength = filler !== undefined && !hidden && free(filler.length) ? filler.length : 0;
        const length = Math.max(cueLength, fillerLength);
        if (length === 0) {
          i++;
          continue;
        }
        if (cue !== undefined && cueLength >= fillerLength) {
          const types = typesBefore(cue.value, roles[i + cueLength] === "content");
          wants.push(types);
          cues.push({ start: i, end: i + cueLength, types });
          /** "Dài mấy trang, làm thành mấy bản": what is counted first, where the last is no word. */
          const isWord = FILLERS[language].longest(tokens, i + length) === undefined;
          if (COUNTS.has(cue.value.text) && (isWord || countedAt === i || roles[countedAt] !== "content"))
            countedAt = i + length;
          if (PEOPLE_COUNTS.has(cue.value.text)) countedAt = i + length - 1;
        }
        roles.fill(cueLength >= fillerLength ? "cue" : "filler", i, i + length);
        i += length;
      }
      return {
        language,
        text,
        now,
        tokens,
        roles,
        mentions,
        periods,
        wants: asksFor(wants, language),
        cues,
        countedAt,
        operation: asked?.operation,
        difference: asksForDifference(folded),
        aspects: ofFigures ? aspectsIn(folded) : [],
        againstAt,
        claim: claim?.text,
        givenNumber: claim === undefined ? number?.text : undefined,
        confirms,
        everyMonths: frequency?.everyMonths,
        repaired,
        isOwnWord: tokens.map(isOwnWord),
        wantsAmount: tokens.some((_, i) => AMOUNTS.longest(tokens, i) !== undefined),
      };
    },
  };
}

/** In English the first word of asking decides; a "when" after it only joins sentences. */
function asksFor(wants: readonly (readonly AnswerType[])[], language: Language): (readonly AnswerType[])[] {
  const typed = wants.filter((types) => types.length > 0);
  return language === "en" ? typed.slice(0, 1) : typed;
}

/** Without marks "bi" in "bi thu" looks like "bị": beside its neighbour it is the other word. */
function hidesContent(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at];
  if (token === undefined || token.marked) return false;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  return (
    (before !== undefined && lexicon.hasContentPair(before.term, token.term)) ||
    (after !== undefined && lexicon.hasContentPair(token.term, after.term))
  );
}

/** "Nhiệm kỳ nào", "học kỳ nào" ask which one it is, no date. */
const TERMS = new Set(["nhiem", "hoc"]);

/** "số" asks for a number only before what is counted: not in "dân số", "chỉ số", "số 39". */
function cueAt(tokens: readonly Token[], roles: readonly Role[], at: number, lexicon: Lexicon) {
  const cue = CUE_PHRASES.longest(tokens, at);
  if (cue?.length === 1 && hidesContent(tokens, at, lexicon)) return undefined;
  if (cue?.value.text === "kỳ nào" && TERMS.has(tokens[at - 1]?.folded ?? "")) return undefined;
  if (cue?.value.text !== "số") return cue;
  const next = tokens[at + 1];
  const counts = roles[at - 1] !== "content" && next !== undefined && roles[at + 1] === "content" && !isNumber(next);
  return counts ? cue : undefined;
}
