import { writeChannel } from "../core/destination.ts";
import type { Ledger } from "../core/ledger.ts";
import { createActivation } from "./activation.ts";
import { batches } from "./batches.ts";
import type { Engine } from "./engine.ts";
import { createSee, isBlank, openGaps, seenSoFar } from "./versions.ts";

/** What the bot has to remember of the knowledge that it announces from. */
export function createMemory(engine: Engine): Pick<Ledger, "activate" | "isActive" | "see" | "since" | "remembered"> {
  const { db, now } = engine;
  const known = async (): Promise<ReadonlyMap<string, number>> => {
    const rows = await db.selectFrom("destination").select(["chat", "channel", "since"]).execute();
    return new Map(rows.map(({ chat, channel, since }) => [writeChannel({ chat, id: channel }), since]));
  };

  return {
    ...createActivation(engine),
    see: createSee(engine),
    async remembered() {
      const done = await db
        .selectFrom("ledger")
        .select("key")
        .where((row) =>
          row.or([row("state", "=", "posted"), row.and([row("state", "=", "skipped"), row("reason", "=", "admin")])]),
        )
        .execute();
      return {
        seen: await seenSoFar(db),
        isNew: isBlank(await openGaps(db)),
        since: await known(),
        done: new Set(done.map(({ key }) => key)),
      };
    },
    async since(destinations) {
      const heard = await known();
      const fresh = destinations.filter((one) => !heard.has(writeChannel(one)));
      if (fresh.length === 0) return heard;
      const rows = fresh.map(({ chat, id }) => ({ chat, channel: id, since: now(), rest_until: 0 }));
      for (const some of batches(rows, 4))
        await db
          .insertInto("destination")
          .values(some)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      return known();
    },
  };
}
