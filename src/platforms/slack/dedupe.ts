import { createRecent } from "./recent.ts";

const MOST = 5000;
/** Slack redelivers within minutes: at once, after one minute and after five. */
const AGE_MS = 15 * 60_000;

/** True the first time that any of these keys is met. Bolt runs a handler again for every redelivery. */
export function createDedupe(now: () => number): (...keys: readonly (string | undefined)[]) => boolean {
  const met = createRecent<true>(MOST, AGE_MS, now);
  return (...keys) => {
    const known = keys.filter((key) => key !== undefined);
    const isFirst = known.every((key) => met.get(key) === undefined);
    for (const key of known) met.set(key, true);
    return isFirst;
  };
}
