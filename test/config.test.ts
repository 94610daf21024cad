import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { readConfig, readDiscord, readSlack, VARIABLES } from "../src/config.ts";

const PROJECT = join(import.meta.dirname, "..");

test("An operator finds every variable in .env.example, explained, with its default", async () => {
  const text = await readFile(join(PROJECT, ".env.example"), "utf8");
  expect(parseEnv(text)).toEqual(VARIABLES);
  const paragraphs = text.trim().split(/\n\n+/);
  for (const name of Object.keys(VARIABLES))
    expect(paragraphs.find((paragraph) => paragraph.includes(`\n${name}=`))).toMatch(/^# /);
});

test("Without any variable the bot answers from the project's own knowledge, in Vietnamese", () => {
  expect(readConfig({})).toEqual({ knowledge: "knowledge", language: "vi" });
  expect(readConfig({ KNOWLEDGE_DIR: "" }).knowledge).toBe("knowledge");
  expect(readConfig({ KNOWLEDGE_DIR: "/srv/kho" }).knowledge).toBe("/srv/kho");
});

test.each([
  [{ LANG: "en_US.UTF-8" }, "en"],
  [{ LANG: "vi_VN.UTF-8" }, "vi"],
  [{ LANG: "C.UTF-8" }, "vi"],
  [{ LANG: "vi_VN.UTF-8", LC_ALL: "en_GB.UTF-8" }, "en"],
  [{ LANG: "en_US.UTF-8", LC_ALL: "" }, "en"],
])("On a system with %j the terminal speaks %s", (environment, language) => {
  expect(readConfig(environment).language).toBe(language);
});

const BOT = { SLACK_BOT_TOKEN: "xoxb-1" };

test("An operator without Slack sets nothing, one with Socket Mode two tokens, one with HTTP a token and a secret", () => {
  expect(readSlack({ SLACK_BOT_TOKEN: "" })).toBeUndefined();
  const shared = { botToken: "xoxb-1", apiUrl: "https://slack.com/api/", prefix: "lt-" };
  const http = { mode: "http", signingSecret: "s", host: "127.0.0.1", port: 3000 };
  expect(readSlack({ ...BOT, SLACK_APP_TOKEN: "xapp-1" })).toEqual({ ...shared, mode: "socket", appToken: "xapp-1" });
  expect(readSlack({ ...BOT, SLACK_SIGNING_SECRET: "s" })).toEqual({ ...shared, ...http });
  expect(readSlack({ ...BOT, SLACK_APP_TOKEN: "xapp-1", SLACK_SIGNING_SECRET: "s" })?.mode).toBe("socket");
  const elsewhere = { SLACK_API_URL: "http://127.0.0.1:8080/api", COMMAND_PREFIX: "hop-tac-" };
  expect(readSlack({ ...BOT, SLACK_APP_TOKEN: "xapp-1", ...elsewhere })).toMatchObject({
    apiUrl: "http://127.0.0.1:8080/api/",
    prefix: "hop-tac-",
  });
});

test.each([
  [{ SLACK_APP_TOKEN: "xapp-1" }, /^Thiếu SLACK_BOT_TOKEN.* · SLACK_BOT_TOKEN .*is missing/],
  [BOT, /chưa có đường tới bot.* · .*no way to the bot/],
  [{ SLACK_BOT_TOKEN: "xapp-1", SLACK_APP_TOKEN: "xoxb-1" }, /bị đặt lẫn.* · .*mixed up/],
  [{ ...BOT, SLACK_SIGNING_SECRET: "s", PORT: "http" }, /PORT .* · PORT .*“http”/],
  [{ ...BOT, SLACK_APP_TOKEN: "xapp-1", COMMAND_PREFIX: "Liên Thành" }, /COMMAND_PREFIX .* · COMMAND_PREFIX /],
  [{ ...BOT, SLACK_APP_TOKEN: "xapp-1", SLACK_API_URL: "slack" }, /SLACK_API_URL .* · SLACK_API_URL /],
])("An operator who sets %j reads one sentence in both languages", (environment, sentence) => {
  expect(() => readSlack(environment)).toThrow(sentence);
});

test("An operator without Discord sets nothing; with it a token, as it was copied, and where the API is if it is elsewhere", () => {
  expect(readDiscord({ DISCORD_TOKEN: " " })).toBeUndefined();
  expect(readDiscord({ DISCORD_TOKEN: "Bot a.b.c " })).toEqual({ token: "a.b.c", api: "https://discord.com/api" });
  const elsewhere = { DISCORD_TOKEN: "a.b.c", DISCORD_API_URL: "http://127.0.0.1:8080/api/v10/" };
  expect(readDiscord(elsewhere)?.api).toBe("http://127.0.0.1:8080/api");
  expect(() => readDiscord({ ...elsewhere, DISCORD_API_URL: "discord" })).toThrow(
    /DISCORD_API_URL .* · DISCORD_API_URL /,
  );
});
