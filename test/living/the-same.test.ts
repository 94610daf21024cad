import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { expect, test, vi } from "vitest";
import type { Bot } from "../../src/core/bot.ts";
import { finish } from "../../src/core/steps.ts";
import { createLoader, loadKnowledge } from "../../src/knowledge/load.ts";
import { assemble, createAssembler } from "../../src/terminal/assemble.ts";
import { NOW } from "../bots.ts";
import { PROJECT } from "../sources.ts";
import { createRandom } from "./faults.ts";

// Each edit makes two bots.
vi.setConfig({ testTimeout: 120_000 });

const EDITS = 14;
const ASKED = 10;
const WORDS = "cảng biển phao xốp sông hồ du lịch Sa Pa mới lần ba trade port 12 2019 đèo mây ubnd".split(" ");

test("After any edits the bot answers as one that has never seen anything else", async () => {
  const folder = await mkdtemp(join(tmpdir(), "knowledge-"));
  await cp(join(PROJECT, "test/knowledge"), folder, { recursive: true });
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".yaml"));
  const random = createRandom(7);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const loader = createLoader(folder);
  const assembler = createAssembler();
  let [taken, broken] = [0, 0];
  for (let i = 0; i < EDITS; i++) {
    const path = join(folder, pick(names));
    const before = await readFile(path, "utf8");
    await writeFile(path, edited(before, random, pick));
    const [loaded, alone] = [await loader.load(), await loadKnowledge(folder)];
    expect(loaded.problems).toEqual(alone.problems);
    if (loaded.knowledge === undefined || alone.knowledge === undefined) {
      expect(alone.knowledge).toEqual(loaded.knowledge);
      await writeFile(path, before);
      broken++;
      continue;
    }
    taken++;
    expectSame(loaded.knowledge, alone.knowledge);
    const questions = Array.from({ length: ASKED }, () => pick(alone.knowledge?.questions ?? [])).map(({ q }) => q);
    const typed = questions.flatMap((q) => [q, slipped(q, random)]);
    expectSame(said(finish(assembler(loaded.knowledge)).bot, typed), said(assemble(alone.knowledge), typed));
  }
  expect(Math.min(taken, broken)).toBeGreaterThan(2);
  await rm(folder, { recursive: true });
});

/** Node compares ten times as fast, and as strictly; Vitest says what is not the same. */
function expectSame(one: unknown, other: unknown): void {
  if (!isDeepStrictEqual(one, other)) expect(one).toEqual(other);
}

const said = (bot: Bot, questions: readonly string[]) => [
  ...questions.map((input) => bot.answer({ command: "ask", input, now: NOW })),
  ...["", "da", "qn", "can tho"].flatMap((typed) => bot.suggest("figures", "places", typed, "vi")),
];

/** A word more in some text, another number, or one thing less. */
function edited(text: string, random: () => number, pick: <T>(all: readonly T[]) => T): string {
  const kind = random();
  if (kind < 0.4) return replaceOne(text, /"[^"\n]{6,}"/g, pick, (one) => `${one.slice(0, -1)} ${pick(WORDS)}"`);
  if (kind < 0.55) return replaceOne(text, /value: \d+/g, pick, (one) => `${one}1`);
  const items = text.split(/(?=^- )/m);
  const gone = 1 + Math.floor(random() * (items.length - 1));
  return items.filter((_, i) => i !== gone).join("");
}

function replaceOne(
  text: string,
  pattern: RegExp,
  pick: <T>(all: readonly T[]) => T,
  change: (one: string) => string,
): string {
  const all = [...text.matchAll(pattern)];
  if (all.length === 0) return text;
  const { index, 0: one } = pick(all);
  return text.slice(0, index) + change(one) + text.slice(index + one.length);
}

/** With two letters the wrong way round somewhere. */
function slipped(question: string, random: () => number): string {
  const at = Math.floor(random() * (question.length - 2));
  return question.slice(0, at) + question.charAt(at + 1) + question.charAt(at) + question.slice(at + 2);
}
