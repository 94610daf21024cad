import type { Migration } from "./migration.ts";

/** What people asked and what they thought of the answers; who they are is only a hash, salted for this state. */
export const up: Migration = async (db) => {
  await db.schema
    .createTable("question")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("question", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("invocation", "text")
    .addColumn("previous", "text")
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("who", "text")
    .execute();
  await db.schema.createIndex("question_at").on("question").columns(["at", "id"]).execute();
  await db.schema
    .createTable("rating")
    .addColumn("invocation", "text", (column) => column.notNull())
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("who", "text", (column) => column.notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("useful", "integer", (column) => column.notNull())
    .addColumn("digest", "text", (column) => column.notNull())
    .addColumn("reason", "text")
    .addColumn("platform", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("rating_key", ["invocation", "language", "who"])
    .execute();
  await db.schema
    .createTable("salt")
    .addColumn("id", "integer", (column) => column.primaryKey())
    .addColumn("salt", "text", (column) => column.notNull())
    .execute();
};
