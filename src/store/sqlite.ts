import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { Kysely, type SqliteDatabase, SqliteDialect, sql } from "kysely";
import { takeAlone } from "./alone.ts";
import type { Engine } from "./engine.ts";
import { portableValues } from "./portable.ts";
import { explainSqlite, isBusy } from "./sqlite-trouble.ts";
import type { Tables } from "./tables.ts";

/** Waiting for another process stops this one, so it is short here; who calls tries again. */
const BUSY_MS = 50;

export interface SqliteOptions {
  readonly file: string;
  /** Nobody else may have it open meanwhile. */
  readonly alone?: boolean;
}

/** Opens or creates the file, for its owner alone to read. What is committed survives kill -9 and a power cut. */
export function openSqlite({ file, alone = false }: SqliteOptions): Engine {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // SQLite itself would let everybody read it; its -wal and -shm follow the file.
  closeSync(openSync(file, "a", 0o600));
  const raw = new DatabaseSync(file, { timeout: BUSY_MS });
  try {
    if (alone) takeAlone(raw, file);
    raw.exec("pragma journal_mode = wal; pragma synchronous = full");
  } catch (error) {
    raw.close();
    throw error;
  }
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: asKyselyWants(raw) }),
    plugins: [portableValues()],
  });
  return {
    kind: "sqlite",
    where: file,
    db,
    now: () => sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
    // Each transaction begins as the only writer.
    lock: async () => {},
    isClash: isBusy,
    explain: (error) => explainSqlite(error, file),
    close: async () => {
      await db.destroy();
      if (raw.isOpen) raw.close();
    },
  };
}

const asKyselyWants = (raw: DatabaseSync): SqliteDatabase => ({
  close: () => raw.close(),
  prepare(text) {
    // A transaction that began by reading could not become a writer once another one has written.
    const statement = raw.prepare(text === "begin" ? "begin immediate" : text);
    // A full disk has rolled back already, and this error would hide that one.
    const isOver = text === "rollback" && !raw.isTransaction;
    const values = (given: readonly unknown[]) => given as readonly SQLInputValue[];
    return {
      reader: statement.columns().length > 0,
      all: (given) => statement.all(...values(given)),
      run: (given) => (isOver ? { changes: 0, lastInsertRowid: 0 } : statement.run(...values(given))),
      iterate: (given) => statement.iterate(...values(given)),
    };
  },
});
