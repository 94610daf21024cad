import { createHash } from "node:crypto";
import {
  type APIGuildScheduledEvent,
  DiscordAPIError,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  RESTJSONErrorCodes,
  Routes,
  GuildScheduledEventStatus as Status,
} from "discord.js";
import type { MeetingEvent } from "../../core/poster.ts";
import { type Line, line, link } from "../../core/text.ts";
import { unlinked } from "./escape.ts";
import { lineMarkdown, within } from "./markdown.ts";
import type { Calls } from "./rest.ts";
import { shortened } from "./shorten.ts";

const LONGEST_NAME = 100;
const LONGEST_LOCATION = 100;
const LONGEST_DESCRIPTION = 1000;

/** What is given back where there is no event and none is needed. */
export const NO_EVENT = "-";

/** Where the bot's events are: one server. */
export interface Place {
  readonly calls: Calls;
  readonly guild: string;
  /** The bot's own id. */
  readonly me: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Makes the server's event of a meeting, or makes it what it should be; gives its id. Rejects where a request fails. */
export async function keepScheduled(place: Place, event: MeetingEvent): Promise<string> {
  const present = await onlyOne(place, event.uid);
  if (event.cancelled && present !== undefined) await finish(place, present);
  if (event.cancelled || event.end <= place.now) return present?.id ?? NO_EVENT;
  if (present === undefined) return create(place, event);
  // One that has begun cannot begin again.
  if (present.status === Status.Active && event.start > place.now) {
    await finish(place, present);
    return create(place, event);
  }
  const changes = changesTo(present, fieldsOf(event));
  if (Object.keys(changes).length > 0)
    await place.calls.patch(Routes.guildScheduledEvent(place.guild, present.id), changes);
  return present.id;
}

/** Discord takes no event that began already. */
async function create(place: Place, event: MeetingEvent): Promise<string> {
  if (event.start <= place.now) return NO_EVENT;
  const made = await place.calls.post<APIGuildScheduledEvent>(Routes.guildScheduledEvents(place.guild), {
    ...fieldsOf(event),
    privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
    entity_type: GuildScheduledEventEntityType.External,
  });
  return (await onlyOne(place, event.uid))?.id ?? made.id;
}

/** The first of the bot's events of this meeting. Others, which two that made one at the same time leave, are taken away. */
async function onlyOne(place: Place, uid: string): Promise<APIGuildScheduledEvent | undefined> {
  const all = await place.calls.get<readonly APIGuildScheduledEvent[]>(Routes.guildScheduledEvents(place.guild));
  const [first, ...others] = all
    .filter(({ creator_id, description }) => creator_id === place.me && (description ?? "").endsWith(markOf(uid)))
    .filter(({ status }) => status === Status.Scheduled || status === Status.Active)
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  for (const other of others) await finish(place, other);
  return first;
}

/** Cancels it, or ends it where it has begun; one that is over or gone is left alone. */
async function finish({ calls, guild }: Place, { id, status }: APIGuildScheduledEvent): Promise<void> {
  const over = status === Status.Active ? Status.Completed : Status.Canceled;
  try {
    await calls.patch(Routes.guildScheduledEvent(guild, id), { status: over });
  } catch (error) {
    const { CannotUpdateAFinishedEvent, UnknownGuildScheduledEvent } = RESTJSONErrorCodes;
    const done: unknown[] = [CannotUpdateAFinishedEvent, UnknownGuildScheduledEvent];
    if (!(error instanceof DiscordAPIError) || !done.includes(error.code)) throw error;
  }
}

/** What the bot's own event is found by, as the last line of its description. */
const markOf = (uid: string): string => `Liên Thành · ${createHash("sha256").update(uid).digest("hex").slice(0, 16)}`;

function fieldsOf({ uid, name, description, location, link: address, start, end }: MeetingEvent) {
  const mark = markOf(uid);
  const room = LONGEST_DESCRIPTION - mark.length - 2;
  const lines = description.split("\n").map((text) => lineMarkdown(linked(text, address), room - 2));
  const said = within(lines, room).trim();
  return {
    name: shortened(unlinked(name), LONGEST_NAME) || "—",
    description: said === "" ? mark : `${said}\n${mark}`,
    scheduled_start_time: new Date(start).toISOString(),
    scheduled_end_time: new Date(end).toISOString(),
    entity_metadata: { location: shortened(unlinked(location), LONGEST_LOCATION) || "—" },
  };
}

const linked = (text: string, address: string | undefined): Line =>
  address !== undefined && text.endsWith(address)
    ? line`${text.slice(0, -address.length)}${link(address)}`
    : line`${text}`;

type Fields = ReturnType<typeof fieldsOf>;

function changesTo(present: APIGuildScheduledEvent, wanted: Fields): Partial<Fields> {
  const differs: Readonly<Record<keyof Fields, boolean>> = {
    name: present.name !== wanted.name,
    description: present.description !== wanted.description,
    scheduled_start_time:
      present.status === Status.Scheduled && !sameTime(present.scheduled_start_time, wanted.scheduled_start_time),
    scheduled_end_time: !sameTime(present.scheduled_end_time, wanted.scheduled_end_time),
    entity_metadata: present.entity_metadata?.location !== wanted.entity_metadata.location,
  };
  return Object.fromEntries(Object.entries(wanted).filter(([field]) => differs[field as keyof Fields]));
}

const sameTime = (one: string | null, other: string): boolean => Date.parse(one ?? "") === Date.parse(other);
