import { expect, onTestFinished, test } from "vitest";
import { reviewed } from "./knowledge.ts";
import { openAnnouncing } from "./open.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Half past two does not exist on the night when clocks go forward, and comes twice when they go back. */
const LINES = `everyMonths: 3
timeZone: America/New_York
announce: {at: "02:30", leads: [30, 7, 1], to: [{slack: C0STAFF}]}
`;

interface Due {
  readonly key: string;
  readonly at: number;
}

/** The three reminders of every third month after 18 October 2023 that fall between two days. */
async function reminders(from: string, to: string): Promise<Due[]> {
  const { knowledge, calendar } = await reviewed(LINES);
  const [review] = knowledge.reviews.values();
  if (review === undefined) throw new Error("There is no review.");
  const due: Due[] = [];
  for (let month = 12; month <= 13 * 12; month += 3) {
    const date = new Date(Date.UTC(2023, month, 18)).toISOString().slice(0, 10);
    for (const lead of [30, 7, 1]) {
      const day = new Date(Date.parse(date) - lead * DAY_MS).toISOString().slice(0, 10);
      const key = `upcoming:so-ket/${date}@${date}:T-${lead}>slack:C0STAFF`;
      if (day > from && day < to) due.push({ key, at: calendar.moment(review, day, "02:30") });
    }
  }
  return due.sort((a, b) => a.at - b.at);
}

test("In ten years, with leap days, clocks put forward and back, and restarts, each reminder comes once and to the minute", async () => {
  const [from, to] = ["2026-01-01", "2036-01-01"];
  const bot = await openAnnouncing(`${from}T12:00Z`);
  onTestFinished(() => bot.close());
  await bot.save(LINES);
  await bot.at(`${from}T12:00Z`);
  const heardBy = (channel: string) => bot.said.filter((one) => one.channel === channel);
  const dues = await reminders(from, to);
  for (const [count, { at }] of dues.entries()) {
    await bot.at(new Date(at - MINUTE_MS).toISOString());
    expect(heardBy("C0STAFF").length).toBe(count);
    await bot.at(new Date(at).toISOString());
    if (count % 7 === 0) await bot.restart(LINES);
    await bot.at(new Date(at + 3 * DAY_MS).toISOString());
  }
  expect(dues.length).toBe(120);
  expect(heardBy("C0STAFF").map(({ key, at }) => ({ key, at }))).toEqual(dues);
  // Nobody recorded a meeting: admins hear of each date that has passed, and at first of the last one before.
  const overdue = heardBy("C0ADMIN").map(({ key }) => key);
  expect([overdue.length, new Set(overdue).size]).toEqual([41, 41]);
}, 30_000);
