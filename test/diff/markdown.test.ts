import { expect, test } from "vitest";
import { escaped, fenced } from "../../src/diff/markdown.ts";
import { VALID } from "../knowledge-loader/folder.ts";
import { diffOf, put } from "./edit.ts";

/** What GitHub makes something of after its own escapes are gone. */
const seen = (text: string): string => escaped(text).replace(/\\([!-/:-@[-`{-~])/g, "$1");

test.each([
  ["a person", "hỏi @octocat và @org/team", /@[a-z]/],
  ["an issue", "xem #12, GH-12 và org/repo#3", /#\d|GH-\d/],
  ["a commit", "deadbeef12 · 6dcb09b5b57875f334f61aebed695e2e4193db5e", /\b[0-9a-f]{7,40}\b/],
  ["a page", "https://a.example www.a.example ftp://a.example", /\w:\/\/|www\./],
  ["an address", "mailto:a@b.example xmpp:a@b.example a@b.example", /mailto:[a-z]|xmpp:[a-z]|@[a-z]/],
  ["an emoji", ":smile: :+1:", /:[\w+]+:/],
])("Nobody who writes YAML makes the comment name %s", (_, text, pattern) => {
  expect(text).toMatch(pattern);
  expect(seen(text)).not.toMatch(pattern);
  expect(seen(text).replaceAll("\u200B", "")).toBe(text);
});

test.each([
  ["a|b", "a\\|b"],
  ["*a* _b_ ~~c~~ `d`", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\`"],
  ["![a](b) [c][d] [^1]", "\\!\\[a\\](b) \\[c\\]\\[d\\] \\[\\^1\\]"],
  ["</td><script>&amp;", "&lt;/td&gt;&lt;script&gt;&amp;amp;"],
  ["$x$ và $5", "<span>$</span>x<span>$</span> và <span>$</span>5"],
  ["hai\r\ndòng\u202E\u0007", "hai dòng"],
])("Nothing in %j is markup", (text, expected) => {
  expect(escaped(text)).toBe(expected);
});

test("A text with fences in it does not get out of its fence", () => {
  expect(fenced("a\n````\n@b").split("\n")).toEqual(["`````text", "a", "````", "@b", "`````"]);
  expect(fenced("x".repeat(100_000)).length).toBeLessThan(65_536);
});

const HOSTILE = "Miền | <b>Tây</b> @octocat #1 [x](https://a.example) ![y](z) $k$";

test("A pull request shows what a hostile file says as text, in as many columns as there are", async () => {
  const edit = put("places/noi.yaml", 'vi: "Miền Tây"', `vi: '${HOSTILE}'`);
  const { told, code } = await diffOf(edit, { format: "markdown" });
  const rows = told.split("\n").filter((line) => line.startsWith("| "));
  expect(rows.map((line) => line.split(/(?<!\\)\|/).length)).toEqual(rows.map(() => rows[0]?.split("|").length));
  expect(told).not.toMatch(/<b>Tây|@octocat|#1\b|(?<!\\)\]\(https|!\[y|\$k/);
  expect(told).toContain("&lt;b&gt;Tây&lt;/b&gt;");
  expect(code).toBe(0);
});

test("A pull request shows answers first, then the facts with their places", async () => {
  const from = {
    ...VALID,
    "questions/mau.yaml": `# yaml-language-server: $schema=../schemas/questions.schema.json\n- {q: "Tổng thu của Sa Đéc?", expect: answered, must: ['305']}\n`,
  };
  const { told } = await diffOf(put("figures/so-lieu.yaml", "305000", "310000"), {
    from,
    format: "markdown",
    language: "en",
  });
  expect(told.split("\n")).toEqual([
    "### What changes in the knowledge base",
    "",
    "Against before: 1 fact changed; 1 question asked, 1 answer changed. 1 golden question does not hold.",
    "",
    "#### Answers",
    "",
    "**Another figure or date** (1)",
    "",
    "| Question | Before | After |",
    "| --- | --- | --- |",
    "| ❌ Tổng thu của Sa Đéc?<br><sub>This golden question no longer holds: the answer lacks “305”.</sub> | Tổng thu của Sa Đéc, 9 tháng đầu năm 2023: trên 305.000 tỷ đồng, đạt 86,5% dự toán, tăng 24,60% so với cùng kỳ năm trước. | Tổng thu của Sa Đéc, 9 tháng đầu năm 2023: trên 310.000 tỷ đồng, đạt 86,5% dự toán, tăng 24,60% so với cùng kỳ năm trước. |",
    "",
    "#### Facts",
    "",
    "**Figure** (1)",
    "",
    "|  | Fact | Before | After | Where |",
    "| --- | --- | --- | --- | --- |",
    "| changed | **Total revenue of Sa Dec, first nine months of 2023**<br>value | over 305,000 billion dong | over 310,000 billion dong | kb/figures/so-lieu.yaml:5 |",
  ]);
});

test("A long list is folded away, and what GitHub would not take is counted instead", async () => {
  const place = (i: number, name: string): string =>
    `- {id: noi-${i}, names: {vi: "Nơi ${i} ${name}", en: "Place ${i}"}, type: city}\n`;
  const many = (count: number, name: string): string =>
    Array.from({ length: count }, (_, i) => place(i, name)).join("");
  const some = await diffOf({ "places/nhieu.yaml": many(13, "x") }, { format: "markdown" });
  expect(some.told).toContain("<details><summary><b>Địa danh</b> (13)</summary>\n\n|");
  const { told } = await diffOf({ "places/nhieu.yaml": many(900, "x".repeat(90)) }, { format: "markdown" });
  expect(told.length).toBeLessThan(65_536);
  expect(told.match(/^\| thêm/gm)?.length).toBeGreaterThan(300);
  expect(told).toMatch(/\n… và \d{3} dòng nữa: chạy npm run diff để xem hết\.\n\n<\/details>/);
}, 30_000);
