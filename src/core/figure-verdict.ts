import type { Verdict } from "./claim.ts";
import type { Context } from "./command.ts";
import { absolute, compareDecimals, type Decimal, subtract } from "./decimal.ts";
import { type Measure, measureOf, measureText } from "./figure.ts";
import { differInScope, scopeCaveat } from "./figure-scope.ts";
import { askedText, differenceText, trendText } from "./figure-words.ts";
import type { Figure } from "./knowledge.ts";
import { capital, listOf, uncapital } from "./language.ts";
import { nameOf } from "./naming.ts";
import { periodLabel } from "./period.ts";

interface Measured {
  readonly figure: Figure;
  readonly value: Decimal;
}

/** How figures of one period are held against each other. */
interface Comparing {
  readonly by: Measure;
  /** "difference": the number is wanted also where the figures are of unlike scopes; "closest": the one nearest to its plan. */
  readonly tell: string | undefined;
  /** One of several periods. */
  readonly oneOfMany: boolean;
}

/** "<nơi> cao hơn: 6,08% so với 5,47%, hơn 0,61 điểm phần trăm", or why nothing of the kind is told. */
export function verdictsOf(
  some: readonly Figure[],
  { by, tell, oneOfMany }: Comparing,
  { knowledge, language }: Pick<Context, "knowledge" | "language">,
): string[] {
  const vi = language === "vi";
  const measured = some.flatMap((figure): Measured[] => {
    const value = measureOf(figure, by);
    return value === undefined ? [] : [{ figure, value }];
  });
  const sorted = measured.sort((a, b) => compareDecimals(b.value, a.value));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { period, indicator: what } = first.figure;
  const title = oneOfMany
    ? capital(periodLabel(period, language))
    : capital(`${uncapital(nameOf(knowledge, what, language))}, ${periodLabel(period, language)}`);
  if (sorted.length < 2) return [`${title}: ${ONLY_ONE[language]}`];
  const isRead = some.some((figure) => figure.readings.length > 0);
  if (by === "value" && isRead) return [`${title}: ${TWO_READINGS[language]}`];
  const isUnlike = differInScope(some);
  if (isUnlike && (by === "value" || sorted.length > 2) && (tell !== "difference" || sorted.length > 2))
    return [`${title}: ${OTHER_SCOPE[language]}`];
  const name = ({ figure }: Measured): string => nameOf(knowledge, figure.place, language);
  const names = (value: Decimal): string =>
    listOf(sorted.filter((one) => compareDecimals(one.value, value) === 0).map(name), language);
  if (tell === "closest" && sorted.length === 2) return [`${title}: ${closestText(sorted, { knowledge, language })}`];
  const [high, low] = [first, last].map(({ figure }) => measureText(knowledge, figure, by, language));
  if (compareDecimals(first.value, last.value) === 0)
    return [vi ? `${title}: ngang nhau, ${high}.` : `${title}: equal, ${high}.`];
  const figures = [first.figure, last.figure];
  const difference = differenceText(knowledge, figures, subtract(first.value, last.value), by, language);
  const caveat = scopeCaveat(knowledge, figures, language);
  if (isUnlike)
    return [
      vi
        ? `${title}: chênh ${difference}${caveat}; ${name(first)} ${high}, ${name(last)} ${low}.`
        : `${title}: a difference of ${difference}${caveat}; ${name(first)} ${high}, ${name(last)} ${low}.`,
    ];
  if (sorted.length > 2)
    return [
      vi
        ? `${title}: cao nhất là ${names(first.value)} (${high}), thấp nhất là ${names(last.value)} (${low}), chênh ${difference}.`
        : `${title}: highest is ${names(first.value)} (${high}), lowest is ${names(last.value)} (${low}), a difference of ${difference}.`,
    ];
  return [
    vi
      ? `${title}: ${name(first)} cao hơn, ${high} so với ${low} của ${name(last)}, hơn ${difference}.`
      : `${title}: ${name(first)} is higher, ${high} against ${low} for ${name(last)}, by ${difference}.`,
  ];
}

/** "<nơi> sát dự toán hơn, đạt 86,5% dự toán so với đạt 69,45% dự toán của <nơi>" */
function closestText(
  two: readonly Measured[],
  { knowledge, language }: Pick<Context, "knowledge" | "language">,
): string {
  const away = ({ value }: Measured): Decimal => absolute(subtract("100", value));
  const sorted = [...two].sort((a, b) => compareDecimals(away(a), away(b)));
  const figures = sorted.map(({ figure }) => figure);
  const [near, far] = sorted.map(({ figure }) => nameOf(knowledge, figure.place, language));
  const [one, other] = figures.map((figure) => measureText(knowledge, figure, "plan", language));
  const caveat = scopeCaveat(knowledge, figures, language);
  const [a, b] = sorted.map(away);
  if (a !== undefined && b !== undefined && compareDecimals(a, b) === 0)
    return language === "vi"
      ? `hai nơi sát dự toán như nhau, ${near} ${one}, ${far} ${other}${caveat}.`
      : `both are equally close to plan, ${near} at ${one}, ${far} at ${other}${caveat}.`;
  return language === "vi"
    ? `${near} sát dự toán hơn, ${one} so với ${other} của ${far}${caveat}.`
    : `${near} is closer to its plan, at ${one} against ${other} for ${far}${caveat}.`;
}

/** Whether what is held of one place rose or fell, first to last; or why that is not told. */
export function trendOf(
  rows: readonly Figure[],
  by: Measure,
  { knowledge, language }: Pick<Context, "knowledge" | "language">,
): string[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined || rows.length < 2) return [];
  const told = trendText(knowledge, first, last, by, language);
  if (told !== undefined) return [told];
  const what = capital(askedText(knowledge, first.indicator, [first.place], [], language));
  return [
    language === "vi"
      ? `${what}: các số không cùng loại kỳ hoặc phạm vi nên không so hơn kém.`
      : `${what}: the figures differ in period or scope, so no difference is told.`,
  ];
}

const ONLY_ONE = {
  vi: "chỉ có số của một nơi nên không so được.",
  en: "held for one place only, so there is nothing to compare.",
};
const OTHER_SCOPE = {
  vi: "các số không cùng phạm vi nên không so hơn kém.",
  en: "the figures differ in scope, so neither is told to be higher.",
};
const TWO_READINGS = {
  vi: "một số có hai cách đọc nên không nêu mức chênh.",
  en: "one figure can be read in two ways, so no difference is told.",
};

/** Whether the first of two places is ahead, or behind, as was said; of unlike figures nobody can tell. */
export function firstIs(
  tell: string | undefined,
  first: string | undefined,
  figures: readonly Figure[],
  by: Measure,
): Verdict | undefined {
  const [one, other] = [figures.filter(({ place }) => place === first), figures.filter(({ place }) => place !== first)];
  const [a, b] = [one[0], other[0]].map((figure) => figure && measureOf(figure, by));
  if (a === undefined || b === undefined || one.length + other.length !== 2 || (tell !== "more" && tell !== "less"))
    return undefined;
  if (differInScope(figures) || (by === "value" && figures.some(({ readings }) => readings.length > 0)))
    return undefined;
  return compareDecimals(a, b) * (tell === "more" ? 1 : -1) > 0 ? "yes" : "no";
}
