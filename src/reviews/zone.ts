import { Temporal } from "temporal-polyfill";

/** The moment of a wall-clock time in an IANA zone, in epoch milliseconds; where clocks skip it, the same time after the gap. */
export const momentIn = (timeZone: string, date: string, time: string): number =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).epochMilliseconds;

/** The day in an IANA zone at a moment, as an ISO date. */
export const dayIn = (timeZone: string, now: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** "08:30": the time of day in an IANA zone at a moment. */
export const clockIn = (timeZone: string, now: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: "minute" });

export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

/** The same day so many months later; the last day of a shorter month. */
export const addMonths = (date: string, months: number): string =>
  Temporal.PlainDate.from(date).add({ months }).toString();

/** Days from one ISO date to another. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;

/** Saturday or Sunday. */
export const isWeekend = (date: string): boolean => Temporal.PlainDate.from(date).dayOfWeek > 5;
