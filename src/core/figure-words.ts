import { absolute, compareDecimals, type Decimal, divide, formatDecimal, subtract, times } from "./decimal.ts";
import { amount, changeText, figureValue, type Measure, measureOf, unitOf, unitOfDifference } from "./figure.ts";
import type { Cell } from "./held.ts";
import type { Figure, Knowledge, Place, Qualifier } from "./knowledge.ts";
import { capital, type Language, listOf, uncapital } from "./language.ts";
import { nameOf } from "./naming.ts";
import { type Period, periodLabel, sameLength, writePeriod } from "./period.ts";

/** Sentences about several figures of one indicator, in the words that all commands share. */

export const placesText = (knowledge: Knowledge, places: readonly string[], language: Language): string =>
  listOf(
    places.map((place) => nameOf(knowledge, place, language)),
    language,
  );

export const periodsText = (periods: readonly Period[], language: Language): string =>
  listOf(
    periods.map((period) => periodLabel(period, language)),
    language,
  );

/** "<chỉ số> của <nơi>, <kỳ>", each part only where there is one. */
export function askedText(
  knowledge: Knowledge,
  indicator: string,
  places: readonly string[],
  periods: readonly Period[],
  language: Language,
): string {
  const what = uncapital(nameOf(knowledge, indicator, language));
  const where = placesText(knowledge, places, language);
  const when = periodsText(periods, language);
  const of = where === "" ? "" : language === "vi" ? ` của ${where}` : ` of ${where}`;
  return `${what}${of}${when === "" ? "" : `, ${when}`}`;
}

/** One sentence for the places that lack the same periods. */
export function gapTexts(
  knowledge: Knowledge,
  indicator: string,
  gaps: readonly Cell[],
  language: Language,
): readonly string[] {
  const byPlace = Map.groupBy(gaps, ({ place }) => place);
  const alike = Map.groupBy([...byPlace], ([, cells]) => cells.map(({ period }) => writePeriod(period)).join(","));
  return [...alike.values()].map((group) => {
    const asked = askedText(
      knowledge,
      indicator,
      group.map(([place]) => place),
      (group[0]?.[1] ?? []).map(({ period }) => period),
      language,
    );
    return language === "vi" ? `Kho tri thức không có ${asked}.` : `The knowledge base does not hold ${asked}.`;
  });
}

/** " (<nguồn>, đoạn 3)" for each figure, where not all of them stand in the same place. */
export function sourceMarks(
  knowledge: Knowledge,
  figures: readonly Figure[],
  language: Language,
): (figure: Figure) => string {
  const places = new Set(figures.map(({ source }) => `${source.id} ${source.paragraph}`));
  return ({ source }) => {
    if (places.size < 2) return "";
    const paragraph =
      source.paragraph === undefined ? "" : `, ${language === "vi" ? "đoạn" : "paragraph"} ${source.paragraph}`;
    return ` (${nameOf(knowledge, source.id, language)}${paragraph})`;
  };
}

/** Of numbers put together: only as sure as the least sure of them. */
export function qualifierOf(figures: readonly Figure[]): Qualifier {
  const kinds = new Set(figures.map(({ qualifier }) => qualifier));
  kinds.delete("exactly");
  const [only] = kinds;
  return only === undefined ? "exactly" : kinds.size === 1 ? only : "about";
}

/** "9 nơi mà kho tri thức có số liệu" */
export function heldPlaces(count: number, type: Place["type"] | undefined, language: Language): string {
  const places = placeWord(type ?? "any", count, language);
  return language === "vi"
    ? `${count} ${places} mà kho tri thức có số liệu`
    : `the ${count} ${places} that the knowledge base holds a figure for`;
}

export const placeWord = (type: Place["type"] | "any", count: number, language: Language): string =>
  PLACES[type][language][count === 1 ? 0 : 1];

const PLACES: Readonly<Record<Place["type"] | "any", Readonly<Record<Language, readonly [string, string]>>>> = {
  any: { vi: ["nơi", "nơi"], en: ["place", "places"] },
  city: { vi: ["thành phố", "thành phố"], en: ["city", "cities"] },
  province: { vi: ["tỉnh", "tỉnh"], en: ["province", "provinces"] },
  region: { vi: ["vùng", "vùng"], en: ["region", "regions"] },
  country: { vi: ["nước", "nước"], en: ["country", "countries"] },
  venue: { vi: ["địa điểm", "địa điểm"], en: ["venue", "venues"] },
};

/** A number of a sum: a minus sign gets brackets. */
export const term = (value: Decimal, language: Language): string =>
  value.startsWith("-") ? `(${formatDecimal(value, language)})` : formatDecimal(value, language);

/** By how much, "about" where a value is a bound. */
export function differenceText(
  knowledge: Knowledge,
  figures: readonly Figure[],
  difference: Decimal,
  by: Measure,
  language: Language,
): string {
  const size = absolute(difference);
  const unit = unitOfDifference(unitOf(knowledge, figures[0]?.indicator ?? ""), by, size);
  const isSure = by !== "value" || figures.every(({ qualifier }) => qualifier === "exactly");
  return amount(size, unit, isSure ? "exactly" : "about", language);
}

/**
 * Whether a place's figure rose or fell, with the subtraction; amounts also in per cent of the earlier one. Undefined where
 * the two can't be compared: periods of unlike length, another scope, two readings.
 */
export function trendText(
  knowledge: Knowledge,
  earlier: Figure,
  later: Figure,
  by: Measure,
  language: Language,
): string | undefined {
  const [before, after] = [measureOf(earlier, by), measureOf(later, by)];
  const isClear = [earlier, later].every(({ readings }) => readings.length === 0);
  if (before === undefined || after === undefined || !isClear) return undefined;
  if (!sameLength(earlier.period, later.period) || earlier.scope?.vi !== later.scope?.vi) return undefined;
  const difference = subtract(after, before);
  const isRate = by === "change" || knowledge.indicators.get(later.indicator)?.measures === "change";
  const shown = (figure: Figure): string => {
    const value = measureOf(figure, by) ?? figure.value;
    const text = isRate
      ? changeText(value, language)
      : by === "plan"
        ? `${formatDecimal(value, language)}%`
        : figureValue(knowledge, figure, language);
    return `${text} (${periodLabel(figure.period, language)})`;
  };
  const title = capital(askedText(knowledge, later.indicator, [later.place], [], language)) + measureNote(by, language);
  const direction = compareDecimals(difference, "0");
  const words = WAYS[isRate ? "rate" : "amount"][language];
  if (direction === 0) return `${title}: ${words.same}, ${shown(earlier)}, ${shown(later)}.`;
  const [way, from, to] = direction > 0 ? words.up : words.down;
  const size = differenceText(knowledge, [earlier, later], difference, by, language);
  const sums = `${term(after, language)} − ${term(before, language)} = ${formatDecimal(difference, language)}`;
  const share = by === "value" && !isRate ? shareText(knowledge, earlier, later, difference, language) : "";
  const [first, second] = isRate ? [later, earlier] : [earlier, later];
  return `${title}: ${way} ${size}, ${from}${shown(first)} ${to} ${shown(second)}; ${sums}${share}.`;
}

/** What is looked at where it is not the value: " so với dự toán". */
export const measureNote = (by: Measure, language: Language): string => NOTES[by][language];

const NOTES = {
  value: { vi: "", en: "" },
  plan: { vi: " so với dự toán", en: " as a share of the plan" },
  change: { vi: " so với cùng kỳ", en: " year on year" },
} as const satisfies Readonly<Record<Measure, Readonly<Record<Language, string>>>>;

/** Of a rate that is lower than before nobody should read that the thing itself fell. */
const WAYS = {
  amount: {
    vi: { up: ["tăng", "từ ", "lên"], down: ["giảm", "từ ", "xuống"], same: "không đổi" },
    en: { up: ["up", "from ", "to"], down: ["down", "from ", "to"], same: "unchanged" },
  },
  rate: {
    vi: { up: ["cao hơn", "", "so với"], down: ["thấp hơn", "", "so với"], same: "không đổi" },
    en: { up: ["higher by", "", "against"], down: ["lower by", "", "against"], same: "unchanged" },
  },
} as const;

/** ", tức giảm 15,19%" of the earlier amount; never of a percentage, nor of bounds. */
function shareText(
  knowledge: Knowledge,
  earlier: Figure,
  later: Figure,
  difference: Decimal,
  language: Language,
): string {
  const isPercent = unitOf(knowledge, later.indicator).vi.startsWith("%");
  if (isPercent || compareDecimals(earlier.value, "0") <= 0 || compareDecimals(difference, "0") === 0) return "";
  if (qualifierOf([earlier, later]) !== "exactly") return "";
  const { value, exact } = divide(times(difference, 100), earlier.value, 2);
  const text = changeText(value, language);
  if (language === "vi") return `, tức ${text}${exact ? "" : " (làm tròn)"}`;
  return `, that is, ${text}${exact ? "" : " (rounded)"}`;
}
