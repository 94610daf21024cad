import { setImmediate as letOthers } from "node:timers/promises";
import type { Steps } from "../core/steps.ts";

/** So long nobody else has a turn: answers wait no longer for a reload. */
const SLICE_MS = 8;

/** Does the work in slices, with everybody else's turn in between. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const done = slice(steps);
    if (done !== undefined) return done.value;
    await letOthers();
  }
}

/** The same for what nobody waits for: before each slice it is asked whether it is still wanted, and when. */
export async function inBackground<T>(steps: Steps<T>, mayGoOn: () => Promise<boolean>): Promise<T | undefined> {
  while (await mayGoOn()) {
    const done = slice(steps);
    if (done !== undefined) return done.value;
    await letOthers();
  }
  return undefined;
}

function slice<T>(steps: Steps<T>): { readonly value: T } | undefined {
  const until = performance.now() + SLICE_MS;
  do {
    const step = steps.next();
    if (step.done) return { value: step.value };
  } while (performance.now() < until);
  return undefined;
}
