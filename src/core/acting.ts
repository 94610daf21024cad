import type { Announced, Settling } from "./announced.ts";
import type { Channel, Chat, Destination } from "./destination.ts";
import type { Both } from "./language.ts";
import type { Poster } from "./poster.ts";

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

/** What acting commands reach, beside all that asking ones do. */
export interface Acts {
  /** Whether the person may do what changes something for others. */
  mayManage(asker: Asker): boolean;
  /** Whether they are among ADMINS. */
  isAdmin(asker: Asker): boolean;
  readonly subscriptions: Subscriptions;
  readonly announcements: Announcements;
}

/** What an acting command says where nothing can be done: in the terminal, or where a question led to it. */
export const ONLY_IN_CHAT: Both = {
  vi: "Lệnh này chỉ dùng được trong Slack hoặc Discord, khi bot đang chạy ở đó.",
  en: "This command works only in Slack or Discord, where the bot is running.",
};
