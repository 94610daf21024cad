import { GuildScheduledEventStatus as Status } from "discord.js";
import type { Complaint } from "./check.ts";
import type { Guild } from "./guild.ts";
import { BOT, GUILD, MINH, snowflake } from "./people.ts";
import { invalid, type Reply, refusal } from "./reply.ts";
import type { Call } from "./server.ts";

interface Body {
  readonly name?: string;
  readonly description?: string;
  readonly scheduled_start_time?: string;
  readonly scheduled_end_time?: string;
  readonly privacy_level?: number;
  readonly entity_type?: number;
  readonly entity_metadata?: { readonly location?: string };
  readonly status?: Status;
}

export interface Scheduled extends Body {
  readonly id: string;
  readonly creator_id: string;
  readonly status: Status;
}

const REQUIRED = [
  "name",
  "privacy_level",
  "entity_type",
  "scheduled_start_time",
  "scheduled_end_time",
  "entity_metadata",
] as const satisfies readonly (keyof Body)[];

/** The events of the server, those that are over too. */
export function createEvents(guild: Guild, now: () => number) {
  let all: readonly Scheduled[] = [];
  const change = (id: string, changes: Body): Scheduled | undefined => {
    all = all.map((one) => (one.id === id ? { ...one, ...changes, status: changes.status ?? one.status } : one));
    return all.find((one) => one.id === id);
  };
  const add = (body: Body, creator: string): Scheduled => {
    const made = { ...body, id: snowflake(), guild_id: GUILD, creator_id: creator, status: Status.Scheduled };
    all = [...all, made];
    return made;
  };

  function create(body: Body): Reply {
    const missing = REQUIRED.filter((field) => body[field] === undefined);
    const complaints = [...missing.map((path) => ({ path, message: "This field is required" })), ...check(body, now())];
    if (complaints.length > 0) return invalid(complaints);
    if (all.filter(isOpen).length >= 100) return refusal(400, 30038, "Maximum number of uncompleted events reached");
    return { status: 200, body: add(body, BOT.id) };
  }

  function modify(id: string, body: Body): Reply {
    const present = all.find((one) => one.id === id);
    if (present === undefined) return refusal(404, 10070, "Unknown Guild Scheduled Event");
    if (present.creator_id !== BOT.id) return refusal(403, 50013, "Missing Permissions");
    if (!isOpen(present)) return refusal(400, 180000, "Cannot update a finished event");
    const wrong = body.status !== undefined && NEXT[present.status] !== body.status && !mayCancel(present, body.status);
    const late = present.status === Status.Active && body.scheduled_start_time !== undefined;
    const complaints = [
      ...check(body, now()),
      ...(wrong ? [{ path: "status", message: "Invalid transition" }] : []),
      ...(late ? [{ path: "scheduled_start_time", message: "Cannot update the start of an active event" }] : []),
    ];
    return complaints.length > 0 ? invalid(complaints) : { status: 200, body: change(id, body) };
  }

  return {
    get all() {
      return all;
    },
    /** A person makes an event. */
    add: (body: Body): Scheduled => add(body, MINH.id),
    /** The bot makes one that nobody heard of. */
    addAsBot: (body: Body): Scheduled => add(body, BOT.id),
    /** Its time has come. */
    begin: (id: string): void => void change(id, { status: Status.Active }),
    answer({ method, path, body = {} }: Call): Reply | undefined {
      const [, id] = new RegExp(`^/guilds/${GUILD}/scheduled-events(?:/(\\d+))?$`).exec(path) ?? [];
      if (!path.startsWith(`/guilds/${GUILD}/scheduled-events`)) return undefined;
      if (method === "GET") return { status: 200, body: all };
      if (!guild.may("CreateEvents")) return refusal(403, 50013, "Missing Permissions");
      if (method === "POST") return create(body as Body);
      return id === undefined || method !== "PATCH" ? undefined : modify(id, body as Body);
    },
  };
}

/** What may become of an event: Scheduled → Active → Completed, or Scheduled → Canceled. */
const NEXT: Partial<Record<Status, Status>> = { [Status.Scheduled]: Status.Active, [Status.Active]: Status.Completed };

const mayCancel = ({ status }: Scheduled, wanted: Status): boolean =>
  status === Status.Scheduled && wanted === Status.Canceled;

const isOpen = ({ status }: Scheduled): boolean => status === Status.Scheduled || status === Status.Active;

function check(body: Body, now: number): Complaint[] {
  const { name, description, entity_metadata, scheduled_start_time: start, scheduled_end_time: end } = body;
  const long = (path: string, text: string | undefined, most: number): Complaint[] =>
    text !== undefined && (text.length < 1 || text.length > most) ? [{ path, message: `1 to ${most} characters` }] : [];
  const past = start !== undefined && Date.parse(start) <= now;
  const backwards = start !== undefined && end !== undefined && Date.parse(end) <= Date.parse(start);
  return [
    ...long("name", name, 100),
    ...long("description", description, 1000),
    ...long("entity_metadata.location", entity_metadata?.location, 100),
    ...(past ? [{ path: "scheduled_start_time", message: "Cannot schedule event in the past." }] : []),
    ...(backwards ? [{ path: "scheduled_end_time", message: "Must be after the start" }] : []),
    ...(body.entity_type === 3 || body.entity_type === undefined ? [] : [{ path: "entity_type", message: "External" }]),
    ...(body.privacy_level === 2 || body.privacy_level === undefined
      ? []
      : [{ path: "privacy_level", message: "Guild only" }]),
  ];
}

export type Events = ReturnType<typeof createEvents>;
