import { setImmediate as letOthers } from "node:timers/promises";
import type { Steps } from "../core/steps.ts";

/** So long nobody else has a turn: answers wait no longer for a reload. */
const SLICE_MS = 8;

/** Does the work in slices, with everybody else's turn before each: what was done until now was a turn as well. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    await letOthers();
    const done = slice(steps);
    if (done !== undefined) return done.value;
  }
}

/** The same for what nobody waits for: before each slice it is asked whether it is still wanted, and when. */
export async function inBackground<T>(steps: Steps<T>, mayGoOn: () => Promise<boolean>): Promise<T | undefined> {
  for (;;) {
    await letOthers();
    if (!(await mayGoOn())) return undefined;
    const done = slice(steps);
    if (done !== undefined) return done.value;
  }
}

function slice<T>(steps: Steps<T>): { readonly value: T } | undefined {
  const until = performance.now() + SLICE_MS;
  do {
    const step = steps.next();
    if (step.done) return { value: step.value };
  } while (performance.now() < until);
  return undefined;
}
