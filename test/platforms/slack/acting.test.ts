import { afterEach, beforeEach, expect, test } from "vitest";
import { commands } from "../../../commands/index.ts";
import type { Acts, Asker } from "../../../src/core/acting.ts";
import type { Settling } from "../../../src/core/announced.ts";
import { answered, answeredList, notHeld } from "../../../src/core/answer.ts";
import { type Command, defineCommand } from "../../../src/core/command.ts";
import { guarded } from "../../../src/core/guarded.ts";
import { slackManifest } from "../../../src/platforms/slack/manifest.ts";
import { assemble } from "../../../src/terminal/assemble.ts";
import { seen } from "./fake/people.ts";
import { ANN, CHANNEL, MINH, type Opened, openKnowledge, openSlack } from "./open.ts";

const ROWS = Array.from({ length: 60 }, (_, i) => `Thông báo ${i + 1}`);

/** Settles an announcement, as an admin; says who wanted it and where. */
const settle: Command = defineCommand({
  name: "settle",
  names: { vi: "xử-lý", en: "settle" },
  description: { vi: "Xử lý một thông báo", en: "Settle an announcement" },
  options: {
    how: {
      kind: "choice",
      names: { vi: "cách", en: "how" },
      description: { vi: "Xử lý thế nào", en: "How" },
      choices: { again: { vi: "đăng lại", en: "again" }, skip: { vi: "bỏ qua", en: "skip" } },
    },
    id: {
      kind: "text",
      required: true,
      names: { vi: "mã", en: "id" },
      description: { vi: "Mã của thông báo", en: "Its id" },
    },
  },
  asks: [],
  run: () => notHeld("Chỉ trong chat"),
  async act({ how, id }, { asker, acts, language }) {
    if (!acts.isAdmin(asker)) return notHeld(language === "vi" ? "Chỉ quản trị làm được." : "Only admins can.");
    if (id === "all") return answeredList("Gần đây:", ROWS);
    const settled = await acts.announcements.settle(id, how === "again" ? "again" : "skip", asker);
    return answered(settled ? `Đã xử lý ${id}.` : `${id} đã được xử lý.`);
  },
});

interface Settled {
  readonly id: string;
  readonly how: Settling;
  readonly by: Asker;
}

let settled: Settled[];
let held: Promise<void>;
let opened: Opened;
const reported: unknown[] = [];
const { knowledge } = await openKnowledge();

const unused = (): never => {
  throw new Error("Nobody asks for this here.");
};
const NOT_ASKED = {
  living: { status: unused, reload: unused },
  questions: { gaps: unused, feedback: unused },
  audit: { list: unused, add: unused },
  about: unused,
};

/** Admins are whom Slack calls so; an announcement is settled once. */
const acts: Acts = {
  mayManage: ({ manages }) => manages,
  isAdmin: ({ manages }) => manages,
  subscriptions: {
    list: async () => [],
    put: async () => {},
    remove: async () => false,
    inspect: async () => ({ name: "kenh" }),
  },
  announcements: {
    history: async () => [],
    coming: async () => [],
    settle: async (id, how, by) => {
      await held;
      if (settled.some((one) => one.id === id)) return false;
      settled.push({ id, how, by });
      return true;
    },
  },
  ...NOT_ASKED,
};

beforeEach(async () => {
  settled = [];
  held = Promise.resolve();
  const bot = assemble(knowledge, { commands: [...commands, settle], acts });
  opened = await openSlack(
    guarded(bot, (error) => void reported.push(error)),
    knowledge,
  );
  opened.slack.workspace.people.set(ANN.user, { locale: "en-GB", name: "Ann", isAdmin: true });
});
afterEach(async () => {
  expect([opened.slack.violations, opened.slack.waiting]).toEqual([[], []]);
  await opened.stop();
});

const next = async () => seen(await opened.slack.next());
const ann: Asker = { chat: "slack", id: ANN.user, roles: [], manages: true, channel: CHANNEL };

test("An admin's command is acknowledged at once, done, and answered to her alone", async () => {
  let release = (): void => {};
  held = new Promise((resolve) => {
    release = resolve;
  });
  await opened.people.slash("/lt-settle", "again id:A7", ANN);
  expect([settled, opened.slack.waiting]).toEqual([[], []]);
  release();
  const post = await opened.slack.next();
  expect([post.to, seen(post).text, seen(post).buttons]).toEqual([ANN.user, "Đã xử lý A7.", []]);
  expect(settled).toEqual([{ id: "A7", how: "again", by: ann }]);
});

test("A person who is no admin is told so, and nothing is done", async () => {
  await opened.people.slash("/lt-settle", "again id:A7", MINH);
  expect(await next()).toMatchObject({ text: "Chỉ quản trị làm được.", private: true });
  expect(settled).toEqual([]);
});

test("A person who became an admin after she had asked for something is one", async () => {
  await opened.people.slash("/lt-memoranda", "", MINH);
  await next();
  opened.slack.workspace.people.set(MINH.user, { locale: "vi-VN", name: "Minh", isAdmin: true });
  await opened.people.slash("/lt-settle", "skip id:A7", MINH);
  expect((await next()).text).toBe("Đã xử lý A7.");
});

test("An admin reads a long reply to its end, since its pages can't be turned", async () => {
  await opened.people.slash("/lt-settle", "id:all", ANN);
  const posts = [await opened.slack.next(), await opened.slack.next(), await opened.slack.next()];
  const text = posts.map((post) => seen(post).text).join("\n");
  expect(ROWS.filter((row) => !text.split("\n").includes(row))).toEqual([]);
  expect(posts.map(({ to, replaces }) => [to, replaces])).toEqual(Array(3).fill([ANN.user, false]));
});

/** The announcement that nobody knows was posted, with its buttons, as the ledger sends it to admins. */
async function announce(): Promise<Awaited<ReturnType<Opened["slack"]["next"]>>> {
  const choice = (question: string, how: string) =>
    ({ question, invocation: { command: "settle", values: { how, id: "A7" }, language: "vi" } }) as const;
  const reply = answered("Không rõ thông báo A7 đã được đăng chưa", {
    choices: [choice("Đăng lại", "again"), choice("Bỏ qua", "skip")],
  });
  const posted = await opened.platform.poster?.post(CHANNEL, {
    key: "trouble:A7",
    answer: { ...reply, language: "vi" },
  });
  expect(posted?.kind).toBe("posted");
  return opened.slack.next();
}

test("An admin presses a button of an announcement, and she alone reads what it did; the buttons stay", async () => {
  const announcement = await announce();
  expect(seen(announcement).buttons).toEqual(["Đăng lại", "Bỏ qua"]);
  await opened.people.press("Đăng lại", announcement, ANN);
  const told = await opened.slack.next();
  expect([told.to, told.replaces, seen(told).text]).toEqual([ANN.user, false, "Đã xử lý A7."]);
  expect(settled).toEqual([{ id: "A7", how: "again", by: ann }]);
  await opened.people.press("Bỏ qua", announcement, ANN);
  expect((await next()).text).toBe("A7 đã được xử lý.");
  expect(opened.slack.written(CHANNEL)).toEqual([expect.objectContaining({ ts: announcement.ts })]);
});

test("A person who is no admin presses it in vain", async () => {
  await opened.people.press("Đăng lại", await announce(), MINH);
  const told = await opened.slack.next();
  expect([told.to, seen(told).text, settled]).toEqual([MINH.user, "Chỉ quản trị làm được.", []]);
});

test("A person whose rights Slack does not tell presses it in vain, until it does", async () => {
  const announcement = await announce();
  const missing = { body: { ok: false, error: "missing_scope", needed: "users:read" } };
  opened.slack.fail("users.info", missing);
  await opened.people.press("Đăng lại", announcement, ANN);
  expect((await next()).text).toBe("Chỉ quản trị làm được.");
  await opened.people.press("Đăng lại", announcement, ANN);
  expect((await next()).text).toBe("Đã xử lý A7.");
});

test("An admin who leaves out what a command needs fills in a form, whose button does not say that it asks", async () => {
  await opened.people.slash("/lt-settle", "", ANN);
  await expect.poll(() => opened.slack.workspace.views.length).toBe(1);
  const [view = {}] = opened.slack.workspace.views;
  expect(JSON.stringify(view)).toContain('"submit":{"type":"plain_text","text":"Do it"');
  const values = {
    how: { typed: { type: "static_select", selected_option: { value: "skip" } } },
    id: { typed: { type: "plain_text_input", value: "A9" } },
  };
  await opened.people.submit(view, values, ANN);
  expect(await next()).toMatchObject({ text: "Đã xử lý A9.", private: true });
  expect(settled).toEqual([{ id: "A9", how: "skip", by: ann }]);
});

test("Rights are those of whoever sends a form, not of whoever opened it", async () => {
  await opened.people.slash("/lt-settle", "", ANN);
  await expect.poll(() => opened.slack.workspace.views.length).toBe(1);
  const values = { id: { typed: { type: "plain_text_input", value: "A9" } } };
  await opened.people.submit(opened.slack.workspace.views[0] ?? {}, values, MINH);
  expect([(await next()).text, settled]).toEqual(["Only admins can.", []]);
});

test("An admin who writes in plain words does nothing by them", async () => {
  await opened.people.direct("settle again A7", ANN.user);
  await next();
  await opened.people.mention("/lt-settle again id:A7", ANN);
  await next();
  expect(settled).toEqual([]);
});

test("An admin is told when what she wanted could not be done, and the log has the rest", async () => {
  held = Promise.reject(new Error("The database is away"));
  held.catch(() => {});
  await opened.people.slash("/lt-settle", "again id:A7", ANN);
  expect((await next()).text).toMatch(/\bE\d+\b/);
  expect(reported).toEqual([expect.objectContaining({ message: "The database is away" })]);
});

test("A person who asks is still answered in the acknowledgement itself", async () => {
  await opened.people.slash("/lt-memoranda", "", MINH);
  await next();
  expect(opened.slack.calls.filter((one) => one.startsWith("respond/"))).toEqual([]);
});

test("An admin finds the command where all others are: in the manifest, in help and on the bot's page", async () => {
  const manifest = slackManifest([...commands, settle], { prefix: "lt-" }).features.slash_commands;
  expect(manifest.at(-1)).toMatchObject({ command: "/lt-settle", usage_hint: "[cách:đăng lại|bỏ qua] mã:…" });
  await opened.people.slash("/lt-help", "", ANN);
  await opened.people.press("Next ›", await opened.slack.next(), ANN);
  expect((await next()).text).toContain("/lt-settle");
  await opened.people.event({ type: "app_home_opened", user: ANN.user, tab: "home", channel: "D1", event_ts: "1" });
  await expect.poll(() => JSON.stringify(opened.slack.workspace.homes)).toContain("/lt-settle");
});
