import { afterEach, beforeEach, expect, test } from "vitest";
import type { Found } from "../../../src/core/poster.ts";
import { BOT, CHANNEL, LAN, MINH } from "./fake/people.ts";
import { announcement, count, NOW, openPoster } from "./fake/post.ts";
import { type Fault, limited, refusal } from "./fake/reply.ts";

let desk: Awaited<ReturnType<typeof openPoster>>;
beforeEach(async () => {
  desk = await openPoster();
});
afterEach(() => desk.fake.stop());

const KEY = "upcoming:so-ket:2026-10-18:7:discord";
const LISTS = /^GET .*\/messages$/;
const WINDOW = { from: NOW, to: NOW + 60_000 };
const MINUTE = 60_000;

const find = (key = KEY): Promise<Found> => desk.poster.find(CHANNEL, key, WINDOW);

/** People talk, so many messages. */
const talk = (messages: number): void => {
  for (let i = 0; i < messages; i++) desk.fake.messages.put(i % 2 === 0 ? LAN : MINH, { content: "" });
};

async function postUnheard(key = KEY): Promise<string> {
  desk.fake.failNext(/^POST .*\/messages$/, "connection lost");
  await desk.poster.post(CHANNEL, announcement(key));
  return desk.fake.messages.made.at(-1)?.id ?? "";
}

test("An announcement whose answer was lost is found, when Discord knows its nonce no longer", async () => {
  const id = await postUnheard();
  desk.fake.messages.forgetNonces();
  desk.later(60 * MINUTE);
  talk(3);
  expect(await find()).toEqual({ kind: "found", reference: id });
});

test("It is found behind a hundred messages of others, by a process that never posted it", async () => {
  talk(130);
  const id = await postUnheard();
  talk(200);
  const other = desk.posterOf(desk.fake.api);
  expect(await other.find(CHANNEL, KEY, WINDOW)).toEqual({ kind: "found", reference: id });
  expect(count(desk.fake, "GET", /messages$/)).toBe(2);
});

test("What was never posted is absent, and only that time is looked through", async () => {
  talk(150);
  desk.later(10 * MINUTE);
  talk(1000);
  expect(await find()).toEqual({ kind: "absent" });
  expect(count(desk.fake, "GET", /messages$/)).toBe(2);
});

test("The announcement of another meeting is not taken for it", async () => {
  await postUnheard(`${KEY}:2`);
  expect(await find()).toEqual({ kind: "absent" });
});

test("A copy that another bot or a person posted is not taken for it", async () => {
  await postUnheard();
  const [made] = desk.fake.messages.made;
  if (made === undefined) throw new Error("Nothing was posted.");
  desk.fake.messages.remove(made.id);
  desk.fake.messages.put({ ...BOT, id: "1100000000000000099" }, made.body);
  desk.fake.messages.put(LAN, { content: `-# ${made.body.nonce}` });
  expect(await find()).toEqual({ kind: "absent" });
});

test("The bot's answers to questions are not taken for it", async () => {
  desk.fake.messages.put(BOT, { content: "Ký ngày 18/10/2023" });
  desk.fake.messages.put(BOT, { flags: 32_768, components: [{ type: 17, components: [{ type: 10, content: "x" }] }] });
  expect(await find()).toEqual({ kind: "absent" });
});

test("A message from just before or after is found, since clocks differ; one from long before is not looked for", async () => {
  const { post, find: look } = desk.poster;
  await post(CHANNEL, announcement(KEY));
  for (const [from, to, kind] of [
    [50_000, 90_000, "found"],
    [-90_000, -50_000, "found"],
    [61_001, 90_000, "absent"],
  ] as const)
    expect([from, (await look(CHANNEL, KEY, { from: NOW + from, to: NOW + to })).kind]).toEqual([from, kind]);
});

test("In an empty channel it is absent only where the bot may read the history, since Discord shows others an empty one", async () => {
  expect(await find()).toEqual({ kind: "absent" });
  desk.fake.guild.deny("SendMessages");
  expect(await find()).toEqual({ kind: "absent" });
  desk.fake.guild.deny("ReadMessageHistory");
  talk(5);
  expect(await find()).toMatchObject({
    kind: "unreadable",
    trouble: {
      vi: expect.stringContaining("Read Message History"),
      en: expect.stringContaining("Read Message History"),
    },
  });
});

test.each<[string, Fault, Partial<Found>]>([
  ["the bot was thrown out", refusal(403, 50001, "Missing Access"), { kind: "unreadable" }],
  ["the bot lacks a permission", refusal(403, 50013, "Missing Permissions"), { kind: "unreadable" }],
  ["the channel is gone", refusal(404, 10003, "Unknown Channel"), { kind: "unreadable" }],
  ["the token was reset", refusal(401, 0, "Unauthorized"), { kind: "unreadable" }],
  ["Discord asks to wait", limited(12), { kind: "later", retryInMs: 12_050 }],
  ["Discord fails", refusal(502, 0, "Oops"), { kind: "later", reason: "Discord 502" }],
  ["the connection is lost", "connection lost", { kind: "later" }],
  ["Discord says nothing", "no answer", { kind: "later" }],
])("Where %s, nothing is said about the announcement", async (_, fault, outcome) => {
  desk.fake.failNext(LISTS, fault);
  expect(await find()).toMatchObject(outcome);
});

test("A look that was interrupted goes on where it was, and a later one begins anew", async () => {
  talk(250);
  const lists = (): number => count(desk.fake, "GET", /messages$/);
  desk.fake.failNext(LISTS, "all right", "all right", limited(30));
  expect([await find(), lists()]).toMatchObject([{ kind: "later" }, 3]);
  expect([await find(), lists()]).toEqual([{ kind: "absent" }, 4]);
  expect([await find(), lists()]).toEqual([{ kind: "absent" }, 7]);
});
