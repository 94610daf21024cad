import type { AuditEntry } from "../core/acting.ts";
import type { Engine } from "./engine.ts";
import { plain } from "./portable.ts";

export interface Audit {
  /** As of now, by the state's clock. */
  add(entry: Omit<AuditEntry, "at">): Promise<void>;
  /** Newest first. */
  list(count: number): Promise<readonly AuditEntry[]>;
}

type Writing = Pick<Engine, "now"> & { readonly db: Pick<Engine["db"], "insertInto" | "selectFrom"> };

/** Over a transaction where what is told of happens in the same one. */
export const createAudit = ({ db, now }: Writing, newId: () => string): Audit => ({
  async add({ who, act, about }) {
    await db
      .insertInto("audit")
      .values({ id: newId(), at: now(), who: plain(who), act: plain(act), about: plain(about) })
      .execute();
  },
  list: (count) =>
    db
      .selectFrom("audit")
      .select(["at", "who", "act", "about"])
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(count)
      .execute(),
});
