import { answered, answeredList, notHeld, type Reply } from "./answer.ts";
import { compareDecimals } from "./decimal.ts";
import { changeOf, changeText, comparisonText, figureLabel, figureRow, figureSentence, figureValue } from "./figure.ts";
import { askedText, gapTexts, sourceMarks, trendText } from "./figure-words.ts";
import { compareText } from "./held.ts";
import type { Comparison, Figure, Knowledge } from "./knowledge.ts";
import { capital, type Language } from "./language.ts";
import { type Period, periodLabel, sameLength, samePeriod, yearBefore } from "./period.ts";
import { p } from "./text.ts";

/** What rose or fell: the figures asked for, of one place, and what they are held against; without, the year before. */
interface Change {
  readonly indicator: string;
  readonly place: string;
  /** All of the indicator and place. */
  readonly own: readonly Figure[];
  /** Of the periods asked; the latest one without. */
  readonly later: readonly Figure[];
  readonly against: Period | undefined;
}

/** Whether a figure of a place rose or fell: as its source says, else from the earlier figure, with the subtraction. */
export function changeReply(change: Change, knowledge: Knowledge, language: Language): Reply {
  const { later, own, against } = change;
  const latest = latestOf(later, against);
  if (latest === undefined) return notHeld(gapOf(change, against, knowledge, language));
  const base = against === undefined ? yearBefore(latest.period) : likePeriod(against, latest.period);
  const earlier = base === undefined ? undefined : own.find((figure) => samePeriod(figure.period, base));
  const isRate = knowledge.indicators.get(change.indicator)?.measures === "change";
  const isYearBefore = base !== undefined && samePeriod(base, yearBefore(latest.period) ?? base);
  const told = toldChange(latest, knowledge, language);
  const citations = [latest.source];
  if (isYearBefore && told !== undefined) return answered(told, { citations });
  const computed = earlier === undefined ? undefined : trendText(knowledge, earlier, latest, "value", language);
  if (against === undefined && isRate)
    return answered(figureSentence(knowledge, latest, language), {
      citations,
      ...(computed === undefined ? {} : { body: [p(computed)] }),
    });
  if (computed !== undefined && earlier !== undefined) {
    const rows = [earlier, latest];
    const mark = sourceMarks(knowledge, rows, language);
    return answeredList(
      computed,
      rows.map((figure) => figureRow(knowledge, figure, language) + mark(figure)),
      { citations: rows.map(({ source }) => source) },
    );
  }
  return notHeld(notComparable(change, latest, base, earlier, knowledge, language));
}

/** Held against an earlier time, the latest of the same length counts that came after it. */
function latestOf(later: readonly Figure[], against: Period | undefined): Figure | undefined {
  const fitting = later.filter((figure) => against === undefined || compareText(figure.period.to, against.to) > 0);
  return [...fitting].sort((a, b) => compareText(b.period.to, a.period.to))[0];
}

/** "9 tháng 2023 so với 2022": the same nine months are meant. */
function likePeriod(against: Period, period: Period): Period {
  if (sameLength(against, period)) return against;
  const isYear = against.from.endsWith("-01-01") && against.to.endsWith("-12-31");
  const years = Number(period.from.slice(0, 4)) - Number(against.from.slice(0, 4));
  let like: Period | undefined = period;
  for (let i = 0; i < years && like !== undefined; i++) like = yearBefore(like);
  return isYear && years > 0 && like !== undefined ? like : against;
}

/** "Giảm. <số liệu>: 326.000 tỷ đồng, bằng 93,65% cùng kỳ năm trước …", where the source compares. */
function toldChange(figure: Figure, knowledge: Knowledge, language: Language): string | undefined {
  const change = changeOf(figure);
  const told = figure.comparisons.find((c): c is Comparison => c.kind === "change" || c.kind === "ratio");
  if (change === undefined || told === undefined) return undefined;
  const sign = compareDecimals(change, "0");
  const words = DIRECTIONS[language];
  const lead = sign < 0 ? words.down : sign > 0 ? words.up : capital(changeText(change, language));
  const value = figureValue(knowledge, figure, language);
  return `${lead}. ${figureLabel(knowledge, figure, language)}: ${value}, ${comparisonText(told, language)}.`;
}

const DIRECTIONS = { vi: { up: "Tăng", down: "Giảm" }, en: { up: "Up", down: "Down" } } as const;

const gapOf = (change: Change, period: Period | undefined, knowledge: Knowledge, language: Language): string =>
  period === undefined
    ? `${NONE[language]} ${askedText(knowledge, change.indicator, [change.place], [], language)}.`
    : language === "vi"
      ? `Kho tri thức không có ${askedText(knowledge, change.indicator, [change.place], [], language)} sau ${periodLabel(period, language)} để so.`
      : `The knowledge base does not hold ${askedText(knowledge, change.indicator, [change.place], [], language)} after ${periodLabel(period, language)} to compare.`;

const NONE = { vi: "Kho tri thức không có", en: "The knowledge base does not hold" } as const;

function notComparable(
  change: Change,
  latest: Figure,
  base: Period | undefined,
  earlier: Figure | undefined,
  knowledge: Knowledge,
  language: Language,
): string {
  const label = figureLabel(knowledge, latest, language);
  const vi = language === "vi";
  if (earlier !== undefined)
    return vi
      ? `Không so được ${label} với ${periodLabel(earlier.period, language)}: hai số khác loại kỳ, khác phạm vi hoặc có hai cách đọc.`
      : `${label} can't be compared with ${periodLabel(earlier.period, language)}: the two differ in period or scope, or can be read in two ways.`;
  const gap =
    base === undefined
      ? ""
      : ` ${gapTexts(knowledge, change.indicator, [{ place: change.place, period: base }], language).join(" ")}`;
  return vi
    ? `Nguồn không so sánh với cùng kỳ năm trước: ${label}.${gap}`
    : `The source gives no comparison with the year before: ${label}.${gap}`;
}
