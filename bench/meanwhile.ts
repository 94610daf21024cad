import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { plain } from "../src/core/text.ts";
import type { FollowingLiving } from "../src/living/living.ts";
import type { Row } from "./report.ts";

/** A question comes as often as this, whatever becomes of the one before it. */
const EVERY_MS = 20;
const SAVES = 40;

/** The figure that is asked for says which state of the knowledge an answer is of. */
const FILE = "figures/song-trang-2024.yaml";
const QUESTION = "Tăng trưởng kinh tế của Sông Trăng năm 2024?";
const FIRST = 1001;

/**
 * Whoever asks while the knowledge of a thousand files is reloaded: how long the answers take from the moment at which each
 * question came, and how many of them are of another state than that which was taken last.
 */
export async function askMeanwhile(living: FollowingLiving, folder: string): Promise<readonly Row[]> {
  const path = join(folder, FILE);
  const text = await readFile(path, "utf8");
  /** The state that is being saved, and the last one of which it is known that it was taken. */
  let state = FIRST;
  let taken = FIRST;
  const save = (next: number) => writeFile(path, text.replace(/value: [\d.]+/, `value: ${next}`));
  const stateOf = (): number => {
    const answer = living.current().bot.answer({ command: "ask", input: QUESTION, now: Date.now() });
    return Number(/: (\d\.\d{3})%/.exec(plain(answer.headline))?.[1]?.replace(".", ""));
  };
  const reloaded = async (work: Promise<unknown>): Promise<void> => {
    await work;
    await living.reload();
    taken = state;
  };

  const measure = async (what: string, works: Iterable<() => Promise<void>>): Promise<Row> => {
    const waits: number[] = [];
    let wrong = 0;
    let isOver = false;
    const asking = (async () => {
      for (let due = performance.now(); !isOver; due += EVERY_MS) {
        await wait(Math.max(0, due - performance.now()));
        if (![taken, state].includes(stateOf())) wrong++;
        waits.push(performance.now() - due);
      }
    })();
    let reloads = 0;
    for (const work of works) {
      await work();
      reloads++;
    }
    isOver = true;
    await asking;
    waits.sort((a, b) => a - b);
    const at = (share: number): number => Math.round(waits[Math.floor((waits.length - 1) * share)] ?? 0);
    const row = { what, reloads, asked: waits.length, wrong };
    return { ...row, "p50 ms": at(0.5), "p95 ms": at(0.95), "p99 ms": at(0.99), "longest ms": at(1) };
  };

  await reloaded(save(state));
  for (let i = 0; i < 20; i++) stateOf();
  const away = `${folder}-away`;
  const places = join(folder, "places");
  await cp(places, away, { recursive: true });
  const rows = [
    await measure("nothing is reloaded", [() => wait(2000)]),
    await measure("a figure is saved again and again", saving()),
    await measure("a folder that all others refer to is deleted, and is back", [
      () => reloaded(rm(places, { recursive: true })),
      () => reloaded(cp(away, places, { recursive: true })),
    ]),
  ];
  await rm(away, { recursive: true });
  await reloaded(writeFile(path, text));
  return rows;

  function* saving(): Generator<() => Promise<void>> {
    for (let n = 0; n < SAVES; n++) yield () => reloaded(save(++state));
  }
}
