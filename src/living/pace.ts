import { setImmediate as letOthers } from "node:timers/promises";
import type { Pace } from "../core/steps.ts";

/** So long nobody else has a turn; answers wait no longer for a reload. */
const SLICE_MS = 8;

/** In slices, with everybody else's turn in between. */
export const inSlices: Pace = async (steps) => {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await letOthers();
  }
};
