import { afterEach, expect, test, vi } from "vitest";
import type { Both } from "../../src/core/language.ts";
import { tellOf } from "../../src/living/tell.ts";
import { VALID } from "../knowledge-loader/folder.ts";
import { openLog } from "../log/lines.ts";
import { type OpenedLiving, openLiving } from "./open.ts";

let opened: OpenedLiving;
afterEach(() => opened.stop());

const FIGURES = "figures/so-lieu.yaml";
const GOOD = VALID[FIGURES] ?? "";
const BROKEN = GOOD.replace("period: 2023-9M", "period: 2023-13");
const DAY = Date.UTC(2026, 10, 24, 5);

/** What the admins are told and what the log says, as one process of several hears it. */
async function listen({ patienceMs = 0, now = DAY } = {}) {
  const told = new Map<string, Both>();
  const { log, told: lines } = await openLog();
  const tell = (key: string, said: Both): void => void (told.has(key) || told.set(key, said));
  const stop = tellOf(opened.living, { log, tell, now: () => now, patienceMs });
  const english = (): string[] => [...told.values()].map(({ en }) => en);
  return { told, english, said: () => lines().map(({ message }) => message), stop };
}

const save = async (text: string) => {
  await opened.write(FIGURES, text);
  return opened.living.reload();
};

test("Admins are told once that an edit is broken, where and what to write instead, and once that it is mended", async () => {
  opened = await openLiving();
  const { english, said } = await listen();
  await save(BROKEN);
  await vi.waitFor(() => expect(english()).toHaveLength(1));
  const [title, first] = english()[0]?.split("\n") ?? [];
  expect(title).toBe(
    "The knowledge files are broken. The bot goes on answering from their last good state until this is mended:",
  );
  expect(first).toMatch(/figures\/so-lieu\.yaml:4:11 .+ → .+/);
  await save(BROKEN.replace("305000", "x"));
  await save(GOOD.replace("305000", "306000"));
  expect(english().slice(1)).toEqual(["The knowledge files are well again: the bot answers from them as they are."]);
  expect(said()).toContainEqual(
    expect.stringMatching(/^Knowledge reloaded in \d+ ms; facts: 0 added, \d+ changed, 0 removed\. ~.*so-lieu\.yaml$/),
  );
  expect(said()).toContainEqual(expect.stringMatching(/so-lieu\.yaml:4:11 /));
});

test("Two processes on the same files tell the same, under the same keys", async () => {
  opened = await openLiving();
  const [one, two] = [await listen(), await listen({ now: DAY + 60_000 })];
  await save(BROKEN);
  await vi.waitFor(() => expect([one.told.size, two.told.size]).toEqual([1, 1]));
  await save(GOOD);
  expect([...two.told]).toEqual([...one.told]);
  expect(one.told.size).toBe(2);
});

test("A mistake that was mended and is made again is told again", async () => {
  opened = await openLiving();
  const [one, two] = [await listen(), await listen()];
  for (const size of [1, 3]) {
    await save(BROKEN);
    await vi.waitFor(() => expect([one.told.size, two.told.size]).toEqual([size, size]));
    await save(GOOD);
  }
  expect([...two.told]).toEqual([...one.told]);
});

test("The same mistake on another day is told again, also by a process that was started since", async () => {
  opened = await openLiving();
  const [one, two] = [await listen(), await listen({ now: DAY + 86_400_000 })];
  await save(BROKEN);
  await vi.waitFor(() => expect([one.told.size, two.told.size]).toEqual([1, 1]));
  expect([...two.told.keys()]).not.toEqual([...one.told.keys()]);
});

test("What is mended before anybody could be bothered is told to nobody", async () => {
  opened = await openLiving();
  const { told, said } = await listen({ patienceMs: 60_000 });
  await save(BROKEN);
  await save(GOOD);
  expect(told.size).toBe(0);
  expect(said()).toContain("The knowledge files are well again.");
});

test("Where very much is broken, admins are told the first of it and how much more there is", async () => {
  opened = await openLiving();
  const { told } = await listen();
  await save(`${GOOD}${"- indicator: khong-co\n".repeat(9)}`);
  await vi.waitFor(() => expect(told.size).toBe(1));
  const [said] = told.values();
  expect(said?.vi.split("\n")).toHaveLength(7);
  expect(said?.vi).toMatch(/và \d+ lỗi khác\.$/);
  expect(said?.en).toMatch(/and \d+ more\.$/);
});
