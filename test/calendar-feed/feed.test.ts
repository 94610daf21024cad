import { expect, test } from "vitest";
import type { Meeting } from "../../src/core/knowledge.ts";
import type { SeenMeeting } from "../../src/core/ledger.ts";
import { feedOf, knowledgeWith, meeting, only, read } from "./reading.ts";

/** The only event of a feed with one meeting; what the cadence expects beside it is left out. */
const eventOf = (changes: Partial<Meeting>, review = {}, feed = {}) =>
  only(read(feedOf(knowledgeWith({ meetings: [meeting(changes)], ...review }), feed)).events.filter(isMeeting));

const isMeeting = ({ uid }: { uid: string }): boolean => !uid.includes(".expected.");

test.each([
  ["Asia/Ho_Chi_Minh", "2027-03-15", "09:00", "2027-03-15T02:00:00.000Z"],
  ["America/New_York", "2027-03-13", "09:00", "2027-03-13T14:00:00.000Z"],
  ["America/New_York", "2027-03-14", "09:00", "2027-03-14T13:00:00.000Z"],
  ["America/New_York", "2027-11-06", "22:00", "2027-11-07T02:00:00.000Z"],
  ["America/New_York", "2027-11-07", "09:00", "2027-11-07T14:00:00.000Z"],
  ["Europe/Dublin", "2027-07-01", "14:00", "2027-07-01T13:00:00.000Z"],
  ["Australia/Sydney", "2027-12-01", "08:00", "2027-11-30T21:00:00.000Z"],
  ["Asia/Kathmandu", "2027-03-15", "09:00", "2027-03-15T03:15:00.000Z"],
])(
  "Someone invited in %s on %s at %s comes at the right moment, by the rules in the file",
  (timeZone, date, time, utc) => {
    const knowledge = knowledgeWith({ timeZone, meetings: [meeting({ date, time, minutes: 90 })] });
    const { events, zones } = read(feedOf(knowledge));
    const event = only(events.filter(isMeeting));
    expect(event.start).toBe(utc);
    expect(Date.parse(event.end) - Date.parse(event.start)).toBe(90 * 60_000);
    expect(event.tzid).toBe(timeZone);
    expect(zones).toEqual([timeZone]);
  },
);

test("Someone whose zone has an old and a new name finds the name that the time has among the rules", () => {
  const { events, zones } = read(feedOf(knowledgeWith({ timeZone: "Asia/Saigon", meetings: [meeting({})] })));
  expect(zones).toEqual([only(events.filter(isMeeting)).tzid]);
});

test.each([
  ["whose rules have changed since", "America/Vancouver", "2026-02-10", "2026-02-10T17:00:00.000Z"],
  ["that is an offset and has no name", "+07:00", "2027-03-15", "2027-03-15T02:00:00.000Z"],
  ["whose rules no VTIMEZONE tells quite", "Africa/Cairo", "2030-10-31", "2030-10-31T06:00:00.000Z"],
])("Someone in a zone %s gets the moment in UTC", (_, timeZone, date, utc) => {
  const event = eventOf({ date }, { timeZone });
  expect([event.start, event.tzid]).toEqual([utc, undefined]);
});

const version = (changes: Partial<SeenMeeting>): SeenMeeting => ({
  review: "so-ket",
  meeting: "lan-1",
  state: "confirmed",
  date: "2027-03-15",
  sequence: 0,
  seenAt: Date.parse("2026-12-01T00:00:00Z"),
  ...changes,
});

test("Someone who had the meeting in the calendar sees it move, and not twice", () => {
  const before = eventOf({});
  const seen = [
    version({ sequence: 1, seenAt: Date.parse("2026-12-05T07:08:09Z") }),
    version({ date: "2027-03-08" }),
    version({ meeting: "lan-2", sequence: 7 }),
  ];
  const after = eventOf({ date: "2027-03-22", movedFrom: { date: "2027-03-15", time: "09:00" } }, {}, { seen });
  expect(after.uid).toBe(before.uid);
  expect([before.sequence, after.sequence]).toEqual([0, 1]);
  expect(after.lastModified).toBe("2026-12-05T07:08:09Z");
  expect(after.start).toBe("2027-03-22T02:00:00.000Z");
  expect(after.description).toContain("Dời từ: 09:00 ngày 15/03/2027");
});

test("Someone who had a cancelled meeting in the calendar is told so and why, and is not reminded", () => {
  const event = eventOf({ state: "cancelled", reason: { vi: "Bão", en: "A storm" } });
  expect(event).toMatchObject({ status: "CANCELLED", summary: "Đã hủy: Sơ kết biên bản mẫu", alarms: [] });
  expect(event.description).toContain("Lý do: Bão");
});

test("A date that only follows from the cadence is said to be unconfirmed and blocks nobody's day", () => {
  const knowledge = knowledgeWith({ meetings: [] });
  const vi = only(read(feedOf(knowledge)).events);
  expect(vi).toMatchObject({
    uid: "so-ket.expected.2027-10-18@lien-thanh",
    summary: "(dự kiến, chưa xác nhận) Sơ kết biên bản mẫu",
    status: "TENTATIVE",
    allDay: true,
    start: "2027-10-18",
    end: "2027-10-19",
    alarms: [],
  });
  const en = only(read(feedOf(knowledge, { language: "en" })).events);
  expect(en.summary).toBe("(expected, not confirmed) Review of the sample memorandum");
  expect(en.uid).toBe(vi.uid);
  expect(feedOf(knowledge)).toContain("TRANSP:TRANSPARENT");
});

test("Someone sees meetings held in the last year, but neither older ones nor dates on which none was recorded", () => {
  const meetings = [
    meeting({ id: "cu", state: "held", date: "2025-10-18" }),
    meeting({ id: "moi", state: "held", date: "2026-10-18" }),
  ];
  expect(read(feedOf(knowledgeWith({ meetings }))).events.map(({ uid, status }) => [uid, status])).toEqual([
    ["so-ket.moi@lien-thanh", "CONFIRMED"],
    ["so-ket.expected.2027-10-18@lien-thanh", "TENTATIVE"],
  ]);
});

test("A confirmed meeting does not vanish when it is past and nobody has recorded how it went", () => {
  expect(eventOf({ date: "2026-10-18" })).toMatchObject({ status: "CONFIRMED", alarms: [] });
});

test("A cancelled meeting whose id is a date is another event than the one expected on that date", () => {
  const meetings = [meeting({ id: "2027-10-18", date: "2027-10-18", state: "cancelled" })];
  const uids = read(feedOf(knowledgeWith({ meetings }))).events.map(({ uid }) => uid);
  expect(new Set(uids).size).toBe(2);
});

test("People are reminded by each lead of the review that has not passed", () => {
  expect(eventOf({}).alarms).toEqual(["-P30D", "-P7D", "-P1D"]);
  expect(eventOf({ date: "2027-01-18" }).alarms).toEqual(["-P7D", "-P1D"]);
  expect(eventOf({}, {}, { alarms: [2, 2, 0] }).alarms).toEqual(["-P2D", "PT0S"]);
});

test("Where only the day is known people are reminded in the morning instead of at midnight", () => {
  const event = eventOf({ time: undefined });
  expect(event).toMatchObject({ allDay: true, start: "2027-03-15", end: "2027-03-16", status: "CONFIRMED" });
  expect(event.alarms).toEqual(["-P29DT15H30M", "-P6DT15H30M", "-PT15H30M"]);
  expect(eventOf({ time: undefined }, {}, { alarms: [0] }).alarms).toEqual(["PT8H30M"]);
  expect(event.description).toContain("Chưa rõ giờ họp.");
});

test("Someone opens the meeting and reads all that is known of it", () => {
  const link = "https://example.org/họp?a=1,2;b=3";
  const known = {
    venue: { vi: "Hội trường, tầng 2", en: "The hall, second floor" },
    host: "uy-ban",
    agenda: { vi: "Kết quả năm; kế hoạch", en: "Results; plans" },
    link,
  };
  const vi = eventOf(known);
  expect(vi.location).toBe("Hội trường, tầng 2");
  expect(vi.link).toBe(new URL(link).href);
  expect(vi.description.split("\n")).toEqual([
    "Nội dung: Kết quả năm; kế hoạch",
    "Chủ trì: Ủy ban Sa Đéc",
    "Khách mời: Ủy ban Sa Đéc (được mời)",
    `Liên kết: ${link}`,
    "Biên bản: Biên bản mẫu",
    "Định kỳ: Mỗi năm một lần",
    "Nguồn: Báo Mẫu, “Hai thành phố ký kết”, 18/10/2023, đoạn 2",
  ]);
  expect(eventOf(known, {}, { language: "en" }).description.split("\n").slice(0, 3)).toEqual([
    "Agenda: Results; plans",
    "Host: Sa Dec Committee",
    "Invitees: Sa Dec Committee (invited)",
  ]);
});

test("Someone who asks again within the hour gets the same bytes, so that nothing is loaded twice", () => {
  const knowledge = knowledgeWith({ meetings: [meeting({})] });
  const now = Date.parse("2027-01-10T03:00:00Z");
  expect(feedOf(knowledge, { now })).toBe(feedOf(knowledge, { now: now + 59 * 60_000 }));
  expect(feedOf(knowledge, { now })).not.toBe(feedOf(knowledge, { now: now + 61 * 60_000 }));
});

test("A knowledge base without reviews is an empty calendar with a name", () => {
  const empty = { ...knowledgeWith({}), reviews: new Map() };
  expect(read(feedOf(empty))).toEqual({ events: [], zones: [], name: "Liên Thành: lịch sơ kết" });
});
