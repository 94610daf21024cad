import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { takeAlone } from "./alone.ts";
import { copyDatabase, inspectExisting } from "./backup.ts";
import type { Engine } from "./engine.ts";
import { fileTrouble } from "./inspect.ts";
import { migrate } from "./migrate.ts";
import { SKEW_MS } from "./skew.ts";
import { openSqlite } from "./sqlite.ts";
import { isDamage } from "./sqlite-trouble.ts";
import { migrated, moment, stateFile } from "./state.ts";
import { steadily } from "./steadily.ts";
import { forOperators, userError } from "./trouble.ts";

export interface Restored {
  readonly file: string;
  /** Where the state that was there before is kept now. */
  readonly replaced?: string | undefined;
  /** Announcements that may have been posted since the backup: they will be looked for first. */
  readonly doubtful: number;
}

export interface RestoreOptions {
  /** Puts a state that is there aside. One that is in use is left alone all the same. */
  readonly force?: boolean | undefined;
  /** Epoch milliseconds; left out, the computer's clock counts. */
  readonly clock?: (() => number) | undefined;
}

/**
 * Makes the backup the state of that folder. What was due by now, and news of meetings, may have been posted after the backup
 * was made: it is marked, so that it is looked for before it is posted. Throws a UserError where the backup can't be used, or there is a
 * state already; then nothing was changed.
 */
export async function restoreState(backup: string, folder: string, options: RestoreOptions = {}): Promise<Restored> {
  const { force = false, clock = Date.now } = options;
  const file = stateFile(folder);
  const unfinished = `${file}.restoring`;
  try {
    await steadily(fileTrouble(backup), () => inspectExisting(backup));
    if (existsSync(file) && !force) throw userError(EXISTS(file));
    if (existsSync(file)) assertUnused(file);
    const doubtful = await steadily(fileTrouble(unfinished), () => prepare(backup, unfinished, clock()));
    const replaced = existsSync(file) ? putAside(file, clock()) : undefined;
    renameSync(unfinished, file);
    return { file, replaced, doubtful };
  } catch (error) {
    throw forOperators(error);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

async function prepare(backup: string, target: string, now: number): Promise<number> {
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  await copyDatabase(backup, target);
  const engine = await migrated({ ...openSqlite({ file: target }), now: () => moment(now) });
  try {
    const { db } = engine;
    const signed = await db
      .selectFrom("gap")
      .select("id")
      .where("to_at", "=", now)
      .where("from_at", "is not", null)
      .execute();
    if (signed.length === 0) await noteGap(engine, await lastKnown(engine), now);
    return await markDoubtful(engine, now);
  } finally {
    await engine.close();
  }
}

/**
 * Notes of a PostgreSQL that was restored by its own tools when its backup was made, in epoch milliseconds. Returns how many
 * announcements will be looked for first. Throws a UserError where it can't be reached.
 */
export async function noteRestored(url: string, madeAt: number): Promise<number> {
  const { openPostgres } = await import("./postgres.ts");
  const engine = openPostgres(url);
  try {
    return await steadily(engine, async () => {
      await migrate(engine);
      const { now } = await engine.db.selectNoFrom(engine.now().as("now")).executeTakeFirstOrThrow();
      await noteGap(engine, Math.min(madeAt, now), now);
      return markDoubtful(engine, now);
    });
  } catch (error) {
    throw forOperators(error);
  } finally {
    await engine.close();
  }
}

async function noteGap({ db }: Engine, from: number, to: number): Promise<void> {
  const id = `restored-${randomUUID()}`;
  await db.insertInto("gap").values({ id, from_at: from, to_at: to, looked_at: null }).execute();
}

/** What is no backup of ours, but a copy or one of an older version, is at least as new as the last that it tells of. */
async function lastKnown({ db }: Engine): Promise<number> {
  const { rows } = await sql<{ at: number | null }>`
    select max(at) as at from (
      select max(created_at) as at from ledger union all select max(ended_at) from ledger
      union all select max(seen_at) from meeting_version union all select max(at) from audit
      union all select max(at) from activation union all select max(at) from state_migration)`.execute(db);
  return rows[0]?.at ?? 0;
}

async function markDoubtful({ db }: Engine, now: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("ledger")
    .set({
      maybe_posted: sql<number>`maybe_posted + 1`,
      window_from: sql<number>`case when window_from < due_at - ${sql.lit(SKEW_MS)} then window_from
        else due_at - ${sql.lit(SKEW_MS)} end`,
      window_to: now,
    })
    .where("state", "in", ["pending", "sending"])
    .where("due_at", "<=", now)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

function assertUnused(file: string): void {
  const existing = new DatabaseSync(file, { timeout: 0 });
  try {
    takeAlone(existing, file);
  } catch (error) {
    // A damaged one is what backups are for.
    if (!isDamage(error)) throw error;
  } finally {
    existing.close();
  }
}

/** The file and what SQLite keeps beside it, under a name that says when. */
function putAside(file: string, now: number): string {
  const aside = `${file}.replaced-${new Date(now).toISOString().replaceAll(/[:.]/g, "-")}`;
  for (const suffix of ["", "-wal", "-shm"]) if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  return aside;
}

const EXISTS = (file: string) => ({
  vi: `Đã có trạng thái trong ${file}. Dùng --force để thay: tệp cũ sẽ được đổi tên và giữ lại.`,
  en: `There is a state in ${file} already. With --force it is replaced; the old file is renamed and kept.`,
});
