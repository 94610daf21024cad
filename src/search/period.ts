import { contains, months, type Period, samePeriod, years } from "../core/period.ts";

/** A period as a question names it; whatever the question leaves open is undefined. */
export interface AskedPeriod {
  /** Offsets into the folded question. */
  readonly start: number;
  readonly end: number;
  readonly year?: number;
  /** Months from..to within a year: [1, 9] are the first nine. */
  readonly part?: readonly [number, number];
  readonly day?: number;
  readonly lastYear?: number;
  /** "cả năm", "full year": the whole year and nothing less. */
  readonly whole?: boolean;
  /** "hiện nay", "today": the moment of asking. */
  readonly now?: boolean;
  /** "31/02/2023": a day that is in no calendar. */
  readonly impossible?: boolean;
}

/** The asked period as a Period, where it is complete. */
export function toPeriod(asked: AskedPeriod): Period | undefined {
  if (asked.year === undefined) return undefined;
  if (asked.lastYear !== undefined) return years(asked.year, asked.lastYear);
  if (asked.part === undefined) return years(asked.year, asked.year);
  const span = months(asked.year, asked.part[0], asked.part[1]);
  if (asked.day === undefined) return span;
  const date = `${span.from.slice(0, 8)}${String(asked.day).padStart(2, "0")}`;
  return { from: date, to: date };
}

/** True when a figure for this period is what was asked: the very same span, whatever year if none was named. */
export function asksForPeriod(asked: AskedPeriod, period: Period): boolean {
  if (asked.now === true) return false;
  const year = asked.year ?? Number(period.from.slice(0, 4));
  const wanted = toPeriod({ ...asked, year });
  return wanted !== undefined && samePeriod(wanted, period);
}

/** True when something that happened or held in this period can be meant: the spans overlap in whatever was named. */
export function touchesPeriod(asked: AskedPeriod, period: Period): boolean {
  if (asked.now === true) return false;
  if (asked.year !== undefined) {
    const span = toPeriod(asked);
    /** Of an agreement for 2023–2025 "2024" is no name, nor is a day in it. */
    const [first, last] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))];
    if (
      first < last &&
      asked.lastYear === undefined &&
      (asked.part !== undefined || (asked.year !== first && asked.year !== last))
    )
      return false;
    /** "2021–2025" names a term of years: something of one day in it has another. */
    if (asked.lastYear !== undefined && span !== undefined) return samePeriod(span, period);
    /** "Nine months of 2023" is no part of an agreement for 2023–2025. */
    const isSpan = asked.part !== undefined && asked.part[0] < asked.part[1];
    if (isSpan && span !== undefined && !contains(span, period)) return false;
    return span !== undefined && span.from <= period.to && period.from <= span.to;
  }
  if (asked.part === undefined) return true;
  const [from, to] = [Number(period.from.slice(5, 7)), Number(period.to.slice(5, 7))];
  const day = Number(period.from.slice(8, 10));
  const long = period.from.slice(0, 4) !== period.to.slice(0, 4) || to - from === 11;
  /** "Nine months" of whatever year are no part of an agreement for years. */
  if (asked.part[0] < asked.part[1]) return !long && asked.part[0] === from && asked.part[1] === to;
  return (
    long ||
    (asked.part[0] <= to &&
      from <= asked.part[1] &&
      (asked.day === undefined || period.from !== period.to || asked.day === day))
  );
}
