import { absolute, compareDecimals, type Decimal, formatDecimal, subtract } from "./decimal.ts";
import type { Comparison, Figure, Knowledge, Qualifier, Unit } from "./knowledge.ts";
import type { Language } from "./language.ts";
import { nameOf } from "./naming.ts";
import { periodLabel } from "./period.ts";

const QUALIFIERS: Readonly<Record<Qualifier, Readonly<Record<Language, string>>>> = {
  exactly: { vi: "", en: "" },
  over: { vi: "trên ", en: "over " },
  about: { vi: "khoảng ", en: "about " },
  atMost: { vi: "tối đa ", en: "up to " },
  atLeast: { vi: "ít nhất ", en: "at least " },
};

/** "trên 305.000 tỷ đồng" · "6,08%": a per-cent sign sticks to its number. */
export function amount(value: Decimal, unit: Unit, qualifier: Qualifier, language: Language): string {
  const number = formatDecimal(value, language);
  const name = unit[language];
  return QUALIFIERS[qualifier][language] + (name.startsWith("%") ? number + name : `${number} ${name}`);
}

const percent = (value: Decimal, language: Language): string => `${formatDecimal(value, language)}%`;

/** What a ratio to the same period last year amounts to as a change: 93.65 → −6.35. */
export const changeOfRatio = (ratio: Decimal): Decimal => subtract(ratio, "100");

/** Share, change and ratio in words of their own, so that they are never read as the same thing. */
export function comparisonText(comparison: Comparison, language: Language): string {
  const vi = language === "vi";
  switch (comparison.kind) {
    case "share-of-plan":
      return vi
        ? `đạt ${percent(comparison.value, "vi")} dự toán`
        : `${percent(comparison.value, "en")} of the annual plan`;
    case "change":
      return vi
        ? `${changeText(comparison.value, "vi")} so với cùng kỳ năm trước`
        : `${changeText(comparison.value, "en")} year on year`;
    case "ratio": {
      const change = changeText(changeOfRatio(comparison.value), language);
      return vi
        ? `bằng ${percent(comparison.value, "vi")} cùng kỳ năm trước (tức ${change})`
        : `${percent(comparison.value, "en")} of the same period a year earlier (that is, ${change})`;
    }
  }
}

/** "tăng 24,6%" · "down 6.35%" · "không đổi". */
export function changeText(change: Decimal, language: Language): string {
  const sign = compareDecimals(change, "0");
  if (sign === 0) return language === "vi" ? "không đổi" : "unchanged";
  const size = percent(absolute(change), language);
  if (language === "vi") return `${sign > 0 ? "tăng" : "giảm"} ${size}`;
  return `${sign > 0 ? "up" : "down"} ${size}`;
}

/** Change against the same period of the year before, from a change or a ratio; undefined where neither is held. */
export function changeOf(figure: Figure): Decimal | undefined {
  const change = figure.comparisons.find((c) => c.kind === "change");
  if (change !== undefined) return change.value;
  const ratio = figure.comparisons.find((c) => c.kind === "ratio");
  return ratio === undefined ? undefined : changeOfRatio(ratio.value);
}

/** What of a figure is looked at: the value itself, its share of the plan, its change against the year before. */
export type Measure = "value" | "plan" | "change";

export const measureOf = (figure: Figure, by: Measure): Decimal | undefined =>
  by === "plan"
    ? figure.comparisons.find((c) => c.kind === "share-of-plan")?.value
    : by === "change"
      ? changeOf(figure)
      : figure.value;

/** That in words: "đạt 86,5% dự toán" · "tăng 24,6%" · "trên 305.000 tỷ đồng". */
export function measureText(knowledge: Knowledge, figure: Figure, by: Measure, language: Language): string {
  const value = measureOf(figure, by);
  if (by === "value" || value === undefined) return figureValue(knowledge, figure, language);
  if (by === "change") return changeText(value, language);
  return comparisonText({ kind: "share-of-plan", value }, language);
}

export const unitOf = (knowledge: Knowledge, indicator: string): Unit =>
  knowledge.indicators.get(indicator)?.unit ?? { vi: "", en: "" };

const POINTS: Unit = { vi: "điểm phần trăm", en: "percentage points" };
const POINT: Unit = { vi: "điểm phần trăm", en: "percentage point" };

/** The unit of a difference: per cent differ by percentage points, never by per cent. */
export const unitOfDifference = (unit: Unit, by: Measure, difference: Decimal): Unit =>
  by !== "value" || unit.vi.startsWith("%") ? (compareDecimals(difference, "1") > 0 ? POINTS : POINT) : unit;

/** "<indicator> của <nơi>, 9 tháng đầu năm 2023": whose figure it is, for when, and within which scope. */
export function figureLabel(
  knowledge: Knowledge,
  figure: Pick<Figure, "indicator" | "place" | "period" | "scope">,
  language: Language,
): string {
  const indicator = nameOf(knowledge, figure.indicator, language);
  const place = nameOf(knowledge, figure.place, language);
  const period = periodLabel(figure.period, language);
  const scope = figure.scope === undefined ? "" : ` (${figure.scope[language]})`;
  return language === "vi"
    ? `${indicator}${scope} của ${place}, ${period}`
    : `${indicator}${scope} of ${place}, ${period}`;
}

/** Value with unit and qualifier, and every reading where the source can be read in two ways. */
export function figureValue(knowledge: Knowledge, figure: Figure, language: Language): string {
  const indicator = knowledge.indicators.get(figure.indicator);
  const unit = unitOf(knowledge, figure.indicator);
  if (indicator?.measures === "change") return changeText(figure.value, language);
  const value = amount(figure.value, unit, figure.qualifier, language);
  if (figure.readings.length === 0) return value;
  const others = figure.readings.filter((reading) => !reading.likelier);
  const rest = others.map((reading) => amount(reading.value, unit, "about", language)).join(", ");
  return language === "vi"
    ? `${value} theo cách đọc hợp lý hơn (cách đọc khác: ${rest})`
    : `${value} by the likelier reading (other reading: ${rest})`;
}

/** The whole figure in one sentence: label, value, every comparison in its own words. */
export function figureSentence(knowledge: Knowledge, figure: Figure, language: Language): string {
  const parts = [
    figureValue(knowledge, figure, language),
    ...figure.comparisons.map((c) => comparisonText(c, language)),
  ];
  return `${figureLabel(knowledge, figure, language)}: ${parts.join(", ")}.`;
}

/** The same without the label's indicator, for a row under a headline that names it. */
export function figureRow(knowledge: Knowledge, figure: Figure, language: Language): string {
  const scope = figure.scope === undefined ? "" : ` (${figure.scope[language]})`;
  const label = `${nameOf(knowledge, figure.place, language)}, ${periodLabel(figure.period, language)}${scope}`;
  const parts = [
    figureValue(knowledge, figure, language),
    ...figure.comparisons.map((c) => comparisonText(c, language)),
  ];
  return `${label}: ${parts.join(", ")}`;
}
