import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { openState, type State, stateFile } from "../../src/store/state.ts";
import { KEPT } from "../../src/store/tables.ts";
import type { Postgres } from "../postgres.ts";

/** Where one state is; every opening is like another process on it. */
export interface Place {
  readonly folder: string;
  readonly url: string | undefined;
  readonly logged: readonly string[];
  open(clock?: () => number): Promise<State>;
  /** Past all of our code. */
  execute(statement: string): Promise<void>;
  /** As if nothing had ever been written; what was opened is closed. */
  clear(): Promise<void>;
  leave(): Promise<void>;
}

/** A new, empty place: a folder, or a schema of that server. */
export async function newPlace(postgres?: Postgres): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "lien-thanh-state-"));
  const url = await postgres?.fresh();
  const pool = url === undefined ? undefined : new pg.Pool({ connectionString: url, max: 1 }).on("error", () => {});
  const logged: string[] = [];
  let opened: State[] = [];

  async function execute(statement: string): Promise<void> {
    if (pool !== undefined) {
      await pool.query(statement);
      return;
    }
    const database = new DatabaseSync(stateFile(folder));
    database.exec(statement);
    database.close();
  }

  async function closeAll(): Promise<void> {
    await Promise.all(opened.map((state) => state.close()));
    opened = [];
  }

  return {
    folder,
    url,
    logged,
    execute,
    async open(clock) {
      const state = await openState({ url, folder, clock, log: (line) => logged.push(line) });
      opened.push(state);
      return state;
    },
    async clear() {
      await closeAll();
      await execute(KEPT.map((table) => `delete from ${table};`).join(""));
    },
    async leave() {
      await closeAll();
      await pool?.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
