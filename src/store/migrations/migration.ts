import type { Kysely } from "kysely";

/** What a step works with: tables as they were then, so not by the types of today. */
export type Migrating = Pick<Kysely<unknown>, "schema" | "getExecutor">;

/** One step of the state's history. One that was released is never changed. */
export type Migration = (db: Migrating) => Promise<void>;
