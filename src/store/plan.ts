import { type Selectable, sql, type Transaction, type UpdateObject } from "kysely";
import type { AnnouncementKind, SkipReason } from "../core/announced.ts";
import type { Chat } from "../core/destination.ts";
import type { Changes, Planned } from "../core/ledger.ts";
import { isCounting } from "./activation.ts";
import { batches } from "./batches.ts";
import type { Engine } from "./engine.ts";
import { newRow, planColumns, ROW_PARAMETERS } from "./planned.ts";
import type { LedgerTable, Tables } from "./tables.ts";

/** These come from what happened, not from the calendar. */
const UNPLANNED: readonly AnnouncementKind[] = ["trouble", "edit"];

const COLUMNS = ["id", "key", "state", "reason"] as const;
const PLANNED = ["subject", "destination", "due_at", "expires_at"] as const;

type Row = Pick<Selectable<LedgerTable>, (typeof COLUMNS)[number] | (typeof PLANNED)[number]>;

/** Makes the ledger what it should be; see Ledger.plan. */
export async function plan(
  { db, now, lock }: Engine,
  planned: readonly Planned[],
  { chats, digest }: { readonly chats: readonly Chat[]; readonly digest: string | undefined },
  newId: () => string,
): Promise<Changes | undefined> {
  if (chats.length === 0) return { added: 0, revived: 0, withdrawn: 0 };
  const wanted = new Map(planned.map((one) => [one.key, one]));
  return db.transaction().execute(async (transaction) => {
    if (digest !== undefined) await lock(transaction);
    if (!(await isCounting(transaction, digest))) return undefined;
    const rows = await readRows(transaction, wanted, chats);
    const { at } = await transaction.selectNoFrom(now().as("at")).executeTakeFirstOrThrow();

    const missing = [...wanted.values()].filter(({ key }) => !rows.has(key));
    const added = await insertRows({ db: transaction, now }, missing, newId);

    let revived = 0;
    const skips: { readonly id: string; readonly reason: SkipReason }[] = [];
    for (const row of rows.values()) {
      const one = wanted.get(row.key);
      if (row.state === "pending") {
        const reason = one === undefined ? "withdrawn" : one.skip;
        if (reason !== undefined) skips.push({ id: row.id, reason });
        else if (one !== undefined && differs(row, one)) await change(transaction, [row.id], "pending", moved(one));
      } else if (one !== undefined && isBack(row, one, at)) {
        const back = { ...moved(one), state: "pending", reason: null, ended_at: null } as const;
        revived += await change(transaction, [row.id], "skipped", { ...back, next_at: one.dueAt });
      }
    }

    let withdrawn = 0;
    for (const [reason, some] of Map.groupBy(skips, (skip) => skip.reason)) {
      const ids = some.map(({ id }) => id);
      withdrawn += await change(transaction, ids, "pending", { state: "skipped", reason, ended_at: now() });
    }
    return { added, revived, withdrawn };
  });
}

/** Adds rows whose keys are new; returns how many there were. */
export async function insertRows(
  { db, now }: Pick<Engine, "now"> & { readonly db: Pick<Engine["db"], "insertInto"> },
  planned: readonly Planned[],
  newId: () => string,
): Promise<number> {
  let added = 0n;
  // In the order of their keys, so that two who add the same do not wait for each other in a circle.
  const rows = planned
    .map((one) => newRow(one, newId(), now()))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  for (const some of batches(rows, ROW_PARAMETERS)) {
    const { numInsertedOrUpdatedRows = 0n } = await db
      .insertInto("ledger")
      .values(some)
      .onConflict((conflict) => conflict.column("key").doNothing())
      .executeTakeFirstOrThrow();
    added += numInsertedOrUpdatedRows;
  }
  return Number(added);
}

/** Those that the plan could change: all that are pending, and what there is of what is wanted. */
async function readRows(
  transaction: Transaction<Tables>,
  wanted: ReadonlyMap<string, unknown>,
  chats: readonly Chat[],
): Promise<ReadonlyMap<string, Row>> {
  const select = transaction.selectFrom("ledger").select([...COLUMNS, ...PLANNED]);
  const pending = await select
    .where("state", "=", "pending")
    .where("kind", "not in", UNPLANNED)
    .where("chat", "in", chats)
    .execute();
  const rows = new Map<string, Row>(pending.map((row) => [row.key, row]));
  const others = [...wanted.keys()].filter((key) => !rows.has(key));
  for (const keys of batches(others, 1))
    for (const row of await select.where("key", "in", keys).execute()) rows.set(row.key, row);
  return rows;
}

function differs(row: Row, planned: Planned): boolean {
  const columns = planColumns(planned);
  return PLANNED.some((name) => row[name] !== columns[name]);
}

/** Was skipped and should be posted after all: the clock came back, or the meeting did. */
const isBack = (row: Row, { skip, expiresAt }: Planned, now: number): boolean =>
  row.state === "skipped" && row.reason !== "admin" && skip === undefined && expiresAt > now;

type Change = UpdateObject<Tables, "ledger">;

/** The plan's columns; a wait for another try is kept where it is longer. */
const moved = (planned: Planned): Change => ({
  ...planColumns(planned),
  next_at: sql<number>`case when next_at > due_at and next_at > ${sql.lit(planned.dueAt)} then next_at
    else ${sql.lit(planned.dueAt)} end`,
});

/**
 * Only where nobody was quicker, it was surely not posted, and no admin has sent it back to be posted. Returns how many were
 * changed.
 */
async function change(
  transaction: Transaction<Tables>,
  ids: readonly string[],
  from: "pending" | "skipped",
  values: Change,
): Promise<number> {
  let changed = 0n;
  for (const some of batches(ids, 2)) {
    const { numUpdatedRows } = await transaction
      .updateTable("ledger")
      .set(values)
      .where("id", "in", some)
      .where("state", "=", from)
      .where("maybe_posted", "=", 0)
      .where("how", "is", null)
      .executeTakeFirstOrThrow();
    changed += numUpdatedRows;
  }
  return Number(changed);
}
