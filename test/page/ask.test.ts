import { beforeAll, expect, test } from "vitest";
import type { Web } from "../../src/server/app.ts";
import { openDesk } from "./desk.ts";
import { linesIn } from "./lines.ts";
import { ask, openApp } from "./open.ts";
import { linksIn, partOf, textOf } from "./reading.ts";

let app: Web;
beforeAll(async () => {
  app = openApp((await openDesk("test/knowledge", { linesOf: linesIn("test/knowledge") })).desk);
});

const page = async (path: string): Promise<string> => (await ask(app, path)).text();
const asking = (q: string, more: Readonly<Record<string, string>> = {}): Promise<string> =>
  page(`/?${new URLSearchParams({ q, ...more })}`);
const answerIn = (html: string): string => textOf(partOf(html, '<section id="answer"'));

test("An admin who asks reads the answer, how it was understood, its source, and the lines that hold it", async () => {
  const html = await asking("luong khach du lich quang ninh 2023");
  const answer = answerIn(html);
  expect(answer).toContain("Trả lời");
  expect(answer).toMatch(/Hiểu là .*\/figures/);
  expect(answer).toMatch(/Nguồn .* test\/knowledge\/sources\/[\w-]+\.yaml:\d+/);
  expect(answer).toMatch(/Ghi trong tệp .* test\/knowledge\/figures\/[\w-]+\.yaml:\d+/);
});

test("An admin who asks for a part of an agreement is led to the line of that part", async () => {
  const html = await asking("lĩnh vực logistics của Cần Thơ – Hải Phòng gồm những gì?");
  const [, line] = /memoranda\/can-tho-hai-phong\.yaml:(\d+)/.exec(answerIn(html)) ?? [];
  expect(Number(line)).toBeGreaterThan(5);
});

test("An admin whose question is asked back can ask each reading by a link", async () => {
  const html = await asking("Ai ký biên bản?");
  const choices = [...linksIn(partOf(html, '<section id="answer"'))];
  expect(choices.length).toBeGreaterThanOrEqual(4);
  for (const [question, to] of choices) {
    expect(new URLSearchParams(to.slice(2)).get("q")).toBe(question);
    const asked = await page(to.replace("#answer", ""));
    expect(answerIn(asked)).toContain("Trả lời");
    expect(asked).toContain(`value="${question}"`);
  }
});

test("An admin who asks for what is not held reads that it is not", async () => {
  expect(answerIn(await asking("giá vàng hôm nay"))).toContain("Không có trong kho tri thức");
});

test("An admin can use a command, and one that only acts in chat says so", async () => {
  expect(answerIn(await asking("/help"))).toContain("/figures");
  expect(answerIn(await asking("/subscriptions action:list"))).toContain("chỉ dùng được trong Slack hoặc Discord");
  expect(answerIn(await asking("/nonsense x"))).toContain("Không có lệnh /nonsense");
});

test("An admin who follows up is understood from what was asked before, and not otherwise", async () => {
  const first = await asking("Tổng lượng khách du lịch của Đà Nẵng năm 2023?");
  const [, after = ""] = /name="after" value="([^"]+)"/.exec(first) ?? [];
  expect(after).toContain("figures");
  const followed = answerIn(await asking("còn Quảng Ninh?", { after }));
  expect(followed).toMatch(/Hiểu là .*figures.*Quảng Ninh/);
  expect(answerIn(await asking("còn Quảng Ninh?"))).not.toMatch(/Hiểu là .*figures/);
});

test("An admin who presses “next page” in a preview sees the next page in it", async () => {
  const html = await asking("/help");
  const discord = partOf(html, '<figure class="preview discord"');
  const next = linksIn(discord).get("Trang sau ›") ?? "";
  const turned = await page(next.replace("#answer", ""));
  const shown = textOf(partOf(turned, '<figure class="preview discord"'));
  expect(textOf(discord)).toContain("Trang 1/3");
  expect(shown).toContain("Trang 2/3");
  expect(linksIn(partOf(turned, '<figure class="preview discord"')).has("‹ Trang trước")).toBe(true);
});

test("An admin who has not asked yet is shown questions that have an answer", async () => {
  const examples = [...linksIn(partOf(await page("/"), '<section aria-labelledby="examples"'))];
  expect(examples.length).toBeGreaterThanOrEqual(3);
  for (const [question] of examples) expect(answerIn(await asking(question))).toContain("Trả lời");
});

test.each([
  ["/?lang=en", {}, "en"],
  ["/", { "accept-language": "en-GB,en;q=0.9,vi;q=0.8" }, "en"],
  ["/", { "accept-language": "fr, vi;q=0.5, en;q=0.4" }, "vi"],
  ["/", { cookie: "lien-thanh-lang=en", "accept-language": "vi" }, "en"],
  ["/?lang=vi", { cookie: "lien-thanh-lang=en" }, "vi"],
  ["/?lang=xx", {}, "vi"],
])("A reader of %s with %j is spoken to in %s", async (path, headers, language) => {
  const response = await ask(app, path, { headers: { ...headers } });
  const html = await response.text();
  expect(html).toContain(`<html lang="${language}"`);
  expect(textOf(html)).toContain(language === "vi" ? "Câu hỏi" : "Your question");
  const chosen = path.includes("lang=") && !path.includes("xx");
  expect(response.headers.get("set-cookie")?.includes(`lien-thanh-lang=${language}`) ?? false).toBe(chosen);
});

test("A reader who switches theme or language stays at what was asked", async () => {
  const links = linksIn(await asking("Ai ký biên bản?"));
  for (const [name, value] of [
    ["Tối", "theme=dark"],
    ["English", "lang=en"],
  ] as const) {
    const to = links.get(name) ?? "";
    expect(to).toContain(value);
    expect(new URLSearchParams(to.slice(2)).get("q")).toBe("Ai ký biên bản?");
  }
  expect(await page("/?theme=dark")).toContain('data-theme="dark"');
});

test("An English question on a Vietnamese page is answered in English, and marked so for screen readers", async () => {
  const html = await asking("Where was the memorandum signed?");
  expect(html).toContain('<div class="text" lang="en">');
});
