import { compareDecimals, type Decimal } from "./decimal.ts";
import { type Measure, measureOf, measureText } from "./figure.ts";
import { placesText, sourceMarks } from "./figure-words.ts";
import type { Figure, Knowledge } from "./knowledge.ts";
import { type Language, listOf } from "./language.ts";
import { nameOf } from "./naming.ts";

/** A figure with its place in a ranking. */
export interface Ranked {
  readonly figure: Figure;
  readonly value: Decimal;
  /** From 1; equal values share one. */
  readonly rank: number;
}

/** Highest first, or lowest; what has no such measure is left out. */
export function ranked(figures: readonly Figure[], by: Measure, lowestFirst: boolean): Ranked[] {
  const measured = figures.flatMap((figure) => {
    const value = measureOf(figure, by);
    return value === undefined ? [] : [{ figure, value }];
  });
  const sign = lowestFirst ? 1 : -1;
  const sorted = measured.sort((a, b) => sign * compareDecimals(a.value, b.value));
  const rows: Ranked[] = [];
  for (const [i, one] of sorted.entries()) {
    const before = rows.at(-1);
    const isLevel = before !== undefined && compareDecimals(before.value, one.value) === 0;
    rows.push({ ...one, rank: isLevel ? before.rank : i + 1 });
  }
  return rows;
}

/** The rows of a ranking as cells: "1. <nơi>", the value with its source where they differ. */
export function rankCells(
  knowledge: Knowledge,
  rows: readonly Ranked[],
  by: Measure,
  nameFor: (figure: Figure) => string,
  language: Language,
): string[][] {
  const mark = sourceMarks(
    knowledge,
    rows.map(({ figure }) => figure),
    language,
  );
  return rows.map(({ figure, rank }) => [
    `${rank}. ${nameFor(figure)}`,
    measureText(knowledge, figure, by, language) + mark(figure),
  ]);
}

const EXTREMES = {
  highest: { vi: "cao nhất", en: "highest" },
  lowest: { vi: "thấp nhất", en: "lowest" },
} as const;

export const extremeWord = (lowestFirst: boolean, language: Language): string =>
  EXTREMES[lowestFirst ? "lowest" : "highest"][language];

/** "cao nhất là A, 14,05%" · "A và B cùng thấp nhất, 2,62%" · "cao thứ 2 là C, 12,64%", of at least `at` rows. */
export function extremeText(
  knowledge: Knowledge,
  rows: readonly Ranked[],
  by: Measure,
  { lowestFirst, at }: { readonly lowestFirst: boolean; readonly at: number },
  language: Language,
): string {
  const wanted = rows[at - 1];
  const best = rows.filter(({ rank }) => rank === wanted?.rank);
  const names = listOf(
    best.map(({ figure }) => nameOf(knowledge, figure.place, language)),
    language,
  );
  const text = wanted === undefined ? "" : measureText(knowledge, wanted.figure, by, language);
  const word = wanted?.rank === 1 ? extremeWord(lowestFirst, language) : ordinalWord(at, lowestFirst, language);
  if (language === "vi") return best.length > 1 ? `${names} cùng ${word}, ${text}` : `${word} là ${names}, ${text}`;
  return best.length > 1 ? `${names} share the ${word} place, ${text}` : `${word} is ${names}, ${text}`;
}

const ordinalWord = (at: number, lowestFirst: boolean, language: Language): string =>
  language === "vi"
    ? `${lowestFirst ? "thấp" : "cao"} thứ ${at}`
    : `number ${at} from the ${lowestFirst ? "bottom" : "top"}`;

/** There are fewer than the one that is asked for. */
export const tooShortText = (what: string, count: number, at: number, language: Language): string =>
  language === "vi"
    ? `Kho tri thức chỉ có ${what} của ${count} nơi, nên không có nơi thứ ${at}.`
    : `The knowledge base holds ${what} of ${count} places only, so there is no number ${at}.`;

/** "A đứng thứ 8 (ngang B) trong 9 nơi …, 8,89%" */
export function positionText(
  knowledge: Knowledge,
  own: Ranked,
  rows: readonly Ranked[],
  by: Measure,
  among: string,
  language: Language,
): string {
  const name = nameOf(knowledge, own.figure.place, language);
  const text = measureText(knowledge, own.figure, by, language);
  const shared = rows.filter(({ rank, figure }) => rank === own.rank && figure !== own.figure);
  const others = placesText(
    knowledge,
    shared.map(({ figure }) => figure.place),
    language,
  );
  if (language === "vi") {
    const level = others === "" ? "" : ` (ngang ${others})`;
    return `${name} đứng thứ ${own.rank === 1 ? "nhất" : own.rank}${level} ${among}, ${text}`;
  }
  const level = others === "" ? "" : ` (level with ${others})`;
  return `${name} ranks ${own.rank}${level} ${among}, ${text}`;
}

/** Why fewer than two figures are no ranking. `what` is the indicator with its period. */
export function tooFewText(
  knowledge: Knowledge,
  what: string,
  rows: readonly Ranked[],
  unlike: readonly Figure[],
  language: Language,
): string {
  const [only] = rows;
  if (only === undefined || unlike.length > 0)
    return language === "vi"
      ? `Các số ${what} không xếp hạng được: khác phạm vi, có hai cách đọc, hoặc nguồn không nêu.`
      : `The figures of ${what} can't be ranked: they differ in scope, can be read in two ways, or the source does not tell.`;
  const place = nameOf(knowledge, only.figure.place, language);
  return language === "vi"
    ? `Kho tri thức chỉ có ${what} của một nơi là ${place}, nên không xếp hạng được.`
    : `The knowledge base holds ${what} for ${place} only, so nothing can be ranked.`;
}

/** Which places are left out of a ranking, and why. */
export function unlikeTexts(knowledge: Knowledge, unlike: readonly Figure[], language: Language): string[] {
  if (unlike.length === 0) return [];
  const names = placesText(knowledge, [...new Set(unlike.map(({ place }) => place))], language);
  return [
    language === "vi"
      ? `Không xếp ${names}: số khác phạm vi hoặc có hai cách đọc.`
      : `Not ranked: ${names}, of another scope or readable in two ways.`,
  ];
}
