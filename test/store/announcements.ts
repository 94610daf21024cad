import type { Destination } from "../../src/core/destination.ts";
import type { Claimed, Ledger, Planned } from "../../src/core/ledger.ts";

export const MINUTE = 60_000;
export const LEASE = 60_000;
/** When all of these stories begin. */
export const START = Date.UTC(2026, 8, 1, 1, 30);

export const channel = (number: number): Destination => ({
  chat: "slack",
  id: `C${String(number).padStart(4, "0")}`,
  language: "vi",
});

export const DISCORD: Destination = { chat: "discord", id: "1100000000000000003", language: "en" };

/** An announcement that is due now and for an hour. */
export const announcement = (key: string, changes: Partial<Planned> = {}): Planned => ({
  key,
  subject: { kind: "upcoming", review: "yearly", occurrence: "2026", lead: 7 },
  destination: channel(1),
  dueAt: START,
  expiresAt: START + 60 * MINUTE,
  ...changes,
});

/** A clock that stands still until it is told. */
export function createClock() {
  let at = START;
  return {
    now: () => at,
    pass: (ms: number) => {
      at += ms;
    },
    set: (ms: number) => {
      at = ms;
    },
  };
}

export async function claimed(ledger: Ledger, owner = "a"): Promise<Claimed> {
  const row = await ledger.claim(owner, LEASE);
  if (row === undefined) throw new Error("There was nothing to claim.");
  return row;
}
