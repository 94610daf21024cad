import { messageProblems } from "../../test/platforms/slack/fake/blocks.ts";
import { announcedBy } from "./announcements.ts";
import { type Aged, type Call, createChannels, type FakeChat, type Reply } from "./fake-chat.ts";

interface Message extends Aged {
  readonly text: string;
  readonly blocks: string;
  readonly metadata?: unknown;
}

/** A short page, whatever is asked for: "fewer than the requested number of items may be returned". */
const PAGE = 40;

/** https://docs.slack.dev/reference/methods/chat.postMessage and its like; times by `now`, in epoch milliseconds. */
export function createFakeSlack(ids: readonly string[], now: () => number): FakeChat {
  const channels = createChannels<Message>(ids);
  const posts: string[] = [];
  const violations: string[] = [];
  let last = 0n;
  /** In microseconds, never the same twice. */
  const moment = (): bigint => {
    const at = BigInt(Math.floor(now())) * 1000n;
    last = at > last ? at : last + 1n;
    return last;
  };

  const METHODS: Readonly<Record<string, (args: URLSearchParams) => object>> = {
    "auth.test": () => ({ ok: true, user_id: "UBOT", bot_id: "BBOT", team_id: "T1" }),
    "conversations.info": (args) => ({ ok: true, channel: { id: args.get("channel"), name: "kenh", is_member: true } }),
    "chat.postMessage": post,
    "conversations.history": history,
  };

  function post(args: URLSearchParams): object {
    const channel = args.get("channel") ?? "";
    if (channels.in(channel) === undefined) return { ok: false, error: "channel_not_found" };
    const [text, blocks] = [args.get("text") ?? "", args.get("blocks") ?? "[]"];
    const metadata: unknown = JSON.parse(args.get("metadata") ?? "null") ?? undefined;
    violations.push(...messageProblems({ text, blocks: JSON.parse(blocks) }));
    const order = moment();
    channels.put(channel, { order, isOurs: true, text, blocks, metadata });
    posts.push(announced(args));
    return { ok: true, channel, ts: seconds(order) };
  }

  function history(args: URLSearchParams): object {
    const all = channels.in(args.get("channel") ?? "");
    if (all === undefined) return { ok: false, error: "channel_not_found" };
    const [oldest, latest] = [micros(args.get("oldest") ?? "0"), micros(args.get("latest") ?? "9999999999")];
    const before = BigInt(args.get("cursor") ?? latest + 1n);
    const wanted = all.filter(({ order }) => order >= oldest && order <= latest && order < before);
    const page = wanted.slice(-Math.min(Number(args.get("limit") ?? 100), PAGE)).reverse();
    const more = wanted.length > page.length;
    const withMetadata = args.get("include_all_metadata") === "true";
    return {
      ok: true,
      messages: page.map(({ order, isOurs, text, metadata }) => ({
        type: "message",
        ts: seconds(order),
        text,
        ...(isOurs ? { user: "UBOT", bot_id: "BBOT" } : { user: "UMINH", bot_id: "BOTHER" }),
        ...(withMetadata && metadata !== undefined ? { metadata } : {}),
      })),
      has_more: more,
      response_metadata: { next_cursor: more ? String(page.at(-1)?.order) : "" },
    };
  }

  return {
    chat: "slack",
    posts,
    violations,
    announced: ({ body }) => announced(new URLSearchParams(body)),
    purpose: ({ path }) =>
      path === "/chat.postMessage" ? "post" : path === "/conversations.history" ? "look" : "other",
    answer({ path, body }: Call): Reply {
      const method = METHODS[path.slice(1)];
      if (method === undefined) violations.push(`unknown method ${path}`);
      return { status: 200, body: method?.(new URLSearchParams(body)) ?? { ok: false, error: "unknown_method" } };
    },
    limited: (wait) => ({
      status: 429,
      body: { ok: false, error: "ratelimited" },
      headers: { "retry-after": String(Math.ceil(wait)) },
    }),
    write(channel, at, isCopy) {
      const { text = "Chào cả nhà", ...copied } = (isCopy ? channels.lastOurs(channel) : undefined) ?? {};
      channels.put(channel, { blocks: "[]", ...copied, text, order: BigInt(Math.floor(at)) * 1000n, isOurs: false });
    },
  };
}

const announced = (args: URLSearchParams): string =>
  announcedBy(args.get("blocks") ?? "", { chat: "slack", id: args.get("channel") ?? "" });

const seconds = (order: bigint): string => `${order / 1_000_000n}.${String(order % 1_000_000n).padStart(6, "0")}`;

function micros(text: string): bigint {
  const [whole = "0", part = ""] = text.split(".");
  return BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, "0").slice(0, 6));
}
