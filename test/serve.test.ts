import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { createPeople, seen } from "./platforms/slack/fake/people.ts";
import { openFakeSlack } from "./platforms/slack/fake/server.ts";
import { PROJECT } from "./sources.ts";
import { run } from "./terminal/run.ts";

test("An operator who starts the bot with half of Slack's settings reads one sentence", async () => {
  const { stdout, stderr, code } = await run("src/main.ts", [], { env: { SLACK_APP_TOKEN: "xapp-1" } });
  expect(stderr.trimEnd()).toMatch(/^Thiếu SLACK_BOT_TOKEN[^\n]* · SLACK_BOT_TOKEN[^\n]*$/);
  expect([stdout, code]).toEqual(["", 1]);
});

test("An operator who starts the bot with a wrong token reads one sentence that says where to click", async () => {
  const slack = await openFakeSlack();
  const env = { SLACK_BOT_TOKEN: "xoxb-bad", SLACK_APP_TOKEN: "xapp-good", SLACK_API_URL: slack.url };
  const { stderr, code } = await run("src/main.ts", [], { env });
  expect(stderr.trimEnd()).toMatch(
    /^Slack không nhận SLACK_BOT_TOKEN \(invalid_auth\)[^\n]*OAuth & Permissions[^\n]*$/,
  );
  expect([stderr.includes("xoxb-bad"), code]).toEqual([false, 1]);
  await slack.close();
});

test("A bot that is told to stop ends by itself, after it has answered", async () => {
  const slack = await openFakeSlack();
  const env = {
    PATH: process.env.PATH,
    SLACK_BOT_TOKEN: "xoxb-good",
    SLACK_APP_TOKEN: "xapp-good",
    SLACK_API_URL: slack.url,
  };
  const bot = spawn(process.execPath, ["--import", "./src/preload.mjs", "src/main.ts"], { cwd: PROJECT, env });
  const [line] = await once(createInterface(bot.stderr), "line");
  expect(line).toBe("Slack: lien-thanh is listening in Hai thành phố (socket).");
  await createPeople(slack, slack.envelope).direct("bạn làm được gì?", "U1");
  bot.kill("SIGTERM");
  expect(seen(await slack.next()).text).toContain("/lt-help");
  expect(await once(bot, "exit")).toEqual([0, null]);
  await slack.close();
});
