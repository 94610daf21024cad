import { afterEach, expect, test } from "vitest";
import { seen } from "./fake/people.ts";
import { openFakeSlack } from "./fake/server.ts";
import { MINH, type Opened, openKnowledge, openSlack } from "./open.ts";

const { bot, knowledge } = await openKnowledge();
let opened: Opened | undefined;

const open = async (): Promise<Opened> => {
  opened = await openSlack(bot, knowledge);
  return opened;
};
afterEach(async () => {
  await opened?.stop();
  opened = undefined;
});

const QUESTION = "biên bản Đà Nẵng Quảng Ninh ký ngày nào?";

test.each([
  ["limits the rate", { status: 429, retryAfter: 0 }],
  ["is broken", { status: 500 }],
  ["says ratelimited with status 200", { status: 200, body: { ok: false, error: "ratelimited" } }],
])("A person is answered although Slack %s", async (_, failure) => {
  const { slack, people } = await open();
  slack.fail("chat.postMessage", failure);
  await people.direct(QUESTION, MINH.user);
  expect(seen(await slack.next()).text).toContain("12/05/2022");
  slack.fail("respond", { status: 500 }, { status: 429, retryAfter: 0 });
  await people.slash("/hoi", QUESTION, MINH);
  expect(seen(await slack.next()).text).toContain("12/05/2022");
});

test("A person is answered in plain text where Slack refuses the blocks", async () => {
  const { slack, people, log } = await open();
  slack.fail("chat.postMessage", { status: 200, body: { ok: false, error: "invalid_blocks" } });
  await people.direct(QUESTION, MINH.user);
  const post = await slack.next();
  expect([post.text.includes("12/05/2022"), post.blocks]).toEqual([true, []]);
  expect(log.at(-1)).toContain("invalid_blocks");
  expect(slack.violations.splice(0)).toEqual([]);
});

test("People are answered although the bot started while Slack could not be reached", async () => {
  const slack = await openFakeSlack();
  const away = { instead: "hang up" } as const;
  slack.fail("auth.test", away, away, away);
  slack.fail("apps.connections.open", away);
  opened = await openSlack(bot, knowledge, { slack });
  expect(opened.log.filter((line) => /Không nối được tới Slack .* Again in 0\.5 s\.$/.test(line))).toHaveLength(2);
  await opened.people.direct(QUESTION, MINH.user);
  expect(seen(await slack.next()).text).toContain("12/05/2022");
});

test("A person is answered after the connection has dropped, and after Slack has asked for a new one", async () => {
  const { slack, people } = await open();
  let again = slack.connected();
  for (const socket of slack.sockets()) socket.terminate();
  await again;
  await people.direct(QUESTION, MINH.user);
  expect(seen(await slack.next()).text).toContain("12/05/2022");
  again = slack.connected();
  for (const socket of slack.sockets())
    socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
  await again;
  await people.direct(QUESTION, MINH.user);
  expect(seen(await slack.next()).text).toContain("12/05/2022");
});

test("An operator whose token is revoked while the bot runs is told so in the log, and the bot keeps trying", async () => {
  const { slack, people, log } = await open();
  slack.workspace.tokens.bot = "xoxb-another";
  await people.direct(QUESTION, MINH.user);
  await expect.poll(() => log.at(-1)).toMatch(/does not accept SLACK_BOT_TOKEN \(invalid_auth\).*OAuth & Permissions/);
  slack.workspace.tokens.bot = "xoxb-good";
  await people.direct(QUESTION, MINH.user);
  expect(seen(await slack.next()).text).toContain("12/05/2022");
});

test("A person is answered although the bot may not look up who she is", async () => {
  const { slack, people } = await open();
  slack.fail("users.info", { status: 200, body: { ok: false, error: "missing_scope", needed: "users:read" } });
  await people.slash("/lt-memoranda", "", MINH);
  expect(seen(await slack.next()).text).toContain("Nguồn:");
});

test("An operator is told that the bot is not in a channel", async () => {
  const { people, log } = await open();
  await people.mention(QUESTION, { channel: "CFAR", user: MINH.user });
  await expect.poll(() => log.at(-1)).toMatch(/not in the channel.*\/invite/);
});

test.each([
  ["a wrong bot token", { botToken: "xoxb-bad" }, undefined, /SLACK_BOT_TOKEN \(invalid_auth\)/],
  ["a wrong app token", { appToken: "xapp-bad" }, undefined, /SLACK_APP_TOKEN \(invalid_auth\).*App-Level Tokens/],
  ["an app token without its scope", {}, "missing_scope", /connections:write \(missing_scope\)/],
  ["Socket Mode switched off", {}, "socket_mode_not_enabled", /Socket Mode is off.*Enable Socket Mode/],
])("An operator with %s reads one sentence that says where to click, and no token", async (_, options, error, said) => {
  const slack = await openFakeSlack();
  if (error !== undefined) slack.fail("apps.connections.open", { status: 200, body: { ok: false, error } });
  const starting = openSlack(bot, knowledge, { ...options, slack });
  await expect(starting).rejects.toThrow(said);
  await expect(starting).rejects.not.toThrow(/xoxb-bad|xapp-bad/);
});

test("An operator whose app lacks a scope is told at the start", async () => {
  const slack = await openFakeSlack();
  slack.workspace.scopes = ["commands", "chat:write"];
  opened = await openSlack(bot, knowledge, { slack });
  expect(opened.log[0]).toMatch(/lacks the scope app_mentions:read, im:history, users:read.*Reinstall/);
});

test("A person who asked just before the bot stops is still answered", async () => {
  const { slack, people, platform } = await open();
  await people.direct(QUESTION, MINH.user);
  await platform.stop();
  expect(seen(await slack.next()).text).toContain("12/05/2022");
  expect(slack.sockets().filter((socket) => socket.readyState === socket.OPEN)).toEqual([]);
});
