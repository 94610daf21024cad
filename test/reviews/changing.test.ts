import { expect, onTestFinished, test } from "vitest";
import { meeting } from "./knowledge.ts";
import { openAnnouncing } from "./open.ts";

const TO = "announce: {to: [{slack: C0STAFF}]}\n";
const YEARLY = `everyMonths: 12\n${TO}`;
const held = (...meetings: readonly string[]): string => `${YEARLY}meetings:\n${meetings.join("")}`;
const at = (id: string, more = "", state = "confirmed"): string =>
  meeting(id, state, "2024-10-18", `time: "14:00"${more === "" ? "" : `, ${more}`}`);

async function opened(lines: string) {
  const bot = await openAnnouncing("2024-10-01T00:00Z");
  onTestFinished(() => bot.close());
  await bot.save(lines);
  await bot.at("2024-10-01T00:00Z");
  return {
    ...bot,
    titles: () => bot.said.filter(({ channel }) => channel === "C0STAFF").map(({ text }) => text.split(":")[0]),
    told: () => bot.said.filter(({ channel }) => channel === "C0ADMIN").map(({ text }) => text),
  };
}

test.each([
  ["venue: {vi: Phòng B, en: Room B}", "Địa điểm", "• Địa điểm: Phòng B"],
  ["link: https://example.org/hop", "Liên kết", "• Liên kết: https://example.org/hop"],
  ["agenda: {vi: Ngân sách, en: The budget}", "Nội dung", "• Nội dung: Ngân sách"],
])(
  "A meeting whose details change is news by itself, once, and earlier posts show it: %s",
  async (more, what, detail) => {
    const bot = await opened(held(at("hop")));
    await bot.save(held(at("hop", more)));
    await bot.at("2024-10-02T00:00Z");
    await bot.at("2024-10-03T00:00Z");
    await bot.restart(held(at("hop", more)));
    await bot.at("2024-10-04T00:00Z");
    expect(bot.said.map(({ text }) => text)).toEqual([
      `Đã chốt lịch họp: Sơ kết biên bản\nCòn 16 ngày: 14:00 ngày 18/10/2024 (GMT+7).\n${detail}`,
      `Cập nhật cuộc họp: Sơ kết biên bản\n${what} đã thay đổi. Họp 14:00 ngày 18/10/2024 (GMT+7).\n${detail}`,
    ]);
  },
);

test("Another time zone is told of: the clock says the same, the moment is another", async () => {
  const bot = await opened(held(at("hop")));
  await bot.save(`timeZone: Asia/Tokyo\n${held(at("hop"))}`);
  await bot.at("2024-10-02T00:00Z");
  expect(bot.said.at(-1)?.text.split("\n")[1]).toBe("Múi giờ đã thay đổi. Họp 14:00 ngày 18/10/2024 (GMT+9).");
  // Written out, it is the zone that it was.
  await bot.save(`timeZone: Asia/Ho_Chi_Minh\n${held(at("hop"))}`);
  await bot.at("2024-10-03T00:00Z");
  await bot.save(held(at("hop")));
  await bot.at("2024-10-04T00:00Z");
  expect(bot.titles().filter((title) => title === "Cập nhật cuộc họp").length).toBe(2);
});

test("Whoever reads Vietnamese hears nothing of a better translation", async () => {
  const bot = await opened(held(at("hop", "venue: {vi: Phòng B, en: Room B}")));
  await bot.save(held(at("hop", "venue: {vi: Phòng B, en: The room B}")));
  await bot.at("2024-10-02T00:00Z");
  expect(bot.titles()).toEqual(["Đã chốt lịch họp"]);
});

test("A meeting that moves to another place on another day is one piece of news; what moved still says so when its agenda changes", async () => {
  const bot = await opened(held(at("hop")));
  const elsewhere = (more: string) =>
    held(meeting("hop", "confirmed", "2024-10-25", `time: "14:00", venue: {vi: Phòng B, en: Room B}${more}`));
  await bot.save(elsewhere(""));
  await bot.at("2024-10-02T00:00Z");
  expect(bot.titles()).toEqual(["Dời lịch họp", "Dời lịch họp"]);
  await bot.save(elsewhere(", agenda: {vi: Ngân sách, en: The budget}"));
  await bot.at("2024-10-03T00:00Z");
  expect(bot.titles()).toEqual(["Dời lịch họp", "Dời lịch họp", "Cập nhật cuộc họp"]);
  expect(bot.said.every(({ text }) => text.includes("Ngân sách"))).toBe(true);
});

test("News that could not go out yet is not lost when a detail changes meanwhile", async () => {
  const bot = await opened(held(at("hop")));
  bot.next("C0STAFF", { at: "post", ended: { kind: "refused", reason: "ratelimited", retryInMs: 3_600_000 } });
  await bot.save(held(meeting("hop", "confirmed", "2024-10-25", 'time: "14:00"')));
  await bot.at("2024-10-02T00:00Z");
  await bot.save(held(meeting("hop", "confirmed", "2024-10-25", 'time: "14:00", venue: {vi: Phòng B, en: Room B}')));
  await bot.at("2024-10-02T00:10Z");
  for (let i = 0; i < 3; i++) await bot.later(3_600_000);
  expect(bot.titles()).toContain("Dời lịch họp");
});

test("A meeting that gets another id is not announced again, is not reminded of twice, and its posts are mended", async () => {
  const bot = await opened(held(at("hop")));
  await bot.at("2024-10-11T01:30Z");
  await bot.save(held(at("hop-lan-1")));
  await bot.at("2024-10-11T02:00Z");
  await bot.at("2024-10-11T12:00Z");
  expect(bot.titles()).toEqual(["Đã chốt lịch họp", "Sắp họp"]);
  await bot.save(held(at("hop-lan-1", "", "cancelled")));
  await bot.at("2024-10-12T00:00Z");
  expect(bot.titles()).toEqual(["Hủy họp", "Hủy họp", "Hủy họp"]);
  expect(bot.told()).toEqual([]);
});

test("A meeting that gets another id and another venue at once is told of as it is: a new venue", async () => {
  const bot = await opened(held(at("hop")));
  await bot.save(held(at("hop-lan-1", "venue: {vi: Phòng B, en: Room B}")));
  await bot.at("2024-10-02T00:00Z");
  expect(bot.titles()).toEqual(["Đã chốt lịch họp", "Cập nhật cuộc họp"]);
});

test("A meeting that is taken out of the files is told to admins alone, once, and they read what to do", async () => {
  const bot = await opened(held(at("hop")));
  await bot.save(YEARLY);
  await bot.at("2024-10-02T00:00Z");
  expect(bot.told()).toEqual([]);
  for (const minutes of [10, 20, 3000]) await bot.later(minutes * 60_000);
  await bot.restart(YEARLY);
  await bot.later(60_000);
  expect(bot.told()).toEqual([
    [
      "An announced meeting is gone from the files",
      "The meeting so-ket/hop, announced for 14:00, 18 October 2024, is no longer in the files. No channel was told so.",
      "The bot does not remind anybody of it any more. Put it back into the file of its review, under the same id:",
      "• if it does not take place: with state: cancelled, so that people are told;",
      "• if it was moved: with its new date and time;",
      "• if it was deleted by mistake: as it was.",
    ].join("\n"),
  ]);
  expect(bot.titles()).toEqual(["Đã chốt lịch họp"]);
  await bot.save(held(at("hop", "", "cancelled")));
  await bot.later(60_000);
  expect(bot.titles()).toEqual(["Hủy họp", "Hủy họp"]);
});

test("Files that are away for a moment alarm nobody", async () => {
  const bot = await opened(held(at("hop")));
  await bot.save(YEARLY);
  await bot.at("2024-10-02T00:00Z");
  await bot.save(held(at("hop")));
  await bot.later(60_000);
  for (let i = 0; i < 5; i++) await bot.later(600_000);
  expect([...bot.titles(), ...bot.told()]).toEqual(["Đã chốt lịch họp"]);
});

test("A meeting that is over may be taken out of the files", async () => {
  const bot = await opened(held(at("hop")));
  await bot.save(held(at("hop", "", "held")));
  await bot.at("2024-10-20T00:00Z");
  await bot.save(YEARLY);
  for (const day of ["21", "22"]) await bot.at(`2024-10-${day}T00:00Z`);
  expect(bot.told().filter((text) => text.includes("gone"))).toEqual([]);
});

test("While an old process and a new one run side by side, a meeting that moves is told of once", async () => {
  const before = held(at("hop"));
  const after = held(meeting("hop", "confirmed", "2024-10-25", 'time: "09:00"'));
  const bot = await opened(before);
  const old = await bot.another(before);
  await bot.save(after);
  // The new one comes just when the old one has found that its own files count.
  await old(() => bot.at("2024-10-02T00:00Z"));
  for (let i = 0; i < 4; i++) await Promise.all([old(), bot.later(60_000)]);
  expect(bot.titles()).toEqual(["Dời lịch họp", "Dời lịch họp"]);
  expect(bot.said.every(({ text }) => text.includes("sang 09:00 ngày 25/10/2024"))).toBe(true);
});
