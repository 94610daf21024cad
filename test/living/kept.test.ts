import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { begin } from "../../src/living/begin.ts";
import { keepIn } from "../../src/living/kept.ts";
import { folderOf, VALID } from "../knowledge-loader/folder.ts";
import { type OpenedLiving, openLiving } from "./open.ts";

let state: string;
let folder: string;
let opened: OpenedLiving | undefined;
beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), "state-"));
  folder = await folderOf(VALID);
});
afterEach(async () => {
  await opened?.stop();
  opened = undefined;
  for (const one of [state, folder]) await rm(one, { recursive: true, force: true });
});

const FIGURES = "figures/so-lieu.yaml";
const ASKED = "tổng thu 9 tháng đầu năm 2023 ở Sa Đéc là bao nhiêu?";
const GOOD = VALID[FIGURES] ?? "";
const save = (text: string) => writeFile(join(folder, FIGURES), text);

/** A bot that has seen the folder when it was right. */
async function runOnce(): Promise<void> {
  const { living } = await openLiving(folder, { state });
  await living.stop();
}

test("A bot that starts on broken files answers from their last good state, and says so", async () => {
  await runOnce();
  await save("- indicator: [");
  opened = await openLiving(folder, { state });
  expect(opened.answer(ASKED)).toContain("305.000");
  expect(opened.living.status()).toMatchObject({
    fromSnapshot: true,
    staleSince: expect.any(Number),
    files: Object.keys(VALID).length,
    problems: [{ file: join(folder, FIGURES), line: expect.any(Number), severity: "error" }],
  });
  const well = opened.until(({ staleSince }) => staleSince === undefined);
  await save(GOOD.replace("305000", "306000"));
  expect(await well).toMatchObject({ fromSnapshot: false, problems: [] });
  expect(opened.answer(ASKED)).toContain("306.000");
});

test("What is kept is the last good state, not the broken one after it", async () => {
  opened = await openLiving(folder, { state });
  const { living } = opened;
  await save(GOOD.replace("305000", "306000"));
  await living.reload();
  await save("- indicator: [");
  await living.reload();
  await living.stop();
  const begun = await begin(folder, keepIn(state, folder));
  expect("refused" in begun ? begun : begun.knowledge.figures[0]?.value).toBe("306000");
});

test("A bot that never saw the files right does not start, and lists what is wrong", async () => {
  await save("- indicator: [");
  const begun = await begin(folder, keepIn(state, folder));
  const place = { file: join(folder, FIGURES), line: 1, column: 15, severity: "error" };
  expect("refused" in begun && begun.refused).toContainEqual(expect.objectContaining(place));
});

test("What was kept of another folder is not answered from", async () => {
  await runOnce();
  const other = `${folder}-other`;
  await cp(folder, other, { recursive: true });
  await writeFile(join(other, FIGURES), "- indicator: [");
  expect("refused" in (await begin(other, keepIn(state, other)))).toBe(true);
  await rm(other, { recursive: true });
});

const KEPT = "knowledge.jsonl";

/** With the digest that is right for it. */
function sealed(text: string): string {
  const body = text.slice(0, text.lastIndexOf("\n", text.length - 2) + 1);
  return `${body}${JSON.stringify(createHash("sha256").update(body).digest("hex"))}\n`;
}

test.each([
  ["is cut short", (text: string) => text.slice(0, -200)],
  ["has one letter changed", (text: string) => text.replace("305000", "305001")],
  ["is empty", () => ""],
  ["is something else", () => "hello\nworld\n"],
  ["was written by another version", (text: string) => sealed(text.replace('"version":1', '"version":2'))],
])("A kept state that %s is not answered from", async (_, spoil) => {
  await runOnce();
  const path = join(state, KEPT);
  const text = await readFile(path, "utf8");
  expect(await keepIn(state, folder).read()).toHaveLength(Object.keys(VALID).length);
  await writeFile(path, spoil(text));
  expect(await keepIn(state, folder).read()).toBeUndefined();
  await save("- indicator: [");
  expect("refused" in (await begin(folder, keepIn(state, folder)))).toBe(true);
});

test("A state folder that can't be written to is told of once, and the bot answers all the same", async () => {
  await writeFile(join(state, "file"), "");
  opened = await openLiving(folder, { state: join(state, "file") });
  await opened.living.stop();
  expect(opened.said().filter((line) => line.includes("could not be kept"))).toHaveLength(1);
  expect(opened.answer(ASKED)).toContain("305.000");
});

test("Nothing but the state itself is left behind", async () => {
  await runOnce();
  await mkdir(join(state, `${KEPT}x`));
  await runOnce();
  expect(await readdir(state)).toEqual([KEPT, `${KEPT}x`]);
});
