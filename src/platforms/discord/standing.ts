import {
  type APIChannel,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  ChannelType,
  OverwriteType,
  PermissionFlagsBits,
  Routes,
} from "discord.js";
import type { Both } from "../../core/language.ts";
import type { Calls } from "./rest.ts";

type Permission = keyof typeof PermissionFlagsBits;

/** Where the bot stands in a channel. */
export interface Standing {
  /** "#chung", or the name of the person of a direct message. */
  readonly name: string;
  /** The server that it is in. */
  readonly guild?: string | undefined;
  /** What it takes to post there and to read it again, and the bot may not; undefined where nobody can post. */
  readonly lacks: readonly Permission[] | undefined;
  /** Whether it may at least read what was posted there. */
  readonly reads: boolean;
}

const THREADS: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

const SPOKEN: readonly ChannelType[] = [ChannelType.GuildVoice, ChannelType.GuildStageVoice];

const WRITTEN: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ...THREADS, ...SPOKEN];

/** Discord has no route that tells a bot what it may do in a channel, so it is worked out from roles and overwrites. */
export async function standingIn(calls: Calls, me: string, id: string): Promise<Standing> {
  const channel = await calls.get<APIChannel>(Routes.channel(id));
  if (!("guild_id" in channel) || channel.guild_id === undefined)
    return { name: nameOfDirect(channel), lacks: [], reads: true };
  const { guild_id: guild, type } = channel;
  const name = `#${channel.name}`;
  if (!WRITTEN.includes(type)) return { name, guild, lacks: undefined, reads: false };
  const isThread = THREADS.includes(type);
  const [place, roles, member] = await Promise.all([
    isThread && channel.parent_id ? calls.get<APIChannel>(Routes.channel(channel.parent_id)) : channel,
    calls.get<APIRole[]>(Routes.guildRoles(guild)),
    calls.get<APIGuildMember>(Routes.guildMember(guild, me)),
  ]);
  const overwrites = "permission_overwrites" in place ? (place.permission_overwrites ?? []) : [];
  const bits = permissionsOf({ guild, me, mine: member.roles, roles, overwrites });
  const lacking = (...needed: Permission[]): Permission[] =>
    needed.filter((permission) => (bits & PermissionFlagsBits[permission]) === 0n);
  const unread = lacking("ViewChannel", "ReadMessageHistory", ...(SPOKEN.includes(type) ? (["Connect"] as const) : []));
  const lacks = [...unread, ...lacking(isThread ? "SendMessagesInThreads" : "SendMessages")];
  return { name, guild, lacks, reads: unread.length === 0 };
}

function nameOfDirect(channel: APIChannel): string {
  const [person] = "recipients" in channel ? (channel.recipients ?? []) : [];
  return person === undefined ? channel.id : `@${person.global_name ?? person.username}`;
}

interface Rights {
  readonly guild: string;
  readonly me: string;
  /** Ids of the bot's roles. */
  readonly mine: readonly string[];
  readonly roles: readonly APIRole[];
  readonly overwrites: readonly APIOverwrite[];
}

/** In the order of https://docs.discord.com/developers/topics/permissions#permission-overwrites */
export function permissionsOf({ guild, me, mine, roles, overwrites }: Rights): bigint {
  const base = roles
    .filter(({ id }) => id === guild || mine.includes(id))
    .reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ~0n;
  const layers = [
    overwrites.filter(({ id }) => id === guild),
    overwrites.filter(({ id, type }) => type === OverwriteType.Role && id !== guild && mine.includes(id)),
    overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === me),
  ];
  const either = (layer: readonly APIOverwrite[], which: "allow" | "deny"): bigint =>
    layer.reduce((bits, one) => bits | BigInt(one[which]), 0n);
  return layers.reduce((bits, layer) => (bits & ~either(layer, "deny")) | either(layer, "allow"), base);
}

/** What is missing, by the names that Discord's settings show, and where to change that. */
export function lackingIn({ name, lacks }: Standing): Both | undefined {
  if (lacks === undefined)
    return {
      vi: `${name} không nhận tin nhắn. Hãy chọn một kênh chữ.`,
      en: `${name} takes no messages. Choose a text channel.`,
    };
  if (lacks.length === 0) return undefined;
  const names = lacks.map((permission) => permission.replace(/(?<=[a-z])(?=[A-Z])/g, " ").replace(" In ", " in "));
  return {
    vi: `Bot còn thiếu quyền ở ${name}: ${names.join(", ")}. Mở Chỉnh sửa kênh → Quyền, thêm bot và bật các quyền đó.`,
    en: `In ${name} the bot lacks: ${names.join(", ")}. Open Edit Channel → Permissions, add the bot and allow them.`,
  };
}
