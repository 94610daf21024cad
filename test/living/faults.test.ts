import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { assemble } from "../../src/terminal/assemble.ts";
import { NOW } from "../bots.ts";
import { createRandom, FAULTS, type Fault, restore, THOUSAND } from "./faults.ts";
import { type OpenedLiving, openLiving } from "./open.ts";

// A thousand files on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let opened: OpenedLiving;
let good: readonly Answer[];
beforeAll(async () => {
  opened = await openLiving(undefined, { quietMs: 1 });
  good = answers();
});
afterAll(() => opened.stop());

const ASKED = ["tổng thu 9 tháng đầu năm 2023 ở Sa Đéc là bao nhiêu?", "biên bản mẫu ký ngày nào?"];
const answers = () => ASKED.map((question) => opened.ask(question));

/** Whether the fault was one. Either way the bot says what it should, and once it is mended all is as it was. */
async function plant(fault: Fault, random: () => number): Promise<boolean> {
  const { folder, living } = opened;
  await fault(folder, random);
  const status = await living.reload();
  const alone = await loadKnowledge(folder);
  if (alone.knowledge === undefined) {
    expect(answers()).toEqual(good);
    expect(status.staleSince).toBeTypeOf("number");
    expect(status.problems).toEqual(alone.problems.filter(({ severity }) => severity === "error"));
    for (const { file, line, column, message } of status.problems) {
      expect(file.startsWith(folder)).toBe(true);
      expect(Math.min(line, column)).toBeGreaterThan(0);
      expect(Math.min(message.vi.length, message.en.length)).toBeGreaterThan(0);
    }
  } else {
    const bot = assemble(alone.knowledge);
    expect(status.staleSince).toBeUndefined();
    expect(answers()).toEqual(ASKED.map((input) => bot.answer({ command: "ask", input, now: NOW })));
  }
  await restore(folder);
  expect(await living.reload()).toMatchObject({ staleSince: undefined });
  expect(answers()).toEqual(good);
  return alone.knowledge === undefined;
}

const EACH = 12;
let planted = 0;
let broken = 0;

test.each(Object.entries(FAULTS))("Through %s people are answered from the last good state", async (name, fault) => {
  const random = createRandom(name.length);
  for (let i = 0; i < EACH; i++) {
    if (await plant(fault, random)) broken++;
    planted++;
  }
});

test("Through a thousand files that are wrong at once people are answered from the last good state", async () => {
  expect(await plant(THOUSAND, createRandom(1000))).toBe(true);
});

test("Two hundred faults were planted, and most of them were faults", () => {
  expect(planted).toBeGreaterThanOrEqual(200);
  expect(broken).toBeGreaterThanOrEqual(140);
});
