import { rm } from "node:fs/promises";
import { expect, test } from "vitest";
import { folderOf, VALID } from "../knowledge-loader/folder.ts";
import { cli, run } from "./run.ts";

test("A person who pipes a conversation in reads only the answers", async () => {
  const folder = await folderOf(VALID);
  const { stdout, stderr, code } = await cli(["chat", "--knowledge", folder], {
    stdin: "tổng thu của Sa Đéc\n\n/help\n",
    env: { FORCE_COLOR: "1" },
  });
  expect(stdout.startsWith("Tổng thu của Sa Đéc, 9 tháng đầu năm 2023: trên 305.000 tỷ đồng")).toBe(true);
  expect(stdout).toContain("  • /figures ");
  for (const mark of ["\u001b", "› "]) expect(stdout).not.toContain(mark);
  expect([stderr, code]).toEqual(["", 0]);
  await rm(folder, { recursive: true });
});

test("An operator who starts the bot on broken knowledge reads every problem", async () => {
  const folder = await folderOf({ "places/noi.yaml": "id: Sa Đéc\n" });
  const { stderr, code } = await run("src/main.ts", [], { env: { KNOWLEDGE_DIR: folder, LANG: "en_GB.UTF-8" } });
  expect(stderr).toContain("places/noi.yaml:1:5 error: “Sa Đéc” is not an id.");
  expect(code).toBe(1);
  await rm(folder, { recursive: true });
});

test("A person whose Node is too old reads one sentence that says what to do", async () => {
  const older = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.20.2"}})';
  const { stdout, stderr, code } = await run("src/main.ts", [], { node: ["--import", older] });
  expect(stderr.trimEnd().split("\n")).toEqual([expect.stringContaining('máy đang dùng 20.20.2: chạy "npm ci"')]);
  expect([stdout, code]).toEqual(["", 1]);
});
