import { afterEach, expect, test } from "vitest";
import type { Steps } from "../../src/core/steps.ts";
import { createLoader } from "../../src/knowledge/load.ts";
import { inBackground, inSlices } from "../../src/living/pace.ts";
import { folderOf, VALID } from "../knowledge-loader/folder.ts";

let turns = 0;
let asking: NodeJS.Immediate | undefined;
afterEach(() => clearImmediate(asking));

/** Somebody who takes every turn that there is. */
function ask(): void {
  turns++;
  asking = setImmediate(ask);
}

test("Whoever asks has a turn before each part of a reload, however quickly the parts follow one another", async () => {
  ask();
  const seen: number[] = [];
  function* part(): Steps<void> {
    seen.push(turns);
    yield;
  }
  for (let i = 0; i < 4; i++) {
    await inSlices(part());
    await inBackground(part(), async () => true);
  }
  expect(seen).toEqual([...new Set(seen)]);
  expect(seen).toHaveLength(8);
});

test("Where nothing was written, nothing is linked again: the problems are the same list", async () => {
  const folder = await folderOf({ ...VALID, "figures/so-lieu.yaml": "- indicator: [" });
  const loader = createLoader(folder);
  const first = await loader.load();
  expect(first.problems.length).toBeGreaterThan(0);
  let steps = 0;
  const again = await loader.load(async (work) => {
    for (let step = work.next(); ; step = work.next(), steps++) if (step.done) return step.value;
  });
  expect(again.problems).toBe(first.problems);
  expect(steps).toBe(0);
});
