import { beforeEach, expect, test } from "vitest";
import type { Problem } from "../../src/core/problem.ts";
import { KINDS } from "../../src/knowledge/kinds/index.ts";
import { link } from "../../src/knowledge/link.ts";
import { parseFile } from "../../src/knowledge/parse.ts";
import { NOW } from "../bots.ts";
import { type Driven, goldenProblems, openDesk } from "./desk.ts";
import { ask, openApp } from "./open.ts";
import { linksIn, partOf, textOf } from "./reading.ts";

const PATHS = [
  "/",
  "/?q=x",
  "/knowledge",
  "/knowledge/places",
  "/knowledge/figures",
  "/problems",
  "/calendar",
  "/gaps",
];

let driven: Driven;
beforeEach(async () => {
  driven = await openDesk("test/knowledge");
});
const page = async (path: string): Promise<string> => (await ask(openApp(driven.desk), path)).text();

const MIXED = "- indicator: do-thi-hoa\n  place: da-nang\n  period: 2023-9X\n  value: 6,08\n";
const [problems, file] = (() => {
  const name = "test/knowledge/figures/hong.yaml";
  const parsed = parseFile({ file: name, kind: KINDS.figure, text: MIXED } as Parameters<typeof parseFile>[0]);
  return [link([parsed]).problems, name];
})();

test("An admin whose files are right reads that there are no problems, and how much is in use", async () => {
  const shown = textOf(await page("/problems"));
  expect(shown).toContain("Không có vấn đề nào");
  expect(shown).toMatch(/Gồm \d+ tệp, [\d.]+ dữ kiện/);
  expect(shown).toContain("11:00 ngày 24/11/2026");
});

test.each(PATHS)("While the files are broken, %s says so on top: since when, and how many errors", async (path) => {
  expect(await page(path)).not.toContain('class="banner"');
  driven.become({ staleSince: NOW - 5 * 60_000, problems });
  const banner = textOf(partOf(await page(path), '<div id="banner"'));
  expect(banner).toContain("Tệp tri thức đang lỗi từ 11:55 ngày 24/11/2026 (5 phút trước)");
  expect(banner).toContain(`Xem ${problems.filter(({ severity }) => severity === "error").length} lỗi`);
  expect(banner).toContain("vẫn trả lời từ tri thức trước lúc đó");
});

test("An admin whose bot started on broken files reads that it answers from the snapshot", async () => {
  driven.become({ staleSince: NOW, fromSnapshot: true, problems });
  expect(textOf(await page("/?lang=en"))).toContain("The bot answers from the last good snapshot");
});

test("An admin sees each problem with its place, what to write instead, and the lines around it", async () => {
  driven.become({ staleSince: NOW, problems });
  const html = await page("/problems");
  expect(problems.length).toBeGreaterThan(1);
  for (const problem of problems) {
    expect(textOf(html)).toContain(`${file}:${problem.line}:${problem.column}`);
    expect(textOf(html)).toContain(problem.message.vi);
    expect(textOf(html)).toContain(problem.hint?.vi ?? "");
    expect(html).toContain(problem.frame.replaceAll(">", "&gt;"));
  }
});

test("An admin sees which golden questions hold, by file, and what was answered to those that do not", async () => {
  const { bot, knowledge } = driven.desk.living.current();
  const [first, ...others] = knowledge.questions;
  const origin = knowledge.origins.get(first ?? {});
  if (first === undefined || origin === undefined) throw new Error("There are no golden questions");
  const changed = { ...first, must: ["zzz"] };
  const origins = new Map(knowledge.origins).set(changed, origin);
  const wrong = { ...knowledge, questions: [changed, ...others], origins };
  const failing = goldenProblems({ bot, knowledge: { ...wrong, questions: [changed] } }, "test/knowledge");
  driven.become({ problems: failing }, { bot, knowledge: wrong });
  const html = await page("/problems");
  const golden = textOf(partOf(html, '<section aria-labelledby="golden"'));
  expect(failing).toHaveLength(1);
  expect(golden).toContain(`${knowledge.questions.length - 1}/${knowledge.questions.length} câu trả lời đúng`);
  expect(golden).toContain("Bot trả lời:");
  expect(golden).toContain(`không đạt: ${first.q}`);
  expect(textOf(html)).toContain("1 câu hỏi mẫu không đạt.");
  expect(golden).toMatch(/test\/knowledge\/questions\/mo-ho\.yaml (\d+)\/\1 /);
});

test("While the files are broken nobody is told that golden questions hold", async () => {
  driven.become({ staleSince: NOW, problems });
  const golden = partOf(await page("/problems"), '<section aria-labelledby="golden"');
  expect(textOf(golden)).toContain("được hỏi lại khi các tệp hết lỗi");
  expect(golden).not.toMatch(/class="(tally|right|wrong)/);
});

test("An admin sees warnings, the number of problems in the menu, and what the last reload changed", async () => {
  const warning: Problem = { ...(problems[0] as Problem), severity: "warning" };
  const files = { added: ["figures/a.yaml"], changed: ["places/b.yaml"], removed: ["people/c.yaml"] };
  driven.become({
    problems: [warning],
    last: { at: NOW, files, facts: { added: 3, changed: 2, removed: 1 }, ms: 41.7 },
  });
  const html = await page("/problems?lang=en");
  expect(textOf(html)).toContain("1 warning.");
  expect(linksIn(html).has("Problems 1")).toBe(true);
  expect(textOf(html)).toContain("facts: 3 added, 2 changed, 1 removed (42 ms)");
  for (const name of Object.values(files).flat()) expect(textOf(html)).toContain(name);
  expect(html).not.toContain('class="banner"');
});

test("An admin sees what is due for another look, and whose it is", async () => {
  const what = { vi: "Lượng khách", en: "Visitors" };
  const stale = async () => [{ place: "figures/x.yaml:3", what, owner: "Phòng Tổng hợp", verifyBy: "2026-10-01" }];
  const html = await (await ask(openApp({ ...driven.desk, stale }), "/problems")).text();
  expect(textOf(html)).toContain("Lượng khách – hạn 01/10/2026, Phòng Tổng hợp figures/x.yaml:3");
});
