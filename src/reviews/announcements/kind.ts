import type { Subscription } from "../../core/acting.ts";
import { type AnnouncementKind, type Subject, versionOf } from "../../core/announced.ts";
import type { Answer } from "../../core/answer.ts";
import type { Calendar, Occurrence } from "../../core/calendar.ts";
import type { Destination } from "../../core/destination.ts";
import type { Knowledge, Review } from "../../core/knowledge.ts";
import type { Language } from "../../core/language.ts";
import type { Planned, SeenMeeting } from "../../core/ledger.ts";

/** A destination, and since when this bot has known it: what was due before is not for it. */
export type Receiver = Destination & Pick<Subscription, "since">;

/** All that a plan for one review looks at. */
export interface Situation {
  readonly review: Review;
  readonly occurrences: readonly Occurrence[];
  readonly calendar: Calendar;
  /** The versions of its meetings that were ever seen, by sequence. */
  readonly seen: readonly SeenMeeting[];
  /** Those of all reviews. */
  readonly allSeen: readonly SeenMeeting[];
  readonly receivers: readonly Receiver[];
  readonly admins: readonly Receiver[];
  readonly knowledge: Knowledge;
  /** Epoch milliseconds. */
  readonly now: number;
  /** How far ahead reminders are planned. */
  readonly aheadMs: number;
}

/** What an announcement is made of when it is posted. */
export interface Composing {
  readonly knowledge: Knowledge;
  readonly calendar: Calendar;
  readonly language: Language;
  /** When it was due, and when it is posted. */
  readonly dueAt: number;
  readonly now: number;
}

/** One kind of announcement: when it is due and what it says. */
export interface Kind {
  readonly kind: AnnouncementKind;
  /** What is to be announced of a review; nothing where such announcements follow from others. */
  plan(situation: Situation): readonly Planned[];
  /** Undefined where the knowledge does not hold any more what it is about. */
  compose(subject: Subject, composing: Composing): Answer | undefined;
}

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** How long after its time a reminder is still posted, said to be late. */
export const GRACE_MS = 12 * HOUR_MS;
/** How long news of a meeting (confirmed, moved, cancelled, updated) is news. */
export const NEWS_MS = 7 * DAY_MS;

/** What the review's meeting, or its expected date, is today; nothing where that is not what the subject tells of. */
export function occurrenceOf(subject: Subject, { knowledge, calendar, now }: Composing): Occurrence | undefined {
  const review = knowledge.reviews.get(subject.review);
  const found = review && calendar.occurrences(review, now).find(({ id }) => id === subject.occurrence);
  const isAnother = found !== undefined && (subject.version ?? versionOf(found)) !== versionOf(found);
  return isAnother ? undefined : found;
}
