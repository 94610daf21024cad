import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPeople, httpDeliver, seen } from "../platforms/slack/fake/people.ts";
import { type FakeSlack, openFakeSlack } from "../platforms/slack/fake/server.ts";
import { startBot } from "../running.ts";

// Whole processes, which a busy machine starts slowly.
vi.setConfig({ testTimeout: 30_000 });

let slack: FakeSlack;
let folder: string;
beforeEach(async () => {
  slack = await openFakeSlack();
  folder = mkdtempSync(join(tmpdir(), "lien-thanh-process-"));
});
afterEach(async () => {
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

const SECRET = "a-signing-secret";
const ADMIN = "U0123ABCDEF";
const MINH = "U0456SECRETIVE";

async function open(env: Readonly<Record<string, string>> = {}) {
  slack.workspace.people.set(ADMIN, { locale: "vi-VN", name: "Ann" });
  slack.workspace.people.set(MINH, { locale: "vi-VN", name: "Minh" });
  const bot = startBot({
    SLACK_API_URL: slack.url,
    SLACK_BOT_TOKEN: "xoxb-good",
    SLACK_SIGNING_SECRET: SECRET,
    STATE_DIR: folder,
    ADMINS: `slack:${ADMIN}`,
    LOG_LEVEL: "debug",
    ...env,
  });
  const { url } = await bot.said(/^Listening on /);
  await bot.said(/^Slack: .* is listening in/);
  return { bot, people: createPeople(slack, httpDeliver(`${url}/slack/events`, SECRET)) };
}

const rows = (query: string): Record<string, unknown>[] => {
  const database = new DatabaseSync(join(folder, "state.sqlite"), { readOnly: true });
  const found = database.prepare(query).all();
  database.close();
  return found;
};

test("A running bot keeps what is asked and thought, for its admins, and nobody's name; no line of its log tells of it", async () => {
  const { bot, people } = await open();
  await people.direct("price of gold in Sa Dec?", MINH);
  await slack.next();
  await people.direct("biên bản mẫu ký ngày nào?", MINH);
  await people.press("Chưa đúng", await slack.next(), { channel: `D${MINH}`, user: MINH });
  expect(seen(await slack.next()).text).toBe("Đã ghi nhận, cảm ơn bạn.");
  await vi.waitFor(() => expect(rows("select * from question")).toHaveLength(2), 10_000);
  await people.slash("/lt-admin", "gaps", { channel: "C1", user: ADMIN });
  const told = seen(await slack.next());
  expect(told).toMatchObject({ private: true });
  expect(told.text).toContain("price of gold in Sa Dec? (1 lần, 1 người; kho không có)");
  await people.slash("/lt-admin", "gaps", { channel: "C1", user: MINH });
  expect(seen(await slack.next()).text).toContain("dành cho người quản trị");
  bot.signal("SIGTERM");
  expect(await bot.exited).toEqual([0, null]);

  expect(rows("select status, platform, language, invocation is null as missed from question order by id")).toEqual([
    { status: "unknown", platform: "slack", language: "en", missed: 1 },
    { status: "answered", platform: "slack", language: "vi", missed: 0 },
  ]);
  expect(rows("select useful, platform from rating")).toEqual([{ useful: 0, platform: "slack" }]);
  expect(rows("select who, act from audit")).toEqual([{ who: `slack:${ADMIN}`, act: "admin gaps" }]);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const everything = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), "latin1")).join("\n");
  // What is looked through does hold what was asked, and the one person who is named in it on purpose.
  expect([everything.includes("price of gold in Sa Dec?"), everything.includes(ADMIN)]).toEqual([true, true]);
  expect(everything).not.toContain(MINH);
  for (const secret of [MINH, ADMIN, "price of gold", "Chưa đúng"]) expect(bot.text()).not.toContain(secret);
});

test("A bot that was told to keep no questions keeps none, and what people think of answers neither", async () => {
  const { bot, people } = await open({ QUESTION_DAYS: "0" });
  await people.direct("biên bản mẫu ký ngày nào?", MINH);
  await people.press("Chưa đúng", await slack.next(), { channel: `D${MINH}`, user: MINH });
  expect(seen(await slack.next()).text).toBe("Đã ghi nhận, cảm ơn bạn.");
  bot.signal("SIGTERM");
  await bot.exited;
  expect([rows("select * from question"), rows("select * from rating"), rows("select * from salt")]).toEqual([
    [],
    [],
    [],
  ]);
});
