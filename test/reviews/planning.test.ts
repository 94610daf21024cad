import { expect, test } from "vitest";
import { writeChannel } from "../../src/core/destination.ts";
import type { SeenMeeting } from "../../src/core/ledger.ts";
import { newVersions } from "../../src/core/seen.ts";
import { allDestinations, meetingsOf, planAll } from "../../src/reviews/plan.ts";
import { meeting, reviewed } from "./knowledge.ts";

const TO = "announce: {to: [{slack: C0STAFF}]}\n";
const ADMINS = [{ chat: "slack", id: "C0ADMIN", language: "vi" }] as const;

interface At {
  readonly at: string;
  /** What the bot had seen of meetings, with the day on which it did. */
  readonly seen?: readonly (readonly [day: string, state: SeenMeeting["state"], date: string, time?: string])[];
  /** Since when the channels have been known. */
  readonly since?: string;
}

/** "2026-10-11T08:30+07:00 upcoming T-7" for everything that is planned then, with the reason where it is skipped. */
async function planned(lines: string, { at, seen = [], since = "2020-01-01" }: At): Promise<string[]> {
  const { knowledge, calendar } = await reviewed(lines);
  const now = Date.parse(at);
  const before = seen.map(([day, state, date, time], sequence) => ({
    review: "so-ket",
    meeting: "hop",
    state,
    date,
    time,
    details: meetingsOf(knowledge, calendar)[0]?.details,
    sequence,
    seenAt: Date.parse(day),
  }));
  const all = [...before, ...newVersions(before, meetingsOf(knowledge, calendar), now)];
  const known = new Map(allDestinations(knowledge, [], ADMINS).map((one) => [writeChannel(one), Date.parse(since)]));
  const rows = planAll({ knowledge, calendar, seen: all, subscriptions: [], admins: ADMINS, since: known, now });
  return rows.map(({ subject: { kind, lead }, dueAt, skip, destination }) => {
    const due = new Date(dueAt + 7 * 3_600_000).toISOString().slice(0, 16);
    const what = `${kind}${lead === undefined ? "" : ` T-${lead}`}`;
    return `${due} ${what} > ${destination.id}${skip === undefined ? "" : ` (${skip})`}`;
  });
}

test("People hear of an expected review 30, 7 and 1 days before, in the morning at the review", async () => {
  const lines = `everyMonths: 12\n${TO}`;
  expect(await planned(lines, { at: "2024-09-17T00:00Z" })).toEqual(["2024-09-18T08:30 upcoming T-30 > C0STAFF"]);
  expect(await planned(lines, { at: "2024-10-10T00:00Z" })).toEqual([
    "2024-09-18T08:30 upcoming T-30 > C0STAFF (late)",
    "2024-10-11T08:30 upcoming T-7 > C0STAFF",
  ]);
});

test("A channel has its own lead times, and hears nothing that was due before it was there", async () => {
  const lines = 'everyMonths: 12\nannounce: {at: "09:15", to: [{slack: C0STAFF, leads: [14, 0]}]}\n';
  expect(await planned(lines, { at: "2024-10-17T00:00Z" })).toEqual([
    "2024-10-04T09:15 upcoming T-14 > C0STAFF (late)",
    "2024-10-18T09:15 upcoming T-0 > C0STAFF",
  ]);
  expect(await planned(lines, { at: "2024-10-17T00:00Z", since: "2024-10-10" })).toEqual([
    "2024-10-18T09:15 upcoming T-0 > C0STAFF",
  ]);
});

test("A reminder that was missed is posted within half a day and skipped after that", async () => {
  const lines = `everyMonths: 12\n${TO}`;
  const [, late] = await planned(lines, { at: "2024-10-11T13:29Z" });
  expect(late).toBe("2024-10-11T08:30 upcoming T-7 > C0STAFF");
  const [, tooLate] = await planned(lines, { at: "2024-10-11T13:30Z" });
  expect(tooLate).toBe("2024-10-11T08:30 upcoming T-7 > C0STAFF (late)");
});

test("A meeting that is new is announced at once, and of its lead times only those that lie ahead", async () => {
  const lines = `everyMonths: 12\n${TO}meetings:\n${meeting("hop", "confirmed", "2024-10-18", 'time: "14:00"')}`;
  expect(await planned(lines, { at: "2024-10-10T02:00Z" })).toEqual([
    "2024-09-18T08:30 upcoming T-30 > C0STAFF (known-later)",
    "2024-10-11T08:30 upcoming T-7 > C0STAFF",
    "2024-10-10T09:00 confirmed > C0STAFF",
  ]);
});

test("A meeting that has moved is told of with where it was, and its lead times count anew", async () => {
  const lines = `everyMonths: 12\n${TO}meetings:\n${meeting("hop", "confirmed", "2024-10-25")}`;
  expect(await planned(lines, { at: "2024-10-17T02:00Z", seen: [["2024-09-01", "confirmed", "2024-10-18"]] })).toEqual([
    "2024-09-25T08:30 upcoming T-30 > C0STAFF (known-later)",
    "2024-10-18T08:30 upcoming T-7 > C0STAFF",
    "2024-10-17T09:00 moved > C0STAFF",
  ]);
});

test("A file that says itself where a new meeting was before is believed", async () => {
  const moved = meeting("hop", "confirmed", "2024-11-25", "movedFrom: {date: 2024-11-18}");
  expect(await planned(`everyMonths: 12\n${TO}meetings:\n${moved}`, { at: "2024-10-20T02:00Z" })).toEqual([
    "2024-10-20T09:00 moved > C0STAFF",
  ]);
});

test("A cancelled meeting is told of where people had heard of it, and its date is not expected again", async () => {
  const lines = `everyMonths: 12\n${TO}meetings:\n${meeting("hop", "cancelled", "2024-10-18")}`;
  const at = "2024-10-01T02:00Z";
  expect(await planned(lines, { at, seen: [["2024-09-01", "confirmed", "2024-10-18"]] })).toEqual([
    "2024-10-01T09:00 cancelled > C0STAFF",
  ]);
  expect((await planned(lines, { at })).filter((row) => row.includes("cancelled"))).toEqual([]);
});

test("A meeting that takes place after all is confirmed again", async () => {
  const lines = `everyMonths: 12\n${TO}meetings:\n${meeting("hop", "confirmed", "2024-12-18")}`;
  const seen = [
    ["2024-09-01", "confirmed", "2024-12-18"],
    ["2024-09-10", "cancelled", "2024-12-18"],
  ] as const;
  expect(await planned(lines, { at: "2024-10-01T02:00Z", seen })).toEqual(["2024-10-01T09:00 confirmed > C0STAFF"]);
});

test("Only admins hear that a review is overdue, on the morning after, once for all that are", async () => {
  const lines = `everyMonths: 12\n${TO}`;
  const rows = await planned(lines, { at: "2025-10-19T12:00Z" });
  expect(rows.filter((row) => row.includes("overdue"))).toEqual(["2025-10-19T08:30 overdue > C0ADMIN"]);
});

test("An admins' channel that is named later hears of it then", async () => {
  const rows = await planned(`everyMonths: 12\n${TO}`, { at: "2025-03-01T12:00Z", since: "2025-03-01T03:00Z" });
  expect(rows).toEqual(["2025-03-01T10:00 overdue > C0ADMIN"]);
});

test("Nobody is told of a meeting that was held", async () => {
  const lines = `everyMonths: 12\n${TO}meetings:\n${meeting("hop", "held", "2024-10-18")}`;
  expect(await planned(lines, { at: "2024-10-20T12:00Z" })).toEqual([]);
});

test("A Discord channel that wants it gets a scheduled event of a confirmed meeting, anew whenever it changes", async () => {
  const lines = (agenda: string) =>
    `everyMonths: 12\nannounce: {to: [{discord: "1100000000000000003", event: true}]}\nmeetings:\n${meeting("hop", "confirmed", "2024-12-18", `agenda: {vi: "${agenda}", en: "x"}`)}`;
  const at = "2024-10-01T02:00Z";
  expect(await planned(lines("một"), { at })).toEqual([
    "2024-10-01T09:00 confirmed > 1100000000000000003",
    "2024-10-01T09:00 event > 1100000000000000003",
  ]);
});

test("An admin who forgets the quotes around a Discord channel's id loses no digit of it", async () => {
  const lines = "everyMonths: 12\nannounce: {to: [{discord: 1100000000000000003, leads: [1]}]}\n";
  expect(await planned(lines, { at: "2024-10-17T00:00Z" })).toEqual([
    "2024-10-17T08:30 upcoming T-1 > 1100000000000000003",
  ]);
});

test("An entry that told of a meeting that was held and now tells of the next one is news; one put right is not", async () => {
  const lines = `everyMonths: 12\n${TO}meetings:\n${meeting("hop", "confirmed", "2024-12-18")}`;
  const at = "2024-10-01T02:00Z";
  expect(await planned(lines, { at, seen: [["2024-09-01", "held", "2024-09-18"]] })).toEqual([
    "2024-10-01T09:00 confirmed > C0STAFF",
  ]);
  expect(await planned(lines, { at, seen: [["2024-09-01", "held", "2024-12-18"]] })).toEqual([]);
});

test("A meeting that was overdue, was moved and is overdue again is asked for again", async () => {
  const key = async (date: string, at: string): Promise<string | undefined> => {
    const { knowledge, calendar } = await reviewed(`everyMonths: 12\nmeetings:\n${meeting("hop", "confirmed", date)}`);
    const since = new Map([["slack:C0ADMIN", 0]]);
    const now = Date.parse(at);
    const all = planAll({ knowledge, calendar, seen: [], subscriptions: [], admins: ADMINS, since, now });
    return all.find(({ subject }) => subject.kind === "overdue")?.key;
  };
  expect(await key("2024-10-18", "2024-10-19T12:00Z")).toBe("overdue:so-ket/hop@2024-10-18>slack:C0ADMIN");
  expect(await key("2024-11-20", "2024-11-21T12:00Z")).toBe("overdue:so-ket/hop@2024-11-20>slack:C0ADMIN");
});
