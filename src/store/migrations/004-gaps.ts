import { sql } from "kysely";
import type { Migration } from "./migration.ts";

/** What a state can't know: what was posted before it began, or between a backup and its return; and more of each meeting. */
export const up: Migration = async (db) => {
  await db.schema
    .createTable("gap")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("from_at", "bigint")
    .addColumn("to_at", "bigint")
    .addColumn("looked_at", "bigint")
    .execute();
  const add = (column: string, type: "text" | "bigint") =>
    db.schema.alterTable("meeting_version").addColumn(column, type).execute();
  for (const column of ["memorandum", "details", "formerly"]) await add(column, "text");
  for (const column of ["silent", "doubt_from", "doubt_to"]) await add(column, "bigint");
  // Its news has keys of an older kind, and was told by them.
  await sql`update meeting_version set silent = 1`.execute(db);
};
