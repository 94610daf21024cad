import { statSync } from "node:fs";
import { sql } from "kysely";
import type { Destination } from "../core/destination.ts";
import type { Engine } from "./engine.ts";
import { createHistory } from "./history.ts";
import { fileTrouble, inspectFile } from "./inspect.ts";
import { refuseNewer } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { openSqlite } from "./sqlite.ts";
import { stateFile } from "./state.ts";
import { steadily } from "./steadily.ts";
import { createSubscriptions } from "./subscriptions.ts";
import { forOperators } from "./trouble.ts";

/** What is in the durable state, which is not changed by looking. */
export interface StateLook {
  readonly where: string;
  /** An older version has written it: the next start brings it up to date. */
  readonly isOlder?: boolean;
  /** Absent where nothing was kept yet, or it is older. */
  readonly held?: {
    readonly bytes: number;
    /** Rows of the ledger by state. */
    readonly rows: Readonly<Record<string, number>>;
    readonly subscriptions: readonly Destination[];
  };
}

/** Rejects with a UserError where the state is damaged, newer than this version, or can't be reached. */
export async function lookAtState({
  url,
  folder,
}: {
  readonly url?: string | undefined;
  readonly folder: string;
}): Promise<StateLook> {
  try {
    return url === undefined ? await lookAtFile(stateFile(folder)) : await lookAtServer(url);
  } catch (error) {
    throw forOperators(error);
  }
}

async function lookAtFile(file: string): Promise<StateLook> {
  const found = await steadily(fileTrouble(file), () => inspectFile(file));
  return found === "state" ? looked(openSqlite({ file }), async () => statSync(file).size) : { where: file };
}

async function lookAtServer(url: string): Promise<StateLook> {
  const { openPostgres } = await import("./postgres.ts");
  return looked(openPostgres(url), async ({ db }) => {
    const { rows } = await sql<{ bytes: string }>`
      select pg_database_size(current_database()) as bytes where to_regclass('state_migration') is not null`.execute(
      db,
    );
    return rows[0] && Number(rows[0].bytes);
  });
}

/** `size` in bytes is undefined where there are no tables yet. */
async function looked(engine: Engine, size: (engine: Engine) => Promise<number | undefined>): Promise<StateLook> {
  const { db, where } = engine;
  try {
    return await steadily(engine, async () => {
      const bytes = await size(engine);
      if (bytes === undefined) return { where };
      const done = (await db.selectFrom("state_migration").select("name").execute()).map(({ name }) => name);
      refuseNewer(done, where);
      if (done.length < Object.keys(MIGRATIONS).length) return { where, isOlder: true };
      const rows = await createHistory(engine).counts();
      const subscriptions = await createSubscriptions(engine, () => "").list();
      return { where, held: { bytes, rows, subscriptions } };
    });
  } finally {
    await engine.close();
  }
}
