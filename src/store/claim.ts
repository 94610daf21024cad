import { type RawBuilder, type Selectable, sql } from "kysely";
import type { Subject } from "../core/announced.ts";
import { CHATS, type Chat, type Destination } from "../core/destination.ts";
import type { Claimed, Ledger } from "../core/ledger.ts";
import type { Engine } from "./engine.ts";
import { SKEW_MS } from "./skew.ts";
import type { LedgerTable } from "./tables.ts";

/** Later than this, nobody can know whether a state that was lost or set back has not posted it already. */
const LATE_MS = 120_000;
/** No wait is longer; one that is was set while the clock was wrong, and is over. */
export const LONGEST_WAIT_MS = 6 * 3_600_000;

type Moment = RawBuilder<number>;
type ClaimedRow = Selectable<LedgerTable> & { readonly now: number; readonly restored: number | null };

/** The oldest row that is free now. */
export function createClaim(engine: Engine): Ledger["claim"] {
  let turn: Promise<unknown> = Promise.resolve();
  return (owner, leaseMs, chats = CHATS, digest) => {
    // Workers of one process would all reach for the same row. Where the state is away, those who wait hear it at once.
    const mine = turn.then(() => claim(engine, { owner, leaseMs, chats, digest }));
    turn = mine;
    mine.catch(() => {
      turn = Promise.resolve();
    });
    return mine;
  };
}

interface Claiming {
  readonly owner: string;
  readonly leaseMs: number;
  readonly chats: readonly Chat[];
  readonly digest: string | undefined;
}

async function claim(engine: Engine, claiming: Claiming): Promise<Claimed | undefined> {
  if (claiming.chats.length === 0) return undefined;
  // Asking first keeps those who wait from locking the database; and where another one was quicker, there may be more.
  while (await isAnyFree(engine, claiming)) {
    const row = await claimOldest(engine, claiming);
    if (row?.state === "sending") return asClaimed(row);
  }
  return undefined;
}

/**
 * The id of a row whose lease has run out; else of one whose time has come, at whose destination nobody is busy and nothing
 * has to wait. Of a destination, at most one row is in state sending: it comes to an end before the next one is begun.
 */
const oldest = (now: Moment, { chats }: Claiming) => sql<string | null>`coalesce(
  (select id from ledger as left_over
    where state = 'sending' and chat in (${sql.join(chats)}) and ${isOver("left_over.lease_until", now)}
    order by due_at, id limit 1),
  (select id from ledger as free
    where state = 'pending' and chat in (${sql.join(chats)}) and due_at <= ${now} and ${isOver("free.next_at", now)}
    and not exists (select 1 from ledger as busy
      where busy.state = 'sending' and busy.chat = free.chat and busy.channel = free.channel)
    and not exists (select 1 from destination as resting
      where resting.chat = free.chat and resting.channel = free.channel and not ${isOver("resting.rest_until", now)})
    order by next_at, due_at, id limit 1))`;

/** Whose files do not count any more gets nothing. */
const counts = ({ digest }: Claiming) =>
  digest === undefined
    ? sql<boolean>`1 = 1`
    : sql<boolean>`exists (select 1 from activation where id = 1 and digest = ${digest})`;

const isOver = (until: string, now: Moment) =>
  sql<boolean>`(${sql.ref(until)} <= ${now} or ${sql.ref(until)} > ${now} + ${sql.lit(LONGEST_WAIT_MS)})`;

async function isAnyFree({ db, now }: Engine, claiming: Claiming): Promise<boolean> {
  const { rows } = await sql<{ id: string | null }>`
    select ${oldest(now(), claiming)} as id where ${counts(claiming)}`.execute(db);
  return typeof rows[0]?.id === "string";
}

/**
 * One statement for both databases. PostgreSQL lets a second worker wait for the row and then looks at the outer conditions
 * again: it gets nothing. One whose clock was set back is not due any more: it only gives up its lease.
 */
async function claimOldest({ db, now }: Engine, claiming: Claiming): Promise<ClaimedRow | undefined> {
  const { owner, leaseMs } = claiming;
  const at = now();
  const { rows } = await sql<ClaimedRow>`
    update ledger set state = case when due_at > ${at} then 'pending' else 'sending' end,
      lease_owner = ${owner}, lease_until = ${at} + ${sql.lit(leaseMs)}, fence = fence + 1
    where id = ${oldest(at, claiming)} and ${counts(claiming)}
      and (state = 'pending' or (state = 'sending' and ${isOver("ledger.lease_until", at)}))
    returning *, ${at} as now,
      (select max(to_at) from gap where from_at is not null) as restored`.execute(db);
  return rows[0];
}

function asClaimed(row: ClaimedRow): Claimed {
  const { now, restored, due_at: dueAt, expires_at: expiresAt, window_from: from, window_to: to } = row;
  const isDoubtful = row.maybe_posted > 0;
  const isLate = (now > dueAt + LATE_MS || dueAt <= (restored ?? -1)) && row.how !== "again";
  return {
    id: row.id,
    key: row.key,
    subject: JSON.parse(row.subject) as Subject,
    destination: JSON.parse(row.destination) as Destination,
    dueAt,
    expiresAt,
    attempts: row.attempts,
    maybePosted: isDoubtful || isLate,
    window: isDoubtful && from !== null && to !== null ? { from, to } : { from: dueAt - SKEW_MS, to: now },
    expired: now >= expiresAt,
    unreadable: row.unreadable,
    claimedAt: now,
    fence: row.fence,
  };
}
