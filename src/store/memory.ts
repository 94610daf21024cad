import { writeChannel } from "../core/destination.ts";
import type { Ledger, SeenMeeting } from "../core/ledger.ts";
import { batches } from "./batches.ts";
import type { Engine } from "./engine.ts";

/** What the bot has to remember of the knowledge that it announces from. */
export function createMemory({
  db,
  now,
}: Engine): Pick<Ledger, "activate" | "isActive" | "see" | "since" | "remembered"> {
  const seenSoFar = async (via: Pick<typeof db, "selectFrom"> = db): Promise<SeenMeeting[]> => {
    const rows = await via
      .selectFrom("meeting_version")
      .selectAll()
      .orderBy("review")
      .orderBy("meeting")
      .orderBy("sequence")
      .execute();
    return rows.map(({ time, seen_at: seenAt, ...row }) => ({ ...row, ...(time === null ? {} : { time }), seenAt }));
  };

  const known = async (): Promise<ReadonlyMap<string, number>> => {
    const rows = await db.selectFrom("destination").select(["chat", "channel", "since"]).execute();
    return new Map(rows.map(({ chat, channel, since }) => [writeChannel({ chat, id: channel }), since]));
  };

  return {
    async activate(digest) {
      const at = now();
      await db
        .insertInto("activation")
        .values({ id: 1, digest, at })
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ digest, at }))
        .execute();
    },
    async isActive(digest) {
      const row = await db.selectFrom("activation").select("digest").where("id", "=", 1).executeTakeFirst();
      return row?.digest === digest;
    },
    see: (meetings) =>
      db.transaction().execute(async (transaction) => {
        const seen = await seenSoFar(transaction);
        const last = new Map(seen.map((one) => [idOf(one), one]));
        const fresh = meetings.filter((one) => !isSame(one, last.get(idOf(one))));
        if (fresh.length === 0) return seen;
        const rows = fresh.map(({ review, meeting, state, date, time = null }) => {
          const sequence = (last.get(idOf({ review, meeting }))?.sequence ?? -1) + 1;
          return { review, meeting, sequence, state, date, time, seen_at: now() };
        });
        for (const some of batches(rows, 7))
          await transaction
            .insertInto("meeting_version")
            .values(some)
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        return seenSoFar(transaction);
      }),
    async remembered() {
      const done = await db
        .selectFrom("ledger")
        .select("key")
        .where((row) =>
          row.or([row("state", "=", "posted"), row.and([row("state", "=", "skipped"), row("reason", "=", "admin")])]),
        )
        .execute();
      return { seen: await seenSoFar(), since: await known(), done: new Set(done.map(({ key }) => key)) };
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

const idOf = ({ review, meeting }: Pick<SeenMeeting, "review" | "meeting">): string =>
  JSON.stringify([review, meeting]);

const isSame = (one: Omit<SeenMeeting, "sequence" | "seenAt">, last: SeenMeeting | undefined): boolean =>
  last !== undefined && one.state === last.state && one.date === last.date && one.time === last.time;
