import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { commands } from "../../../commands/index.ts";
import { answeredList } from "../../../src/core/answer.ts";
import { defineCommand } from "../../../src/core/command.ts";
import { assemble } from "../../../src/terminal/assemble.ts";
import { seen } from "./fake/people.ts";
import { ANN, MINH, type Opened, openKnowledge, openSlack } from "./open.ts";

/** More than one message holds, about whatever was asked. */
const everything = defineCommand({
  name: "everything",
  names: { vi: "tất-cả", en: "everything" },
  description: { vi: "Tất cả", en: "Everything" },
  options: {
    what: {
      kind: "text",
      required: true,
      names: { vi: "gì", en: "what" },
      description: { vi: "Hỏi về gì", en: "About what" },
    },
  },
  asks: [],
  run: ({ what }) =>
    answeredList(
      what,
      Array.from({ length: 40 }, (_, i) => `Dòng ${i + 1}`),
    ),
});

let opened: Opened;

beforeAll(async () => {
  const { knowledge } = await openKnowledge();
  opened = await openSlack(assemble(knowledge, { commands: [...commands, everything] }), knowledge);
});
afterEach(() => expect([opened.slack.violations, opened.slack.waiting]).toEqual([[], []]));
afterAll(() => opened.stop());

const next = async () => seen(await opened.slack.next());
const DA_NANG = 'biên-bản:"biên bản Đà Nẵng Quảng Ninh"';

test("A person who types a question after /hoi is answered in private, in the question's language", async () => {
  await opened.people.slash("/hoi", "ai ký biên bản Đà Nẵng Quảng Ninh?", ANN);
  const answer = await next();
  expect(answer.text).toMatch(/Trần Quốc Hưng[\s\S]*Nguồn: [\s\S]*Hiểu là: \/lt-signers biên bản:/);
  expect(answer.private).toBe(true);
});

test.each([
  DA_NANG,
  "biên-bản:biên bản Đà Nẵng Quảng Ninh",
  "memorandum=“bien ban da nang quang ninh”",
  "ai ký biên bản Đà Nẵng Quảng Ninh",
])("A person may write what a command takes as %s", async (text) => {
  await opened.people.slash("/lt-signers", text, MINH);
  expect((await next()).text).toContain("Trần Quốc Hưng");
});

test("A person whose Slack is in English reads a typed command's answer in English", async () => {
  await opened.people.slash("/lt-signers", DA_NANG, ANN);
  expect((await next()).text).toMatch(/Source: [\s\S]*Understood as: \/lt-signers/);
});

test("A person whom Slack does not know is answered in Vietnamese", async () => {
  await opened.people.slash("/lt-memoranda", "", { ...MINH, user: "UNKNOWN" });
  expect((await next()).text).toContain("Nguồn:");
});

test("A person who asks for help reads the commands as they are typed in Slack", async () => {
  await opened.people.slash("/lt-help", "", MINH);
  expect((await next()).text).toContain("/lt-signers");
});

test("A person who calls a command without what it needs fills in a form, with names completed while typing", async () => {
  await opened.people.slash("/lt-fields", "", MINH);
  await expect.poll(() => JSON.stringify(opened.slack.workspace.views.at(-1))).toContain("external_select");
  const view = opened.slack.workspace.views.at(-1) ?? {};
  const { options } = (await opened.people.type(view, "memorandum", "da nang", MINH)) as {
    options: { text: { text: string }; value: string }[];
  };
  expect(options[0]?.text.text).toContain("Đà Nẵng");
  const selected = { type: "external_select", selected_option: options[0] };
  await opened.people.submit(view, { memorandum: { suggest: selected } }, MINH);
  const answer = await next();
  expect(answer.text).toContain("Chuyển đổi số");
  expect(answer.private).toBe(true);
});

test("A person whose form Slack does not open reads how to type the same", async () => {
  opened.slack.fail("views.open", { status: 200, body: { ok: false, error: "expired_trigger_id" } });
  await opened.people.slash("/lt-fields", "", MINH);
  expect((await next()).text).toContain("/lt-fields biên-bản:…");
});

test("A person who asks about a message is answered in private", async () => {
  await opened.people.shortcut("ask-about", "Ai biết Đà Nẵng &amp; Quảng Ninh ký biên bản ngày nào không?", MINH);
  const answer = await next();
  expect(answer.text).toContain("12/05/2022");
  expect(answer.private).toBe(true);
});

test("A person who opens the bot's page sees what it can do, what it knows and the next reviews", async () => {
  await opened.people.event({ type: "app_home_opened", user: MINH.user, tab: "home", channel: "D1", event_ts: "1" });
  await expect.poll(() => opened.slack.workspace.homes.length).toBe(1);
  const home = JSON.stringify(opened.slack.workspace.homes[0]);
  for (const part of ["/lt-signers", "4 biên bản", "Các kỳ sơ kết sắp tới", "dự kiến, chưa xác nhận"])
    expect(home).toContain(part);
});

test("A person who presses the button on the bot's page gets a form, and the answer as a direct message", async () => {
  const home = { channel: MINH.user, blocks: opened.slack.workspace.homes[0]?.blocks as unknown[], text: "", ts: "1" };
  await opened.people.press("Đặt câu hỏi", home, MINH);
  await expect.poll(() => JSON.stringify(opened.slack.workspace.views.at(-1))).toContain("plain_text_input");
});

test("A person who asks a long question turns its pages, and may share what it led to", async () => {
  const question = `${"làm ơn ".repeat(20)}cho biết tất cả`;
  await opened.people.slash("/lt-everything", question, MINH);
  const post = await opened.slack.next();
  expect(seen(post).buttons).toEqual(expect.arrayContaining(["Trang sau ›", "Chia sẻ vào kênh"]));
  await opened.people.press("Trang sau ›", post, MINH);
  const turned = await opened.slack.next();
  expect([turned.replaces, seen(turned).text.split("\n").slice(0, 3)]).toEqual([
    true,
    ["Trang 2/2", question, "Dòng 26"],
  ]);
});

test("Fifty people who use a command at once are all answered", async () => {
  const asked = Array.from({ length: 50 }, (_, i) => ({ channel: "C1", user: `U${i}` }));
  await Promise.all(asked.map((here) => opened.people.slash("/lt-signers", DA_NANG, here)));
  const answered = await Promise.all(asked.map(() => opened.slack.next()));
  expect(new Set(answered.map(({ to }) => to)).size).toBe(50);
});
