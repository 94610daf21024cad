import { messageProblems, viewProblems } from "./blocks.ts";
import type { Post } from "./server.ts";

export interface Workspace {
  /** Locale and name by id. */
  readonly people: Map<string, { locale?: string; name: string; isAdmin?: boolean }>;
  /** Where the bot is a member; direct conversations need no membership. */
  readonly channels: Set<string>;
  /** Public ones in which it is none; all others are not there for it. */
  readonly unjoined: Set<string>;
  readonly archived: Set<string>;
  /** What is written in a channel, oldest first; what only one person sees is not among it. */
  readonly messages: Map<string, readonly Written[]>;
  readonly views: Readonly<Record<string, unknown>>[];
  readonly homes: Readonly<Record<string, unknown>>[];
  /** trigger_id → when it was made; used once, within three seconds. */
  readonly triggers: Map<string, number>;
  scopes: readonly string[] | undefined;
  tokens: { bot: string; app: string };
  url: string;
}

/** A message as the history gives it. */
export interface Written {
  readonly type: string;
  readonly ts: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly text: string;
  readonly blocks?: readonly unknown[];
  readonly metadata?: unknown;
}

interface Outcome {
  /** Gives the ts of what was shown. */
  readonly show: (post: Omit<Post, "ts">) => string;
  readonly violations: string[];
}

type Result = Readonly<Record<string, unknown>> & { readonly ok: boolean };
type Method = (args: URLSearchParams, workspace: Workspace, outcome: Outcome) => Result;

const refuse = (error: string, rest: object = {}): Result => ({ ok: false, error, ...rest });

/** One method of the Web API. */
export function call(
  method: string,
  args: URLSearchParams,
  token: string,
  workspace: Workspace,
  outcome: Outcome,
): Result {
  const wanted = method === "apps.connections.open" ? workspace.tokens.app : workspace.tokens.bot;
  if (token !== wanted) return refuse("invalid_auth");
  const needed = SCOPES[method]?.(args.get("channel") ?? "");
  if (needed !== undefined && workspace.scopes !== undefined && !workspace.scopes.includes(needed))
    return refuse("missing_scope", { needed, provided: workspace.scopes.join(",") });
  const known = METHODS[method];
  if (known === undefined) {
    outcome.violations.push(`unknown_method ${method}`);
    return refuse("unknown_method");
  }
  return known(args, workspace, outcome);
}

const MESSAGE_ARGUMENTS = new Set([
  "token",
  "channel",
  "thread_ts",
  "user",
  "text",
  "blocks",
  "mrkdwn",
  "parse",
  "link_names",
  "unfurl_links",
  "unfurl_media",
  "metadata",
]);

const UPDATE_ARGUMENTS = new Set(["token", "channel", "ts", "text", "blocks", "parse", "link_names", "metadata"]);

const readingIn = (channel: string, right: "read" | "history"): string =>
  `${{ C: "channels", G: "groups", D: "im" }[channel.charAt(0)] ?? "mpim"}:${right}`;

const SCOPES: Readonly<Record<string, (channel: string) => string>> = {
  "chat.postMessage": () => "chat:write",
  "chat.update": () => "chat:write",
  "conversations.history": (channel) => readingIn(channel, "history"),
  "conversations.info": (channel) => readingIn(channel, "read"),
};

const METHODS: Readonly<Record<string, Method>> = {
  "auth.test": () => ({
    ok: true,
    user: "lien-thanh",
    user_id: "UBOT",
    bot_id: "BBOT",
    team: "Hai thành phố",
    team_id: "T1",
  }),
  "apps.connections.open": (_, { url }) => ({ ok: true, url }),
  "users.info": (args, { people }) => {
    const person = people.get(args.get("user") ?? "");
    if (person === undefined) return refuse("user_not_found");
    const { locale, name, isAdmin = false } = person;
    const rights = { is_admin: isAdmin, is_owner: false, is_primary_owner: false };
    return { ok: true, user: { id: args.get("user"), locale, real_name: name, profile: {}, ...rights } };
  },
  "chat.postMessage": (args, workspace, outcome) => {
    const channel = args.get("channel") ?? "";
    if (!/^[DU]/.test(channel) && !workspace.channels.has(channel)) return refuse("not_in_channel");
    if (workspace.archived.has(channel)) return refuse("is_archived");
    const taken = take(args, { channel }, outcome);
    const { text, blocks, metadata } = contentOf(args);
    const written = { type: "message", ts: String(taken.ts), user: "UBOT", bot_id: "BBOT", text, blocks, metadata };
    if (taken.ok && !args.has("thread_ts"))
      workspace.messages.set(channel, [...(workspace.messages.get(channel) ?? []), written]);
    return taken;
  },
  "chat.update": (args, workspace, outcome) => {
    const channel = args.get("channel") ?? "";
    const ts = args.get("ts");
    const messages = workspace.messages.get(channel) ?? [];
    const old = messages.find((one) => one.ts === ts);
    if (!workspace.channels.has(channel)) return refuse("channel_not_found");
    if (old === undefined) return refuse("message_not_found");
    if (old.bot_id !== "BBOT") return refuse("cant_update_message");
    const found = contentProblems(args, UPDATE_ARGUMENTS);
    outcome.violations.push(...found);
    if (found.length > 0) return refuse("invalid_blocks", { errors: found });
    const { text, blocks, metadata = old.metadata } = contentOf(args);
    const changed = { ...old, text, blocks, metadata };
    workspace.messages.set(
      channel,
      messages.map((one) => (one === old ? changed : one)),
    );
    return { ok: true, channel, ts, text };
  },
  "conversations.history": history,
  "conversations.info": (args, { channels, unjoined, archived }) => {
    const channel = args.get("channel") ?? "";
    if (channel.startsWith("D")) return { ok: true, channel: { id: channel, is_im: true, user: channel.slice(1) } };
    if (!channels.has(channel) && !unjoined.has(channel)) return refuse("channel_not_found");
    const is = {
      is_member: channels.has(channel),
      is_archived: archived.has(channel),
      is_private: channel.startsWith("G"),
    };
    return { ok: true, channel: { id: channel, name: `kenh-${channel.toLowerCase()}`, is_im: false, ...is } };
  },
  "chat.postEphemeral": (args, workspace, outcome) => {
    const channel = args.get("channel") ?? "";
    const user = args.get("user") ?? "";
    if (!workspace.channels.has(channel)) return refuse("not_in_channel");
    if (!workspace.people.has(user)) return refuse("user_not_in_channel");
    return take(args, { channel, to: user }, outcome);
  },
  "views.open": (args, { triggers, views }, outcome) => {
    const trigger = args.get("trigger_id") ?? "";
    const made = triggers.get(trigger);
    if (made === undefined || Date.now() - made > 3000) return refuse("invalid_trigger_id");
    triggers.delete(trigger);
    return keep(args, views, outcome);
  },
  "views.publish": (args, { homes }, outcome) => keep(args, homes, outcome),
};

function take(args: URLSearchParams, where: { channel: string; to?: string }, { show, violations }: Outcome): Result {
  const { text, blocks } = contentOf(args);
  const found = contentProblems(args, MESSAGE_ARGUMENTS);
  violations.push(...found);
  if (found.length > 0) return refuse("invalid_blocks", { errors: found });
  const ts = show({ ...where, thread: args.get("thread_ts") ?? undefined, text, blocks });
  return { ok: true, channel: where.channel, ts };
}

const contentOf = (args: URLSearchParams) => ({
  text: args.get("text") ?? "",
  blocks: JSON.parse(args.get("blocks") ?? "[]") as unknown[],
  metadata: args.has("metadata") ? (JSON.parse(args.get("metadata") ?? "") as unknown) : undefined,
});

const contentProblems = (args: URLSearchParams, known: ReadonlySet<string>): string[] => [
  ...messageProblems(contentOf(args)),
  ...metadataProblems(contentOf(args).metadata),
  ...[...args.keys()].filter((name) => !known.has(name)).map((name) => `unknown argument ${name}`),
];

/** What https://docs.slack.dev/messaging/message-metadata allows: a name, and a flat object beside it. */
function metadataProblems(metadata: unknown): string[] {
  if (metadata === undefined) return [];
  const { event_type, event_payload, ...rest } = metadata as Readonly<Record<string, unknown>>;
  const isGood = typeof event_type === "string" && typeof event_payload === "object" && Object.keys(rest).length === 0;
  return isGood ? [] : ["invalid_metadata_schema"];
}

/** Newest first, a page at a time; metadata only for who asks for it. */
function history(args: URLSearchParams, { channels, unjoined, messages }: Workspace): Result {
  const channel = args.get("channel") ?? "";
  if (unjoined.has(channel)) return refuse("not_in_channel");
  if (!channels.has(channel) && !channel.startsWith("D")) return refuse("channel_not_found");
  const limit = Math.min(Number(args.get("limit") ?? 100), 999);
  const cursor = args.get("cursor");
  const before = cursor === null ? Number.POSITIVE_INFINITY : Number(Buffer.from(cursor, "base64").toString());
  if (Number.isNaN(before)) return refuse("invalid_cursor");
  const oldest = Number(args.get("oldest") ?? 0);
  const latest = Number(args.get("latest") ?? Number.POSITIVE_INFINITY);
  const isInclusive = args.get("inclusive") === "true";
  const all = (messages.get(channel) ?? []).filter(({ ts }) => {
    const at = Number(ts);
    const isInside = isInclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
    return at < before && isInside;
  });
  const page = all.toReversed().slice(0, limit);
  const more = all.length > page.length;
  const shown = page.map(({ metadata, ...rest }) =>
    metadata !== undefined && args.get("include_all_metadata") === "true" ? { ...rest, metadata } : rest,
  );
  const next = more ? Buffer.from(page.at(-1)?.ts ?? "").toString("base64") : "";
  return { ok: true, messages: shown, has_more: more, response_metadata: { next_cursor: next } };
}

function keep(args: URLSearchParams, kept: Readonly<Record<string, unknown>>[], { violations }: Outcome): Result {
  const view = JSON.parse(args.get("view") ?? "{}");
  violations.push(...viewProblems(view).map((one) => `view: ${one}`));
  kept.push(view);
  return { ok: true, view: { ...view, id: "V1" } };
}
