import type { Migration } from "./migration.ts";

/** Channels that were subscribed in chat, and who changed what. */
export const up: Migration = async (db) => {
  await db.schema
    .createTable("subscription")
    .addColumn("chat", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("leads", "text")
    .addColumn("event", "integer")
    .addColumn("since", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("subscription_key", ["chat", "channel"])
    .execute();
  await db.schema
    .createTable("audit")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("who", "text", (column) => column.notNull())
    .addColumn("act", "text", (column) => column.notNull())
    .addColumn("about", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("audit_at").on("audit").columns(["at", "id"]).execute();
};
