import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Answer } from "../../../src/core/answer.ts";
import type { Posted } from "../../../src/core/poster.ts";
import { list } from "../../../src/core/text.ts";
import { CHANNEL, DIRECT, THREAD } from "./fake/people.ts";
import { announcement, answer, count, openPoster } from "./fake/post.ts";
import { type Fault, limited, refusal } from "./fake/reply.ts";
import { seen } from "./fake/seen.ts";

let desk: Awaited<ReturnType<typeof openPoster>>;
beforeEach(async () => {
  desk = await openPoster();
});
afterEach(() => desk.fake.stop());

const KEY = "upcoming:so-ket:2026-10-18:7:discord";
const POSTS = /^POST .*\/messages$/;
const INVALID = { status: 400, body: { code: 50035, message: "Invalid Form Body" } } as const;

const reference = (posted: Posted): string => {
  if (posted.kind !== "posted") throw new Error(JSON.stringify(posted));
  return posted.reference;
};

const onlyMessage = () => {
  const [message, ...others] = desk.fake.messages.made;
  if (message === undefined || others.length > 0) throw new Error(`${others.length + 1} messages`);
  return message;
};

test("People in a channel read an announcement, are not pinged, and have nothing to share or to judge", async () => {
  const posted = await desk.poster.post(CHANNEL, announcement(KEY));
  const message = onlyMessage();
  expect(posted).toEqual({ kind: "posted", reference: message.id });
  expect(message.body).toMatchObject({ enforce_nonce: true, allowed_mentions: { parse: [] } });
  expect(String(message.body.nonce)).toMatch(/^.{1,25}$/);
  expect(seen(message)).toMatchObject({ private: false, pings: [], links: [], buttons: [] });
  expect(seen(message).text).toContain("Còn 7 ngày đến cuộc họp sơ kết");
  expect(desk.lines).toEqual([]);
});

test("What may not be sent any more when the connection stands is read by nobody", async () => {
  expect(await desk.poster.post(CHANNEL, announcement(KEY), () => false)).toMatchObject({ kind: "unclear" });
  expect(desk.fake.messages.made).toEqual([]);
  expect(await desk.poster.post(CHANNEL, announcement(KEY), () => true)).toMatchObject({ kind: "posted" });
  expect(seen(onlyMessage()).text).toContain("Còn 7 ngày đến cuộc họp sơ kết");
});

test("An announcement that is posted again within minutes is the first message, also by another process", async () => {
  const first = reference(await desk.poster.post(CHANNEL, announcement(KEY)));
  expect(await desk.poster.post(CHANNEL, announcement(KEY))).toEqual({ kind: "posted", reference: first });
  const other = desk.posterOf(desk.fake.api);
  expect(await other.post(CHANNEL, announcement(KEY))).toEqual({ kind: "posted", reference: first });
  expect(onlyMessage().id).toBe(first);
});

test("Another announcement, and the same one in another channel, are messages of their own", async () => {
  await desk.poster.post(CHANNEL, announcement(KEY));
  await desk.poster.post(CHANNEL, announcement(`${KEY}:vi`));
  await desk.poster.post(THREAD, announcement(KEY));
  expect(desk.fake.messages.made.length).toBe(3);
});

test("An announcement that somebody deleted is not posted again by itself", async () => {
  desk.fake.messages.remove(reference(await desk.poster.post(CHANNEL, announcement(KEY))));
  expect(await desk.poster.post(CHANNEL, announcement(KEY))).toMatchObject({
    kind: "hopeless",
    trouble: { vi: expect.stringContaining("có người đã xóa"), en: expect.stringContaining("somebody deleted it") },
  });
});

test.each<[string, Fault, Partial<Posted>, messages: number]>([
  ["asks to wait half a minute", limited(30), { kind: "refused", retryInMs: 30_050 }, 0],
  ["asks everybody to wait", limited(30, true), { kind: "refused", retryInMs: 30_050 }, 0],
  ["asks to wait and does not say how long", limited(0), { kind: "refused", retryInMs: undefined }, 0],
  ["asks to wait a moment", limited(0.05), { kind: "posted" }, 1],
  ["fails", refusal(500, 0, "Oops"), { kind: "unclear", reason: "Discord 500" }, 0],
  ["is away", refusal(503, 0, "Oops"), { kind: "unclear", reason: "Discord 503" }, 0],
  ["takes it and hangs up", "connection lost", { kind: "unclear" }, 1],
  ["takes it and says nothing", "no answer", { kind: "unclear" }, 1],
  ["answers with no message", { status: 200, body: {} }, { kind: "unclear" }, 0],
  ["refuses for a reason that is not known", refusal(403, 40333, "Internal network error"), { kind: "refused" }, 0],
])("When Discord %s, the ledger knows what became of the announcement", async (_, fault, outcome, messages) => {
  desk.fake.failNext(POSTS, fault);
  expect(await desk.poster.post(CHANNEL, announcement(KEY))).toMatchObject(outcome);
  expect([count(desk.fake, "POST", /messages$/), desk.fake.messages.made.length]).toEqual([
    outcome.kind === "posted" ? 2 : 1,
    messages,
  ]);
});

test.each<[string, Fault, RegExp]>([
  [
    "whose channel is gone",
    refusal(404, 10003, "Unknown Channel"),
    /không có kênh.*\/.*Take it out of the destinations/,
  ],
  ["who threw the bot out", refusal(403, 50001, "Missing Access"), /mời bot.*\/.*Invite it/],
  ["who took the permission away", refusal(403, 50013, "Missing Permissions"), /Send Messages.*\/.*Send Messages/],
  ["whose token was reset", refusal(401, 0, "401: Unauthorized"), /Reset Token.*\/.*Reset Token/],
  ["who takes no direct messages", refusal(403, 50007, "Cannot send"), /tin nhắn riêng.*\/.*no direct messages/],
  ["who locked the thread", refusal(400, 160005, "Thread is locked"), /Mở lại|mở lại.*\/.*Open it again/],
  ["who chose a forum", refusal(400, 40058, "Forum"), /kênh chữ.*\/.*text channel/],
])("An admin %s reads what to do, and the announcement is not tried for ever", async (_, fault, sentence) => {
  desk.fake.failNext(POSTS, fault);
  const posted = await desk.poster.post(CHANNEL, announcement(KEY));
  expect(posted.kind === "hopeless" ? `${posted.trouble.vi} / ${posted.trouble.en}` : posted).toMatch(sentence);
  expect(desk.lines.join("\n")).not.toContain(desk.fake.token);
});

test("A poster whose token was refused once posts when it is right again", async () => {
  const { token } = desk.fake;
  desk.fake.changeToken("another");
  expect((await desk.poster.post(CHANNEL, announcement(KEY))).kind).toBe("hopeless");
  desk.fake.changeToken(token);
  expect((await desk.poster.post(CHANNEL, announcement(KEY))).kind).toBe("posted");
});

test("People read plain text where Discord refuses the card, and it can be found again", async () => {
  desk.fake.failNext(POSTS, INVALID);
  const posted = reference(await desk.poster.post(CHANNEL, announcement(KEY)));
  expect(onlyMessage().body.content).toMatch(/^Còn 7 ngày đến cuộc họp sơ kết\n-# [0-9a-f]{24}$/);
  const window = { from: Date.UTC(2026, 9, 11), to: Date.UTC(2026, 9, 12) };
  expect(await desk.poster.find(CHANNEL, KEY, window)).toEqual({ kind: "found", reference: posted });
  expect(desk.lines.join("\n")).toContain("code 50035");
});

test("An announcement whose plain text is refused too was surely not posted", async () => {
  desk.fake.failNext(POSTS, INVALID, INVALID);
  expect(await desk.poster.post(CHANNEL, announcement(KEY))).toMatchObject({ kind: "refused" });
  expect(count(desk.fake, "POST", /messages$/)).toBe(2);
});

test("Where nobody answers at the address, or there is none, nothing can have been posted", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  for (const api of [`http://127.0.0.1:${port}/api`, `http://localhost:${port}/api`, "http://nowhere.invalid/api"])
    expect(await desk.posterOf(api).post(CHANNEL, announcement(KEY))).toMatchObject({ kind: "refused" });
});

test("An announcement that can't be rendered was surely not posted, and the log says why", async () => {
  const broken = { ...answer("x"), headline: undefined } as unknown as Answer;
  expect(await desk.poster.post(CHANNEL, { key: KEY, answer: broken })).toMatchObject({ kind: "refused" });
  expect(desk.lines.join("\n")).toContain("TypeError");
});

test("A message that Discord gives back without its mark is told to whoever reads the log", async () => {
  desk.fake.failNext(POSTS, { status: 200, body: { id: "1400000000000000001", components: [], content: "" } });
  expect(await desk.poster.post(CHANNEL, announcement(KEY))).toMatchObject({ kind: "posted" });
  expect(desk.lines).toEqual(["Discord: message 1400000000000000001 has lost its mark"]);
});

test("A long agenda stands in one message, without pages", async () => {
  const items = Array.from(
    { length: 24 },
    (_, i) => `Mục ${i + 1}: báo cáo kết quả phối hợp giữa hai địa phương trong kỳ`,
  );
  const long = { ...answer("Chương trình cuộc họp"), body: [list(items)] };
  await desk.poster.post(CHANNEL, { key: KEY, answer: long });
  expect(seen(onlyMessage()).text).toContain("Mục 24:");
  expect(seen(onlyMessage())).toMatchObject({ buttons: [] });
  const endless = { ...long, body: [list(Array.from({ length: 300 }, (_, i) => `${i} ${"dài ".repeat(30)}`))] };
  expect(await desk.poster.post(CHANNEL, { key: `${KEY}2`, answer: endless })).toMatchObject({ kind: "posted" });
  expect(desk.lines).toEqual([]);
});

test("A meeting that was moved is told in the place of the earlier announcement, as often as one likes", async () => {
  const id = reference(await desk.poster.post(CHANNEL, announcement(KEY)));
  for (const _ of [1, 2])
    expect(await desk.poster.edit(CHANNEL, id, answer("Cuộc họp dời sang 25/10/2026"))).toEqual({
      kind: "posted",
      reference: id,
    });
  expect(seen(onlyMessage()).text).toContain("dời sang 25/10/2026");
  expect(onlyMessage().body).toMatchObject({ allowed_mentions: { parse: [] } });
  const window = { from: Date.UTC(2026, 9, 11), to: Date.UTC(2026, 9, 12) };
  expect(await desk.poster.find(CHANNEL, KEY, window)).toEqual({ kind: "found", reference: id });
});

test("An announcement in plain text is changed in plain text, and found as before", async () => {
  desk.fake.failNext(POSTS, INVALID);
  const id = reference(await desk.poster.post(CHANNEL, announcement(KEY)));
  await desk.poster.edit(CHANNEL, id, answer("Cuộc họp đã hủy"));
  expect(onlyMessage().body.content).toMatch(/^Cuộc họp đã hủy\n-# [0-9a-f]{24}$/);
});

test("A change whose card Discord refuses is told in a card that holds the direct answer alone", async () => {
  const id = reference(await desk.poster.post(CHANNEL, announcement(KEY)));
  desk.fake.failNext(/^PATCH/, INVALID);
  expect(await desk.poster.edit(CHANNEL, id, answer("Cuộc họp đã hủy"))).toMatchObject({ kind: "posted" });
  expect(seen(onlyMessage()).text).toBe("Cuộc họp đã hủy");
  const window = { from: Date.UTC(2026, 9, 11), to: Date.UTC(2026, 9, 12) };
  expect(await desk.poster.find(CHANNEL, KEY, window)).toEqual({ kind: "found", reference: id });
});

test.each<[string, RegExp, Fault, Partial<Posted>]>([
  ["is gone", /^GET/, refusal(404, 10008, "Unknown Message"), { kind: "hopeless" }],
  ["is another bot's", /^PATCH/, refusal(403, 50005, "Cannot edit"), { kind: "hopeless" }],
  ["was changed too often", /^PATCH/, refusal(400, 30046, "Maximum edits"), { kind: "refused" }],
  ["has to wait", /^PATCH/, limited(20), { kind: "refused", retryInMs: 20_050 }],
  ["was perhaps changed", /^PATCH/, "connection lost", { kind: "unclear" }],
])("When the message to change %s, the ledger knows", async (_, call, fault, outcome) => {
  const id = reference(await desk.poster.post(CHANNEL, announcement(KEY)));
  desk.fake.failNext(call, fault);
  expect(await desk.poster.edit(CHANNEL, id, answer("Cuộc họp đã hủy"))).toMatchObject(outcome);
});

test("An admin learns what a channel is called, before anything is posted there", async () => {
  expect(await desk.poster.inspect(CHANNEL)).toEqual({ name: "#chung" });
  expect(await desk.poster.inspect(THREAD)).toEqual({ name: "#bàn thêm" });
  expect(await desk.poster.inspect(DIRECT)).toEqual({ name: "@Lan *Anh*" });
});

test("An admin learns what the bot lacks in a channel", async () => {
  desk.fake.guild.deny("SendMessages", "ReadMessageHistory");
  expect(await desk.poster.inspect(CHANNEL)).toEqual({
    trouble: {
      vi: expect.stringMatching(/^Bot còn thiếu quyền ở #chung: Read Message History, Send Messages\./),
      en: expect.stringMatching(/^In #chung the bot lacks: Read Message History, Send Messages\./),
    },
  });
});

test.each<[string, Fault, RegExp]>([
  ["there is no such channel", refusal(404, 10003, "Unknown Channel"), /has no channel 1100000000000000003/],
  ["the bot is not in there", refusal(403, 50001, "Missing Access"), /Invite it/],
  ["Discord is away", refusal(503, 0, "Oops"), /Try again in a few minutes/],
  ["it is a forum", { status: 200, body: { id: CHANNEL, guild_id: "1", type: 15, name: "hỏi-đáp" } }, /text channel/],
])("An admin learns that %s", async (_, fault, sentence) => {
  desk.fake.failNext(new RegExp(`^GET /channels/${CHANNEL}$`), fault);
  expect(await desk.poster.inspect(CHANNEL)).toEqual({
    trouble: { vi: expect.any(String), en: expect.stringMatching(sentence) },
  });
});
