import { expect, test } from "vitest";
import { createDiscord } from "../../../src/platforms/discord/index.ts";
import { createWatchdog } from "../../../src/platforms/discord/watchdog.ts";
import { BOT } from "./fake/people.ts";
import { openReal, realBot } from "./fake/real.ts";
import { seen } from "./fake/seen.ts";
import { createFakeDiscord, type FakeDiscord } from "./fake/server.ts";

const QUESTION = `<@${BOT.id}> Biên bản ĐN - QN ký ngày nào?`;

test.each<[string, (fake: FakeDiscord) => void]>([
  ["closes the connection", ({ gateway }) => gateway.close(4000)],
  ["loses the connection", ({ gateway }) => gateway.kill()],
  ["asks for a new connection", ({ gateway }) => gateway.askToReconnect()],
])("A person who asks while Discord %s is answered after it is resumed", async (_, interrupt) => {
  const { fake, stop } = await openReal();
  const resumed = fake.gateway.next("resumed");
  interrupt(fake);
  fake.messages.say(QUESTION);
  await resumed;
  expect(seen(await fake.messages.nth(1)).text).toContain("12/05/2022");
  expect([fake.gateway.count.identifies, fake.messages.made.length]).toEqual([1, 1]);
  await stop();
});

test("A person is answered after Discord has forgotten the session", async () => {
  const { fake, stop } = await openReal();
  const identified = fake.gateway.next("identified");
  fake.gateway.invalidate();
  await identified;
  fake.messages.say(QUESTION);
  await fake.messages.nth(1);
  await stop();
}, 15_000);

test("A connection whose heartbeats nobody acknowledges is replaced, and the person who asked is answered", async () => {
  const { fake, stop } = await openReal();
  fake.gateway.set({ heartbeatMs: 40, acknowledges: false });
  fake.gateway.close(4000);
  await fake.gateway.next("resumed");
  fake.gateway.set({ heartbeatMs: 41_250, acknowledges: true });
  await fake.gateway.next("resumed");
  fake.messages.say(QUESTION);
  await fake.messages.nth(1);
  await stop();
});

test("A connection that says nothing for too long is given up, and another one answers", async () => {
  let now = 1_000_000;
  const { fake, lines, stop } = await openReal({ now: () => now, patienceMs: 20 });
  const identified = fake.gateway.next("identified");
  now = 9_000_000_000_000;
  await identified;
  expect(lines.join("\n")).toContain("nothing heard");
  fake.messages.say(QUESTION);
  await fake.messages.nth(1);
  await stop();
});

test("The watchdog barks once for each silence", () => {
  const watchdog = createWatchdog(0, 100);
  watchdog.heard(50);
  expect([watchdog.silent(150), watchdog.silent(151), watchdog.silent(200)]).toEqual([false, true, false]);
});

async function failToStart(fake: FakeDiscord, token: string): Promise<string> {
  const { bot, knowledge } = await realBot();
  const settings = { api: fake.api, knowledge, now: Date.now, log: () => {}, lost: () => {} };
  const platform = createDiscord({ ...settings, token });
  const error: unknown = await platform.start(() => ({ bot, knowledge })).catch((reason: unknown) => reason);
  await platform.stop();
  await fake.stop();
  return error instanceof Error ? `${error.name}: ${error.message}` : "started";
}

test("An operator with a wrong token is told in one sentence where to get the right one", async () => {
  const said = await failToStart(await createFakeDiscord(), "wrong.token.x");
  expect(said).toMatch(/^UserError: .*DISCORD_TOKEN.*Reset Token.* · .*DISCORD_TOKEN.*Reset Token/s);
  expect(said).not.toContain("wrong.token.x");
});

test("An operator whose token the gateway refuses is told the same", async () => {
  const fake = await createFakeDiscord();
  const { token } = fake;
  fake.gateway.refuseToken();
  expect(await failToStart(fake, token)).toContain("Reset Token");
});

test("An operator whose application may not use an intent is told where to switch it on", async () => {
  const fake = await createFakeDiscord();
  fake.gateway.set({ intents: 0 });
  expect(await failToStart(fake, fake.token)).toMatch(/UserError: .*Privileged Gateway Intents/s);
});

test("An operator who revokes the token while the bot runs is told, and the process goes on", async () => {
  const { fake, lost, stop } = await openReal();
  fake.changeToken("another");
  fake.gateway.close(4000);
  while (lost.length === 0) await new Promise(setImmediate);
  expect(lost[0]?.message).toContain("Reset Token");
  await stop();
});

test("A bot that is started while Discord is away connects when it is back", async () => {
  const { bot, knowledge } = await realBot();
  const fake = await createFakeDiscord();
  fake.failNext(
    /gateway\/bot/,
    ...Array.from({ length: 4 }, () => ({ status: 503, body: { message: "Away", code: 0 } })),
  );
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  const platform = createDiscord({ token: fake.token, api: fake.api, knowledge, now: Date.now, log, lost: () => {} });
  await platform.start(() => ({ bot, knowledge }));
  expect(lines.join("\n")).toMatch(/again in 1 s[\s\S]*lien-thanh is listening in 1 server\./);
  await platform.stop();
  await fake.stop();
});
