import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSlack } from "../../../src/platforms/slack/index.ts";
import { seen, sign, slashPayload } from "./fake/people.ts";
import { MINH, NOW, type Opened, openKnowledge, openSlack, SECRET } from "./open.ts";

let opened: Opened;

beforeAll(async () => {
  const { bot, knowledge } = await openKnowledge();
  opened = await openSlack(bot, knowledge, { mode: "http" });
});
afterAll(() => opened.stop());

const body = () => String(new URLSearchParams(slashPayload("/lt-memoranda", "", MINH, "http://127.0.0.1/", "1.1")));

const post = (secret: string, ageSeconds: number) => {
  const text = body();
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    ...sign(secret, text, Math.floor(Date.now() / 1000) - ageSeconds),
  };
  return fetch(opened.url, { method: "POST", body: text, headers });
};

test("Slack's own request is answered", async () => {
  const response = await post(SECRET, 0);
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining("Nguồn")]);
});

test("A stranger's request is refused, and a recorded one after five minutes", async () => {
  expect((await post("another secret", 0)).status).toBe(401);
  expect((await post(SECRET, 6 * 60)).status).toBe(401);
  expect((await fetch(opened.url, { method: "POST", body: body() })).status).toBe(401);
});

test("An event that Slack sends again is answered once", async () => {
  await opened.people.mention("biên bản Đà Nẵng Quảng Ninh ký ngày nào?", MINH, "1.1", "EvTwice");
  await opened.people.mention("biên bản Đà Nẵng Quảng Ninh ký ngày nào?", MINH, "1.1", "EvTwice");
  await opened.people.direct("ai ký biên bản Đà Nẵng Quảng Ninh?", MINH.user);
  expect(seen(await opened.slack.next()).text).toContain("12/05/2022");
  expect(seen(await opened.slack.next()).text).toContain("Trần Quốc Hưng");
});

test("Whoever sends more than Slack ever does, or only looks, is refused", async () => {
  const large = await fetch(opened.url, { method: "POST", body: "x".repeat(1_000_001) });
  expect([large.status, (await fetch(opened.url)).status]).toEqual([413, 404]);
});

test("A person whose request has begun to arrive when the bot stops is answered; who comes later is sent away", async () => {
  const { bot, knowledge } = await openKnowledge();
  const arrived = Promise.withResolvers<void>();
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const platform = createSlack({
    mode: "http",
    signingSecret: SECRET,
    mount: (_, listener) =>
      void server.on("request", (request, response) => {
        arrived.resolve();
        listener(request, response);
      }),
    botToken: "xoxb-good",
    apiUrl: opened.slack.url,
    prefix: "lt-",
    knowledge,
    commands: bot.commands,
    now: () => NOW,
    log: () => {},
  });
  await platform.start(() => ({ bot, knowledge }));
  expect(platform.isConnected?.()).toBe(true);

  const text = body();
  const headers = {
    host: "127.0.0.1",
    "content-type": "application/x-www-form-urlencoded",
    "content-length": Buffer.byteLength(text),
    ...sign(SECRET, text, Math.floor(Date.now() / 1000)),
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const socket = connect(port, "127.0.0.1");
  socket.write(`POST /slack/events HTTP/1.1\r\n${head.join("")}\r\n${text.slice(0, 20)}`);
  await arrived.promise;
  let isStopped = false;
  const stopped = platform.stop().then(() => {
    isStopped = true;
  });
  const later = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: "POST", body: text });
  expect([platform.isConnected?.(), later.status, isStopped]).toEqual([false, 503, false]);
  socket.write(text.slice(20));
  const [answer] = await once(socket, "data");
  expect(String(answer)).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*Nguồn/);
  await stopped;
  server.closeAllConnections();
  server.close();
});
