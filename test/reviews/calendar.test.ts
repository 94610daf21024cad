import { expect, test } from "vitest";
import { meeting, type Reviewed, reviewed } from "./knowledge.ts";

/** "expected 2026-10-18" for each time the review takes place, took place or should. */
function dates({ knowledge, calendar }: Reviewed, now: string): string[] {
  const [review] = knowledge.reviews.values();
  if (review === undefined) throw new Error("There is no review.");
  return calendar.occurrences(review, Date.parse(now)).map(({ state, date }) => `${state} ${date}`);
}

test("Whoever signed a yearly review need not type its dates: the past ones are overdue, the next one is expected", async () => {
  expect(dates(await reviewed("everyMonths: 12"), "2025-11-01T00:00:00Z")).toEqual([
    "overdue 2024-10-18",
    "overdue 2025-10-18",
    "expected 2026-10-18",
  ]);
});

test("A meeting that was held some weeks off its date stands for it, and so does one that was called off", async () => {
  const lines = `everyMonths: 12\nmeetings:\n${meeting("m24", "held", "2024-12-02")}${meeting("m25", "cancelled", "2025-10-20")}`;
  expect(dates(await reviewed(lines), "2025-11-01T00:00:00Z")).toEqual([
    "held 2024-12-02",
    "cancelled 2025-10-20",
    "expected 2026-10-18",
  ]);
});

test("After a meeting that is called off, the next date that people may expect is the one after it", async () => {
  const lines = `everyMonths: 12\nmeetings:\n${meeting("m24", "cancelled", "2024-10-18")}`;
  const known = await reviewed(lines);
  for (const day of ["2024-09-01", "2024-10-18", "2024-12-01"])
    expect(dates(known, `${day}T00:00:00Z`)).toEqual(["cancelled 2024-10-18", "expected 2025-10-18"]);
  expect(dates(known, "2025-11-01T00:00:00Z")).toEqual([
    "cancelled 2024-10-18",
    "overdue 2025-10-18",
    "expected 2026-10-18",
  ]);
});

test("A confirmed meeting that nobody recorded as held is overdue once it is over, not before", async () => {
  const lines = `everyMonths: 12\nmeetings:\n${meeting("m24", "confirmed", "2024-10-18", 'time: "14:00", minutes: 90')}`;
  const known = await reviewed(lines);
  expect(dates(known, "2024-10-18T08:29:00Z")[0]).toBe("confirmed 2024-10-18");
  expect(dates(known, "2024-10-18T08:31:00Z")[0]).toBe("overdue 2024-10-18");
});

test("It is today's date at the review that counts, not the server's", async () => {
  const known = await reviewed("everyMonths: 12");
  expect(dates(known, "2024-10-18T16:59:00Z")).toEqual(["expected 2024-10-18"]);
  expect(dates(known, "2024-10-18T17:01:00Z")).toEqual(["overdue 2024-10-18", "expected 2025-10-18"]);
});

test("A review on the last Friday of March is written as a rule", async () => {
  expect(dates(await reviewed('rule: "FREQ=YEARLY;BYMONTH=3;BYDAY=-1FR"'), "2026-01-01T00:00:00Z")).toEqual([
    "overdue 2024-03-29",
    "overdue 2025-03-28",
    "expected 2026-03-27",
  ]);
});

test("A rule that ends has no dates after its end", async () => {
  expect(dates(await reviewed('rule: "FREQ=YEARLY;UNTIL=20251231"'), "2027-01-01T00:00:00Z")).toEqual([
    "overdue 2024-10-18",
    "overdue 2025-10-18",
  ]);
});

test("An expected date that falls on a holiday or a weekend waits for the next working day", async () => {
  const holidays = `id: nghi
names: {vi: "Ngày nghỉ", en: "Days off"}
days:
  - {date: 2024-10-18, names: {vi: "Lễ", en: "Feast"}}
  - {from: 2025-10-18, to: 2025-10-21, names: {vi: "Lễ dài", en: "Long feast"}}
`;
  const known = await reviewed("everyMonths: 12\navoid: {weekends: true, holidays: [nghi]}", holidays);
  // 18 October 2024 is a Friday and the weekend follows; 18 October 2026 is a Sunday.
  expect(dates(known, "2025-11-01T00:00:00Z")).toEqual([
    "overdue 2024-10-21",
    "overdue 2025-10-22",
    "expected 2026-10-19",
  ]);
});

test("Where clocks are put forward, a meeting at an hour that does not exist begins an hour later", async () => {
  const lines = `everyMonths: 12\ntimeZone: America/New_York\nmeetings:\n${meeting("m", "confirmed", "2025-03-09", 'time: "02:30"')}`;
  const { knowledge, calendar } = await reviewed(lines);
  const [review] = knowledge.reviews.values();
  const [first] = review === undefined ? [] : calendar.occurrences(review, 0);
  expect(new Date(first?.start ?? 0).toISOString()).toBe("2025-03-09T07:30:00.000Z");
});

test("A yearly review of what was signed on a leap day falls on the last of February in other years", async () => {
  const { knowledge, calendar } = await reviewed("everyMonths: 12");
  const [review] = knowledge.reviews.values();
  const memorandum = knowledge.memoranda.get("bien-ban");
  if (review === undefined || memorandum === undefined) throw new Error("Nothing was signed.");
  Object.assign(memorandum.signed, { date: { day: "2024-02-29" } });
  const all = calendar.occurrences(review, Date.parse("2027-06-01"));
  expect(all.map(({ date }) => date)).toEqual(["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]);
});
