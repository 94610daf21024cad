import { afterEach, beforeEach, expect, test } from "vitest";
import { answered } from "../../../src/core/answer.ts";
import type { Posted } from "../../../src/core/poster.ts";
import { seen } from "./fake/people.ts";
import { type Failure, openFakeSlack } from "./fake/server.ts";
import { CHANNEL } from "./open.ts";
import { ANSWER, inVietnamese, KEY, openPosting, type Posting, refusal } from "./posting.ts";

let slack: Posting["slack"];
let poster: Posting["poster"];
let post: Posting["post"];
let find: Posting["find"];
let callsOf: Posting["callsOf"];
let log: Posting["log"];

beforeEach(async () => {
  ({ slack, poster, post, find, callsOf, log } = await openPosting());
});
afterEach(() => slack.close());

const MOVED = inVietnamese(answered("Họp sơ kết dời sang 22/10/2026"));

test("Whoever reads the channel sees an announcement once, and its key lies beside it", async () => {
  const posted = await post();
  const [written] = slack.written(CHANNEL);
  expect(posted).toEqual({ kind: "posted", reference: written?.ts });
  expect(seen(await slack.next()).text).toContain("Họp sơ kết lúc 08:30 ngày 20/10/2026");
  expect(written?.metadata).toEqual({ event_type: "lien_thanh_announcement", event_payload: { key: KEY } });
  expect([callsOf("chat.postMessage"), slack.waiting, slack.violations]).toEqual([1, [], []]);
});

test("What may not be sent any more when the connection stands is read by nobody", async () => {
  const announcement = { key: KEY, answer: ANSWER };
  expect(await poster().post(CHANNEL, announcement, () => false)).toMatchObject({ kind: "unclear" });
  expect(slack.written(CHANNEL)).toEqual([]);
  const asked: string[] = [];
  const mayStillSend = (): boolean => asked.push(`after ${slack.calls.length} calls`) > 0;
  expect(await poster().post(CHANNEL, announcement, mayStillSend)).toMatchObject({ kind: "posted" });
  expect([slack.written(CHANNEL).length, asked, slack.violations]).toEqual([1, ["after 0 calls"], []]);
});

const MINUTES = 7;
const invite = {
  kind: "hopeless",
  trouble: { en: expect.stringMatching(/\/invite/), vi: expect.stringMatching(/\/invite/) },
};
const hopeless = (what: RegExp) => ({
  kind: "hopeless",
  trouble: { en: expect.stringMatching(what), vi: expect.any(String) },
});
const unclear = (reason: RegExp) => ({ kind: "unclear", reason: expect.stringMatching(reason) });

test.each<[string, Failure, object]>([
  [
    "limits the rate",
    { status: 429, retryAfter: MINUTES * 60 },
    { kind: "refused", reason: "ratelimited", retryInMs: MINUTES * 60_000 },
  ],
  ["limits it without saying for how long", { status: 429 }, { kind: "refused", retryInMs: undefined }],
  [
    "says so with status 200",
    { ...refusal("ratelimited"), retryAfter: 3 },
    { kind: "refused", reason: "ratelimited", retryInMs: 3000 },
  ],
  ["has no time to say for how long", refusal("rate_limited"), { kind: "refused", retryInMs: undefined }],
  ["has another objection", refusal("team_added_to_org"), { kind: "refused", reason: "team_added_to_org" }],
  [
    "is not reached because of a proxy",
    { status: 403, body: "<html>Forbidden</html>" },
    { kind: "refused", reason: "HTTP 403" },
  ],
  ["does not have the bot in the channel", refusal("not_in_channel"), invite],
  ["knows no such channel", refusal("channel_not_found"), invite],
  ["has the channel archived", refusal("is_archived"), hopeless(/archived/)],
  ["lets only admins post", refusal("restricted_action"), hopeless(/ask an admin/)],
  ["has revoked the token", refusal("token_revoked"), hopeless(/SLACK_BOT_TOKEN/)],
  ["misses a scope", refusal("missing_scope", { needed: "chat:write" }), hopeless(/lacks the scope chat:write/)],
  ["is broken", { status: 500 }, unclear(/^HTTP 500$/)],
  ["is broken in the middle", refusal("fatal_error"), unclear(/fatal_error/)],
  ["answers with a page of a proxy", { body: "<html>Please log in</html>" }, unclear(/none of Slack's/)],
  ["hangs up", { instead: "hang up" }, unclear(/./)],
  ["does not answer in time", { instead: "silence" }, unclear(/timeout/)],
])(
  "Nobody is told twice where Slack %s: nothing is tried again, and what became of it is known",
  async (_, failure, outcome) => {
    slack.fail("chat.postMessage", failure);
    expect(await post()).toEqual(expect.objectContaining(outcome));
    expect([callsOf("chat.postMessage"), slack.written(CHANNEL)]).toEqual([1, []]);
  },
);

test.each<[string, Failure]>([
  ["hangs up", { done: true, instead: "hang up" }],
  ["falls silent", { done: true, instead: "silence" }],
  ["breaks", { done: true, status: 502, body: "Bad gateway" }],
])("An announcement that Slack has taken before it %s is unclear, and then found by its key", async (_, failure) => {
  slack.fail("chat.postMessage", failure);
  expect((await post()).kind).toBe("unclear");
  expect(await find()).toEqual({ kind: "found", reference: slack.written(CHANNEL)[0]?.ts });
  expect(callsOf("chat.postMessage")).toBe(1);
});

test("Where nobody listens, or the host is not known, an announcement is surely not posted", async () => {
  const announcement = { key: KEY, answer: ANSWER };
  const unknown = await poster("http://slack.invalid/api/").post(CHANNEL, announcement);
  await slack.close();
  const reasons = {
    refused: expect.stringMatching(/ECONNREFUSED/),
    unknown: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/),
  };
  expect(await post()).toMatchObject({ kind: "refused", reason: reasons.refused });
  expect(unknown).toMatchObject({ kind: "refused", reason: reasons.unknown });
  slack = await openFakeSlack();
});

test("Where Slack refuses the blocks, people read the same as text, once, and it is found by its key", async () => {
  slack.fail("chat.postMessage", refusal("invalid_blocks"));
  expect((await post()).kind).toBe("posted");
  expect(await slack.next()).toMatchObject({ text: "Họp sơ kết lúc 08:30 ngày 20/10/2026", blocks: [] });
  expect([slack.waiting, (await find()).kind]).toEqual([[], "found"]);
  expect(log).toEqual([expect.stringContaining("invalid_blocks")]);
});

test("Where Slack refuses the text too, that is how it ended", async () => {
  slack.fail("chat.postMessage", refusal("invalid_blocks"), { status: 429, retryAfter: 1 });
  expect(await post()).toEqual({ kind: "refused", reason: "ratelimited", retryInMs: 1000 });
  expect(callsOf("chat.postMessage")).toBe(2);
});

const first = async (): Promise<string> => {
  const posted = await post();
  if (posted.kind !== "posted") throw new Error("It was not posted.");
  await slack.next();
  return posted.reference;
};
const edit = (reference: string): Promise<Posted> => poster().edit(CHANNEL, reference, MOVED);

test("Whoever reads the channel sees a changed announcement in its old place, however often it was changed", async () => {
  const reference = await first();
  expect(await edit(reference)).toEqual({ kind: "posted", reference });
  expect(await edit(reference)).toEqual({ kind: "posted", reference });
  expect(slack.written(CHANNEL)).toEqual([expect.objectContaining({ text: "Họp sơ kết dời sang 22/10/2026" })]);
  expect([(await find()).kind, slack.waiting, slack.violations]).toEqual(["found", [], []]);
});

test("A changed announcement whose blocks Slack refuses loses its old ones", async () => {
  const reference = await first();
  slack.fail("chat.update", refusal("invalid_blocks"));
  expect((await edit(reference)).kind).toBe("posted");
  expect(slack.written(CHANNEL)).toEqual([
    expect.objectContaining({ text: expect.stringContaining("22/10"), blocks: [] }),
  ]);
});

test.each<[string, Failure | undefined, object]>([
  ["was deleted", undefined, hopeless(/gone/)],
  ["may not be edited any more", refusal("edit_window_closed"), hopeless(/ask an admin/)],
  ["can't be changed just now", { status: 429, retryAfter: 2 }, { kind: "refused", retryInMs: 2000 }],
  ["was changed perhaps", { done: true, instead: "hang up" }, unclear(/./)],
])("What became of a change is known where the announcement %s", async (_, failure, outcome) => {
  const reference = await first();
  if (failure === undefined) slack.workspace.messages.clear();
  else slack.fail("chat.update", failure);
  expect(await edit(reference)).toEqual(expect.objectContaining(outcome));
  expect(callsOf("chat.update")).toBe(1);
});

const inspect = (channel = CHANNEL) => poster().inspect(channel);

test("An admin reads what a channel is called", async () => {
  expect(await inspect()).toEqual({ name: "kenh-c1" });
  expect(await inspect("DMINH")).toEqual({ name: "DMINH" });
});

test.each<[string, () => void, RegExp]>([
  [
    "the bot was not invited",
    () => slack.workspace.unjoined.add(CHANNEL) && slack.workspace.channels.delete(CHANNEL),
    /\/invite/,
  ],
  ["there is none", () => slack.workspace.channels.delete(CHANNEL), /no such channel.*\/invite/],
  ["it is archived", () => slack.workspace.archived.add(CHANNEL), /archived/],
  ["nobody may look", () => (slack.workspace.scopes = ["chat:write"]), /lacks the scope channels:read/],
  [
    "nobody may read back",
    () => (slack.workspace.scopes = ["chat:write", "channels:read"]),
    /lacks the scope channels:history/,
  ],
  ["Slack is broken", () => slack.fail("conversations.info", { status: 500 }), /HTTP 500.*try again/],
  ["Slack is silent", () => slack.fail("conversations.info", { instead: "silence" }), /try again/],
])("An admin reads why nothing can be announced in a channel: %s", async (_, spoil, said) => {
  spoil();
  expect(await inspect()).toEqual({ trouble: { vi: expect.any(String), en: expect.stringMatching(said) } });
});

test("An operator finds no token in what went wrong", async () => {
  slack.fail("chat.postMessage", refusal("bad xoxb-12-secret"), refusal("bad"));
  const outcomes = [await post(), await poster("http://xoxb-12-secret.invalid/").inspect(CHANNEL)];
  expect(JSON.stringify([outcomes, log])).not.toContain("12-secret");
});
