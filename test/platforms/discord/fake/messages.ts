import { EventEmitter, once } from "node:events";
import { MessageFlags } from "discord.js";
import { checkMessage, componentsIn } from "./check.ts";
import type { Gateway } from "./gateway.ts";
import type { Guild } from "./guild.ts";
import {
  BOT,
  CHANNEL,
  CHANNELS,
  type ChannelId,
  DIRECT,
  GUILD,
  LAN,
  memberOf,
  type Person,
  snowflake,
  userOf,
} from "./people.ts";
import { invalid, type Reply, refusal } from "./reply.ts";
import type { Call } from "./server.ts";

/** A message that the bot made. */
export interface Made {
  readonly id: string;
  readonly channel_id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Said {
  readonly channel?: ChannelId;
  readonly by?: Person;
  /** The bot's message that is replied to. */
  readonly replyTo?: string;
  readonly id?: string;
}

/** Whatever stands in a channel. */
interface Kept extends Made {
  readonly by: Person;
}

const isChannel = (id: string): id is ChannelId => id in CHANNELS;

/** A message as Discord gives it back. */
export const messagePayload = ({ id, channel_id, body }: Made, by: Person = BOT) => ({
  id,
  channel_id,
  author: userOf(by),
  content: "",
  timestamp: "2026-01-01T00:00:00.000Z",
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
  type: 0,
  ...body,
  components: numbered(body.components),
});

/** Components that were sent without an id are numbered from 1, past those that others have. */
function numbered(components: unknown = []): unknown {
  const copy = structuredClone(components);
  const all = componentsIn(copy).map(({ it }) => it as { id?: number });
  const taken = new Set(all.map(({ id }) => id));
  let next = 1;
  for (const it of all) {
    if (it.id !== undefined) continue;
    while (taken.has(next)) next += 1;
    it.id = next;
    next += 1;
  }
  return copy;
}

/** Channels: what people say, and what the bot says there. */
export function createMessages(gateway: Gateway, guild: Guild, now: () => number) {
  const made: Made[] = [];
  let kept: Kept[] = [];
  const nonces = new Map<string, Made>();
  const events = new EventEmitter();

  const keep = (message: Made, by: Person): void => {
    kept.push({ ...message, by });
  };

  function post(channel: string, body: Made["body"]): Reply {
    if (!guild.may("SendMessages")) return refusal(403, 50013, "Missing Permissions");
    const complaints = checkMessage(body, "channel");
    if (complaints.length > 0) return invalid(complaints);
    const nonce = body.enforce_nonce === true ? String(body.nonce) : undefined;
    const same = nonce === undefined ? undefined : nonces.get(nonce);
    if (same !== undefined)
      return kept.some(({ id }) => id === same.id)
        ? { status: 200, body: messagePayload(same) }
        : refusal(404, 10008, "Unknown Message");
    const message = { id: snowflake(now()), channel_id: channel, body };
    made.push(message);
    keep(message, BOT);
    if (nonce !== undefined) nonces.set(nonce, message);
    events.emit("made", message);
    return { status: 200, body: messagePayload(message) };
  }

  function edit({ id, by, body: before, channel_id }: Kept, changes: Made["body"]): Reply {
    if (by.id !== BOT.id) return refusal(403, 50005, "Cannot edit a message authored by another user");
    const isCard = (Number(before.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
    const flags = Number(changes.flags ?? 0) | (isCard ? MessageFlags.IsComponentsV2 : 0);
    const body = { ...before, ...changes, flags };
    const complaints = checkMessage({ ...body, nonce: undefined }, "channel");
    if (complaints.length > 0) return invalid(complaints);
    const message = { id, channel_id, body };
    made.splice(0, made.length, ...made.map((one) => (one.id === id ? message : one)));
    kept = kept.map((one) => (one.id === id ? { ...message, by } : one));
    return { status: 200, body: asRead({ ...message, by }) };
  }

  /** Without the nonce, which is told at most to whoever has just sent it. */
  const asRead = ({ by, ...message }: Kept) => ({ ...messagePayload(message, by), nonce: undefined });

  /** The oldest after an id, or the newest; listed from new to old. */
  function list(channel: string, query: URLSearchParams): Reply {
    const limit = Number(query.get("limit") ?? 50);
    if (!(limit >= 1 && limit <= 100)) return invalid([{ path: "limit", message: "1 to 100" }]);
    // To whom may not read the history it is empty, which is no error.
    if (!guild.may("ReadMessageHistory")) return { status: 200, body: [] };
    const here = kept.filter(({ channel_id }) => channel_id === channel).sort(byAge);
    const after = query.get("after");
    const page =
      after === null ? here.slice(-limit) : here.filter(({ id }) => BigInt(id) > BigInt(after)).slice(0, limit);
    return { status: 200, body: page.reverse().map(asRead) };
  }

  return {
    made,
    /** The minutes are over in which Discord knows a nonce again. */
    forgetNonces: (): void => nonces.clear(),
    /** Somebody deletes a message. */
    remove(id: string): void {
      kept = kept.filter((one) => one.id !== id);
    },
    /** A message stands in a channel, without the bot hearing of it. */
    put(by: Person, body: Made["body"], { channel = CHANNEL, at = now() } = {}): string {
      const message = { id: snowflake(at), channel_id: channel, body };
      keep(message, by);
      return message.id;
    },
    /** Resolves when the bot has made so many messages in channels, with the last. */
    async nth(count: number): Promise<Made> {
      for (let last = made[count - 1]; ; last = made[count - 1]) {
        if (last !== undefined) return last;
        await once(events, "made");
      }
    },
    /** Somebody says something; with `<@id>` of the bot in it, the bot is mentioned. */
    say(content: string, { channel = CHANNEL, by = LAN, replyTo, id = snowflake(now()) }: Said = {}): string {
      const direct = channel === DIRECT;
      const mentions =
        content.includes(`<@${BOT.id}>`) || replyTo !== undefined ? [{ ...BOT, member: memberOf(BOT) }] : [];
      // Without the privileged intent, what is neither direct nor to the bot arrives empty.
      const heard = direct || mentions.length > 0 ? content : "";
      keep({ id, channel_id: channel, body: { content: heard } }, by);
      gateway.dispatch("MESSAGE_CREATE", {
        ...messagePayload({ id, channel_id: channel, body: {} }, by),
        content: heard,
        mentions,
        channel_type: CHANNELS[channel].type,
        ...(direct ? {} : { guild_id: GUILD, member: memberOf(by) }),
        ...(replyTo === undefined
          ? {}
          : { type: 19, message_reference: { message_id: replyTo, channel_id: channel, guild_id: GUILD } }),
      });
      return id;
    },
    answer({ method, path, query, body }: Call): Reply | undefined {
      const [, channel = "", id] = /^\/channels\/(\d+)\/messages(?:\/(\d+))?$/.exec(path) ?? [];
      if (channel === "") return undefined;
      if (!isChannel(channel)) return refusal(404, 10003, "Unknown Channel");
      if (!guild.may("ViewChannel")) return refusal(403, 50001, "Missing Access");
      if (id === undefined && method === "POST") return post(channel, (body ?? {}) as Made["body"]);
      if (id === undefined) return method === "GET" ? list(channel, query) : undefined;
      const message = kept.find((one) => one.id === id && one.channel_id === channel);
      if (message === undefined) return refusal(404, 10008, "Unknown Message");
      if (method === "PATCH") return edit(message, (body ?? {}) as Made["body"]);
      if (!guild.may("ReadMessageHistory")) return refusal(403, 50013, "Missing Permissions");
      return { status: 200, body: asRead(message) };
    },
  };
}

const byAge = (a: Made, b: Made): number => (BigInt(a.id) < BigInt(b.id) ? -1 : 1);

export type Messages = ReturnType<typeof createMessages>;
