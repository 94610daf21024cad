import type { Chat } from "../../src/core/destination.ts";

/** A request, from the address of the API on. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A chat as far as announcements need it, with a memory of its own. */
export interface FakeChat {
  readonly chat: Chat;
  purpose(call: Call): "post" | "look" | "other";
  /** Does what is asked for. */
  answer(call: Call): Reply;
  /** Too many requests; nothing was done. */
  limited(seconds: number): Reply;
  /** Somebody else writes into a channel; so does another bot that copies what this one wrote, its marks too. */
  write(channel: string, at: number, isCopy: boolean): void;
  /** What would be announced by it. */
  announced(call: Call): string;
  /** What the bot has announced, in order. */
  readonly posts: readonly string[];
  /** What the real one would not have taken. */
  readonly violations: readonly string[];
}

/** Messages of a channel by age. */
export interface Aged {
  /** What orders messages in this chat. */
  readonly order: bigint;
  readonly isOurs: boolean;
}

export function createChannels<T extends Aged>(ids: readonly string[]) {
  const channels = new Map<string, T[]>(ids.map((id) => [id, []]));
  return {
    in: (id: string): readonly T[] | undefined => channels.get(id),
    /** Mostly the newest; those that are written in advance are put where they belong. */
    put(id: string, message: T): void {
      const all = channels.get(id);
      if (all === undefined) return;
      const later = all.findIndex(({ order }) => order > message.order);
      all.splice(later === -1 ? all.length : later, 0, message);
    },
    lastOurs: (id: string): T | undefined => channels.get(id)?.findLast(({ isOurs }) => isOurs),
  };
}
