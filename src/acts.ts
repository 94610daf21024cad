import type { Acts, Asker, Subscription } from "./core/acting.ts";
import { type Admin, isAmong } from "./core/admins.ts";
import type { Announced } from "./core/announced.ts";
import type { Channel, Destination } from "./core/destination.ts";
import type { Ledger, Planned } from "./core/ledger.ts";
import type { Poster } from "./core/poster.ts";

/** The part of the durable state that acting commands change. */
export interface ActingState {
  readonly ledger: Ledger;
  readonly subscriptions: {
    list(): Promise<readonly Subscription[]>;
    put(destination: Destination, by: string): Promise<void>;
    remove(channel: Channel, by: string): Promise<boolean>;
  };
  readonly audit: { add(entry: { who: string; act: string; about: string }): Promise<void> };
}

export interface ActsOptions {
  /** Throws a UserError where it can't be reached yet. */
  readonly state: () => ActingState;
  readonly posters: () => readonly Poster[];
  readonly admins: readonly Admin[];
  /** What the ledger should hold now. */
  readonly plan: () => Promise<readonly Planned[]>;
}

const AGAIN_FOR_MS = 24 * 3_600_000;

/** What acting commands do, over the durable state; every act of a person goes into the audit log. */
export function createActs({ state, posters, admins, plan }: ActsOptions): Acts {
  const isAdmin = (asker: Asker): boolean => isAmong(admins, asker);
  const nameOf = ({ chat, id }: Asker): string => `${chat}:${id}`;
  return {
    isAdmin,
    mayManage: (asker) => asker.manages || isAdmin(asker),
    subscriptions: {
      list: async () => state().subscriptions.list(),
      put: async (destination, by) => state().subscriptions.put(destination, nameOf(by)),
      remove: async (channel, by) => state().subscriptions.remove(channel, nameOf(by)),
      async inspect({ chat, id }) {
        const poster = posters().find((one) => one.chat === chat);
        return poster === undefined ? { trouble: NOT_HERE } : poster.inspect(id);
      },
    },
    announcements: {
      history: async (count) => state().ledger.history(count),
      async coming(count) {
        const now = await state().ledger.now();
        const ahead = (await plan()).filter(({ skip, expiresAt }) => skip === undefined && expiresAt > now);
        return ahead
          .sort((a, b) => a.dueAt - b.dueAt)
          .slice(0, count)
          .map(announcedOf);
      },
      async settle(id, how, by) {
        const settled = await state().ledger.settle(id, how, AGAIN_FOR_MS);
        if (settled) await state().audit.add({ who: nameOf(by), act: `announcement ${how}`, about: id });
        return settled;
      },
    },
  };
}

const announcedOf = ({ subject, destination, dueAt }: Planned): Announced => ({
  id: "",
  subject,
  channel: destination,
  language: destination.language,
  dueAt,
  state: "pending",
});

const NOT_HERE = {
  vi: "Bot chưa được thiết lập để đăng ở đây.",
  en: "The bot is not set up to post here.",
} as const;
