import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import {
  readAdmins,
  readConfig,
  readDesk,
  readDiscord,
  readLogLevel,
  readSecrets,
  readServer,
  readSlack,
  readState,
  readTimeZone,
  VARIABLES,
} from "../src/config.ts";
import { isAmong } from "../src/core/admins.ts";

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
  const http = { mode: "http", signingSecret: "s" };
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

test("An operator who sets nothing has a bot that only this machine reaches, with a state of its own", () => {
  const nothing = { PORT: "", PUBLIC_URL: "", PAGE_TOKEN: "", DATABASE_URL: "", ADMINS: "" };
  expect(readServer(nothing)).toEqual({ host: "127.0.0.1", port: 3000, publicUrl: undefined, pageToken: undefined });
  expect(readState(nothing)).toEqual({ folder: "state", url: undefined });
  expect(readAdmins(nothing)).toEqual({ admins: [], channels: [] });
  expect(readDesk({ QUESTION_DAYS: "" })).toEqual({ questionDays: 180, verifyReminders: false });
  expect([readTimeZone({}), readLogLevel({}), readSecrets({})]).toEqual(["Asia/Ho_Chi_Minh", "info", []]);
});

test("An operator sets where the bot listens, what it keeps where, and who looks after it", () => {
  const set = {
    HOST: "0.0.0.0",
    PORT: "8080",
    PUBLIC_URL: "https://bot.example.org/lien-thanh/",
    PAGE_TOKEN: "0123456789abcdef",
    STATE_DIR: "/var/lib/lien-thanh",
    DATABASE_URL: "postgresql://bot:p%40ss-word@db/x",
    TIME_ZONE: "Asia/Kolkata",
    LOG_LEVEL: "WARN",
    ADMINS: "slack:U0123ABCDEF, discord:1100000000000000001 ,discord-role:1100000000000000002,",
    ADMIN_CHANNEL: "slack:C0123ABCDEF,discord:1100000000000000003",
    QUESTION_DAYS: "0",
    VERIFY_REMINDERS: "ON",
  };
  expect(readDesk(set)).toEqual({ questionDays: 0, verifyReminders: true });
  expect(readServer(set)).toEqual({
    host: "0.0.0.0",
    port: 8080,
    publicUrl: "https://bot.example.org/lien-thanh",
    pageToken: "0123456789abcdef",
  });
  expect(readState(set)).toEqual({ folder: "/var/lib/lien-thanh", url: set.DATABASE_URL });
  expect([readTimeZone(set), readTimeZone({ TIME_ZONE: "UTC" }), readLogLevel(set)]).toEqual([
    "Asia/Kolkata",
    "UTC",
    "warn",
  ]);
  const { admins, channels } = readAdmins(set);
  expect(channels).toEqual([
    { chat: "slack", id: "C0123ABCDEF" },
    { chat: "discord", id: "1100000000000000003" },
  ]);
  const asker = { roles: [], manages: false, channel: "" };
  const among = (chat: "slack" | "discord", id: string, roles: readonly string[] = []) =>
    isAmong(admins, { ...asker, chat, id, roles });
  expect([among("slack", "U0123ABCDEF"), among("discord", "1100000000000000001")]).toEqual([true, true]);
  expect(among("discord", "1100000000000000009", ["1100000000000000002"])).toBe(true);
  expect([among("discord", "U0123ABCDEF"), among("discord", "1100000000000000002")]).toEqual([false, false]);
  expect(among("discord", "1100000000000000009", ["1100000000000000001"])).toBe(false);
});

test.each([
  [readServer, { PORT: "http" }, /PORT .* · PORT .*“http”/],
  [readServer, { PORT: "65536" }, /PORT .* · PORT /],
  [readServer, { PUBLIC_URL: "http://bot.example.org" }, /PUBLIC_URL .*https:.* · PUBLIC_URL .*“http:\/\/bot/],
  [readServer, { PUBLIC_URL: "bot.example.org" }, /PUBLIC_URL .* · PUBLIC_URL /],
  [readServer, { PUBLIC_URL: "https://x.example/?a=b" }, /PUBLIC_URL .* · PUBLIC_URL /],
  [readServer, { PAGE_TOKEN: "too-short" }, /PAGE_TOKEN .*openssl rand.* · PAGE_TOKEN .*openssl rand/],
  [readServer, { PAGE_TOKEN: "0123456789/abcdef" }, /PAGE_TOKEN .* · PAGE_TOKEN /],
  [readDesk, { QUESTION_DAYS: "-1" }, /QUESTION_DAYS .* · QUESTION_DAYS .*“-1”/],
  [readDesk, { QUESTION_DAYS: "forever" }, /QUESTION_DAYS .* · QUESTION_DAYS /],
  [readDesk, { VERIFY_REMINDERS: "monthly" }, /VERIFY_REMINDERS .* · VERIFY_REMINDERS .*“monthly”/],
  [readLogLevel, { LOG_LEVEL: "loud" }, /LOG_LEVEL .*debug, info.* · LOG_LEVEL .*“loud”/],
  [readTimeZone, { TIME_ZONE: "Asia/Ha_Noi" }, /TIME_ZONE .* · TIME_ZONE .*“Asia\/Ha_Noi”/],
  [readTimeZone, { TIME_ZONE: "+07:00" }, /TIME_ZONE .* · TIME_ZONE /],
  [
    readAdmins,
    { ADMINS: "slack:C0123ABCDEF, minh" },
    /ADMINS .*“slack:C0123ABCDEF”, “minh”.*discord-role:.* · ADMINS /,
  ],
  [readAdmins, { ADMIN_CHANNEL: "slack:#chung" }, /ADMIN_CHANNEL .*“slack:#chung”.* · ADMIN_CHANNEL .*slack:C/],
  [readState, { DATABASE_URL: "mysql://bot:hush@db/x" }, /DATABASE_URL .*postgres:\/\/.* · DATABASE_URL /],
  [readState, { DATABASE_URL: "postgres://bot:hu#sh@db/x" }, /%40 %3A %2F %23.* · .*%23/],
])("An operator for whom %o reads %j is told in both languages what to write", (read, environment, sentence) => {
  expect(() => read(environment)).toThrow(sentence);
});

test.each([["mysql://bot:hush-hush@db/x"], ["postgres://bot:hush#hush@db/x"]])(
  "The password in %s is in no sentence",
  (DATABASE_URL) => {
    expect(() => readState({ DATABASE_URL })).not.toThrow(/hush/);
  },
);

test("Every secret of the settings is known to those who keep it out of the log, also those that are wrong", () => {
  const secrets = {
    SLACK_BOT_TOKEN: "xoxb-1",
    SLACK_APP_TOKEN: "xapp-1",
    SLACK_SIGNING_SECRET: "signing",
    DISCORD_TOKEN: "Bot a.b.c",
    PAGE_TOKEN: "short",
    DATABASE_URL: "postgres://bot:p%40ss/wo:rd@db/x",
  };
  expect(readSecrets(secrets)).toEqual(["xoxb-1", "xapp-1", "signing", "a.b.c", "short", "p%40ss/wo:rd", "p@ss/wo:rd"]);
  expect(readSecrets({ DATABASE_URL: "postgres://bot:100%@db/x" })).toEqual(["100%", "100%"]);
});
