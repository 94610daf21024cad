import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderOf, VALID } from "../knowledge-loader/folder.ts";
import { cli } from "./run.ts";

const QUESTIONS = `
- {q: "Tổng thu của Sa Đéc?", lang: vi, expect: answered, must: ['305\\.000']}
- {q: "Tổng thu của Sa Đéc là bao nhiêu?", lang: vi, expect: answered, must: ['999']}
- {q: "Giá vàng hôm nay?", lang: vi, expect: unknown}
`;

let knowledge = "";
let files = "";
beforeAll(async () => {
  knowledge = await folderOf(VALID);
  files = await folderOf({ "good.yaml": QUESTIONS, "broken.yaml": "- {q: Vì sao?, expect: maybe}\n" });
});
afterAll(() => Promise.all([knowledge, files].map((folder) => rm(folder, { recursive: true }))));

const evalOf = (file: string, ...args: readonly string[]) =>
  cli(["eval", join(files, file), "--knowledge", knowledge, ...args]);

test("A developer sees how each way of typing comes out, what failed, and six lines that sum it up", async () => {
  const { stdout, code } = await evalOf("good.yaml");
  const lines = stdout.trimEnd().split("\n");
  expect(lines[0]).toContain("nguyên văn: có trong kho 2: đúng 1 (50.0%), sai 1 (50.0%)");
  expect(stdout).toContain("nguyên văn]: Tổng thu của Sa Đéc là bao nhiêu?\n    Tổng thu của Sa Đéc, 9 tháng");
  expect(stdout).toContain("    ✗ must 999");
  expect(lines.slice(-6).map((line) => line.trim().split(/ {2,}/).slice(0, 3))).toEqual([
    ["cách gõ", "có trong kho", "đúng"],
    ["nguyên văn", "2", "50.0%"],
    ["không dấu", "2", "50.0%"],
    ["gõ nhầm", "2", expect.any(String)],
    ["telex thô", "2", "50.0%"],
    ["tất cả", "8", expect.any(String)],
  ]);
  expect(code).toBe(0);
});

test("A tool gets the same as JSON", async () => {
  const { runs } = JSON.parse((await evalOf("good.yaml", "--json")).stdout);
  expect(runs).toHaveLength(4);
  expect(runs[0]).toMatchObject({
    variant: "plain",
    answerable: { total: 2, right: 1, wrong: 1, refused: 0 },
    unanswerable: { total: 1, right: 1, false: 0 },
    failing: [{ question: "Tổng thu của Sa Đéc là bao nhiêu?", verdict: "wrong", failed: ["must 999"] }],
  });
});

test("A developer whose file of questions is broken reads where", async () => {
  const { stderr, code } = await evalOf("broken.yaml");
  expect(stderr).toContain("broken.yaml:1:24 lỗi:");
  expect(code).toBe(1);
});
