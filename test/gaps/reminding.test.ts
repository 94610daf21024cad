import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Both } from "../../src/core/language.ts";
import type { Stale } from "../../src/core/questions.ts";
import { createReminders } from "../../src/gaps/reminders.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const HOUR = 3_600_000;
const ITEM: Stale = {
  place: "figures/x.yaml:12",
  what: { vi: "Số ví dụ", en: "An example" },
  owner: "Phòng Ví Dụ",
  verifyBy: "2026-11-01",
};

function open(stale: (today: string) => readonly Stale[], at: string) {
  vi.setSystemTime(at);
  const told: { readonly key: string; readonly said: Both }[] = [];
  const reminders = createReminders({
    stale,
    tell: (key, said) => void told.push({ key, said }),
    timeZone: "Asia/Ho_Chi_Minh",
    now: Date.now,
  });
  reminders.start();
  return { told, stop: reminders.stop };
}

const keys = (told: readonly { readonly key: string }[]): string[] => [...new Set(told.map(({ key }) => key))];

test("Admins are reminded once a week as long as something is overdue, in the morning of the place", async () => {
  // Monday, 05:00 there.
  const { told, stop } = open(() => [ITEM], "2026-11-22T22:00:00Z");
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(2 * HOUR);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(told).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(6 * 24 * HOUR);
  expect(keys(told)).toEqual(["verify:2026-11-23"]);
  await vi.advanceTimersByTimeAsync(24 * HOUR);
  expect(keys(told)).toEqual(["verify:2026-11-23", "verify:2026-11-30"]);
  await stop();
  const { length } = told;
  await vi.advanceTimersByTimeAsync(24 * HOUR);
  expect(told).toHaveLength(length);
});

test("They read what it is, whose it is and where it stands; those of one owner together", async () => {
  const lan = { ...ITEM, owner: "Chị Lan", place: "places/y.yaml:3" };
  const nobody = { ...ITEM, owner: undefined };
  const { told, stop } = open(() => [ITEM, lan, ITEM, nobody], "2026-11-24T05:00:00Z");
  expect(told[0]?.said.vi.split("\n")).toEqual([
    "4 mục tri thức đã quá hạn kiểm tra lại",
    "Chưa ai phụ trách: Số ví dụ, hạn 01/11/2026 (figures/x.yaml:12)",
    "Chị Lan: Số ví dụ, hạn 01/11/2026 (places/y.yaml:3)",
    "Phòng Ví Dụ: Số ví dụ, hạn 01/11/2026 (figures/x.yaml:12)",
    "Phòng Ví Dụ: Số ví dụ, hạn 01/11/2026 (figures/x.yaml:12)",
  ]);
  expect(told[0]?.said.en).toContain("4 items are overdue to be verified\nNobody in charge: An example, due");
  await stop();
});

test("Where much is overdue they read the first of it, and where the rest is", async () => {
  const { told, stop } = open(() => Array.from({ length: 20 }, () => ITEM), "2026-11-24T05:00:00Z");
  expect(told[0]?.said.vi.split("\n")).toHaveLength(17);
  expect(told[0]?.said.vi).toMatch(/… và 5 mục khác: \/admin stale$/);
  await stop();
});

test("Where nothing is overdue nobody is told; the day is that of the place", async () => {
  const days: string[] = [];
  // Still the 23rd in UTC.
  const { told, stop } = open((today) => {
    days.push(today);
    return [];
  }, "2026-11-23T18:00:00Z");
  await vi.advanceTimersByTimeAsync(8 * HOUR);
  expect([told, days[0]]).toEqual([[], "2026-11-24"]);
  await stop();
});
