import { type RawBuilder, sql, type UpdateObject } from "kysely";
import type { Claimed, Ledger } from "../core/ledger.ts";
import { LONGEST_WAIT_MS } from "./claim.ts";
import type { Engine } from "./engine.ts";
import { plain } from "./portable.ts";
import { SKEW_MS } from "./skew.ts";
import type { Tables } from "./tables.ts";

type Outcome = "markSending" | "posted" | "refused" | "unclear" | "lookLater" | "failed" | "uncertain" | "skipped";

type Change = UpdateObject<Tables, "ledger">;

const FREE = { lease_owner: null, lease_until: null } as const;

/** How a claimed row goes on. Each writes only for who holds the latest claim, and says whether it did. */
export function createOutcomes({ db, now }: Engine): Pick<Ledger, Outcome> {
  const write = async (row: Claimed, change: Change, via: Pick<typeof db, "updateTable"> = db): Promise<boolean> => {
    const { numUpdatedRows } = await via
      .updateTable("ledger")
      .set(change)
      .where("id", "=", row.id)
      .where("fence", "=", row.fence)
      .where("state", "=", "sending")
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  };
  const inTime = (ms: number): RawBuilder<number> =>
    sql`${now()} + ${sql.lit(Math.round(Math.min(Math.max(ms || 0, 0), LONGEST_WAIT_MS)))}`;
  const end = (reason: string): Change => ({ ...FREE, reason: plain(reason), ended_at: now() });

  return {
    markSending: (row, leaseMs) =>
      write(row, {
        attempts: sql`attempts + 1`,
        maybe_posted: sql`maybe_posted + 1`,
        window_from: sql`coalesce(window_from, ${now()} - ${sql.lit(SKEW_MS)})`,
        window_to: sql`${now()} + ${sql.lit(leaseMs + SKEW_MS)}`,
        lease_until: sql`${now()} + ${sql.lit(leaseMs)}`,
        unreadable: 0,
      }),
    posted: (row, reference, how) =>
      write(row, { ...FREE, state: "posted", reference, how, reason: null, posted_at: now(), ended_at: now() }),
    refused: (row, retryInMs, reason) =>
      db.transaction().execute(async (transaction) => {
        // This attempt is not in doubt any more; earlier ones may still be.
        const ofThisClaim = sql`attempts > ${row.attempts} and maybe_posted > 0`;
        const isHeld = await write(
          row,
          {
            ...FREE,
            state: "pending",
            next_at: inTime(retryInMs),
            maybe_posted: sql`case when ${ofThisClaim} then maybe_posted - 1 else maybe_posted end`,
            window_from: sql`case when ${ofThisClaim} and maybe_posted = 1 then null else window_from end`,
            reason: plain(reason),
          },
          transaction,
        );
        const { chat, id: channel } = row.destination;
        if (isHeld)
          await transaction
            .insertInto("destination")
            .values({ chat, channel, since: now(), rest_until: inTime(retryInMs) })
            .onConflict((conflict) =>
              conflict.columns(["chat", "channel"]).doUpdateSet({ rest_until: inTime(retryInMs) }),
            )
            .execute();
        return isHeld;
      }),
    unclear: (row, reason) => write(row, { reason: plain(reason) }),
    lookLater: (row, retryInMs, reason, unreadable) =>
      write(row, {
        ...FREE,
        state: "pending",
        next_at: inTime(retryInMs),
        unreadable: unreadable ? sql`unreadable + 1` : 0,
        reason: plain(reason),
      }),
    failed: (row, reason) => write(row, { ...end(reason), state: "failed" }),
    uncertain: (row, reason) => write(row, { ...end(reason), state: "uncertain" }),
    skipped: (row, reason) => write(row, { ...end(reason), state: "skipped" }),
  };
}
