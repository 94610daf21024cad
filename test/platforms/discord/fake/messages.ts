import { EventEmitter, once } from "node:events";
import { checkMessage } from "./check.ts";
import type { Gateway } from "./gateway.ts";
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

const isChannel = (id: string): id is ChannelId => id in CHANNELS;

/** A message as Discord gives it back. */
export const messagePayload = ({ id, channel_id, body }: Made) => ({
  id,
  channel_id,
  author: BOT,
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
});

/** Channels: what people say, and what the bot says there. */
export function createMessages(gateway: Gateway) {
  const made: Made[] = [];
  const nonces = new Map<string, Made>();
  const events = new EventEmitter();

  function post(channel: string, body: Made["body"]): Reply {
    if (!isChannel(channel)) return refusal(404, 10003, "Unknown Channel");
    const complaints = checkMessage(body, "channel");
    if (complaints.length > 0) return invalid(complaints);
    const nonce = body.enforce_nonce === true ? String(body.nonce) : undefined;
    const same = nonce === undefined ? undefined : nonces.get(nonce);
    if (same !== undefined) return { status: 200, body: messagePayload(same) };
    const message = { id: snowflake(), channel_id: channel, body };
    made.push(message);
    if (nonce !== undefined) nonces.set(nonce, message);
    events.emit("made", message);
    return { status: 200, body: messagePayload(message) };
  }

  return {
    made,
    /** Resolves when the bot has made so many messages in channels, with the last. */
    async nth(count: number): Promise<Made> {
      for (let last = made[count - 1]; ; last = made[count - 1]) {
        if (last !== undefined) return last;
        await once(events, "made");
      }
    },
    /** Somebody says something; with `<@id>` of the bot in it, the bot is mentioned. */
    say(content: string, { channel = CHANNEL, by = LAN, replyTo, id = snowflake() }: Said = {}): string {
      const direct = channel === DIRECT;
      const mentions =
        content.includes(`<@${BOT.id}>`) || replyTo !== undefined ? [{ ...BOT, member: memberOf(BOT) }] : [];
      gateway.dispatch("MESSAGE_CREATE", {
        ...messagePayload({ id, channel_id: channel, body: {} }),
        author: by,
        // Without the privileged intent, what is neither direct nor to the bot arrives empty.
        content: direct || mentions.length > 0 ? content : "",
        mentions,
        channel_type: CHANNELS[channel].type,
        ...(direct ? {} : { guild_id: GUILD, member: memberOf(by) }),
        ...(replyTo === undefined
          ? {}
          : { type: 19, message_reference: { message_id: replyTo, channel_id: channel, guild_id: GUILD } }),
      });
      return id;
    },
    answer({ method, path, body }: Call): Reply | undefined {
      const [, channel] = /^\/channels\/(\d+)\/messages$/.exec(path) ?? [];
      if (channel === undefined || method !== "POST") return undefined;
      return post(channel, (body ?? {}) as Made["body"]);
    },
  };
}

export type Messages = ReturnType<typeof createMessages>;
