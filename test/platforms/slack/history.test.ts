import { afterEach, beforeEach, expect, test } from "vitest";
import type { Failure } from "./fake/server.ts";
import { CHANNEL } from "./open.ts";
import { KEY, openPosting, type Posting } from "./posting.ts";

let slack: Posting["slack"];
let poster: Posting["poster"];
let post: Posting["post"];
let find: Posting["find"];
let callsOf: Posting["callsOf"];

beforeEach(async () => {
  ({ slack, poster, post, find, callsOf } = await openPosting());
});
afterEach(() => slack.close());

test("An announcement is found behind pages of what others have written since", async () => {
  await post();
  for (let i = 0; i < 450; i++) slack.write(CHANNEL, { text: `Tin ${i}` });
  expect((await find()).kind).toBe("found");
  expect(callsOf("conversations.history")).toBe(3);
});

test("Neither another key, another app's mark nor a person's words are taken for an announcement", async () => {
  await post(`${KEY}:other`);
  const metadata = { event_type: "lien_thanh_announcement", event_payload: { key: KEY } };
  slack.write(CHANNEL, { bot_id: "BOTHER", user: "UOTHER", metadata });
  slack.write(CHANNEL, { text: KEY });
  slack.write(CHANNEL, { bot_id: "BBOT", metadata: { ...metadata, event_type: "another" } });
  expect(await find()).toEqual({ kind: "absent" });
});

test.each(["000", "500", "999"])(
  "An announcement of .123%s s is looked for in its time only, to whole ends",
  async (rest) => {
    const at = 1_790_000_000_123;
    const metadata = { event_type: "lien_thanh_announcement", event_payload: { key: KEY } };
    slack.write(CHANNEL, { ts: `1790000000.123${rest}`, bot_id: "BBOT", metadata });
    const kinds = [
      { from: at, to: at },
      { from: at - 60_000, to: at - 1 },
      { from: at + 1, to: at + 60_000 },
    ].map(async (window) => (await find(KEY, window)).kind);
    expect(await Promise.all(kinds)).toEqual(["found", "absent", "absent"]);
  },
);

const HOUR_MS = 3_600_000;
const tsOf = (ms: number): string => (ms / 1000).toFixed(6);

test("A search through days goes on where a rate limit stopped it, and sees what was written since", async () => {
  const now = Date.now();
  const hours = Array.from({ length: 48 }, (_, i) => now - (48 - i) * HOUR_MS);
  for (const at of hours) slack.write(CHANNEL, { ts: tsOf(at) });
  const window = { from: now - 48 * HOUR_MS, to: now };
  const searching = poster();
  slack.fail("conversations.history", undefined, undefined, undefined, { status: 429, retryAfter: 60 });
  expect(await searching.find(CHANNEL, KEY, window)).toMatchObject({ kind: "later", retryInMs: 60_000 });
  await post();
  expect(callsOf("conversations.history")).toBe(4);
  expect((await searching.find(CHANNEL, KEY, { ...window, to: Date.now() })).kind).toBe("found");
  expect(callsOf("conversations.history")).toBe(4 + 5 + 1);
});

test("A search that was stopped in the last hours begins them anew: they may not have been over", async () => {
  const window = { from: Date.now() - HOUR_MS, to: Date.now() + 60_000 };
  const searching = poster();
  slack.fail("conversations.history", { status: 429, retryAfter: 60 });
  expect((await searching.find(CHANNEL, KEY, window)).kind).toBe("later");
  await post();
  expect((await searching.find(CHANNEL, KEY, window)).kind).toBe("found");
});

test("A search goes on at the page where Slack has limited the rate for a moment", async () => {
  await post();
  for (let i = 0; i < 250; i++) slack.write(CHANNEL);
  slack.fail("conversations.history", undefined, { status: 429, retryAfter: 0 });
  expect((await find()).kind).toBe("found");
  expect(callsOf("conversations.history")).toBe(3);
});

test.each<[string, Failure, object]>([
  ["limits the rate for long", { status: 429, retryAfter: 60 }, { reason: "ratelimited", retryInMs: 60_000 }],
  ["is broken", { status: 503 }, { reason: "HTTP 503" }],
  ["hangs up", { instead: "hang up" }, {}],
  ["does not answer", { instead: "silence" }, {}],
])("Where Slack %s, an announcement is looked for later", async (_, failure, told) => {
  await post();
  slack.fail("conversations.history", failure);
  expect(await find()).toEqual(expect.objectContaining({ kind: "later", ...told }));
  expect(callsOf("conversations.history")).toBe(1);
  slack.fail("auth.test", failure);
  expect((await find()).kind).toBe("later");
  expect((await find()).kind).toBe("found");
});

test.each<[string, () => void, RegExp]>([
  ["the scope", () => (slack.workspace.scopes = ["chat:write", "channels:read"]), /lacks the scope channels:history/],
  ["its place in the channel", () => slack.workspace.channels.delete(CHANNEL), /\/invite/],
  ["its token", () => (slack.workspace.tokens.bot = "xoxb-another"), /SLACK_BOT_TOKEN/],
])("Where the bot has lost %s, an admin reads why the history can't be read", async (_, lose, said) => {
  await post();
  lose();
  const found = await find();
  expect(found).toEqual({ kind: "unreadable", trouble: { vi: expect.any(String), en: expect.stringMatching(said) } });
});
