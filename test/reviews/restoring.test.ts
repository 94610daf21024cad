import { expect, onTestFinished, test } from "vitest";
import { meeting } from "./knowledge.ts";
import { openAnnouncing } from "./open.ts";

const YEARLY = "everyMonths: 12\nannounce: {to: [{slack: C0STAFF}]}\n";
const held = (...meetings: readonly string[]): string => `${YEARLY}meetings:\n${meetings.join("")}`;
const on = (date: string, state = "confirmed"): string => held(meeting("hop", state, date, 'time: "14:00"'));

async function opened(start: string, lines: string, how = {}) {
  const bot = await openAnnouncing(start, how);
  onTestFinished(() => bot.close());
  await bot.save(lines);
  return {
    ...bot,
    /** The first lines of what staff read. */
    titles: () => bot.said.filter(({ channel }) => channel === "C0STAFF").map(({ text }) => text.split(":")[0]),
    told: () => bot.said.filter(({ channel }) => channel === "C0ADMIN").map(({ text }) => text),
  };
}

test.each([
  ["confirmed", [], on("2024-10-18"), ["Đã chốt lịch họp"]],
  ["moved", [on("2024-10-18")], on("2024-10-25"), ["Dời lịch họp", "Dời lịch họp"]],
  ["cancelled", [on("2024-10-18")], on("2024-10-18", "cancelled"), ["Hủy họp", "Hủy họp"]],
])(
  "What was told between a backup and its return is found in the channel, not told again: %s",
  async (_, before, after, titles) => {
    const bot = await opened("2024-10-01T00:00Z", before[0] ?? YEARLY);
    await bot.at("2024-10-01T00:00Z");
    await bot.backup();
    await bot.save(after);
    await bot.at("2024-10-02T00:00Z");
    expect(bot.titles()).toEqual(titles);
    await bot.at("2024-10-03T00:00Z");
    await bot.restore(after);
    await bot.at("2024-10-03T00:01Z");
    await bot.later(60_000);
    expect(bot.titles()).toEqual(titles);
    const [last] = (await bot.ledger().history(9)).filter(({ subject }) => subject.kind !== "edit");
    expect(last?.state).toBe("posted");
  },
);

test("What was confirmed and then moved after a backup is one meeting's news: it is not told once more in other words", async () => {
  const bot = await opened("2024-10-01T00:00Z", YEARLY);
  await bot.at("2024-10-01T00:00Z");
  await bot.backup();
  for (const [day, date] of [
    ["02", "2024-10-18"],
    ["03", "2024-10-25"],
  ] as const) {
    await bot.save(on(date));
    await bot.at(`2024-10-${day}T00:00Z`);
  }
  await bot.restore(on("2024-10-25"));
  await bot.at("2024-10-03T01:00Z");
  expect(bot.titles()).toEqual(["Dời lịch họp", "Dời lịch họp"]);
});

test("News that nobody has heard is told after a backup is back", async () => {
  const bot = await opened("2024-10-01T00:00Z", on("2024-10-18"));
  await bot.at("2024-10-01T00:00Z");
  await bot.backup();
  await bot.restore(on("2024-10-25"));
  await bot.at("2024-10-02T00:00Z");
  expect(bot.titles()).toEqual(["Dời lịch họp", "Dời lịch họp"]);
  expect(bot.looks.length).toBe(1);
  await bot.save(on("2024-10-30"));
  await bot.at("2024-10-03T00:00Z");
  // What comes after the first look was surely not told before.
  expect(bot.looks.length).toBe(1);
});

test("Where a channel's history can't be read after a restore, an admin is asked", async () => {
  const bot = await opened("2024-10-01T00:00Z", YEARLY);
  await bot.at("2024-10-01T00:00Z");
  await bot.backup();
  await bot.restore(on("2024-10-18"));
  const trouble = { vi: "Thiếu quyền.", en: "A scope is missing." };
  for (let i = 0; i < 3; i++) bot.next("C0STAFF", { at: "find", found: { kind: "unreadable", trouble } });
  for (let i = 0; i < 5; i++) await bot.later(61_000);
  expect(bot.titles()).toEqual([]);
  expect(bot.told().map((text) => text.split("\n")[0])).toEqual(["An announcement is stuck"]);
});

test("A reminder that went out just before the state was set back is not posted again", async () => {
  const bot = await opened("2024-10-01T00:00Z", YEARLY);
  await bot.at("2024-10-01T00:00Z");
  await bot.backup();
  await bot.at("2024-10-11T01:30Z");
  await bot.later(20_000);
  await bot.restore(YEARLY);
  await bot.later(1_000);
  expect(bot.titles()).toEqual(["Dự kiến, chưa xác nhận"]);
});

test("What the files held when a state began is no news: admins hear so, once, and staff are reminded", async () => {
  const bot = await opened("2024-10-01T00:00Z", on("2024-10-18"), { isNew: true });
  await bot.at("2024-10-01T00:00Z");
  await bot.at("2024-10-01T01:00Z");
  expect(bot.titles()).toEqual([]);
  expect(bot.told()).toEqual([
    [
      "The state is new: meetings that the files hold already count as announced, and are only reminded of",
      "• Review of the memorandum: 14:00, 18 October 2024",
      "• If the bot has run before, its state was lost: look at STATE_DIR or DATABASE_URL.",
    ].join("\n"),
  ]);
  await bot.at("2024-10-11T01:30Z");
  await bot.save(on("2024-10-25"));
  await bot.at("2024-10-12T00:00Z");
  expect(bot.titles()).toEqual(["Dời lịch họp", "Dời lịch họp"]);
  expect(bot.told().length).toBe(1);
});

test("A bot whose state was lost tells nobody anew what it has told: neither staff nor admins", async () => {
  const bot = await opened("2025-10-20T00:00Z", on("2025-11-18"));
  await bot.at("2025-10-20T00:00Z");
  const before = [...bot.titles(), ...bot.told()];
  expect(before.length).toBe(2);
  await bot.lose(on("2025-11-18"));
  await bot.at("2025-10-21T00:00Z");
  expect([...bot.titles(), ...bot.told().filter((text) => !text.startsWith("The state is new"))]).toEqual(before);
});
