import type { About, Acts, Asker, AuditEntry, Subscription } from "./core/acting.ts";
import { type Admin, isAmong } from "./core/admins.ts";
import type { Announced } from "./core/announced.ts";
import type { Channel, Destination } from "./core/destination.ts";
import { UserError } from "./core/errors.ts";
import type { Ledger, Planned } from "./core/ledger.ts";
import type { Log } from "./core/log.ts";
import type { Poster } from "./core/poster.ts";

/** The part of the durable state that acting commands change. */
export interface ActingState {
  readonly ledger: Ledger;
  readonly subscriptions: {
    list(): Promise<readonly Subscription[]>;
    put(destination: Destination, by: string): Promise<void>;
    remove(channel: Channel, by: string): Promise<boolean>;
  };
  readonly audit: {
    add(entry: { who: string; act: string; about: string }): Promise<void>;
    list(count: number): Promise<readonly AuditEntry[]>;
  };
}

export interface ActsOptions {
  /** Throws a UserError where it can't be reached yet. */
  readonly state: () => ActingState;
  readonly posters: () => readonly Poster[];
  readonly admins: readonly Admin[];
  /** What is to be posted, in any order. */
  readonly coming: () => Promise<readonly Planned[]>;
  /** The knowledge of the running bot, which is there once people can ask. */
  readonly living: () => Acts["living"];
  readonly questions: Acts["questions"];
  readonly about: () => About;
  readonly log: Log;
}

const AGAIN_FOR_MS = 24 * 3_600_000;

/** What acting commands do, over the durable state; every act of a person goes into the audit log. */
export function createActs(options: ActsOptions): Acts {
  const { state, posters, admins, coming, living, questions, about, log } = options;
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
        // Where it can't be reached yet, nobody is told that nothing is coming.
        state();
        const ahead = [...(await coming())].sort((a, b) => a.dueAt - b.dueAt);
        return ahead.slice(0, count).map(announcedOf);
      },
      async settle(id, how, by) {
        const settled = await state().ledger.settle(id, how, AGAIN_FOR_MS);
        if (settled) await state().audit.add({ who: nameOf(by), act: `announcement ${how}`, about: id });
        return settled;
      },
    },
    living: { status: () => living().status(), reload: () => living().reload() },
    questions,
    audit: {
      list: async (count) => state().audit.list(count),
      async add(act, about, by) {
        try {
          await state().audit.add({ who: nameOf(by), act, about });
          return true;
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          log.warn("What an admin did is not in the audit log: the state is away.", { event: "audit", act });
          return false;
        }
      },
    },
    about,
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
