import { messageProblems, viewProblems } from "./blocks.ts";
import type { Post } from "./server.ts";

export interface Workspace {
  /** Locale and name by id. */
  readonly people: Map<string, { locale?: string; name: string }>;
  /** Where the bot is a member; direct conversations need no membership. */
  readonly channels: Set<string>;
  readonly views: Readonly<Record<string, unknown>>[];
  readonly homes: Readonly<Record<string, unknown>>[];
  /** trigger_id → when it was made; used once, within three seconds. */
  readonly triggers: Map<string, number>;
  scopes: readonly string[] | undefined;
  tokens: { bot: string; app: string };
  url: string;
}

interface Outcome {
  readonly show: (post: Omit<Post, "ts">) => void;
  readonly violations: string[];
  readonly ts: () => string;
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
]);

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
    return { ok: true, user: { id: args.get("user"), locale: person.locale, real_name: person.name, profile: {} } };
  },
  "chat.postMessage": (args, workspace, outcome) => {
    const channel = args.get("channel") ?? "";
    if (!/^[DU]/.test(channel) && !workspace.channels.has(channel)) return refuse("not_in_channel");
    return take(args, { channel }, outcome);
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

function take(
  args: URLSearchParams,
  where: { channel: string; to?: string },
  { show, violations, ts }: Outcome,
): Result {
  const blocks: unknown[] = JSON.parse(args.get("blocks") ?? "[]");
  const text = args.get("text") ?? "";
  const unknown = [...args.keys()].filter((name) => !MESSAGE_ARGUMENTS.has(name));
  const found = [...messageProblems({ text, blocks }), ...unknown.map((name) => `unknown argument ${name}`)];
  violations.push(...found);
  if (found.length > 0) return refuse("invalid_blocks", { errors: found });
  show({ ...where, thread: args.get("thread_ts") ?? undefined, text, blocks });
  return { ok: true, channel: where.channel, ts: ts() };
}

function keep(args: URLSearchParams, kept: Readonly<Record<string, unknown>>[], { violations }: Outcome): Result {
  const view = JSON.parse(args.get("view") ?? "{}");
  violations.push(...viewProblems(view).map((one) => `view: ${one}`));
  kept.push(view);
  return { ok: true, view: { ...view, id: "V1" } };
}
