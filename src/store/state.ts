import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import type { Ledger } from "../core/ledger.ts";
import type { QuestionStore } from "../core/question-store.ts";
import { type Audit, createAudit } from "./audit.ts";
import type { Engine } from "./engine.ts";
import { createIds } from "./ids.ts";
import { fileTrouble, inspectFile } from "./inspect.ts";
import { createLedger } from "./ledger.ts";
import { migrate } from "./migrate.ts";
import { createQuestionStore } from "./questions.ts";
import { openSqlite } from "./sqlite.ts";
import { createWatch, steadied, steadily } from "./steadily.ts";
import { createSubscriptions, type KeptSubscriptions } from "./subscriptions.ts";
import { forOperators, inBoth, StateAway } from "./trouble.ts";

export interface StateOptions {
  /** PostgreSQL's address, with its password; without it the state is a file. */
  readonly url?: string | undefined;
  /** Where the file is. */
  readonly folder: string;
  /** Epoch milliseconds; left out, the database's own clock counts. */
  readonly clock?: (() => number) | undefined;
  readonly log: (line: string) => void;
  /** Ends the waiting for a PostgreSQL that is down. */
  readonly signal?: AbortSignal | undefined;
}

/** Everything that has to last. All methods reject with a StateAway where the database is away; it comes back by itself. */
export interface State {
  readonly kind: "sqlite" | "postgres";
  /** The file, or the address without its password. */
  readonly where: string;
  readonly ledger: Ledger;
  readonly subscriptions: KeptSubscriptions;
  readonly audit: Audit;
  readonly questions: QuestionStore;
  /** Never rejects; false where there is no answer within three seconds. */
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
}

export const stateFile = (folder: string): string => join(folder, "state.sqlite");

/**
 * Opens the state and brings it to this version. A PostgreSQL that is down is waited for, which the log says; a state that is
 * damaged, from a newer version, or where the bot may not write is a UserError, and stays as it is.
 */
export async function openState(options: StateOptions): Promise<State> {
  const { url, folder, clock, log, signal } = options;
  try {
    const opened = url === undefined ? await openFile(stateFile(folder)) : await openServer(url, log, signal);
    return createState(clock === undefined ? opened : { ...opened, now: () => moment(clock()) }, log);
  } catch (error) {
    throw forOperators(error);
  }
}

/** A clock's time as a value of the database. */
export const moment = (now: number) => sql<number>`cast(${sql.lit(Math.round(now))} as bigint)`;

async function openFile(file: string): Promise<Engine> {
  const engine = await steadily(fileTrouble(file), () => {
    inspectFile(file);
    return openSqlite({ file });
  });
  return migrated(engine);
}

async function openServer(url: string, log: (line: string) => void, signal?: AbortSignal): Promise<Engine> {
  // Only here, since a state in a file does without it.
  const { openPostgres } = await import("./postgres.ts");
  const engine = openPostgres(url);
  const watch = createWatch(log, BACK(engine.where));
  for (let waitMs = 250; ; waitMs = Math.min(waitMs * 2, 5_000)) {
    try {
      await steadily(engine, () => migrate(engine));
      watch.worked("start");
      return engine;
    } catch (error) {
      if (!(error instanceof StateAway && error.passes) || signal?.aborted) return await givenUp(engine, error);
      watch.failed("start", error);
      await wait(waitMs * (0.75 + Math.random() / 2), undefined, { signal }).catch(() => givenUp(engine, error));
    }
  }
}

/** With its tables as this version wants them; closed where that fails. */
export async function migrated(engine: Engine): Promise<Engine> {
  return steadily(engine, () => migrate(engine)).then(
    () => engine,
    (error) => givenUp(engine, error),
  );
}

async function givenUp(engine: Engine, error: unknown): Promise<never> {
  await engine.close();
  throw error;
}

function createState(engine: Engine, log: (line: string) => void): State {
  const { kind, where, db, close } = engine;
  const newId = createIds();
  const watch = createWatch(log, BACK(where));
  return {
    kind,
    where,
    ledger: steadied(engine, watch, createLedger(engine, newId)),
    subscriptions: steadied(engine, watch, createSubscriptions(engine, newId)),
    audit: steadied(engine, watch, createAudit(engine, newId)),
    questions: steadied(engine, watch, createQuestionStore(engine, newId)),
    async isReachable() {
      const asked = db.selectFrom("state_migration").select("name").limit(1).execute();
      const answered = asked.then(
        () => true,
        () => false,
      );
      return Promise.race([answered, wait(REACH_MS, false, { ref: false })]);
    },
    close,
  };
}

const REACH_MS = 3_000;

const BACK = (where: string): string =>
  inBoth({
    vi: `Đã dùng lại được kho trạng thái ở ${where}.`,
    en: `The state at ${where} can be used again.`,
  });
