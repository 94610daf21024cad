import { checkMessage } from "../../test/platforms/discord/fake/check.ts";
import { announcedBy } from "./announcements.ts";
import { type Aged, createChannels, type FakeChat, type Reply } from "./fake-chat.ts";

interface Message extends Aged {
  readonly body: Readonly<Record<string, unknown>>;
}

const EPOCH_MS = 1_420_070_400_000;
const GUILD = "1200000000000000100";
const BOT = "1200000000000000200";
const OTHER = "1200000000000000300";
/** View, send, read the history: 0x400, 0x800, 0x10000. */
const RIGHTS = String(0x400 | 0x800 | 0x10000);

/** How long a nonce is known again: shorter than a lease, so that it saves nobody who looks for nothing. */
const NONCE_MS = 2_000;

/** https://docs.discord.com/developers/resources/message; times by `now`, in epoch milliseconds. */
export function createFakeDiscord(ids: readonly string[], now: () => number): FakeChat {
  const channels = createChannels<Message>(ids);
  const posts: string[] = [];
  const violations: string[] = [];
  const nonces = new Map<string, { readonly message: Message; readonly until: number }>();
  let last = 0n;
  const snowflake = (): bigint => {
    const id = BigInt(Math.floor(now()) - EPOCH_MS) << 22n;
    last = id > last ? id : last + 1n;
    return last;
  };

  function post(channel: string, body: Message["body"]): Reply {
    const found = checkMessage(body, "channel").map(({ path, message }) => `${path}: ${message}`);
    violations.push(...found);
    if (found.length > 0) return { status: 400, body: { code: 50035, message: found.join("\n") } };
    const nonce = `${channel} ${body.nonce}`;
    const before = body.enforce_nonce === true ? nonces.get(nonce) : undefined;
    if (before !== undefined && before.until > now()) return { status: 200, body: shown(channel, before.message) };
    const message = { order: snowflake(), isOurs: true, body };
    channels.put(channel, message);
    nonces.set(nonce, { message, until: now() + NONCE_MS });
    posts.push(announcedBy(JSON.stringify(body), { chat: "discord", id: channel }));
    return { status: 200, body: shown(channel, message) };
  }

  /** From new to old, the oldest ones after an id; the nonce is told to nobody. */
  function list(channel: string, query: URLSearchParams): Reply {
    const [after, limit] = [BigInt(query.get("after") ?? 0), Number(query.get("limit") ?? 50)];
    const page = (channels.in(channel) ?? []).filter(({ order }) => order > after).slice(0, limit);
    return { status: 200, body: page.reverse().map((message) => shown(channel, message)) };
  }

  function route(method: string, path: string, query: URLSearchParams, body: string): Reply | undefined {
    if (path === "/users/@me") return { status: 200, body: { id: BOT, username: "lien-thanh", bot: true } };
    if (path === `/guilds/${GUILD}/roles`) return { status: 200, body: [{ id: GUILD, permissions: RIGHTS }] };
    if (path === `/guilds/${GUILD}/members/${BOT}`) return { status: 200, body: { roles: [] } };
    const [, channel = "", isMessages] = /^\/channels\/(\d+)(\/messages)?$/.exec(path) ?? [];
    if (channels.in(channel) === undefined) return undefined;
    if (isMessages === undefined) return { status: 200, body: { id: channel, guild_id: GUILD, type: 0, name: "kenh" } };
    return method === "POST" ? post(channel, JSON.parse(body)) : list(channel, query);
  }

  return {
    chat: "discord",
    posts,
    violations,
    announced: ({ path, body }) =>
      announcedBy(body, { chat: "discord", id: /\/channels\/(\d+)/.exec(path)?.[1] ?? "" }),
    purpose: ({ method, path }) => (!path.endsWith("/messages") ? "other" : method === "POST" ? "post" : "look"),
    answer({ method, path, query, body }) {
      const reply = route(method, path.replace("/v10", ""), query, body);
      if (reply === undefined) violations.push(`unknown route ${method} ${path}`);
      return reply ?? { status: 404, body: { code: 0, message: "404: Not Found" } };
    },
    limited: (wait) => ({
      status: 429,
      body: { message: "You are being rate limited.", retry_after: wait, global: false },
      headers: { "retry-after": String(wait), "x-ratelimit-scope": "user" },
    }),
    write(channel, at, isCopy) {
      const body = (isCopy ? channels.lastOurs(channel)?.body : undefined) ?? { content: "Chào cả nhà" };
      channels.put(channel, { body, order: BigInt(Math.floor(at) - EPOCH_MS) << 22n, isOurs: false });
    },
  };
}

const shown = (channel: string, { order, isOurs, body }: Message) => ({
  id: String(order),
  channel_id: channel,
  type: 0,
  author: { id: isOurs ? BOT : OTHER, username: isOurs ? "lien-thanh" : "minh", bot: isOurs },
  content: "",
  components: [],
  ...body,
  nonce: undefined,
});
