import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawChart } from "../../bench/chart.ts";
import { type Section, thisMachine, toTable, writeReport } from "../../bench/report.ts";

const SECTION: Section = {
  title: "Found: ours & theirs",
  rows: [
    { engine: "a|b", right: 12 },
    { engine: "<c>", right: 3, wrong: 4 },
  ],
  notes: ["Higher is better."],
  chart: { kind: "bars", by: "engine", columns: ["right"] },
};

test("Whoever ran a benchmark finds its table, its notes, its picture and the machine in the folder", async () => {
  const folder = await mkdtemp(join(tmpdir(), "report-"));
  const written = await writeReport(folder, { ...thisMachine(), node: "v24.0.0" }, [SECTION]);
  const [markdown = "", json = "", picture = ""] = await Promise.all(written.map((path) => readFile(path, "utf8")));
  await rm(folder, { recursive: true });
  expect(markdown).toContain("Node v24.0.0");
  expect(markdown).toContain("| engine | right | wrong |\n| --- | ---: | ---: |\n| a\\|b | 12 | – |\n");
  expect(markdown).toContain("Higher is better.");
  expect(markdown).toContain("(found-ours-theirs.svg)");
  expect(JSON.parse(json).sections[0].rows).toEqual(SECTION.rows);
  expect(picture).toContain("Found: ours &amp; theirs");
  expect(picture).toContain("&lt;c&gt;");
});

test("A reader of a table sees a dash where nothing was measured", () => {
  expect(toTable([{ n: 1, ms: undefined }])).toContain("| 1 | – |");
});

test("A picture over growing sizes has both axes logarithmic, so that what grows in proportion is a straight line", () => {
  const rows = [1, 10, 100].map((facts) => ({ facts, ms: 2 * facts }));
  const picture = drawChart("Growth", rows, { kind: "lines", by: "facts", columns: ["ms"] });
  const points = [...picture.matchAll(/cx="(\d+)" cy="(\d+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);
  const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = [], [x3 = 0, y3 = 0] = []] = points;
  expect(Math.abs(x3 - x2 - (x2 - x1))).toBeLessThan(2);
  expect(Math.abs(y3 - y2 - (y2 - y1))).toBeLessThan(2);
});
