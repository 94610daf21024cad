import type { Ledger } from "../core/ledger.ts";
import type { Engine } from "./engine.ts";

type Reading = Pick<Engine["db"], "selectFrom">;

/** Whether these files are what is announced; where nobody says which, any are. */
export async function isCounting(via: Reading, digest: string | undefined): Promise<boolean> {
  if (digest === undefined) return true;
  const row = await via.selectFrom("activation").select("digest").where("id", "=", 1).executeTakeFirst();
  return row?.digest === digest;
}

/** Whose files count; whoever compares and writes holds the lock meanwhile, so that it stays true to the end. */
export const createActivation = ({ db, now, lock }: Engine): Pick<Ledger, "activate" | "isActive"> => ({
  activate: (digest) =>
    db.transaction().execute(async (transaction) => {
      await lock(transaction);
      const at = now();
      await transaction
        .insertInto("activation")
        .values({ id: 1, digest, at })
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ digest, at }))
        .execute();
    }),
  isActive: (digest) => isCounting(db, digest),
});
