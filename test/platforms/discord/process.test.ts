import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startBot } from "../../running.ts";
import { cli } from "../../terminal/run.ts";
import { DIRECT } from "./fake/people.ts";
import { seen } from "./fake/seen.ts";
import { createFakeDiscord, type FakeDiscord } from "./fake/server.ts";

// Whole processes, which a busy machine starts slowly.
vi.setConfig({ testTimeout: 20_000 });

let fake: FakeDiscord;
beforeAll(async () => {
  fake = await createFakeDiscord();
});
afterAll(() => fake.stop());

const settings = () => ({ DISCORD_TOKEN: fake.token, DISCORD_API_URL: fake.api });

test("An operator who starts the bot with a wrong token reads one sentence that says where to click", async () => {
  const bot = startBot({ ...settings(), DISCORD_TOKEN: "x.y.z" });
  expect(await bot.exited).toEqual([1, null]);
  expect((await bot.said(/^Discord/)).message).toMatch(/^Discord không nhận DISCORD_TOKEN[^\n]*Reset Token[^\n]*$/);
  expect(bot.text()).not.toContain("x.y.z");
});

test("An operator who publishes sees what is new and where to go next, and the second time that nothing has changed", async () => {
  const first = await cli(["publish", "discord"], { env: settings() });
  expect([first.stderr, first.code]).toEqual(["", 0]);
  expect(first.stdout).toMatch(
    /\+ \/fields\n[\s\S]*oauth2\/authorize\?client_id=\d+&scope=bot\+applications\.commands&permissions=\d+/,
  );
  const second = await cli(["publish", "discord"], { env: { ...settings(), LANG: "en_US.UTF-8" } });
  expect(second.stdout).toContain("Nothing has changed");
  const guild = await cli(["publish", "discord", "--guild", "1100000000000000002"], { env: settings() });
  expect(guild.stdout).toContain("của máy chủ 1100000000000000002");
  expect(fake.calls.filter(({ method }) => method === "PUT").map(({ path }) => path.split("/").at(-2))).toContain(
    "1100000000000000002",
  );
});

test.each([
  [["publish", "discord", "--guild", "đây"], /^Cách dùng: .* · Usage: /],
  [["publish", "discord"], /^Thiếu DISCORD_TOKEN: .* · DISCORD_TOKEN is missing: /],
])("An operator who runs %j without what it takes reads one sentence", async (words, sentence) => {
  const { stderr, code } = await cli(words);
  expect(stderr).toMatch(sentence);
  expect(code).toBe(1);
});

test("A bot that is told to stop ends by itself, after it has answered", async () => {
  const bot = startBot(settings());
  await bot.said(/^Discord: lien-thanh is listening in 1 server\.$/);
  fake.messages.say("bạn làm được gì?", { channel: DIRECT });
  const answer = await fake.messages.nth(1);
  bot.signal("SIGTERM");
  expect(seen(answer).text).toContain("/help");
  expect(await bot.exited).toEqual([0, null]);
});

test("A bot whose token is revoked while it runs says where to click, and ends so that its keeper hears of it", async () => {
  const bot = startBot(settings());
  const { url } = await bot.said(/^Listening on /);
  await bot.said(/ is listening in 1 server/);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  fake.changeToken("another");
  fake.gateway.close(4000);
  expect(await bot.exited).toEqual([1, null]);
  expect(bot.text()).toMatch(/Reset Token/);
});
