import type { Selectable } from "kysely";
import type { Subscription } from "../core/acting.ts";
import { type Channel, type Destination, writeChannel } from "../core/destination.ts";
import { createAudit } from "./audit.ts";
import type { Engine } from "./engine.ts";
import type { SubscriptionTable } from "./tables.ts";

/** Channels that were subscribed in chat. Each change is in the audit log, or neither is. */
export interface KeptSubscriptions {
  /** In the order in which they were subscribed. */
  list(): Promise<readonly Subscription[]>;
  /** Subscribes the channel, or changes how it is. */
  put(destination: Destination, by: string): Promise<void>;
  /** False where it was not subscribed. */
  remove(channel: Channel, by: string): Promise<boolean>;
}

export const createSubscriptions = ({ db, now }: Engine, newId: () => string): KeptSubscriptions => ({
  async list() {
    const rows = await db
      .selectFrom("subscription")
      .selectAll()
      .orderBy("since")
      .orderBy("chat")
      .orderBy("channel")
      .execute();
    return rows.map(asSubscription);
  },
  async put(destination, by) {
    const { chat, id: channel, language, leads, event } = destination;
    const how = {
      language,
      leads: leads === undefined ? null : JSON.stringify(leads),
      event: event === undefined ? null : Number(event),
    };
    await db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto("subscription")
        .values({ chat, channel, ...how, since: now() })
        .onConflict((conflict) => conflict.columns(["chat", "channel"]).doUpdateSet(how))
        .execute();
      const about = `${writeChannel(destination)} ${JSON.stringify({ language, leads, event })}`;
      await createAudit({ db: transaction, now }, newId).add({ who: by, act: "subscribe", about });
    });
  },
  remove: ({ chat, id }, by) =>
    db.transaction().execute(async (transaction) => {
      const { numDeletedRows } = await transaction
        .deleteFrom("subscription")
        .where("chat", "=", chat)
        .where("channel", "=", id)
        .executeTakeFirstOrThrow();
      if (numDeletedRows === 0n) return false;
      const about = writeChannel({ chat, id });
      await createAudit({ db: transaction, now }, newId).add({ who: by, act: "unsubscribe", about });
      return true;
    }),
});

const asSubscription = ({
  chat,
  channel,
  language,
  leads,
  event,
  since,
}: Selectable<SubscriptionTable>): Subscription => ({
  chat,
  id: channel,
  language,
  ...(leads === null ? {} : { leads: JSON.parse(leads) as number[] }),
  ...(event === null ? {} : { event: event === 1 }),
  since,
});
