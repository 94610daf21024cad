import type { Insertable, Transaction } from "kysely";
import { inspectExisting } from "./backup.ts";
import { batches } from "./batches.ts";
import type { Engine } from "./engine.ts";
import { fileTrouble } from "./inspect.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";
import { migrated, stateFile } from "./state.ts";
import { steadily } from "./steadily.ts";
import { KEPT, type Tables } from "./tables.ts";
import { forOperators, userError } from "./trouble.ts";

export interface MovedTable {
  readonly table: string;
  readonly rows: number;
}

/**
 * Copies a state from its file into PostgreSQL, all of it or nothing; the file is kept. Throws a UserError where a process
 * is using the file, or the target holds a state already or can't be reached.
 */
export async function moveState(folder: string, url: string): Promise<readonly MovedTable[]> {
  const file = stateFile(folder);
  try {
    await steadily(fileTrouble(file), () => inspectExisting(file));
    return await using(await steadily(fileTrouble(file), () => openSqlite({ file, alone: true })), (source) =>
      using(openPostgres(url), (target) => steadily(target, () => copyAll(source, target))),
    );
  } catch (error) {
    throw forOperators(error);
  }
}

/** Brings the state to this version first, and closes it after the work. */
async function using<T>(engine: Engine, work: (engine: Engine) => Promise<T>): Promise<T> {
  const ready = await migrated(engine);
  try {
    return await work(ready);
  } finally {
    await ready.close();
  }
}

const copyAll = (source: Engine, target: Engine): Promise<MovedTable[]> =>
  target.db.transaction().execute(async (transaction) => {
    await target.lock(transaction);
    const moved: MovedTable[] = [];
    // What is moved there is not new any more.
    await transaction.deleteFrom("gap").where("id", "=", "new").execute();
    for (const table of KEPT) {
      if ((await count(transaction, table)) > 0) throw userError(NOT_EMPTY(target.where, table));
      const rows = await source.db.selectFrom(table).selectAll().execute();
      for (const some of batches(rows, Object.keys(rows[0] ?? {}).length))
        await transaction
          .insertInto(table)
          .values(some as Insertable<Tables[typeof table]>[])
          .execute();
      const arrived = await count(transaction, table);
      if (arrived !== rows.length) throw new Error(`${table}: ${rows.length} rows left, ${arrived} arrived`);
      moved.push({ table, rows: arrived });
    }
    return moved;
  });

async function count(transaction: Transaction<Tables>, table: keyof Tables): Promise<number> {
  const { rows } = await transaction
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as("rows"))
    .executeTakeFirstOrThrow();
  return rows;
}

const NOT_EMPTY = (where: string, table: string) => ({
  vi: `PostgreSQL ở ${where} đã có dữ liệu trong bảng ${table}; trạng thái chỉ được chuyển vào nơi còn trống. Không có gì bị thay đổi.`,
  en: `PostgreSQL at ${where} has rows in table ${table} already, and a state is moved only to where there is none. Nothing was changed.`,
});
