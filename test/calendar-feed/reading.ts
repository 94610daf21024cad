import { rm } from "node:fs/promises";
import ICAL from "ical.js";
import { calendarFeed, type FeedOptions } from "../../src/calendar-feed/feed.ts";
import type { Knowledge, Meeting, Review } from "../../src/core/knowledge.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { createCalendar } from "../../src/reviews/calendar.ts";
import { folderOf, VALID } from "../knowledge-loader/folder.ts";

async function sample(): Promise<Knowledge> {
  const folder = await folderOf(VALID);
  const { knowledge } = await loadKnowledge(folder);
  await rm(folder, { recursive: true });
  if (knowledge === undefined) throw new Error("The sample knowledge is broken.");
  return knowledge;
}

const base = await sample();
const [review] = base.reviews.values() as Iterable<Review> as [Review];

/** The sample knowledge, its one review changed. */
export const knowledgeWith = (changes: Partial<Review>): Knowledge => ({
  ...base,
  reviews: new Map([[review.id, { ...review, ...changes }]]),
});

export const meeting = (changes: Partial<Meeting>): Meeting => ({
  id: "lan-1",
  state: "confirmed",
  date: "2027-03-15",
  time: "09:00",
  source: { id: "bao-mau", paragraph: 2 },
  ...changes,
});

export const NOW = Date.parse("2027-01-10T03:20:00Z");

export function feedOf(knowledge: Knowledge, changes: Partial<FeedOptions> = {}): string {
  return calendarFeed({
    knowledge,
    calendar: createCalendar(knowledge),
    language: "vi",
    now: NOW,
    seen: [],
    ...changes,
  });
}

/** What another program reads in the file: ical.js, which shares no code with what wrote it. */
export function read(feed: string) {
  const calendar = new ICAL.Component(ICAL.parse(feed));
  const events = calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const value = (name: string): unknown => component.getFirstPropertyValue(name);
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      description: event.description,
      location: event.location,
      status: value("status"),
      link: value("url"),
      lastModified: value("last-modified")?.toString(),
      allDay: event.startDate.isDate,
      tzid: component.getFirstProperty("dtstart")?.getFirstParameter("tzid"),
      start: event.startDate.isDate ? event.startDate.toString() : event.startDate.toJSDate().toISOString(),
      end: event.endDate.isDate ? event.endDate.toString() : event.endDate.toJSDate().toISOString(),
      alarms: component.getAllSubcomponents("valarm").map((alarm) => String(alarm.getFirstPropertyValue("trigger"))),
    };
  });
  const zones = calendar.getAllSubcomponents("vtimezone").map((zone) => String(zone.getFirstPropertyValue("tzid")));
  return { events, zones, name: calendar.getFirstPropertyValue("x-wr-calname") };
}

export function only<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined || items.length !== 1) throw new Error(`${items.length} instead of one`);
  return item;
}
