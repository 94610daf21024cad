import { afterAll, beforeAll, expect, test } from "vitest";
import { commands } from "../../../commands/index.ts";
import type { Acts, Asker } from "../../../src/core/acting.ts";
import { type Answer, answered, notHeld } from "../../../src/core/answer.ts";
import { defineCommand } from "../../../src/core/command.ts";
import { assemble } from "../../../src/terminal/assemble.ts";
import type { Exchange } from "./fake/interactions.ts";
import type { Made } from "./fake/messages.ts";
import { BOT, CHANNEL, DEPUTIES, DIRECT, EVERYBODY, LAN, MINH, type Person } from "./fake/people.ts";
import { openDiscord } from "./fake/place.ts";
import { realBot } from "./fake/real.ts";
import { behind, seen } from "./fake/seen.ts";

/** Settles an announcement, for whoever may; the choices come back, so that there is something to press. */
const settle = defineCommand({
  name: "settle",
  names: { vi: "giải-quyết", en: "settle" },
  description: { vi: "Giải quyết một thông báo", en: "Settles an announcement" },
  options: {
    action: {
      kind: "choice",
      required: true,
      names: { vi: "việc", en: "action" },
      description: { vi: "Việc cần làm", en: "What to do" },
      choices: { posted: { vi: "đã đăng", en: "posted" }, again: { vi: "đăng lại", en: "again" } },
    },
    id: { kind: "text", names: { vi: "mã", en: "id" }, description: { vi: "Mã thông báo", en: "Its id" } },
  },
  asks: [],
  run: () => notHeld("Chỉ trong Slack và Discord."),
  async act({ action, id }, { acts, asker, language }) {
    askers.push(asker);
    await held;
    if (!acts.mayManage(asker)) return notHeld(language === "vi" ? "Chỉ người quản trị." : "Only for admins.");
    return answered(`${action} ${id ?? "?"} (${language})`);
  },
});

/** Tells what nobody else should read. */
const secrets = defineCommand({
  name: "secrets",
  names: { vi: "bí-mật", en: "secrets" },
  description: { vi: "Điều chỉ mình bạn biết", en: "What only you know" },
  options: {},
  asks: [],
  discreet: true,
  run: () => notHeld("Chỉ trong Slack và Discord."),
  act: async () => answered("Điều bí mật"),
});

const askers: Asker[] = [];
/** What the state waits for. */
let held: Promise<void> = Promise.resolve();

const unused = (): never => {
  throw new Error("Nobody asks for this here.");
};

const ACTS: Acts = {
  mayManage: ({ manages, roles }) => manages || roles.includes(DEPUTIES),
  isAdmin: () => false,
  subscriptions: { list: unused, put: unused, remove: unused, inspect: unused },
  announcements: { history: unused, coming: unused, settle: unused },
  living: { status: unused, reload: unused },
  questions: { gaps: unused, feedback: unused },
  audit: { list: unused, add: unused },
  about: unused,
};

let discord: Awaited<ReturnType<typeof openDiscord>>;
beforeAll(async () => {
  const { knowledge } = await realBot();
  const bot = assemble(knowledge, { commands: [...commands, settle, secrets], acts: ACTS });
  discord = await openDiscord(bot, knowledge);
});
afterAll(() => discord.stop());

const ADMIN: Person = { ...LAN, permissions: String(BigInt(EVERYBODY) | 0x20n) };
const DEPUTY: Person = { ...MINH, roles: [DEPUTIES] };

/** What stands there when the bot has done what was asked. */
async function done(exchange: Exchange): Promise<Made> {
  const { original } = await discord.fake.interactions.until(exchange, ({ edits }) => edits > 0);
  if (original === undefined) throw new Error("No message came of it.");
  return original;
}

/** An announcement that asks the admins whether it was posted. */
async function uncertain(): Promise<Made> {
  const answer: Answer = {
    ...notHeld("Không rõ thông báo đã đăng hay chưa", {
      choices: [
        {
          question: "Đã đăng",
          invocation: { command: "settle", values: { action: "posted", id: "a1b2" }, language: "vi" },
        },
        {
          question: "Đăng lại",
          invocation: { command: "settle", values: { action: "again", id: "a1b2" }, language: "vi" },
        },
      ],
    }),
    language: "vi",
  };
  const before = discord.fake.messages.made.length;
  await discord.poster?.post(CHANNEL, { key: `uncertain ${before}`, answer });
  return discord.fake.messages.nth(before + 1);
}

test("Nothing else can be done with an announcement than what it offers", async () => {
  expect(seen(await uncertain()).buttons).toEqual(["Đã đăng", "Đăng lại"]);
});

test("An admin presses a button of an announcement; it is done, and only they read so", async () => {
  const message = await uncertain();
  const exchange = discord.fake.interactions.press(message, behind(message, "Đăng lại").id, { by: ADMIN });
  const told = seen(await done(exchange));
  expect(told).toMatchObject({ private: true, pings: [], buttons: [] });
  expect(told.text).toBe("again a1b2 (vi)");
  expect(askers.at(-1)).toEqual({ chat: "discord", id: LAN.id, roles: [], manages: true, channel: CHANNEL });
});

test("A person who may not presses it and reads that they may not", async () => {
  const message = await uncertain();
  const exchange = discord.fake.interactions.press(message, behind(message, "Đã đăng").id, { by: MINH });
  expect(seen(await done(exchange)).text).toBe("Chỉ người quản trị.");
  expect(askers.at(-1)).toEqual({ chat: "discord", id: MINH.id, roles: [], manages: false, channel: CHANNEL });
});

test("A person whose role may do it does it by a command, in their own language", async () => {
  const values = { action: "posted", id: "x9" };
  const exchange = discord.fake.interactions.slash("settle", values, { by: DEPUTY, locale: "en-US" });
  expect(seen(await done(exchange))).toMatchObject({ text: "posted x9 (en)", private: true });
  expect(askers.at(-1)).toMatchObject({ roles: [DEPUTIES], manages: false });
});

test("While something is being done the person sees that it is under way, and others are answered at once", async () => {
  let release = (): void => {};
  held = new Promise((resolve) => {
    release = resolve;
  });
  const slow = discord.fake.interactions.slash("settle", { action: "posted" }, { by: ADMIN });
  const waiting = await discord.fake.interactions.until(slow);
  expect([waiting.kind, Number(waiting.data?.flags) & 64, waiting.original]).toEqual([5, 64, undefined]);
  const quick = await discord.fake.interactions.until(discord.fake.interactions.slash("memoranda", {}));
  expect([quick.kind, slow.edits]).toEqual([4, 0]);
  release();
  expect(seen(await done(slow)).text).toBe("posted ? (vi)");
});

test("An answer whose card Discord refuses is told as plain text, to the person alone", async () => {
  discord.fake.failNext(/^PATCH .*original$/, { status: 400, body: { code: 50035, message: "Invalid Form Body" } });
  const told = await done(discord.fake.interactions.slash("settle", { action: "posted", id: "a" }, { by: ADMIN }));
  expect([told.body.content, seen(told).private]).toEqual(["posted a (vi)", true]);
});

test("In a direct message nobody manages a server", async () => {
  await done(discord.fake.interactions.slash("settle", { action: "posted" }, { by: ADMIN, channel: DIRECT }));
  expect(askers.at(-1)).toEqual({ chat: "discord", id: LAN.id, roles: [], manages: false, channel: DIRECT });
});

test("A person who types the command to the bot, by its Vietnamese name, is answered there", async () => {
  const before = discord.fake.messages.made.length;
  discord.fake.messages.say(`<@${BOT.id}> /giải-quyết đã đăng mã:a7`, {
    by: { ...MINH, roles: ["1100000000000000002", DEPUTIES] },
  });
  expect(seen(await discord.fake.messages.nth(before + 1))).toMatchObject({ text: "posted a7 (vi)", buttons: [] });
  expect(askers.at(-1)).toEqual({ chat: "discord", id: MINH.id, roles: [DEPUTIES], manages: false, channel: CHANNEL });
});

test("What is for a person alone is told to nobody else: by the slash command and in a direct message, not in a channel", async () => {
  const { messages, interactions } = discord.fake;
  expect(seen(await done(interactions.slash("secrets", {}, { by: ADMIN })))).toMatchObject({
    text: "Điều bí mật",
    private: true,
  });
  const before = messages.made.length;
  messages.say(`<@${BOT.id}> /bí-mật`, { by: ADMIN });
  const told = seen(await messages.nth(before + 1)).text;
  expect(told).toContain("Hãy dùng lệnh gạch chéo");
  expect(told).not.toContain("Điều bí mật");
  messages.say("/secrets", { by: ADMIN, channel: DIRECT });
  expect(seen(await messages.nth(before + 2)).text).toBe("Điều bí mật");
});

test("The bot's buttons work for announcements that were posted before it was started", async () => {
  const message = await uncertain();
  await discord.restart();
  const exchange = discord.fake.interactions.press(message, behind(message, "Đã đăng").id, { by: ADMIN });
  expect(seen(await done(exchange)).text).toBe("posted a1b2 (vi)");
});
