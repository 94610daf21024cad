import type { Calendar, Occurrence } from "../core/calendar.ts";
import type { Knowledge } from "../core/knowledge.ts";
import type { Language } from "../core/language.ts";
import type { SeenMeeting } from "../core/ledger.ts";
import { component, duration, text, utc, written } from "./content.ts";
import { descriptionOf, summaryOf, uidOf } from "./event.ts";
import { createZones, type Zones } from "./zones.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** How long a meeting stays in the feed after it was held. */
const HELD_MS = 366 * DAY_MS;

const NAMES = { vi: "Liên Thành: lịch sơ kết", en: "Liên Thành: review meetings" };

export interface FeedOptions {
  readonly knowledge: Knowledge;
  readonly calendar: Calendar;
  readonly language: Language;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Versions of meetings, from which their SEQUENCE comes. */
  readonly seen: readonly SeenMeeting[];
  /** Days before a meeting; those of each review where it is left out. */
  readonly alarms?: readonly number[] | undefined;
}

/**
 * All meetings and the next expected date of each review as an iCalendar file (RFC 5545). The same options give the
 * same bytes; `now` changes them once an hour, and when a meeting ends or an alarm has passed.
 */
export function calendarFeed({ knowledge, calendar, language, now, seen, alarms }: FeedOptions): string {
  const versions = latest(seen);
  const zones = createZones();
  const occurrences = [...knowledge.reviews.values()]
    .flatMap((review) => calendar.occurrences(review, now))
    .filter((occurrence) => belongs(occurrence, now));
  const events = occurrences.flatMap((occurrence) => {
    const { review, meeting, id } = occurrence;
    const version = meeting && versions.get(keyOf(review.id, id));
    // Of one SEQUENCE readers keep what has the greater stamp: so a new venue or agenda arrives, within an hour.
    const stamp = Math.max(Math.floor(now / HOUR_MS) * HOUR_MS, version?.seenAt ?? 0);
    return component("VEVENT", [
      `UID:${text(uidOf(occurrence))}`,
      `DTSTAMP:${utc(stamp)}`,
      ...(version === undefined ? [] : [`LAST-MODIFIED:${utc(version.seenAt)}`]),
      `SEQUENCE:${version?.sequence ?? 0}`,
      ...spanOf(occurrence, zones),
      ...statusOf(occurrence),
      `SUMMARY:${text(summaryOf(occurrence, language))}`,
      ...(meeting?.venue === undefined ? [] : [`LOCATION:${text(meeting.venue[language])}`]),
      `DESCRIPTION:${text(descriptionOf(occurrence, knowledge, language))}`,
      ...linkOf(meeting?.link),
      ...alarmsOf(occurrence, alarms ?? review.announce.leads, now, summaryOf(occurrence, language)),
    ]);
  });
  return written(
    component("VCALENDAR", [
      "VERSION:2.0",
      `PRODID:-//Lien Thanh//Calendar feed//${language.toUpperCase()}`,
      "CALSCALE:GREGORIAN",
      `NAME:${text(NAMES[language])}`,
      `X-WR-CALNAME:${text(NAMES[language])}`,
      "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
      "X-PUBLISHED-TTL:PT1H",
      ...zones.definitions(),
      ...events,
    ]),
  );
}

const keyOf = (review: string, meeting: string): string => `${review}.${meeting}`;

function latest(seen: readonly SeenMeeting[]): ReadonlyMap<string, SeenMeeting> {
  const versions = new Map<string, SeenMeeting>();
  for (const version of seen) {
    const key = keyOf(version.review, version.meeting);
    if (version.sequence >= (versions.get(key)?.sequence ?? 0)) versions.set(key, version);
  }
  return versions;
}

/** A confirmed meeting stays when it is past: until it is recorded as held, nobody knows better. */
const belongs = ({ state, meeting, end }: Occurrence, now: number): boolean =>
  meeting === undefined ? state === "expected" : meeting.state !== "held" || end > now - HELD_MS;

function spanOf({ time, date, start, end, timeZone }: Occurrence, zones: Zones): readonly string[] {
  if (time !== undefined) return zones.span(start, end, timeZone);
  const day = (iso: string): string => iso.slice(0, 10).replaceAll("-", "");
  const next = new Date(Date.parse(date) + DAY_MS).toISOString();
  return [`DTSTART;VALUE=DATE:${day(date)}`, `DTEND;VALUE=DATE:${day(next)}`];
}

/** What may not take place leaves people free at that time. */
function statusOf({ meeting }: Occurrence): readonly string[] {
  if (meeting === undefined) return ["STATUS:TENTATIVE", "TRANSP:TRANSPARENT"];
  if (meeting.state === "cancelled") return ["STATUS:CANCELLED", "TRANSP:TRANSPARENT"];
  return ["STATUS:CONFIRMED"];
}

/** A URI is not escaped as text is; as URL writes it, it is ASCII without spaces. */
const linkOf = (link: string | undefined): readonly string[] =>
  link === undefined || !URL.canParse(link) ? [] : [`URL:${new URL(link).href}`];

/** One for each lead that has not passed; where no time is known, at the hour at which the review announces. */
function alarmsOf(
  { review, meeting, time, start }: Occurrence,
  leads: readonly number[],
  now: number,
  summary: string,
) {
  if (meeting?.state !== "confirmed") return [];
  const [hours = 0, minutes = 0] = review.announce.at.split(":").map(Number);
  const intoDay = time === undefined ? hours * 60 + minutes : 0;
  return [...new Set(leads)]
    .map((lead) => intoDay - lead * DAY_MINUTES)
    .filter((trigger) => start + trigger * MINUTE_MS > now)
    .flatMap((trigger) =>
      component("VALARM", ["ACTION:DISPLAY", `TRIGGER:${duration(trigger)}`, `DESCRIPTION:${text(summary)}`]),
    );
}
