import type { Announced, Settling } from "./announced.ts";
import type { Channel, Chat, Destination } from "./destination.ts";
import type { Both } from "./language.ts";
import type { Living } from "./living.ts";
import type { Poster } from "./poster.ts";
import type { Questions } from "./questions.ts";

/** Who wants something done, as far as the chat says. */
export interface Asker {
  readonly chat: Chat;
  /** The person's id there. */
  readonly id: string;
  /** Ids of the roles that the person has (Discord). */
  readonly roles: readonly string[];
  /** Whether the chat itself lets them manage the place: an admin or owner in Slack, Manage Server in Discord. */
  readonly manages: boolean;
  /** The channel in which they ask. */
  readonly channel: string;
}

/** A channel that was subscribed in chat. */
export interface Subscription extends Destination {
  /** Epoch milliseconds. */
  readonly since: number;
}

export interface Subscriptions {
  list(): Promise<readonly Subscription[]>;
  /** Subscribes the channel, or changes how it is. */
  put(destination: Destination, by: Asker): Promise<void>;
  /** False where it was not subscribed. */
  remove(channel: Channel, by: Asker): Promise<boolean>;
  inspect(channel: Channel): ReturnType<Poster["inspect"]>;
}

export interface Announcements {
  /** Posted, skipped, uncertain and failed ones, newest first. */
  history(count: number): Promise<readonly Announced[]>;
  /** What is due next, soonest first, as far as the calendar tells. */
  coming(count: number): Promise<readonly Announced[]>;
  /** An admin settles what the bot can't know: false where there is no such announcement, or it is settled already. */
  settle(id: string, how: Settling, by: Asker): Promise<boolean>;
}

/** Who did what, and when in epoch milliseconds. */
export interface AuditEntry {
  readonly at: number;
  /** "slack:U0123ABCDEF" */
  readonly who: string;
  readonly act: string;
  readonly about: string;
}

/** What the bot is, and where people reach it. */
export interface About {
  readonly version: string;
  readonly platforms: readonly { readonly name: string; readonly isConnected: boolean }[];
}

/** What acting commands reach, beside all that asking ones do. */
export interface Acts {
  /** Whether the person may do what changes something for others. */
  mayManage(asker: Asker): boolean;
  /** Whether they are among ADMINS. */
  isAdmin(asker: Asker): boolean;
  readonly subscriptions: Subscriptions;
  readonly announcements: Announcements;
  readonly living: Pick<Living, "status" | "reload">;
  readonly questions: Pick<Questions, "gaps" | "feedback">;
  readonly audit: {
    /** Newest first. */
    list(count: number): Promise<readonly AuditEntry[]>;
    /** Puts down what an admin does. False where the state is away, which the log says: what needs no state is done all the same. */
    add(act: string, about: string, by: Asker): Promise<boolean>;
  };
  about(): About;
}

/** What commands for admins say to others. */
export const ONLY_ADMINS: Both = {
  vi: "Lệnh này dành cho người quản trị của bot (ADMINS trong cấu hình).",
  en: "This command is for the bot's admins (ADMINS in its settings).",
};

/** What an acting command says where nothing can be done: in the terminal, or where a question led to it. */
export const ONLY_IN_CHAT: Both = {
  vi: "Lệnh này chỉ dùng được trong Slack hoặc Discord, khi bot đang chạy ở đó.",
  en: "This command works only in Slack or Discord, where the bot is running.",
};
