import { expect, test } from "vitest";
import { meetingEvent } from "../../src/calendar-feed/event.ts";
import type { Meeting } from "../../src/core/knowledge.ts";
import { createCalendar } from "../../src/reviews/calendar.ts";
import { feedOf, knowledgeWith, meeting, NOW, only, read } from "./reading.ts";

function eventOf(changes: Partial<Meeting>, language: "vi" | "en" = "vi") {
  const knowledge = knowledgeWith({ meetings: [meeting(changes)] });
  const occurrences = [...knowledge.reviews.values()].flatMap((review) =>
    createCalendar(knowledge).occurrences(review, NOW),
  );
  const occurrence = only(occurrences.filter((one) => one.meeting !== undefined));
  return { event: meetingEvent(occurrence, knowledge, language), knowledge };
}

test("A meeting says the same as a chat's event as in people's calendars", () => {
  const { event, knowledge } = eventOf({ venue: { vi: "Hội trường", en: "The hall" }, minutes: 45 });
  const inCalendar = only(read(feedOf(knowledge)).events.filter(({ uid }) => uid === event.uid));
  expect(event).toEqual({
    uid: "so-ket.lan-1@lien-thanh",
    name: inCalendar.summary,
    description: inCalendar.description,
    location: "Hội trường",
    start: Date.parse("2027-03-15T02:00:00Z"),
    end: Date.parse("2027-03-15T02:45:00Z"),
    cancelled: false,
  });
});

test("Where no venue is known the event says so, and a cancelled meeting keeps its name", () => {
  expect(eventOf({ state: "cancelled" }, "en").event).toMatchObject({
    name: "Review of the sample memorandum",
    location: "Venue not known yet",
    cancelled: true,
  });
});
