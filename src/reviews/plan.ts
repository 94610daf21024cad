import type { Subscription } from "../core/acting.ts";
import type { Calendar } from "../core/calendar.ts";
import { type Destination, writeChannel } from "../core/destination.ts";
import { isUnknown, type Knowledge, type Review } from "../core/knowledge.ts";
import type { Planned, SeenMeeting } from "../core/ledger.ts";
import type { HeldMeeting } from "../core/seen.ts";
import { planGone } from "./announcements/gone.ts";
import { ANNOUNCEMENTS } from "./announcements/index.ts";
import { DAY_MS, type Receiver } from "./announcements/kind.ts";
import { digest } from "./digest.ts";

export interface Planning {
  readonly knowledge: Knowledge;
  readonly calendar: Calendar;
  readonly seen: readonly SeenMeeting[];
  /** Channels that were subscribed in chat; they hear of every review. */
  readonly subscriptions: readonly Subscription[];
  /** Channels of the admins. */
  readonly admins: readonly Destination[];
  /** When a destination was first heard of, by writeChannel; those of chats that are not set up are not in it. */
  readonly since: ReadonlyMap<string, number>;
  /** Epoch milliseconds. */
  readonly now: number;
  /** How far ahead; two days, unless somebody wants to look further. */
  readonly aheadMs?: number;
}

const AHEAD_MS = 2 * DAY_MS;

/** Everything that is to be announced around now: what is due, what will be soon, and what was missed. Pure. */
export function planAll(planning: Planning): Planned[] {
  const { knowledge, calendar, seen, subscriptions, admins, since, now, aheadMs = AHEAD_MS } = planning;
  const known = (destinations: readonly Destination[]): Receiver[] =>
    destinations.flatMap((destination) => {
      const heard = since.get(writeChannel(destination));
      return heard === undefined ? [] : [{ ...destination, since: heard }];
    });
  const ofReviews = [...knowledge.reviews.values()].flatMap((review) => {
    const situation = {
      review,
      occurrences: calendar.occurrences(review, now),
      calendar,
      seen: seen.filter((one) => one.review === review.id),
      allSeen: seen,
      receivers: known(destinationsOf(review, subscriptions)),
      admins: known(admins),
      knowledge,
      now,
      aheadMs,
    };
    return ANNOUNCEMENTS.flatMap((kind) => kind.plan(situation));
  });
  return [...ofReviews, ...planGone(seen, known(admins))];
}

/** Where a review is announced: as its file says, then the subscribed channels that the file does not name. */
export function destinationsOf(review: Review, subscriptions: readonly Subscription[]): Destination[] {
  const named = new Set(review.announce.to.map(writeChannel));
  return [
    ...review.announce.to,
    ...subscriptions
      .filter((one) => !named.has(writeChannel(one)))
      .map(({ since: _, ...destination }): Destination => destination),
  ];
}

/** Everything that is announced to, each channel once. */
export function allDestinations(
  knowledge: Knowledge,
  subscriptions: readonly Subscription[],
  admins: readonly Destination[],
): Destination[] {
  const all = [
    ...[...knowledge.reviews.values()].flatMap((review) => destinationsOf(review, subscriptions)),
    ...admins,
  ];
  return [...new Map(all.map((one) => [writeChannel(one), one])).values()];
}

/** The meetings that the knowledge holds, as the ledger remembers them. */
export const meetingsOf = (knowledge: Knowledge, calendar: Calendar): HeldMeeting[] =>
  [...knowledge.reviews.values()].flatMap((review) =>
    review.meetings.map(({ id, state, date, time, venue, link, agenda }) => {
      const details = { venue, link, agenda, timeZone: calendar.timeZone(review) };
      return { review: review.id, meeting: id, memorandum: review.memorandum, state, date, time, details };
    }),
  );

/** Changes whenever anything changes that decides what is announced. */
export function digestOf({ reviews, memoranda, holidays }: Knowledge): string {
  const signed = [...memoranda.values()].map(({ id, signed: { date } }) => [id, isUnknown(date) ? "" : date.day]);
  return digest([[...reviews], [...holidays], signed], 22);
}
