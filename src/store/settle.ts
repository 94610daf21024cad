import { sql } from "kysely";
import type { Ledger } from "../core/ledger.ts";
import type { Engine } from "./engine.ts";

/** What an admin says of an announcement whose end the bot can't know or mend. */
export function createSettle({ db, now }: Engine): Ledger["settle"] {
  return async (id, how, expiresInMs) => {
    const { numUpdatedRows } = await db
      .updateTable("ledger")
      .set(change())
      .where("id", "=", id)
      .where("state", "in", ["uncertain", "failed"])
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;

    function change() {
      switch (how) {
        case "posted":
          // When it was posted, only the chat knows.
          return { state: "posted", how: "admin", reason: null, ended_at: now() } as const;
        case "skip":
          return { state: "skipped", reason: "admin", ended_at: now() } as const;
        case "again":
          return {
            state: "pending",
            how: "again",
            attempts: 0,
            maybe_posted: 0,
            window_from: null,
            window_to: null,
            unreadable: 0,
            next_at: now(),
            expires_at: sql<number>`${now()} + ${sql.lit(expiresInMs)}`,
            reason: null,
            ended_at: null,
          } as const;
      }
    }
  };
}
