import type { Kysely, RawBuilder, Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/** What differs between the two databases; all other code is the same for both. */
export interface Engine {
  readonly kind: "sqlite" | "postgres";
  /** Where it is, without any password. */
  readonly where: string;
  readonly db: Kysely<Tables>;
  /** The database's own clock, in epoch milliseconds; the same throughout a statement. */
  now(): RawBuilder<number>;
  /** From here to the end of the transaction no other process is past its lock. */
  lock(transaction: Transaction<Tables>): Promise<void>;
  /** Two writers met and nothing was written: the same once more is right. */
  isClash(error: unknown): boolean;
  /** A StateAway where the database is the cause; else the error itself. */
  explain(error: unknown): unknown;
  close(): Promise<void>;
}
