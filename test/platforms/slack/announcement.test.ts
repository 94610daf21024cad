import { expect, test } from "vitest";
import { type Answer, answered, answeredList, type Reply } from "../../../src/core/answer.ts";
import { line, list, moment, p, plain, strong, type Text, table } from "../../../src/core/text.ts";
import { renderAnnouncement } from "../../../src/platforms/slack/announcement.ts";
import { pagesOf } from "../../../src/platforms/slack/pages.ts";
import { render } from "../../../src/platforms/slack/render.ts";
import { HOSTILE } from "../contract.ts";
import { messageProblems } from "./fake/blocks.ts";
import { see } from "./fake/see.ts";
import { openKnowledge } from "./open.ts";

const { knowledge, bot } = await openKnowledge();
const desk = { bot, knowledge, prefix: "lt-" };
const START = Date.UTC(2026, 9, 20, 1, 30);
const YOURS = moment(START, "giờ của bạn");
const inVietnamese = (reply: Reply): Answer => ({
  ...reply,
  language: "vi",
  invocation: { command: "reviews", values: {}, language: "vi" },
});

const read = ({ text, blocks }: ReturnType<typeof renderAnnouncement>, timeZone = "Asia/Ho_Chi_Minh") => {
  expect(messageProblems({ text, blocks })).toEqual([]);
  return see({ text, blocks, isPrivate: false, timeZone });
};

test("An announcement stands out by its first line, and offers nothing but its choices", () => {
  const [source] = knowledge.sources.keys();
  const choice = { question: "Đã đăng rồi", invocation: { command: "reviews", values: {}, language: "vi" } } as const;
  const reply = answered("Họp sơ kết sau 7 ngày", {
    body: [list(["Địa điểm: hội trường"])],
    citations: [{ id: source ?? "" }],
    choices: [choice],
  });
  const message = renderAnnouncement(inVietnamese(reply), desk);
  expect(message.blocks.map(({ type }) => type)).toEqual(["header", "rich_text", "actions", "context"]);
  const seen = read(message);
  expect(seen.text).toMatch(/^Họp sơ kết sau 7 ngày\nĐịa điểm: hội trường\nĐã đăng rồi\nNguồn: /);
  expect(seen.buttons).toEqual(["Đã đăng rồi"]);
  expect(message.text).toMatch(/^Họp sơ kết sau 7 ngày\n• Địa điểm: hội trường\nĐã đăng rồi$/);
});

const when = line`Họp lúc 08:30 ngày ${strong("20/10/2026")} (GMT+7)${YOURS}, tại hội trường`;

test.each([
  ["Asia/Ho_Chi_Minh", "Tuesday, 20 October 2026, 08:30"],
  ["America/New_York", "Monday, 19 October 2026, 21:30"],
])("A person in %s reads when a meeting is by the clock on the wall", (timeZone, local) => {
  const announced = renderAnnouncement(inVietnamese(answered("Sơ kết", { body: [p(when)] })), desk);
  const sentence = `Họp lúc 08:30 ngày 20/10/2026 (GMT+7) · giờ của bạn: ${local}, tại hội trường`;
  expect(read(announced, timeZone).text).toContain(sentence);
  const answer = render(inVietnamese(answered(when)), { shareable: true }, desk);
  expect(see({ ...answer, isPrivate: true, timeZone }).text).toContain(sentence);
  for (const { text } of [announced, answer])
    expect(text).toContain("Họp lúc 08:30 ngày 20/10/2026 (GMT+7), tại hội trường");
});

test("A reader's time stands below a first line that has one, where no header can hold it", () => {
  const message = renderAnnouncement(inVietnamese(answered(when)), desk);
  expect(read(message).text).toBe(
    "Họp lúc 08:30 ngày 20/10/2026 (GMT+7), tại hội trường\ngiờ của bạn: Tuesday, 20 October 2026, 08:30",
  );
});

test("A first line that is too long for a header is bold, and whole", () => {
  const name = "Sơ kết biên bản ghi nhớ ".repeat(12).trim();
  const seen = read(renderAnnouncement(inVietnamese(answered(line`${name} lúc 08:30${YOURS}`)), desk));
  expect(seen.text).toBe(`${name} lúc 08:30 · giờ của bạn: Tuesday, 20 October 2026, 08:30`);
  expect(seen.formatted.join("")).toBe(`${name} lúc 08:30`);
});

const manyMoments: Text = [
  list(
    Array.from({ length: 300 }, (_, i) => line`Kỳ ${String(i + 1)}${moment(START, "từ")}${moment(START + i, "đến")}`),
  ),
];

test.each<[string, Reply]>([
  ["an endless agenda", answered("Sơ kết", { body: [p(line`${"chữ ".repeat(3000)}${YOURS}`)] })],
  ["endless lists and tables", answeredList("Sơ kết", Array(400).fill("Dòng"), { body: [table(["a"], [["b"]])] })],
  ["hundreds of moments", answered("Sơ kết", { body: manyMoments })],
  ["an empty first line", answered("", { body: [p("Còn lại")] })],
])("Slack takes an announcement with %s", (_, reply) => {
  read(renderAnnouncement(inVietnamese(reply), desk));
});

test("A person sees that an announcement which is too long goes on", () => {
  const rows = Array.from({ length: 60 }, (_, i) => `Dòng ${i + 1}`);
  const seen = read(renderAnnouncement(inVietnamese(answeredList("Sơ kết", rows)), desk));
  expect(seen.text).toMatch(/Dòng 25\n…$/);
});

test("A person who turns the pages of a long answer misses none of its moments, not even that of an endless line", () => {
  const answer = inVietnamese(answered("Các kỳ", { body: [...manyMoments, p(line`${"chữ ".repeat(900)}${YOURS}`)] }));
  const pages = pagesOf(answer).map((_, i) => render(answer, { page: i + 1, shareable: true }, desk));
  const moments = pages.flatMap(({ blocks }) => JSON.stringify(blocks).match(/"type":"date"/g) ?? []);
  expect([moments.length, pages.flatMap((page) => messageProblems(page))]).toEqual([601, []]);
  expect(plain(pagesOf(answer).at(-1) ?? [])).toContain("chữ");
});

test("Nothing that lies in a file pings, links or formats in an announcement, nor in the label of a moment", () => {
  const reply = answered(HOSTILE, { body: [p(line`${HOSTILE}${moment(START, HOSTILE)}`), list([HOSTILE])] });
  const seen = read(renderAnnouncement(inVietnamese(reply), desk));
  expect([seen.pings, seen.links, seen.formatted.join("")]).toEqual([[], [], HOSTILE]);
});

test("A fake Slack that could not show a moment would show its fallback", () => {
  const element = { type: "date", timestamp: START / 1000, format: "{unknown}", fallback: "2026-10-20 01:30 UTC" };
  const blocks = [{ type: "rich_text", elements: [{ type: "rich_text_section", elements: [element] }] }];
  expect(see({ text: "", blocks, isPrivate: false }).text).toBe("2026-10-20 01:30 UTC");
  const announced = renderAnnouncement(inVietnamese(answered("Sơ kết", { body: [p(when)] })), desk);
  expect(JSON.stringify(announced.blocks)).toContain('"fallback":"2026-10-20 01:30 UTC"');
});
