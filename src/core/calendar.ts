import type { Meeting, Review } from "./knowledge.ts";

/**
 * expected: follows from the cadence, never a fact. overdue: expected, has passed, and no meeting is recorded. The others are
 * what the knowledge says of a meeting.
 */
export type OccurrenceState = "expected" | "overdue" | "confirmed" | "held" | "cancelled";

/** One time that a review takes place, took place or should. */
export interface Occurrence {
  readonly review: Review;
  /** The meeting's id, or the date that is expected. */
  readonly id: string;
  readonly state: OccurrenceState;
  /** ISO date in the review's time zone. */
  readonly date: string;
  /** "08:30" there; absent where only the day is known. */
  readonly time?: string | undefined;
  readonly timeZone: string;
  /** Epoch milliseconds; where the time is unknown, the first and last moment of the day. */
  readonly start: number;
  readonly end: number;
  readonly meeting?: Meeting | undefined;
}

/** When reviews take place. Pure over one state of the knowledge. */
export interface Calendar {
  /** All meetings, every overdue date and the next expected one, by date. */
  occurrences(review: Review, now: number): readonly Occurrence[];
  /** Whether any date follows from the cadence at all. */
  follows(review: Review): boolean;
  /** IANA: the review's own time zone, or the bot's. */
  timeZone(review: Review): string;
  /** The moment of a wall-clock time at the review, in epoch milliseconds. */
  moment(review: Review, date: string, time: string): number;
  /** Today at the review, as an ISO date. */
  today(review: Review, now: number): string;
  /** "08:30": what a clock at the review shows. */
  clock(review: Review, now: number): string;
}
