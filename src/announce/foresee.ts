import type { Subscription } from "../core/acting.ts";
import type { Answer } from "../core/answer.ts";
import type { Calendar } from "../core/calendar.ts";
import { type Destination, writeChannel } from "../core/destination.ts";
import type { Knowledge } from "../core/knowledge.ts";
import type { Planned, RememberedLedger, SeenMeeting } from "../core/ledger.ts";
import { newVersions } from "../core/seen.ts";
import { ANNOUNCEMENTS } from "../reviews/announcements/index.ts";
import { allDestinations, meetingsOf, planAll } from "../reviews/plan.ts";

/** A state of the knowledge with its calendar. */
export interface Held {
  readonly knowledge: Knowledge;
  readonly calendar: Calendar;
}

/** What the durable state knows; empty where there is none yet. */
export interface Remembered extends RememberedLedger {
  readonly subscriptions: readonly Subscription[];
}

export const NOTHING_REMEMBERED: Remembered = {
  seen: [],
  isNew: true,
  subscriptions: [],
  since: new Map(),
  done: new Set(),
};

/** An announcement that will be posted, as it would read if nothing changed until then. */
export interface Foreseen {
  readonly planned: Planned;
  readonly answer: Answer;
}

/** Whether its scheduled event was made before. */
const isKept = ({ subject: { kind, review, occurrence }, destination }: Planned, done: ReadonlySet<string>): boolean =>
  kind === "event" &&
  [...done].some(
    (key) => key.startsWith(`event:${review}/${occurrence}@`) && key.endsWith(`>${writeChannel(destination)}`),
  );

/** All versions of meetings that would have been seen once these files are looked at. */
export const seenWith = ({ knowledge, calendar }: Held, { seen, isNew }: Remembered, now: number): SeenMeeting[] => [
  ...seen,
  ...newVersions(seen, meetingsOf(knowledge, calendar), now, isNew),
];

/** Everything that would be posted in the days after `now`, soonest first. Nothing is written. */
export function foresee(
  held: Held,
  kept: Remembered,
  { admins, now, aheadMs }: { readonly admins: readonly Destination[]; readonly now: number; readonly aheadMs: number },
): Foreseen[] {
  const { knowledge, calendar } = held;
  const { subscriptions, since: heard, done } = kept;
  const since = new Map(
    allDestinations(knowledge, subscriptions, admins)
      .map(writeChannel)
      .map((channel) => [channel, heard.get(channel) ?? now]),
  );
  const seen = seenWith(held, kept, now);
  const planned = planAll({ knowledge, calendar, seen, subscriptions, admins, since, now, aheadMs });
  return planned
    .filter(({ skip, key, expiresAt }) => skip === undefined && !done.has(key) && expiresAt > now)
    .sort((a, b) => a.dueAt - b.dueAt)
    .flatMap((one) => {
      const dueAt = Math.max(one.dueAt, now);
      const kind = ANNOUNCEMENTS.find(({ kind }) => kind === one.subject.kind);
      const composing = { knowledge, calendar, language: one.destination.language, dueAt, now: dueAt };
      const answer = kind?.compose(isKept(one, done) ? { ...one.subject, kept: true } : one.subject, composing);
      return answer === undefined ? [] : [{ planned: one, answer }];
    });
}
