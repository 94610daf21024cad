import { type APIOverwrite, PermissionFlagsBits } from "discord.js";
import {
  BOT,
  BOT_ROLE,
  CHANNEL,
  CHANNELS,
  type ChannelId,
  DEPUTIES,
  EVERYBODY,
  GUILD,
  guildCreate,
  memberOf,
  type Role,
  roleOf,
} from "./people.ts";
import { type Reply, refusal } from "./reply.ts";
import type { Call } from "./server.ts";

type Permission = keyof typeof PermissionFlagsBits;

/** The server with its roles, and what its channels are. */
export function createGuild() {
  let roles: readonly Role[] = [
    roleOf(GUILD, "@everyone", EVERYBODY),
    roleOf(BOT_ROLE, "Liên Thành", "0"),
    roleOf(DEPUTIES, "Cấp phó", "0"),
  ];
  let overwrites: readonly APIOverwrite[] = [];
  let botRoles: readonly string[] = [BOT_ROLE];
  const denied = new Set<Permission>();
  const bot = () => ({ ...BOT, roles: botRoles });

  const channelOf = (id: ChannelId) => ({
    ...CHANNELS[id],
    ...(id === CHANNEL ? { permission_overwrites: overwrites } : {}),
  });

  return {
    /** From now on the bot may not do this; in the channel, or in the server where it is about events. */
    deny(...permissions: Permission[]): void {
      for (const permission of permissions) denied.add(permission);
      const deny = permissions.reduce((bits, permission) => bits | PermissionFlagsBits[permission], 0n);
      overwrites = [...overwrites, { id: BOT_ROLE, type: 0, allow: "0", deny: String(deny) }];
    },
    may: (permission: Permission): boolean => !denied.has(permission),
    /** What stands in the settings, whatever it comes to. */
    settle(settings: {
      readonly roles: readonly Role[];
      readonly botRoles: readonly string[];
      readonly overwrites: readonly APIOverwrite[];
    }): void {
      ({ roles, botRoles, overwrites } = settings);
    },
    asCreated: () => guildCreate(roles, channelOf(CHANNEL), bot()),
    answer({ method, path }: Call): Reply | undefined {
      if (method !== "GET") return undefined;
      const [, channel] = /^\/channels\/(\d+)$/.exec(path) ?? [];
      if (path === "/users/@me") return { status: 200, body: BOT };
      if (path === `/guilds/${GUILD}/roles`) return { status: 200, body: roles };
      if (path === `/guilds/${GUILD}/members/${BOT.id}`) return { status: 200, body: memberOf(bot()) };
      if (channel === undefined) return undefined;
      if (!(channel in CHANNELS)) return refusal(404, 10003, "Unknown Channel");
      if (denied.has("ViewChannel")) return refusal(403, 50001, "Missing Access");
      return { status: 200, body: channelOf(channel as ChannelId) };
    },
  };
}

export type Guild = ReturnType<typeof createGuild>;
