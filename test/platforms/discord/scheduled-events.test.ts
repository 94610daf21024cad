import { GuildScheduledEventStatus as Status } from "discord.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { MeetingEvent, Posted } from "../../../src/core/poster.ts";
import { CHANNEL, DIRECT } from "./fake/people.ts";
import { count, NOW, openPoster } from "./fake/post.ts";
import { type Fault, limited, refusal } from "./fake/reply.ts";
import { readMarkdown } from "./fake/seen.ts";

let desk: Awaited<ReturnType<typeof openPoster>>;
beforeEach(async () => {
  desk = await openPoster();
});
afterEach(() => desk.fake.stop());

const HOUR = 3_600_000;

const MEETING: MeetingEvent = {
  uid: "so-ket-2026@lien-thanh",
  name: "Sơ kết biên bản ghi nhớ",
  description: "Chủ trì: Sông Trăng\nNội dung: kết quả năm",
  location: "Hội trường Thống Nhất",
  start: NOW + 24 * HOUR,
  end: NOW + 26 * HOUR,
  cancelled: false,
};

const keep = async (changes: Partial<MeetingEvent> = {}): Promise<Posted> => {
  const posted = await desk.poster.keepEvent?.(CHANNEL, { ...MEETING, ...changes });
  if (posted === undefined) throw new Error("The poster keeps no events.");
  return posted;
};

const statuses = (): Status[] => desk.fake.events.all.map(({ status }) => status);
const writes = (): number => count(desk.fake, "POST", /events$/) + count(desk.fake, "PATCH", /events/);

test("People find a confirmed meeting among the server's events", async () => {
  const posted = await keep();
  const [event] = desk.fake.events.all;
  expect(posted).toEqual({ kind: "posted", reference: event?.id });
  expect(event).toMatchObject({
    name: MEETING.name,
    entity_type: 3,
    privacy_level: 2,
    entity_metadata: { location: MEETING.location },
    scheduled_start_time: new Date(MEETING.start).toISOString(),
    scheduled_end_time: new Date(MEETING.end).toISOString(),
  });
  expect(event?.description).toMatch(/^Chủ trì: Sông Trăng\nNội dung: kết quả năm\nLiên Thành · [0-9a-f]{16}$/);
});

test("A meeting that has not changed is left alone, also by another process", async () => {
  await keep();
  await keep();
  await desk.posterOf(desk.fake.api).keepEvent?.(CHANNEL, MEETING);
  expect([desk.fake.events.all.length, writes()]).toEqual([1, 1]);
});

test("A meeting that was moved moves its event, and only what differs is sent", async () => {
  await keep();
  const moved = { start: MEETING.start + HOUR, end: MEETING.end + HOUR, location: "Trực tuyến" };
  await keep(moved);
  const patch = desk.fake.calls.find(({ method }) => method === "PATCH");
  expect(Object.keys(patch?.body ?? {}).sort()).toEqual([
    "entity_metadata",
    "scheduled_end_time",
    "scheduled_start_time",
  ]);
  expect(desk.fake.events.all).toMatchObject([
    { entity_metadata: { location: "Trực tuyến" }, scheduled_start_time: new Date(moved.start).toISOString() },
  ]);
});

test("A meeting that is cancelled cancels its event once, and one that comes back is a new event", async () => {
  await keep();
  await keep({ cancelled: true });
  await keep({ cancelled: true });
  expect([statuses(), writes()]).toEqual([[Status.Canceled], 2]);
  await keep();
  expect(statuses()).toEqual([Status.Canceled, Status.Scheduled]);
});

test("A cancelled meeting that never had an event gets none", async () => {
  expect([await keep({ cancelled: true }), writes()]).toEqual([{ kind: "posted", reference: "-" }, 0]);
});

test("A meeting that is over or has begun gets no event any more", async () => {
  await keep({ start: NOW - 2 * HOUR, end: NOW - HOUR });
  await keep({ start: NOW - HOUR, end: NOW + HOUR });
  expect(writes()).toBe(0);
});

test("While a meeting goes on its description may change; its start stays", async () => {
  await keep();
  desk.fake.events.begin(desk.fake.events.all[0]?.id ?? "");
  desk.later(25 * HOUR);
  expect(await keep({ description: "Dời phòng", start: MEETING.start + HOUR / 2 })).toMatchObject({ kind: "posted" });
  expect(desk.fake.events.all).toMatchObject([
    { status: Status.Active, description: expect.stringContaining("Dời phòng") },
  ]);
});

test("A meeting that is cancelled while it goes on ends its event, and one that is moved begins anew", async () => {
  await keep();
  const { begin, all } = desk.fake.events;
  begin(all[0]?.id ?? "");
  desk.later(25 * HOUR);
  await keep({ start: MEETING.start + 48 * HOUR, end: MEETING.end + 48 * HOUR });
  expect(statuses()).toEqual([Status.Completed, Status.Scheduled]);
  desk.fake.events.begin(desk.fake.events.all[1]?.id ?? "");
  await keep({ cancelled: true });
  expect(statuses()).toEqual([Status.Completed, Status.Completed]);
});

test("A person's event and another meeting's event are nobody's business", async () => {
  await keep();
  const { description = "" } = desk.fake.events.all[0] ?? {};
  desk.fake.events.add({ name: "Của Minh", description });
  await keep({ uid: "other", name: "Cuộc họp khác" });
  await keep({ cancelled: true });
  expect(statuses()).toEqual([Status.Canceled, Status.Scheduled, Status.Scheduled]);
});

test("Two processes that make an event at the same time leave one", async () => {
  await Promise.all([keep(), desk.posterOf(desk.fake.api).keepEvent?.(CHANNEL, MEETING)]);
  expect(statuses().filter((status) => status === Status.Scheduled).length).toBe(1);
});

test("Of two events of one meeting the first stays", async () => {
  await keep();
  const { id: _, creator_id: __, status: ___, ...same } = desk.fake.events.all[0] ?? {};
  desk.fake.events.addAsBot(same);
  await keep();
  expect(statuses()).toEqual([Status.Scheduled, Status.Canceled]);
});

test("An event whose answer was lost is not made again", async () => {
  desk.fake.failNext(/^POST .*events$/, "connection lost");
  expect(await keep()).toMatchObject({ kind: "unclear" });
  expect(await keep()).toEqual({ kind: "posted", reference: desk.fake.events.all[0]?.id });
  expect(desk.fake.events.all.length).toBe(1);
});

test("Whatever a meeting is called and however long its text is, Discord takes it, and nothing in it pings or links", async () => {
  const trap = "@everyone <@1> [nhấn](https://evil.example) https://evil.example **đậm** # to ";
  const long = trap.repeat(40);
  expect(await keep({ name: long, description: `${long}\n${long}\n# to`, location: long })).toMatchObject({
    kind: "posted",
  });
  const [event] = desk.fake.events.all;
  for (const text of [event?.name, event?.description, event?.entity_metadata?.location]) {
    const { pings, links } = readMarkdown(text ?? "");
    expect([pings, links]).toEqual([[], []]);
  }
  expect(readMarkdown(event?.description ?? "").formatted).toEqual([]);
  expect(await keep({ uid: "bare", name: "", description: "", location: "" })).toMatchObject({ kind: "posted" });
});

test("An admin reads which permission the bot lacks for events", async () => {
  desk.fake.guild.deny("CreateEvents");
  expect(await keep()).toEqual({
    kind: "hopeless",
    trouble: { vi: expect.stringContaining("Create Events"), en: expect.stringContaining("Create Events") },
  });
});

test("In direct messages there are no events", async () => {
  expect(await desk.poster.keepEvent?.(DIRECT, MEETING)).toMatchObject({ kind: "hopeless" });
});

test.each<[string, RegExp, Fault, Partial<Posted>]>([
  ["a channel is gone", /^GET .channels/, refusal(404, 10003, "Unknown Channel"), { kind: "hopeless" }],
  ["there are too many events", /^POST .*events$/, refusal(400, 30038, "Maximum"), { kind: "hopeless" }],
  ["Discord asks to wait", /^POST .*events$/, limited(40), { kind: "refused", retryInMs: 40_050 }],
  ["Discord fails", /^GET .*events$/, refusal(500, 0, "Oops"), { kind: "unclear" }],
])("When %s, the ledger knows what became of the event", async (_, call, fault, outcome) => {
  desk.fake.failNext(call, fault);
  expect(await keep()).toMatchObject(outcome);
});
