import { setTimeout } from "node:timers/promises";

/** The same, but undefined where it fails or takes longer: somebody waits who wants to hear something. */
export async function inTime<T>(found: () => T | Promise<T>, patienceMs: number): Promise<T | undefined> {
  const done = new AbortController();
  try {
    return await Promise.race([found(), setTimeout(patienceMs, undefined, { signal: done.signal })]);
  } catch {
    return undefined;
  } finally {
    done.abort();
  }
}
