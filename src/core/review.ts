import { isUnknown, type Knowledge, type Review } from "./knowledge.ts";

/** A date that follows from the cadence. It is expected, never confirmed; overdue when it passed with no meeting recorded. */
export interface Expected {
  /** ISO date. */
  readonly date: string;
  readonly overdue: boolean;
}

/** The day `count` months after the date; the last day of the month where it is shorter. */
export function addMonths(date: string, count: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const total = year * 12 + (month - 1) + count;
  const [toYear, toMonth] = [Math.floor(total / 12), (total % 12) + 1];
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  return `${toYear}-${String(toMonth).padStart(2, "0")}-${String(Math.min(day, last)).padStart(2, "0")}`;
}

/** Today in the review's time zone, as an ISO date. */
export const dayIn = (timeZone: string, now: number): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);

/**
 * Dates that follow from the signing and the cadence: all that have passed with no meeting within half a cadence of them, and
 * the next one to come. Empty where the day of signing is unknown.
 */
export function expectedDates(review: Review, knowledge: Knowledge, now: number): Expected[] {
  const signed = knowledge.memoranda.get(review.memorandum)?.signed.date;
  if (signed === undefined || isUnknown(signed)) return [];
  const today = dayIn(review.timeZone, now);
  const dates: Expected[] = [];
  for (let i = 1; i <= 1200; i++) {
    const date = addMonths(signed.day, review.everyMonths * i);
    const covered = review.meetings.some(
      (meeting) => meeting.state !== "cancelled" && near(meeting.date, date, review.everyMonths),
    );
    if (!covered) dates.push({ date, overdue: date < today });
    if (date >= today && !covered) break;
  }
  return dates;
}

function near(meeting: string, expected: string, everyMonths: number): boolean {
  const half = Math.max(1, Math.floor(everyMonths / 2));
  return addMonths(expected, -half) <= meeting && meeting < addMonths(expected, half);
}
