import { expect, onTestFinished, test } from "vitest";
import { meeting } from "./knowledge.ts";
import { openAnnouncing } from "./open.ts";

async function opened(start: string, lines: string) {
  const bot = await openAnnouncing(start);
  onTestFinished(() => bot.close());
  await bot.save(lines);
  return bot;
}

const TO = "announce: {to: [{slack: C0STAFF}]}\n";
const YEARLY = `everyMonths: 12\n${TO}`;
const held = (...meetings: readonly string[]): string => `${YEARLY}meetings:\n${meetings.join("")}`;
const CONFIRMED = meeting(
  "hop",
  "confirmed",
  "2024-10-18",
  'time: "14:00", venue: {vi: "Hội trường lớn", en: "Great Hall"}',
);

test("People hear of an expected review at each lead time, once, and are told that it is not confirmed", async () => {
  const bot = await opened("2024-09-01T00:00Z", YEARLY);
  for (const day of ["2024-09-18T01:29Z", "2024-09-18T01:30Z", "2024-09-18T01:31Z", "2024-09-20T00:00Z"])
    await bot.at(day);
  expect(bot.said.map(({ text }) => text)).toEqual([
    "Dự kiến, chưa xác nhận: Sơ kết biên bản\nTheo định kỳ, kỳ tới rơi vào khoảng 18/10/2024 (còn 30 ngày). Chưa có lịch họp chính thức.",
  ]);
  await bot.at("2024-10-11T01:30Z");
  await bot.at("2024-10-17T01:30Z");
  expect(bot.said.map(({ text }) => /\((.*?)\)/.exec(text)?.[1])).toEqual(["còn 30 ngày", "còn 7 ngày", "ngày mai"]);
});

test("A confirmed meeting is told of at once, and again at the lead times that are left", async () => {
  const bot = await opened("2024-10-01T00:00Z", YEARLY);
  await bot.at("2024-10-01T00:00Z");
  await bot.save(held(CONFIRMED));
  await bot.at("2024-10-08T02:00Z");
  await bot.at("2024-10-11T01:30Z");
  expect(bot.said.map(({ text }) => text)).toEqual([
    "Đã chốt lịch họp: Sơ kết biên bản\nCòn 10 ngày: 14:00 ngày 18/10/2024 (GMT+7).\n• Địa điểm: Hội trường lớn",
    "Sắp họp: Sơ kết biên bản\nCòn 7 ngày: 14:00 ngày 18/10/2024 (GMT+7).\n• Địa điểm: Hội trường lớn",
  ]);
});

test("A moved meeting is told of with its old time, and what was posted before says so too", async () => {
  const bot = await opened("2024-10-01T00:00Z", held(CONFIRMED));
  await bot.at("2024-10-01T00:00Z");
  await bot.save(held(meeting("hop", "confirmed", "2024-10-25", 'time: "09:00", reason: {vi: "Bão", en: "A storm"}')));
  await bot.at("2024-10-02T00:00Z");
  const moved =
    "Dời lịch họp: Sơ kết biên bản\nChuyển từ 14:00 ngày 18/10/2024 sang 09:00 ngày 25/10/2024 (GMT+7).\n• Lý do: Bão";
  expect(bot.said.map(({ text }) => text)).toEqual([moved, moved]);
  await bot.at("2024-10-11T01:30Z");
  await bot.at("2024-10-18T01:30Z");
  expect(bot.said.map(({ text }) => text.split("\n")[1]).at(-1)).toBe("Còn 7 ngày: 09:00 ngày 25/10/2024 (GMT+7).");
  expect(bot.said.length).toBe(3);
});

test("A cancelled meeting is told of, and its reminders are not", async () => {
  const bot = await opened("2024-10-01T00:00Z", held(CONFIRMED));
  await bot.at("2024-10-01T00:00Z");
  await bot.save(held(meeting("hop", "cancelled", "2024-10-18", 'time: "14:00"')));
  await bot.at("2024-10-02T00:00Z");
  expect(bot.said.map(({ text }) => text.split("\n")[0])).toEqual([
    "Hủy họp: Sơ kết biên bản",
    "Hủy họp: Sơ kết biên bản",
  ]);
  for (const day of ["2024-10-11T01:30Z", "2024-10-20T01:30Z"]) await bot.at(day);
  expect(bot.said.length).toBe(2);
});

test("After an hour's downtime a reminder is posted and says that it is late; after a day it is recorded as skipped", async () => {
  const bot = await opened("2024-10-01T00:00Z", YEARLY);
  await bot.at("2024-10-01T00:00Z");
  await bot.restart(YEARLY);
  await bot.at("2024-10-11T02:30Z");
  expect(bot.said.at(-1)?.text).toContain("Đăng muộn: lẽ ra đăng lúc 08:30 ngày 11/10/2024.");
  await bot.at("2024-10-17T23:00Z");
  expect(bot.said.length).toBe(1);
  const [last] = await bot.ledger().history(1);
  expect([last?.state, last?.reason, last?.subject.lead]).toEqual(["skipped", "late", 1]);
});

test("A process that ended between posting and noting it down finds its post again", async () => {
  const bot = await opened("2024-10-01T00:00Z", YEARLY);
  await bot.at("2024-10-01T00:00Z");
  bot.next("C0STAFF", { at: "post", lost: true, ended: { kind: "unclear", reason: "no answer" } });
  await bot.at("2024-10-11T01:30Z");
  await bot.restart(YEARLY);
  await bot.later(61_000);
  await bot.later(61_000);
  expect(bot.said.length).toBe(1);
  expect((await bot.ledger().history(1))[0]?.state).toBe("posted");
});

test("What was not posted after all is posted when its lease has ended", async () => {
  const bot = await opened("2024-10-01T00:00Z", YEARLY);
  await bot.at("2024-10-01T00:00Z");
  bot.next("C0STAFF", { at: "post", ended: { kind: "unclear", reason: "no answer" } });
  await bot.at("2024-10-11T01:30Z");
  expect(bot.said).toEqual([]);
  await bot.later(61_000);
  expect(bot.said.length).toBe(1);
});

test("A chat that asks for patience gets it, and the announcement comes afterwards", async () => {
  const bot = await opened("2024-10-01T00:00Z", YEARLY);
  await bot.at("2024-10-01T00:00Z");
  bot.next("C0STAFF", { at: "post", ended: { kind: "refused", reason: "ratelimited", retryInMs: 30_000 } });
  await bot.at("2024-10-11T01:30Z");
  await bot.later(29_000);
  expect(bot.said).toEqual([]);
  await bot.later(1_000);
  expect(bot.said.length).toBe(1);
});

const UNREADABLE = {
  at: "find",
  found: { kind: "unreadable", trouble: { vi: "Thiếu quyền.", en: "A scope is missing." } },
} as const;

test("Where nobody can tell whether it was posted, an admin is asked, and nothing is posted blindly", async () => {
  const bot = await opened("2024-10-01T00:00Z", YEARLY);
  await bot.at("2024-10-01T00:00Z");
  bot.next("C0STAFF", { at: "post", lost: true, ended: { kind: "unclear", reason: "no answer" } });
  for (let i = 0; i < 3; i++) bot.next("C0STAFF", UNREADABLE);
  await bot.at("2024-10-11T01:30Z");
  for (let i = 0; i < 10; i++) await bot.later(61_000);
  const told = bot.said.filter(({ channel }) => channel === "C0ADMIN");
  expect(told.map(({ text }) => text.split("\n")[1])).toEqual([
    "Nobody can tell whether an announcement was posted to slack:C0STAFF, since its history can't be read. A scope is missing.",
  ]);
  expect(bot.said.filter(({ channel }) => channel === "C0STAFF").length).toBe(1);
  const stuck = (await bot.ledger().history(5)).find(({ state }) => state === "uncertain");
  expect(await bot.ledger().settle(stuck?.id ?? "", "posted", 0)).toBe(true);
  await bot.later(61_000);
  expect(bot.said.filter(({ channel }) => channel === "C0STAFF").length).toBe(1);
});

test("An admin who finds that it was not posted has it posted", async () => {
  const bot = await opened("2024-10-01T00:00Z", YEARLY);
  await bot.at("2024-10-01T00:00Z");
  bot.next("C0STAFF", { at: "post", ended: { kind: "unclear", reason: "no answer" } });
  for (let i = 0; i < 3; i++) bot.next("C0STAFF", UNREADABLE);
  await bot.at("2024-10-11T01:30Z");
  for (let i = 0; i < 5; i++) await bot.later(61_000);
  const stuck = (await bot.ledger().history(5)).find(({ state }) => state === "uncertain");
  await bot.ledger().settle(stuck?.id ?? "", "again", 3_600_000);
  await bot.later(1_000);
  expect(bot.said.filter(({ channel }) => channel === "C0STAFF").length).toBe(1);
});

test("A channel that the bot was thrown out of is one clear line for admins, and no more tries", async () => {
  const bot = await opened("2024-10-01T00:00Z", YEARLY);
  await bot.at("2024-10-01T00:00Z");
  const trouble = { vi: "Bot không có trong kênh.", en: "The bot is not in the channel." };
  bot.next("C0STAFF", { at: "post", ended: { kind: "hopeless", trouble } });
  await bot.at("2024-10-11T01:30Z");
  for (let i = 0; i < 5; i++) await bot.later(3_600_000);
  expect(bot.said.map(({ channel, text }) => `${channel} ${text.split("\n")[1]}`)).toEqual([
    "C0ADMIN Nothing could be posted to slack:C0STAFF. The bot is not in the channel.",
  ]);
  expect(bot.warnings.length).toBe(1);
});

test("A channel that fails does not keep the others waiting", async () => {
  const both = "everyMonths: 12\nannounce: {to: [{slack: C0STAFF}, {slack: C0OTHER, language: en}]}\n";
  const bot = await opened("2024-10-01T00:00Z", both);
  await bot.at("2024-10-01T00:00Z");
  for (let i = 0; i < 20; i++) bot.next("C0STAFF", { at: "post", ended: { kind: "refused", reason: "fatal_error" } });
  await bot.at("2024-10-11T01:30Z");
  expect(bot.said.map(({ channel }) => channel)).toEqual(["C0OTHER"]);
  expect(bot.said[0]?.text).toContain("Expected, not confirmed");
});

test("A post that a channel always refuses is told to admins, and the channel's other posts come all the same", async () => {
  const bot = await opened("2024-10-01T00:00Z", held(CONFIRMED));
  for (let i = 0; i < 400; i++)
    bot.next("C0STAFF", { at: "post", ended: { kind: "refused", reason: "msg_too_long" }, key: "news" });
  for (let hours = 0; hours < 24; hours++) await bot.later(3_600_000);
  expect(bot.said.map(({ channel, text }) => `${channel} ${text.split("\n")[0]}`)).toEqual([
    "C0ADMIN slack:C0STAFF has refused an announcement many times (msg_too_long); it is tried until it expires.",
  ]);
  await bot.at("2024-10-11T01:30Z");
  for (let minutes = 0; minutes < 40; minutes++) await bot.later(60_000);
  expect(bot.said.at(-1)?.text).toContain("Sắp họp");
});

test("A channel that is subscribed in chat hears of reviews in its language, until it is not any more", async () => {
  const bot = await opened("2024-10-01T00:00Z", "everyMonths: 12\n");
  await bot.at("2024-10-01T00:00Z");
  await bot.subscriptions().put({ chat: "slack", id: "C0NEWS", language: "en", leads: [7, 1] }, "slack:U1");
  await bot.at("2024-10-11T01:30Z");
  await bot.subscriptions().remove({ chat: "slack", id: "C0NEWS" }, "slack:U1");
  await bot.at("2024-10-17T01:30Z");
  expect(bot.said.map(({ channel }) => channel)).toEqual(["C0NEWS"]);
});

test("An old process with old files does not take back what the new one announces", async () => {
  const bot = await opened("2024-10-01T00:00Z", YEARLY);
  await bot.at("2024-10-01T00:00Z");
  await bot.ledger().activate("newer files");
  await bot.at("2024-10-11T01:30Z");
  expect(bot.said).toEqual([]);
});

test("A clock that was put a year forward and back again loses nothing and repeats nothing", async () => {
  const bot = await opened("2024-09-01T00:00Z", YEARLY);
  await bot.at("2024-09-18T01:30Z");
  await bot.at("2025-09-01T00:00Z");
  await bot.at("2024-09-19T00:00Z");
  await bot.at("2024-10-11T01:30Z");
  await bot.at("2024-10-17T01:30Z");
  expect(bot.said.filter(({ channel }) => channel === "C0STAFF").map(({ key }) => key)).toEqual([
    "upcoming:so-ket/2024-10-18@2024-10-18:T-30>slack:C0STAFF",
    "upcoming:so-ket/2024-10-18@2024-10-18:T-7>slack:C0STAFF",
    "upcoming:so-ket/2024-10-18@2024-10-18:T-1>slack:C0STAFF",
  ]);
});

test("A meeting whose time is told later was not moved", async () => {
  const bot = await opened("2024-10-01T00:00Z", held(meeting("hop", "confirmed", "2024-10-18")));
  await bot.at("2024-10-01T00:00Z");
  await bot.save(held(meeting("hop", "confirmed", "2024-10-18", 'time: "14:00"')));
  await bot.at("2024-10-02T00:00Z");
  expect(bot.said.at(-1)?.text).toBe("Đã có giờ họp: Sơ kết biên bản\nHọp lúc 14:00 ngày 18/10/2024 (GMT+7).");
  await bot.save(held(meeting("hop", "confirmed", "2024-10-18")));
  await bot.at("2024-10-03T00:00Z");
  expect(bot.said.at(-1)?.text).toBe(
    "Giờ họp thay đổi: Sơ kết biên bản\nVẫn họp ngày 18/10/2024, nhưng giờ họp 14:00 không còn đúng; giờ mới chưa rõ.",
  );
});

test("What was posted of a cancelled meeting that takes place after all does not go on saying that it does not", async () => {
  const bot = await opened("2024-10-01T00:00Z", held(CONFIRMED));
  await bot.at("2024-10-01T00:00Z");
  await bot.save(held(meeting("hop", "cancelled", "2024-10-18", 'time: "14:00"')));
  await bot.at("2024-10-02T00:00Z");
  await bot.save(held(CONFIRMED));
  await bot.at("2024-10-03T00:00Z");
  expect(bot.said.map(({ text }) => text.split("\n")[0])).toEqual(
    Array.from({ length: 3 }, () => "Đã chốt lịch họp: Sơ kết biên bản"),
  );
});

test("An earlier post that can't be edited does not keep the next announcement waiting", async () => {
  const bot = await opened("2024-10-01T00:00Z", held(CONFIRMED));
  await bot.at("2024-10-01T00:00Z");
  for (let i = 0; i < 50; i++) bot.next("C0STAFF", { at: "edit", ended: { kind: "refused", reason: "edit_refused" } });
  await bot.save(held(meeting("hop", "confirmed", "2024-10-25", 'time: "09:00"')));
  await bot.at("2024-10-18T01:00Z");
  await bot.at("2024-10-18T01:30Z");
  expect(bot.said.at(-1)?.text).toContain("Còn 7 ngày: 09:00 ngày 25/10/2024");
});

test("A process with old files that looks ahead makes no news of them", async () => {
  const bot = await opened("2024-10-01T00:00Z", held(CONFIRMED));
  await bot.at("2024-10-01T00:00Z");
  await bot.save(held(meeting("hop", "confirmed", "2024-10-25")));
  await bot.at("2024-10-02T00:00Z");
  expect(await bot.comingBy(held(CONFIRMED))).toContain("upcoming:so-ket/hop@2024-10-18T14:00:T-1>slack:C0STAFF");
  await bot.at("2024-10-03T00:00Z");
  expect(bot.said.length).toBe(2);
});

test("A process that was replaced says so, once", async () => {
  const bot = await opened("2024-10-01T00:00Z", YEARLY);
  await bot.at("2024-10-01T00:00Z");
  await bot.ledger().activate("newer files");
  await bot.at("2024-10-02T00:00Z");
  await bot.at("2024-10-03T00:00Z");
  expect(bot.warnings.filter((warning) => warning.startsWith("Nothing is announced from here")).length).toBe(1);
});

test("Files that arrive while announcements go out are what the rest of them is composed by", async () => {
  const channels = Array.from({ length: 12 }, (_, index) => `{slack: C0STAFF${index}}`).join(", ");
  const files = (date: string): string =>
    `everyMonths: 12\nannounce: {to: [${channels}]}\nmeetings:\n${meeting("hop", "confirmed", date)}`;
  const bot = await opened("2024-10-01T00:00Z", files("2024-10-18"));
  bot.afterPost(() => bot.ledger().activate("newer files"));
  await bot.at("2024-10-01T00:00Z");
  expect(bot.said.length).toBeLessThan(12);
});

test("A file that is saved just when the bot begins with the one before is announced by all the same", async () => {
  const bot = await opened("2024-10-01T00:00Z", YEARLY);
  await bot.saveMeanwhile(held(CONFIRMED));
  await bot.at("2024-10-01T00:01Z");
  expect(bot.said.map(({ text }) => text.split("\n")[0])).toEqual(["Đã chốt lịch họp: Sơ kết biên bản"]);
});

test("A process that comes late finds its announcement noted by another, and corrects nothing", async () => {
  const bot = await opened("2024-10-01T00:00Z", held(CONFIRMED));
  bot.afterPost(async () => {
    bot.afterPost(async () => {});
    await bot.later(61_000);
  });
  await bot.at("2024-10-01T00:00Z");
  await bot.later(61_000);
  expect(bot.said.length).toBe(1);
  const told = (await bot.ledger().history(5)).filter(({ state }) => state === "posted");
  expect(told.map(({ subject }) => subject.kind)).toEqual(["confirmed"]);
});

test("A computer that sleeps in the middle of a post does not send what another has sent meanwhile", async () => {
  const bot = await opened("2024-10-01T00:00Z", held(CONFIRMED));
  bot.beforePost(async () => {
    bot.beforePost(async () => {});
    await bot.later(61_000);
  });
  await bot.at("2024-10-01T00:00Z");
  await bot.later(61_000);
  expect(bot.said.length).toBe(1);
});
