import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { PROJECT } from "../../sources.ts";
import { cli, run } from "../../terminal/run.ts";
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
  const { stderr, code } = await run("src/main.ts", [], { env: { ...settings(), DISCORD_TOKEN: "x.y.z" } });
  expect(stderr.trimEnd()).toMatch(/^Discord không nhận DISCORD_TOKEN[^\n]*Reset Token[^\n]*$/);
  expect([stderr.includes("x.y.z"), code]).toEqual([false, 1]);
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
  const bot = spawn(process.execPath, ["--import", "./src/preload.mjs", "src/main.ts"], {
    cwd: PROJECT,
    env: { PATH: process.env.PATH, ...settings() },
  });
  const [line] = await once(createInterface(bot.stderr), "line");
  expect(line).toBe("Discord: lien-thanh is listening in 1 server.");
  fake.messages.say("bạn làm được gì?", { channel: DIRECT });
  const answer = await fake.messages.nth(1);
  bot.kill("SIGTERM");
  expect(seen(answer).text).toContain("/help");
  expect(await once(bot, "exit")).toEqual([0, null]);
});

test("A bot whose token is revoked while it runs says where to click, and ends so that its keeper hears of it", async () => {
  const bot = spawn(process.execPath, ["--import", "./src/preload.mjs", "src/main.ts"], {
    cwd: PROJECT,
    env: { PATH: process.env.PATH, ...settings() },
  });
  const lines: string[] = [];
  const reader = createInterface(bot.stderr).on("line", (line) => lines.push(line));
  await once(reader, "line");
  fake.changeToken("another");
  fake.gateway.close(4000);
  expect(await once(bot, "exit")).toEqual([1, null]);
  expect(lines.join("\n")).toMatch(/Reset Token/);
});
