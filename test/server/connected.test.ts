import { expect, test, vi } from "vitest";
import { createDiscord } from "../../src/platforms/discord/index.ts";
import { openBot } from "../bots.ts";
import { createFakeDiscord } from "../platforms/discord/fake/server.ts";
import { openSlack } from "../platforms/slack/open.ts";

const { bot, knowledge } = await openBot("test/knowledge");

test("A monitor sees that Slack's socket is gone, and that it is back", async () => {
  const { slack, platform, stop } = await openSlack(bot, knowledge);
  const isConnected = () => platform.isConnected?.();
  expect(isConnected()).toBe(true);
  slack.fail("apps.connections.open", { status: 500 });
  for (const socket of slack.sockets()) socket.terminate();
  await vi.waitFor(() => expect(isConnected()).toBe(false));
  await vi.waitFor(() => expect(isConnected()).toBe(true), 4000);
  await stop();
  expect(isConnected()).toBe(false);
});

test("A monitor sees that Discord's connection is gone, and that it is back", async () => {
  const fake = await createFakeDiscord();
  const log = () => {};
  const settings = {
    token: fake.token,
    api: fake.api,
    knowledge,
    commands: bot.commands,
    now: Date.now,
    log,
    lost: log,
  };
  const platform = createDiscord(settings);
  const isConnected = () => platform.isConnected?.();
  expect(isConnected()).toBe(false);
  await platform.start(() => ({ bot, knowledge }));
  expect(isConnected()).toBe(true);
  const resumed = fake.gateway.next("resumed");
  fake.gateway.kill();
  await vi.waitFor(() => expect(isConnected()).toBe(false), { interval: 1 });
  await resumed;
  await vi.waitFor(() => expect(isConnected()).toBe(true));
  await platform.stop();
  expect(isConnected()).toBe(false);
  await fake.stop();
});
