import { type Language, listOf } from "./language.ts";

/** A span of whole days, both ends included, as ISO dates. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const pad = (n: number): string => String(n).padStart(2, "0");
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Months from..to (1–12) of a year as a Period. */
export const months = (year: number, from: number, to: number): Period => ({
  from: `${year}-${pad(from)}-01`,
  to: `${year}-${pad(to)}-${pad(lastDay(year, to))}`,
});

export const years = (from: number, to: number): Period => ({ from: `${from}-01-01`, to: `${to}-12-31` });

/** True for a date that exists in the calendar ("2023-02-29" does not). */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month);
}

/**
 * Reads a period as the YAML files write it: 2023 · 2023-H1 · 2023-Q3 · 2023-9M (the first nine months) · 2023-10 (October) ·
 * 2023-10-18 · 2016..2020. Anything else, or a period that ends before it starts, gives undefined.
 */
export function readPeriod(text: string): Period | undefined {
  const match = /^(\d{4})(?:\.\.(\d{4})|-H([12])|-Q([1-4])|-(\d{1,2})M|-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return undefined;
  const [, yearText, end, half, quarter, first, month, day] = match;
  const year = Number(yearText);
  if (end !== undefined) return Number(end) < year ? undefined : years(year, Number(end));
  if (half !== undefined) return half === "1" ? months(year, 1, 6) : months(year, 7, 12);
  if (quarter !== undefined) return months(year, Number(quarter) * 3 - 2, Number(quarter) * 3);
  if (first !== undefined) return inMonths(first) ? months(year, 1, Number(first)) : undefined;
  if (day !== undefined) return isDate(text) ? { from: text, to: text } : undefined;
  if (month !== undefined) return inMonths(month) ? months(year, Number(month), Number(month)) : undefined;
  return years(year, year);
}

const inMonths = (text: string): boolean => Number(text) >= 1 && Number(text) <= 12;

/** Those of a list with commas between, as a value of an option is written; what is no period is left out. */
export const readPeriods = (list = ""): Period[] => list.split(",").flatMap((text) => readPeriod(text) ?? []);

/** The shortest notation that readPeriod reads back to the same period. */
export function writePeriod(period: Period): string {
  const { from, to } = period;
  const [year, endYear] = [from.slice(0, 4), to.slice(0, 4)];
  if (from === to) return from;
  if (from.endsWith("-01-01") && to.endsWith("-12-31")) return year === endYear ? year : `${year}..${endYear}`;
  const [start, end] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))];
  if (start === end) return `${year}-${pad(start)}`;
  if (start === 1 && end === 6) return `${year}-H1`;
  if (start === 7 && end === 12) return `${year}-H2`;
  if (end - start === 2 && start % 3 === 1) return `${year}-Q${(start + 2) / 3}`;
  return `${year}-${end}M`;
}

/** The same span of the year before, which a rise or fall is counted from; there is none for a 29 February. */
export function yearBefore({ from, to }: Period): Period | undefined {
  const first = `${Number(from.slice(0, 4)) - 1}${from.slice(4)}`;
  if (from === to) return isDate(first) ? { from: first, to: first } : undefined;
  const [year, month] = [Number(to.slice(0, 4)) - 1, Number(to.slice(5, 7))];
  return { from: first, to: `${year}-${pad(month)}-${lastDay(year, month)}` };
}

/** Spans of the same part of a year, or of the same number of years: only their figures are compared. */
export function sameLength(a: Period, b: Period): boolean {
  const span = ({ from, to }: Period): number =>
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return span(a) === span(b) && (a.from === a.to) === (b.from === b.to);
}

export const overlap = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;

export const samePeriod = (a: Period, b: Period): boolean => a.from === b.from && a.to === b.to;
export const contains = (outer: Period, inner: Period): boolean => outer.from <= inner.from && inner.to <= outer.to;

const ENGLISH_MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const ENGLISH_COUNTS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const ROMAN = ["I", "II", "III", "IV"];

/** "18/10/2023" · "18 October 2023", of an ISO date. */
export function dateLabel(date: string, language: Language): string {
  const [year, month, day] = date.split("-");
  if (language === "vi") return `${day}/${month}/${year}`;
  return `${Number(day)} ${ENGLISH_MONTHS[Number(month) - 1]} ${year}`;
}

/** "9 tháng đầu năm 2023" · "first nine months of 2023", without a preposition. */
export function periodLabel(period: Period, language: Language): string {
  const notation = writePeriod(period);
  const vi = language === "vi";
  const year = period.from.slice(0, 4);
  const rest = notation.slice(5);
  if (isDate(notation)) return vi ? `ngày ${dateLabel(notation, "vi")}` : dateLabel(notation, "en");
  if (notation.includes("..")) return (vi ? "giai đoạn " : "") + notation.replace("..", "–");
  if (rest === "") return vi ? `năm ${year}` : year;
  if (rest === "H1") return vi ? `6 tháng đầu năm ${year}` : `first half of ${year}`;
  if (rest === "H2") return vi ? `6 tháng cuối năm ${year}` : `second half of ${year}`;
  if (rest.startsWith("Q")) return vi ? `quý ${ROMAN[Number(rest[1]) - 1]}/${year}` : `Q${rest[1]} ${year}`;
  if (rest.endsWith("M")) {
    const count = Number.parseInt(rest, 10);
    return vi ? `${count} tháng đầu năm ${year}` : `first ${ENGLISH_COUNTS[count - 1]} months of ${year}`;
  }
  return vi ? `tháng ${Number(rest)}/${year}` : `${ENGLISH_MONTHS[Number(rest) - 1]} ${year}`;
}

/** The same of several, with "và" or "and" before the last; "" of none. */
export const periodsLabel = (periods: readonly Period[], language: Language): string =>
  listOf(
    periods.map((one) => periodLabel(one, language)),
    language,
  );
