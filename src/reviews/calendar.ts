import type { Calendar, Occurrence } from "../core/calendar.ts";
import { isUnknown, type Knowledge, type Meeting, type Review } from "../core/knowledge.ts";
import { cadenceDates, remembering } from "./cadence.ts";
import { addDays, clockIn, dayIn, daysBetween, isWeekend, momentIn } from "./zone.ts";

const MINUTES = 120;
const MINUTE_MS = 60_000;
/** No public holiday lasts longer; the date stays where it is then. */
const LONGEST_BREAK = 40;

/** When the reviews of a knowledge base take place. `timeZone` holds for those that name none. */
export function createCalendar(knowledge: Knowledge, timeZone = "Asia/Ho_Chi_Minh"): Calendar {
  const zoneOf = (review: Review): string => review.timeZone ?? timeZone;

  const known = new Map<Review, Iterable<string>>();

  /** What follows from the cadence after the signing; nothing where the day of signing is unknown. */
  const datesOf = (review: Review, signed: string | undefined): Iterable<string> => {
    if (signed === undefined) return [];
    const dates = known.get(review) ?? remembering(cadenceDates(review, signed));
    known.set(review, dates);
    return dates;
  };

  const isFree = (review: Review, date: string): boolean =>
    !(review.avoid.weekends && isWeekend(date)) &&
    !review.avoid.holidays.some((id) =>
      knowledge.holidays.get(id)?.days.some((day) => day.from <= date && date <= day.to),
    );

  const nextFree = (review: Review, date: string): string => {
    for (let days = 0; days < LONGEST_BREAK; days++)
      if (isFree(review, addDays(date, days))) return addDays(date, days);
    return date;
  };

  /** Working out a moment takes long enough to remember it. */
  const days = new Map<string, Pick<Occurrence, "start" | "end">>();
  const boundsOf = (zone: string, date: string): Pick<Occurrence, "start" | "end"> => {
    const key = `${zone} ${date}`;
    const known = days.get(key) ?? {
      start: momentIn(zone, date, "00:00"),
      end: momentIn(zone, addDays(date, 1), "00:00") - 1,
    };
    days.set(key, known);
    return known;
  };

  const dayOf = (review: Review, date: string) => ({
    review,
    date,
    timeZone: zoneOf(review),
    ...boundsOf(zoneOf(review), date),
  });

  const met = (review: Review, meeting: Meeting, now: number): Occurrence => {
    const { date, time } = meeting;
    const day = dayOf(review, date);
    const start = time === undefined ? day.start : momentIn(zoneOf(review), date, time);
    const end = time === undefined ? day.end : start + (meeting.minutes ?? MINUTES) * MINUTE_MS;
    const state = meeting.state === "confirmed" && end < now ? "overdue" : meeting.state;
    return { ...day, id: meeting.id, state, time, start, end, meeting };
  };

  return {
    occurrences(review, now) {
      const today = dayIn(zoneOf(review), now);
      const signed = signedDay(review, knowledge);
      const expected = uncovered(review, signed ?? "", datesOf(review, signed), today).map((date): Occurrence => {
        const moved = nextFree(review, date);
        return { ...dayOf(review, moved), id: date, state: moved < today ? "overdue" : "expected" };
      });
      const meetings = review.meetings.map((meeting) => met(review, meeting, now));
      return [...meetings, ...expected].sort((a, b) => a.start - b.start);
    },
    follows(review) {
      const [first] = datesOf(review, signedDay(review, knowledge));
      return first !== undefined;
    },
    timeZone: zoneOf,
    moment: (review, date, time) => momentIn(zoneOf(review), date, time),
    today: (review, now) => dayIn(zoneOf(review), now),
    clock: (review, now) => clockIn(zoneOf(review), now),
  };
}

/**
 * The dates of the cadence for which no meeting is recorded: all that have passed, and the next one to come. A meeting that was
 * called off stands for its date as well: it was decided, and waits for nobody.
 */
function uncovered(review: Review, signed: string, dates: Iterable<string>, today: string): string[] {
  const { meetings } = review;
  const found: string[] = [];
  let before = signed;
  let current: string | undefined;
  for (const next of dates) {
    if (current !== undefined) {
      const [from, to] = [middle(before, current), middle(current, next)];
      const isCovered = meetings.some(({ date }) => from <= date && date < to);
      if (!isCovered) found.push(current);
      if (!isCovered && current >= today) return found;
      before = current;
    }
    current = next;
  }
  // The last date of a rule that ends.
  if (current !== undefined && !meetings.some(({ date }) => middle(before, current ?? "") <= date)) found.push(current);
  return found;
}

function signedDay(review: Review, knowledge: Knowledge): string | undefined {
  const signed = knowledge.memoranda.get(review.memorandum)?.signed.date;
  return signed === undefined || isUnknown(signed) ? undefined : signed.day;
}

const middle = (from: string, to: string): string => addDays(from, Math.floor(daysBetween(from, to) / 2));
