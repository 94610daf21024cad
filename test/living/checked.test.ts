import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createLoader, type Loaded } from "../../src/knowledge/load.ts";
import { type CheckedFiles, keepCheckedIn } from "../../src/living/checked.ts";
import { folderOf, VALID } from "../knowledge-loader/folder.ts";
import { openLiving } from "./open.ts";

let state: string;
let folder: string;
beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), "state-"));
  folder = await folderOf(VALID);
});
afterEach(async () => {
  for (const one of [state, folder]) await rm(one, { recursive: true, force: true });
});

const CACHE = "checked.cache";
const FIGURES = "figures/so-lieu.yaml";
const GOOD = VALID[FIGURES] ?? "";
const save = (text: string) => writeFile(join(folder, FIGURES), text);
const thisProgram = async (): Promise<string> => "a".repeat(64);

/** A start: what was loaded, the files that were not known already, and what is wrong with what was kept. */
async function start(checked: CheckedFiles = keepCheckedIn(state, thisProgram)) {
  const { before, trouble } = await checked.read();
  const fresh: string[] = [];
  let fit = false;
  const loader = createLoader(folder, {
    before: {
      of: (source) => {
        const known = before.of(source);
        if (known === undefined) fresh.push(source.file.slice(folder.length + 1));
        return known;
      },
      fit: (sources) => {
        fit = before.fit(sources);
        return fit;
      },
    },
  });
  const loaded = await loader.load();
  await checked.keep(loader.checked());
  return { loaded, fresh, fit, trouble };
}

/** All that a bot answers from. */
const told = ({ knowledge, problems }: Loaded) => ({
  problems,
  ...knowledge,
  origins: [...(knowledge?.origins ?? [])],
});

test("A start on the files of the last one checks none of them, and knows the same", async () => {
  const first = await start();
  expect(first.fresh).toHaveLength(Object.keys(VALID).length);
  const second = await start();
  expect(second.fresh).toEqual([]);
  expect(second.loaded.knowledge).toBeDefined();
  expect(told(second.loaded)).toEqual(told(first.loaded));
});

test("Files that fit together are not held against each other again, until one of them is changed", async () => {
  expect((await start()).fit).toBe(false);
  expect((await start()).fit).toBe(true);
  await save(GOOD.replace("305000", "306000"));
  expect((await start()).fit).toBe(false);
});

test("What is wrong between two files is told at every start, in the same words", async () => {
  await writeFile(join(folder, "figures/khac.yaml"), GOOD);
  const first = await start();
  expect(first.loaded.problems.map(({ code }) => code)).toContain("duplicate-figure");
  const second = await start();
  expect(second).toMatchObject({ fresh: [], fit: false });
  expect(second.loaded.problems).toEqual(first.loaded.problems);
});

test("Of files that were changed meanwhile the new number is known, and only they are checked", async () => {
  await start();
  await save(GOOD.replace("305000", "306000"));
  const { loaded, fresh } = await start();
  expect(fresh).toEqual([FIGURES]);
  expect(loaded.knowledge?.figures.map(({ value }) => value)).toContain("306000");
});

test("A file that was wrong is told to be wrong in the same words, and is right once it is mended", async () => {
  await save(GOOD.replace("305000", "305.000"));
  const { loaded } = await start();
  expect(loaded.problems).toContainEqual(expect.objectContaining({ code: "thousands", line: expect.any(Number) }));
  const again = await start();
  expect(again.fresh).toEqual([]);
  expect(again.loaded.problems).toEqual(loaded.problems);
  await save(GOOD);
  expect((await start()).loaded.problems).toEqual([]);
});

test("The same text in another folder of kinds, or under another name, is checked by itself", async () => {
  await start();
  await writeFile(join(folder, "figures/khac.yaml"), GOOD);
  const { loaded, fresh } = await start();
  expect(fresh).toEqual(["figures/khac.yaml"]);
  expect(loaded.problems.map(({ code }) => code)).toContain("duplicate-figure");
});

test("The cache may be deleted at any time", async () => {
  await start();
  await rm(join(state, CACHE));
  const { fresh, trouble } = await start();
  expect({ fresh: fresh.length, trouble }).toEqual({ fresh: Object.keys(VALID).length, trouble: undefined });
  expect((await start()).fresh).toEqual([]);
});

test.each([
  ["is cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length - 300)],
  ["has one digit changed", (bytes: Buffer) => Buffer.from(bytes.toString("latin1").replace("305000", "305001"))],
  ["is empty", () => Buffer.alloc(0)],
  ["is something else", () => Buffer.from("hello\nworld\n")],
])("A cache that %s is not believed, is told of in the log, and is made anew", async (_, spoil) => {
  await start();
  const path = join(state, CACHE);
  await writeFile(path, spoil(await readFile(path)));
  const opened = await openLiving(folder, { state, checked: keepCheckedIn(state, thisProgram) });
  expect(opened.answer("tổng thu 9 tháng đầu năm 2023 ở Sa Đéc là bao nhiêu?")).toContain("305.000");
  await opened.living.stop();
  expect(opened.said().filter((line) => line.includes("cache of checked files"))).toHaveLength(1);
  expect(await start()).toMatchObject({ fresh: [], trouble: undefined });
});

test("What another version of the program has checked is checked again", async () => {
  await start(keepCheckedIn(state, async () => "b".repeat(64)));
  const { fresh, trouble } = await start();
  expect({ fresh: fresh.length, trouble }).toEqual({ fresh: Object.keys(VALID).length, trouble: undefined });
});

test("Its own code is what makes the program another version", async () => {
  await start(keepCheckedIn(state));
  expect((await start(keepCheckedIn(state))).fresh).toEqual([]);
});

test("Processes that start at the same time leave one whole cache, and nothing beside it", async () => {
  const starts = await Promise.all(Array.from({ length: 5 }, () => start()));
  expect(starts.map(({ trouble }) => trouble)).toEqual(starts.map(() => undefined));
  expect(await readdir(state)).toEqual([CACHE]);
  expect(await start()).toMatchObject({ fresh: [], trouble: undefined });
});

test("A folder that can't be written to is told of once, and the bot answers all the same", async () => {
  await writeFile(join(state, "file"), "");
  const opened = await openLiving(folder, { state, checked: keepCheckedIn(join(state, "file"), thisProgram) });
  await opened.living.stop();
  expect(opened.said().filter((line) => line.includes("next start will be slower"))).toHaveLength(1);
  expect(opened.answer("tổng thu 9 tháng đầu năm 2023 ở Sa Đéc là bao nhiêu?")).toContain("305.000");
});
