import { rm } from "node:fs/promises";
import { expect, test } from "vitest";
import { editDistance } from "../../src/core/distance.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { showProblem, showProblems } from "../../src/knowledge/show.ts";
import { folderOf, VALID } from "./folder.ts";

async function problemsWith(instead: string, typed: string) {
  const file = "figures/so-lieu.yaml";
  const folder = await folderOf({ ...VALID, [file]: (VALID[file] ?? "").replace(instead, typed) });
  const { problems } = await loadKnowledge(folder);
  await rm(folder, { recursive: true });
  return problems.map((problem) => ({ ...problem, file: problem.file.replace(folder, "knowledge") }));
}

test("An admin reads where the mistake is, what to write, and sees it", async () => {
  const problems = await problemsWith("305000", "305.000");
  expect(showProblems(problems, "vi")).toMatchInlineSnapshot(`
    "knowledge/figures/so-lieu.yaml:5:10 lỗi: Máy đọc “305.000” là số 305: dấu chấm là dấu thập phân.
      → Có phải ý bạn là 305000? Viết liền: 305000. Nếu đúng là 305 thì viết 305.
        4 |   period: 2023-9M
      > 5 |   value: 305.000
          |          ^^^^^^^
        6 |   qualifier: over

    1 lỗi trong 1 tệp."
  `);
  expect(showProblems(problems, "en")).toMatchInlineSnapshot(`
    "knowledge/figures/so-lieu.yaml:5:10 error: “305.000” is read as the number 305: the point is a decimal point.
      → Did you mean 305000? Write it without separators: 305000. If it really is 305, write 305.
        4 |   period: 2023-9M
      > 5 |   value: 305.000
          |          ^^^^^^^
        6 |   qualifier: over

    1 error in 1 file."
  `);
});

test("An admin with many problems reads how many", async () => {
  const problems = await problemsWith("value: 86.5}\n    - {kind: change", "value: 8x}\n    - {kind: chnage");
  expect(showProblems(problems, "vi").split("\n").at(-1)).toBe("2 lỗi trong 1 tệp.");
  expect(showProblems(problems, "en").split("\n").at(-1)).toBe("2 errors in 1 file.");
  expect(showProblems([], "vi")).toBe("Không có vấn đề nào.");
});

test("A mistake at the end of a long line is still seen under its mark", async () => {
  const [problem] = await problemsWith("qualifier: over", `scope: {vi: "${"dài ".repeat(60)}", en: "x", fr: "y"}`);
  const [, line = "", mark = ""] = problem === undefined ? [] : showProblem(problem, "vi").split("\n").slice(2);
  expect(line.slice(mark.indexOf("^"), mark.lastIndexOf("^") + 1)).toBe("fr");
  expect(line.length).toBeLessThan(130);
});

test.each([
  ["title", "title", 2, 0],
  ["titel", "title", 2, 1],
  ["ovre", "over", 2, 1],
  ["", "abc", 3, 3],
  ["kitten", "sitting", 5, 3],
  ["kitten", "sitting", 2, 3],
  ["ca", "abc", 5, 3],
  ["abcdef", "ghijkl", 2, 3],
])("Between %s and %s, looking no further than %i, lie %i slips", (a, b, max, distance) => {
  expect(editDistance(a, b, max)).toBe(distance);
  expect(editDistance(b, a, max)).toBe(distance);
});
