import { sql } from "kysely";
import type { Migration } from "./migration.ts";

/** What was posted where, and what the calendar of announcements has to remember. */
export const up: Migration = async (db) => {
  await db.schema
    .createTable("ledger")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("key", "text", (column) => column.notNull().unique())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("review", "text", (column) => column.notNull())
    .addColumn("occurrence", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("chat", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("destination", "text", (column) => column.notNull())
    .addColumn("due_at", "bigint", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .addColumn("next_at", "bigint", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("maybe_posted", "integer", (column) => column.notNull())
    .addColumn("window_from", "bigint")
    .addColumn("window_to", "bigint")
    .addColumn("unreadable", "integer", (column) => column.notNull())
    .addColumn("fence", "integer", (column) => column.notNull())
    .addColumn("lease_owner", "text")
    .addColumn("lease_until", "bigint")
    .addColumn("reference", "text")
    .addColumn("posted_at", "bigint")
    .addColumn("how", "text")
    .addColumn("reason", "text")
    .addColumn("ended_at", "bigint")
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("ledger_due").on("ledger").columns(["state", "due_at", "id"]).execute();
  await db.schema.createIndex("ledger_ended").on("ledger").column("ended_at").execute();
  await db.schema.createIndex("ledger_meeting").on("ledger").columns(["review", "occurrence"]).execute();
  // Whatever two workers see at the same instant: nobody is the second one at a destination.
  await db.schema
    .createIndex("ledger_busy")
    .on("ledger")
    .columns(["chat", "channel"])
    .unique()
    .where(sql.ref("state"), "=", sql.lit("sending"))
    .execute();

  await db.schema
    .createTable("destination")
    .addColumn("chat", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("since", "bigint", (column) => column.notNull())
    .addColumn("rest_until", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("destination_key", ["chat", "channel"])
    .execute();
  await db.schema
    .createTable("activation")
    .addColumn("id", "integer", (column) => column.primaryKey())
    .addColumn("digest", "text", (column) => column.notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("meeting_version")
    .addColumn("review", "text", (column) => column.notNull())
    .addColumn("meeting", "text", (column) => column.notNull())
    .addColumn("sequence", "integer", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("date", "text", (column) => column.notNull())
    .addColumn("time", "text")
    .addColumn("seen_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("meeting_version_key", ["review", "meeting", "sequence"])
    .execute();
};
