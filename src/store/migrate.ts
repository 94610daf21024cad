import type { Engine } from "./engine.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { userError } from "./trouble.ts";

/**
 * Brings the state to this version, in one transaction that other processes wait for. Throws a UserError, and changes
 * nothing, where a newer version has written it.
 */
export async function migrate({ db, where, now, lock }: Engine): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await lock(transaction);
    await transaction.schema
      .createTable("state_migration")
      .ifNotExists()
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("at", "bigint", (column) => column.notNull())
      .execute();
    const rows = await transaction.selectFrom("state_migration").select("name").execute();
    const done = rows.map(({ name }) => name);
    refuseNewer(done, where);
    for (const [name, up] of Object.entries(MIGRATIONS)) {
      if (done.includes(name)) continue;
      await up(transaction);
      await transaction.insertInto("state_migration").values({ name, at: now() }).execute();
    }
    if (done.length === 0)
      await transaction.insertInto("gap").values({ id: "new", from_at: null, to_at: now(), looked_at: null }).execute();
    // A backup says when it was made; by being opened it is back, also where somebody only copied the file.
    await transaction.updateTable("gap").set({ to_at: now() }).where("to_at", "is", null).execute();
  });
}

export function refuseNewer(done: readonly string[], where: string): void {
  const unknown = done.filter((name) => !(name in MIGRATIONS));
  if (unknown.length > 0) throw userError(NEWER(where, unknown.join(", ")));
}

const NEWER = (where: string, steps: string) => ({
  vi: `Kho trạng thái ở ${where} do một phiên bản mới hơn của bot ghi (${steps}). Hãy chạy phiên bản mới đó, hoặc phục hồi một bản sao lưu của phiên bản này. Bot chưa thay đổi gì trong kho.`,
  en: `The state at ${where} was written by a newer version of the bot (${steps}). Start that version, or restore a backup that this version made. Nothing in it was changed.`,
});
