import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPeople, httpDeliver, seen } from "./platforms/slack/fake/people.ts";
import { type FakeSlack, openFakeSlack } from "./platforms/slack/fake/server.ts";
import { startBot } from "./running.ts";
import { run } from "./terminal/run.ts";

// Whole processes, which a busy machine starts slowly.
vi.setConfig({ testTimeout: 30_000 });

let slack: FakeSlack;
beforeEach(async () => {
  slack = await openFakeSlack();
});
afterEach(() => slack.close());

const SOCKET = { SLACK_BOT_TOKEN: "xoxb-good", SLACK_APP_TOKEN: "xapp-good" };
const SECRET = "a-signing-secret";
const HTTP = { SLACK_BOT_TOKEN: "xoxb-good", SLACK_SIGNING_SECRET: SECRET };
const LISTENING = /^Slack: lien-thanh is listening in Hai thành phố \((socket|http)\)\.$/;

const start = (env: Readonly<Record<string, string>>) => startBot({ SLACK_API_URL: slack.url, ...env });

test("An operator who starts the bot with half of Slack's settings reads one sentence", async () => {
  const { stdout, stderr, code } = await run("src/main.ts", [], { env: { SLACK_APP_TOKEN: "xapp-1" } });
  expect(stderr.trimEnd()).toMatch(/^Thiếu SLACK_BOT_TOKEN[^\n]* · SLACK_BOT_TOKEN[^\n]*$/);
  expect([stdout, code]).toEqual(["", 1]);
});

test("An operator who starts the bot with a wrong token reads one sentence that says where to click", async () => {
  const bot = start({ ...SOCKET, SLACK_BOT_TOKEN: "xoxb-bad" });
  expect(await bot.exited).toEqual([1, null]);
  const errors = bot.lines().filter(({ level }) => level === "error");
  expect(errors.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^Slack không nhận SLACK_BOT_TOKEN \(invalid_auth\)[^\n]*OAuth & Permissions[^\n]*$/),
  ]);
  expect(bot.text()).not.toContain("xoxb-bad");
});

test("An operator who starts the bot without a terminal and without any chat is served the page, and reads how to connect one", async () => {
  const bot = startBot({});
  const { url } = await bot.said(/^Listening on /);
  await bot.said(/^Chưa nối Slack hay Discord.* · Neither Slack nor Discord is set up/);
  await vi.waitUntil(async () => (await fetch(`${url}/readyz`)).ok, 10_000);
  const answered = await fetch(`${url}/?q=${encodeURIComponent("tổng thu của Sa Đéc")}`);
  expect([answered.status, await answered.text()]).toEqual([200, expect.stringContaining("305.000 tỷ đồng")]);
  bot.signal("SIGTERM");
  expect(await bot.exited).toEqual([0, null]);
});

test("An operator whose port is taken reads one sentence, before anything is connected", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const bot = start({ ...SOCKET, PORT: String(port) });
  expect(await bot.exited).toEqual([1, null]);
  expect(bot.lines().find(({ level }) => level === "error")?.message).toMatch(
    new RegExp(`^Cổng ${port} đang có .* · Port ${port} is in use`),
  );
  expect(slack.calls).toEqual([]);
  other.close();
});

test("A bot that is told to stop while it answers says that it stops, answers, and ends by itself", async () => {
  const bot = start(HTTP);
  const { url } = await bot.said(/^Listening on /);
  await bot.said(LISTENING);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  slack.fail("chat.postMessage", { status: 429, retryAfter: 2 });
  const people = createPeople(slack, httpDeliver(`${url}/slack/events`, SECRET));
  await people.direct("bạn làm được gì?", "U1");
  await vi.waitFor(() => expect(slack.calls).toContain("chat.postMessage"), 10_000);
  bot.signal("SIGTERM");
  await bot.said(/^Stopping/);
  const readyz = await fetch(`${url}/readyz`);
  expect([readyz.status, await readyz.json()]).toMatchObject([503, { ready: false, stopping: true }]);
  expect((await fetch(`${url}/slack/events`, { method: "POST" })).status).toBe(503);
  expect(slack.waiting).toEqual([]);
  expect(seen(await slack.next()).text).toContain("/lt-help");
  expect(await bot.exited).toEqual([0, null]);
  expect(bot.lines().at(-1)?.message).toBe("Stopped.");
});

test("A bot on a socket that is told to stop ends by itself, after it has answered", async () => {
  const bot = start(SOCKET);
  await bot.said(LISTENING);
  await createPeople(slack, slack.envelope).direct("bạn làm được gì?", "U1");
  bot.signal("SIGTERM");
  expect(seen(await slack.next()).text).toContain("/lt-help");
  expect(await bot.exited).toEqual([0, null]);
});

test("A bot that is told twice to stop ends at once; what npm passes on of one Ctrl-C is not a second time", async () => {
  const bot = start(HTTP);
  const { url } = await bot.said(/^Listening on /);
  await bot.said(LISTENING);
  slack.fail("chat.postMessage", { status: 429, retryAfter: 60 });
  await createPeople(slack, httpDeliver(`${url}/slack/events`, SECRET)).direct("bạn làm được gì?", "U1");
  await vi.waitFor(() => expect(slack.calls).toContain("chat.postMessage"), 10_000);
  bot.signal("SIGINT");
  bot.signal("SIGINT");
  await bot.said(/^Stopping/);
  // It is still there, and goes on waiting for the answer.
  expect((await fetch(`${url}/livez`)).ok).toBe(true);
  await vi.waitUntil(() => !bot.signal("SIGTERM"), 5000);
  expect(await bot.exited).toEqual([1, null]);
});

test("Nothing that a person asked, nor who they are, nor any secret is in the log; each answer is, under a reference", async () => {
  const token = "page-token-0123456789";
  const bot = start({
    ...HTTP,
    PAGE_TOKEN: token,
    LOG_LEVEL: "debug",
    DATABASE_URL: "postgres://bot:db-password@db/x",
  });
  const { url } = await bot.said(/^Listening on /);
  await bot.said(LISTENING);
  const people = createPeople(slack, httpDeliver(`${url}/slack/events`, SECRET));
  await people.direct("bí-mật-của-tôi là gì?", "USECRETIVE");
  expect(seen(await slack.next()).text).not.toBe("");
  // What Slack says of an error may hold the token: the log does not.
  slack.fail("chat.postMessage", { status: 200, body: { ok: false, error: "xoxb-good_is_bad" } });
  await people.direct("bạn làm được gì?", "USECRETIVE");
  await bot.said(/xoxb-…/);
  for (const path of [`/calendar/${token}.ics`, `/readyz?token=${token}`]) await fetch(url + path);
  bot.signal("SIGTERM");
  await bot.exited;
  const answered = bot.lines().filter(({ event }) => event === "answered");
  expect(answered).toHaveLength(2);
  expect(answered[0]).toEqual({
    level: "info",
    time: expect.any(String),
    event: "answered",
    ref: expect.stringMatching(/^\w{8}$/),
    platform: "slack",
    command: expect.any(String),
    status: expect.any(String),
    ms: expect.any(Number),
    message: "Answered.",
  });
  for (const secret of ["bí-mật", "USECRETIVE", "xoxb-good", SECRET, token, "db-password"])
    expect(bot.text()).not.toContain(secret);
});
