import type { Asked } from "../core/command.ts";
import type { EntityKind } from "../core/knowledge.ts";
import { type Analysis, DECISIVE } from "./analyse.ts";
import { askedOf } from "./asked.ts";
import { deedsIn } from "./deeds.ts";
import { type Token, toneLast } from "./fold.ts";
import { phrasesOf } from "./lexicon.ts";
import { type Words, wordsOf } from "./match.ts";
import { PUBLIC_WORDS } from "./public-words.ts";
import { couldBeSyllable } from "./telex.ts";
import { isModifier, modifiersOf, REAL_WORD, weightsOf } from "./wordings.ts";
import { OFFICE_TITLES } from "./words.ts";

/** A question with all that is looked at once for each candidate, computed once. */
export interface Question {
  readonly analysis: Analysis;
  /** What it names, as commands see it, but for the fact. */
  readonly asked: Asked;
  readonly words: Words;
  /** For each token how it is written with its marks, and whether it could be a syllable. */
  readonly written: readonly string[];
  readonly isSyllable: readonly boolean[];
  readonly pairsBefore: readonly string[];
  readonly pairsAfter: readonly string[];
  /** How much each token matters, by how rare it is. */
  readonly weights: readonly number[];
  /** The same where every real word matters alike. */
  readonly even: readonly number[];
  readonly modifiers: ReadonlySet<string>;
  readonly isModifier: readonly boolean[];
  /** Tokens of the names of places, persons and bodies. */
  readonly isProperName: readonly boolean[];
  /** Ids that the conversation is about. */
  readonly spokenOf: ReadonlySet<string>;
  /** Who holds an office: only an office answers that, never what somebody told. */
  readonly asksForHolder: boolean;
  readonly asksForTheOthers: boolean;
  /** What is done, by their numbers. */
  readonly deeds: readonly number[];
  /** Runs of tokens that name a thing which must not be passed over. */
  readonly decisive: readonly { readonly start: number; readonly end: number }[];
  /** Words of public affairs in it, and what is typed like names: whole, also where a syllable is a word of its own. */
  readonly wholeWords: readonly { readonly start: number; readonly end: number }[];
}

const PROPER_KINDS = new Set<EntityKind>(["place", "person", "organisation"]);

const OFFICES = phrasesOf(OFFICE_TITLES);
const PUBLIC = phrasesOf(PUBLIC_WORDS);

/** What a body's name begins with, and the words whose second syllable it is. */
const BODY_WORDS = new Set(["bộ", "sở", "cục", "viện", "bo", "cuc", "vien"]);
const COMPOUNDS = new Set(
  "cán can nội noi toàn toan tiến tien đảng dang đồng dong cơ trụ bệnh benh học hoc thư".split(" "),
);

/** "Bộ Xây dựng", "Sở Du lịch": which body is meant is never passed over. */
const namesBody = (tokens: readonly Token[], at: number): boolean =>
  BODY_WORDS.has(tokens[at]?.typed ?? "") && !COMPOUNDS.has(tokens[at - 1]?.typed ?? "");

/** "Đại hội XIII": its number is never passed over. */
const isRoman = (tokens: readonly Token[], at: number): boolean =>
  at > 0 && /^(?=[ivx]{2,5}$)x{0,2}(?:ix|iv|v?i{0,3})$/.test(tokens[at]?.typed ?? "");

/** "Dự toán thu …": the plan itself, not how much of it was reached ("% dự toán thu …"). */
const namesPlan = ({ text, tokens }: Analysis): boolean =>
  tokens.length > 2 &&
  !/^\s*%/.test(text) &&
  ["du toan", "ke hoach"].includes(`${tokens[0]?.folded} ${tokens[1]?.folded}`);

const NAME_WORDS = new Set(["tên", "ten", "name"]);

/** "Bí thư tỉnh ủy …": an office, whose body is named, and nothing else. */
function namesOfficeAlone({ tokens, roles }: Analysis, even: readonly number[]): boolean {
  let end = 0;
  return tokens.every((_, i) => {
    if (roles[i] === "content") end = Math.max(end, i + (OFFICES.longest(tokens, i)?.length ?? 0));
    return roles[i] !== "content" || i < end || (even[i] ?? 0) < REAL_WORD;
  });
}

function wholeWordsIn({ tokens, roles, isOwnWord }: Analysis): { start: number; end: number }[] {
  return tokens.flatMap((_, start) => {
    const isName = isOwnWord[start] === true && isOwnWord[start + 1] === true;
    const length = Math.max(PUBLIC.longest(tokens, start)?.length ?? 0, isName ? 2 : 0);
    const isContent = roles.slice(start, start + length).every((role) => role === "content");
    return length > 1 && isContent ? [{ start, end: start + length }] : [];
  });
}

const ASKED_OF = new Set(["ai", "nao"]);
const NOT = new Set(["khong", "chua", "chang"]);

/** "Ai không ký", "which province did not": the others are meant, whom nothing lists. */
const asksForTheOthers = ({ tokens, roles }: Analysis): boolean =>
  tokens.some(
    (token, i) =>
      NOT.has(token.folded) &&
      ASKED_OF.has(tokens[i - 1]?.folded ?? "") &&
      tokens[i + 1] !== undefined &&
      (roles[i + 1] === "content" || ["co", "duoc", "phai", "thuoc", "o"].includes(tokens[i + 1]?.folded ?? "")),
  );

export function lookAt(
  analysis: Analysis,
  weightOf: (term: string) => number,
  spokenOf: ReadonlySet<string>,
): Question {
  const { tokens } = analysis;
  const even = weightsOf(tokens, () => 1);
  const decisive = tokens.flatMap((_, start) => {
    const length = DECISIVE.longest(tokens, start)?.length;
    if (length !== undefined && analysis.roles[start] !== "filler") return [{ start, end: start + length }];
    if (start === 0 && namesPlan(analysis)) return [{ start, end: 3 }];
    if (isRoman(tokens, start)) return [{ start, end: start + 1 }];
    return namesBody(tokens, start) && analysis.roles[start + 1] === "content" ? [{ start, end: start + 2 }] : [];
  });
  return {
    analysis,
    asked: askedOf(analysis),
    words: wordsOf(tokens),
    written: tokens.map(({ typed }) => toneLast(typed)),
    isSyllable: tokens.map(({ folded }) => couldBeSyllable(folded)),
    pairsBefore: tokens.map((token, i) => `${tokens[i - 1]?.term} ${token.term}`),
    pairsAfter: tokens.map((token, i) => `${token.term} ${tokens[i + 1]?.term}`),
    weights: weightsOf(tokens, weightOf),
    even,
    modifiers: new Set(modifiersOf(tokens)),
    isProperName: tokens.map((_, i) =>
      analysis.mentions.some(
        (m) => m.start <= i && i < m.end && m.entities.every(({ kind }) => PROPER_KINDS.has(kind)),
      ),
    ),
    isModifier: tokens.map((_, i) => isModifier(tokens, i)),
    spokenOf,
    asksForHolder:
      (analysis.wants.some((types) => types.includes("person")) ||
        tokens.some(({ typed }) => NAME_WORDS.has(typed)) ||
        namesOfficeAlone(analysis, even)) &&
      tokens.some((_, i) => analysis.roles[i] === "content" && OFFICES.longest(tokens, i) !== undefined),
    asksForTheOthers: asksForTheOthers(analysis),
    deeds: deedsIn(tokens, (at) => analysis.roles[at] === "content"),
    decisive,
    wholeWords: wholeWordsIn(analysis),
  };
}
