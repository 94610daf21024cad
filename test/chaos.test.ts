import { expect, test } from "vitest";
import { isGood } from "../bench/chaos/report.ts";
import { runScenario } from "../bench/chaos/scenario.ts";

const ANNOUNCEMENTS = 16;

/** `npm run chaos` in small: a real process that is killed over and over, a state in a file, and a hostile Slack. */
const small = (blind: boolean) =>
  runScenario({
    announcements: ANNOUNCEMENTS,
    chats: ["slack"],
    processes: 1,
    seed: 7,
    limitMs: 60_000,
    kills: blind ? 0 : 2,
    pauses: 0,
    crashes: 0,
    leaseMs: 2_000,
    blind,
  });

const PATIENT = { timeout: 90_000 };

test.concurrent("People read each announcement once, whatever is killed and whatever Slack does", PATIENT, async () => {
  const result = await small(false);
  expect(result).toMatchObject({
    once: ANNOUNCEMENTS,
    lost: [],
    doubled: [],
    astray: [],
    troubles: [],
    violations: [],
  });
  expect(Object.values(result.kills).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  expect(isGood(result)).toBe(true);
});

test.concurrent("People would read some twice if it was not looked for first", PATIENT, async () => {
  const result = await small(true);
  expect(result.doubled.length).toBeGreaterThan(0);
  expect(result.lost).toEqual([]);
});
