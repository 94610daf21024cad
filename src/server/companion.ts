import type { Condition } from "./health.ts";

/** What runs beside the platforms: it starts after them, and stops after them, the last one first. */
export interface Companion {
  readonly name: string;
  start?(): void | Promise<void>;
  stop(): Promise<void>;
  /** What /readyz tells of it; a companion that says nothing of itself is not looked at. */
  condition?(): Condition | Promise<Condition>;
  /** Rows of the ledger by state, for /metrics. */
  ledgerRows?(): Promise<Readonly<Record<string, number>>>;
}
