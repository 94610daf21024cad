import { EventEmitter, once } from "node:events";
import { InteractionResponseType as Kind } from "discord.js";
import { checkMessage, checkModal, checkSuggestions } from "./check.ts";
import type { Gateway } from "./gateway.ts";
import { type Made, messagePayload } from "./messages.ts";
import {
  APPLICATION,
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
import type { Registry } from "./registry.ts";
import { invalid, type Reply, refusal } from "./reply.ts";
import type { Call } from "./server.ts";

/** One thing a person did, and what came of it. */
export interface Exchange {
  readonly id: string;
  readonly token: string;
  /** The message that was pressed. */
  readonly pressed?: Made | undefined;
  /** How the bot answered at first. */
  kind?: Kind;
  data?: Readonly<Record<string, unknown>>;
  /** The message it answered with, as it is now. */
  original?: Made;
  readonly followUps: Made[];
  /** The flag of who sees what comes of a deferred answer, which is settled then. */
  visible: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** How often its answer was changed. */
  edits: number;
  expired: boolean;
}

export interface Doing {
  readonly by?: Person;
  readonly locale?: string;
  readonly channel?: ChannelId;
}

const TYPES = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** Slash commands, buttons, menus, forms, suggestions: sent to the bot, and its answers taken and checked. */
export function createInteractions(gateway: Gateway, registry: Registry, strict: boolean) {
  const exchanges = new Map<string, Exchange>();
  const events = new EventEmitter().setMaxListeners(0);

  function start(type: number, data: object, doing: Doing = {}, pressed?: Made): Exchange {
    const { by = LAN, locale = "vi", channel = CHANNEL } = doing;
    const exchange: Exchange = {
      id: snowflake(),
      token: `t${snowflake()}`,
      pressed,
      followUps: [],
      edits: 0,
      visible: 0,
      expired: false,
      at: Date.now(),
    };
    exchanges.set(exchange.token, exchange);
    const direct = channel === DIRECT;
    gateway.dispatch("INTERACTION_CREATE", {
      id: exchange.id,
      token: exchange.token,
      application_id: APPLICATION,
      type,
      version: 1,
      data,
      channel: CHANNELS[channel],
      channel_id: channel,
      locale,
      guild_locale: "vi",
      context: direct ? 1 : 0,
      entitlements: [],
      authorizing_integration_owners: { 0: GUILD },
      app_permissions: "2248473465835073",
      attachment_size_limit: 10_485_760,
      ...(direct ? { user: userOf(by) } : { guild_id: GUILD, member: memberOf(by) }),
      ...(pressed === undefined ? {} : { message: messagePayload(pressed) }),
    });
    return exchange;
  }

  function callback(exchange: Exchange, { type, data = {} }: { type: Kind; data?: Exchange["data"] }): Reply {
    const complaints = strict ? checkCallback(type, data) : [];
    if (complaints.length > 0) return invalid(complaints);
    exchange.kind = type;
    exchange.data = data;
    if (type === Kind.ChannelMessageWithSource) exchange.original = made(data);
    if (type === Kind.UpdateMessage && exchange.pressed !== undefined)
      exchange.original = changed(exchange.pressed, data);
    if (type === Kind.DeferredChannelMessageWithSource) exchange.visible = Number(data.flags ?? 0) & 64;
    if (type === Kind.DeferredMessageUpdate && exchange.pressed !== undefined) exchange.original = exchange.pressed;
    events.emit(exchange.token);
    return { status: 204 };
  }

  /** An answer is taken for 3 s, and after the first one for 15 min. */
  const isLate = ({ kind, at }: Exchange): boolean => Date.now() - at > (kind === undefined ? 3000 : 900_000);

  const made = (body: Made["body"]): Made => ({ id: snowflake(), channel_id: CHANNEL, body });
  const changed = (before: Made, body: Made["body"]): Made => ({
    ...before,
    body: { ...body, flags: Number(before.body.flags ?? 0) | Number(body.flags ?? 0) },
  });

  function webhook(exchange: Exchange, { method, path, body }: Call): Reply {
    const data = (body ?? {}) as Made["body"];
    if (exchange.kind === undefined) return refusal(404, 10015, "Unknown Webhook");
    const complaints = checkMessage(data, "interaction");
    if (complaints.length > 0) return invalid(complaints);
    const deferred = { flags: exchange.visible };
    const message = method === "PATCH" ? changed(exchange.original ?? made(deferred), data) : made(data);
    if (method === "PATCH" && path.endsWith("/@original")) {
      exchange.original = message;
      exchange.edits += 1;
    } else exchange.followUps.push(message);
    events.emit(exchange.token);
    return { status: 200, body: messagePayload(message) };
  }

  /** A slash command as a person picks it from the list. */
  function slash(name: string, values: Readonly<Record<string, string>>, doing?: Doing): Exchange {
    const command = registry.find(name);
    if (command === undefined) throw new Error(`Nobody can use /${name}: it is not registered.`);
    const missing = command.options?.find((option) => option.required === true && values[option.name] === undefined);
    if (missing !== undefined) throw new Error(`Discord does not send /${name} without ${missing.name}.`);
    const options = Object.entries(values).map(([option, value]) => ({ name: option, type: 3, value }));
    return start(TYPES.command, { id: command.id, name, type: command.type ?? 1, options }, doing);
  }

  return {
    slash,
    start,
    typing(name: string, option: string, value: string, doing?: Doing): Exchange {
      const options = [{ name: option, type: 3, value, focused: true }];
      return start(TYPES.autocomplete, { id: registry.find(name)?.id, name, type: 1, options }, doing);
    },
    press: (message: Made, customId: string, doing?: Doing): Exchange =>
      start(TYPES.component, { component_type: 2, custom_id: customId }, doing, message),
    pick: (message: Made, customId: string, value: string, doing?: Doing): Exchange =>
      start(TYPES.component, { component_type: 3, custom_id: customId, values: [value] }, doing, message),
    submit(customId: string, field: string, value: string, message?: Made, doing?: Doing): Exchange {
      const component = { type: 4, id: 2, custom_id: field, value };
      return start(TYPES.modal, { custom_id: customId, components: [{ type: 18, id: 1, component }] }, doing, message);
    },
    /** Resolves when this holds of what the bot has done with it; at first, when it has answered. */
    async until(exchange: Exchange, holds = ({ kind }: Exchange): boolean => kind !== undefined): Promise<Exchange> {
      while (!holds(exchange)) await once(events, exchange.token);
      return exchange;
    },
    answer(call: Call): Reply | undefined {
      const [, first, second, rest] = /^\/(interactions\/\d+|webhooks\/\d+)\/([^/]+)(.*)$/.exec(call.path) ?? [];
      const exchange = exchanges.get(second ?? "");
      if (first === undefined) return undefined;
      if (exchange === undefined || exchange.expired || isLate(exchange))
        return first.startsWith("interactions")
          ? refusal(404, 10062, "Unknown interaction")
          : refusal(404, 10015, "Unknown Webhook");
      if (!first.startsWith("interactions")) return webhook(exchange, call);
      if (rest !== "/callback") return undefined;
      if (exchange.kind !== undefined) return refusal(400, 40060, "Interaction has already been acknowledged.");
      return callback(exchange, call.body as Parameters<typeof callback>[1]);
    },
  };
}

function checkCallback(type: Kind, data: unknown) {
  switch (type) {
    case Kind.Modal:
      return checkModal(data);
    case Kind.ApplicationCommandAutocompleteResult:
      return checkSuggestions(data);
    case Kind.DeferredMessageUpdate:
    case Kind.DeferredChannelMessageWithSource:
      return [];
    default:
      return checkMessage(data, "interaction");
  }
}

export type Interactions = ReturnType<typeof createInteractions>;
