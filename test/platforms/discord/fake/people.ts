/** Who and what exists on the fake Discord, as its gateway describes it. */

let count = 0n;

/** A new id of that moment, in epoch milliseconds; a constant one where it does not matter. Later than all before it of the same. */
export function snowflake(at = 1_760_000_000_000): string {
  count += 1n;
  return String((BigInt(at - 1_420_070_400_000) << 22n) + count);
}

export const APPLICATION = "1100000000000000001";
export const GUILD = "1100000000000000002";
export const CHANNEL = "1100000000000000003";
export const THREAD = "1100000000000000004";
export const DIRECT = "1100000000000000005";
/** The role that the bot's own permissions hang on. */
export const BOT_ROLE = "1100000000000000021";
/** A role of people. */
export const DEPUTIES = "1100000000000000022";
/** What everybody in the server may do: among others neither manage it nor its events. */
export const EVERYBODY = "2248473465835073";
const BOT_USER = APPLICATION;

const user = (id: string, username: string, bot: boolean, name: string) => ({
  id,
  username,
  discriminator: "0",
  global_name: name,
  avatar: null,
  bot,
  public_flags: 0,
});

export const BOT = user(BOT_USER, "lien-thanh", true, "Liên Thành");
export const LAN = user("1100000000000000011", "lan", false, "Lan *Anh*");
export const MINH = user("1100000000000000012", "minh", false, "Minh");

export type Person = typeof LAN & {
  /** Ids of roles, beside everybody's. */
  readonly roles?: readonly string[];
  /** What they may do in the channel, as Discord sends it. */
  readonly permissions?: string;
};

/** As others see the person anywhere. */
export const userOf = ({ roles: _, permissions: __, ...person }: Person) => person;

export const memberOf = ({ roles = [], permissions = EVERYBODY, ...person }: Person) => ({
  user: person,
  nick: null,
  avatar: null,
  roles,
  joined_at: "2024-01-01T00:00:00.000Z",
  premium_since: null,
  deaf: false,
  mute: false,
  flags: 0,
  pending: false,
  permissions,
});

const overwrites = { permission_overwrites: [], nsfw: false, parent_id: null, position: 0 };

export const CHANNELS = {
  [CHANNEL]: { id: CHANNEL, guild_id: GUILD, type: 0, name: "chung", topic: null, ...overwrites },
  [THREAD]: {
    id: THREAD,
    guild_id: GUILD,
    parent_id: CHANNEL,
    owner_id: LAN.id,
    type: 11,
    name: "bàn thêm",
    message_count: 1,
    member_count: 1,
    thread_metadata: {
      archived: false,
      locked: false,
      auto_archive_duration: 60,
      archive_timestamp: "2024-01-01T00:00:00Z",
    },
  },
  [DIRECT]: { id: DIRECT, type: 1, recipients: [LAN], last_message_id: null },
} as const;

export type ChannelId = keyof typeof CHANNELS;

export const roleOf = (id: string, name: string, permissions: string) => ({
  id,
  name,
  color: 0,
  hoist: false,
  position: 0,
  permissions,
  managed: false,
  mentionable: false,
  flags: 0,
});

export type Role = ReturnType<typeof roleOf>;

/** The server as the gateway tells of it. */
export const guildCreate = (roles: readonly Role[], channel: object, bot: Person) => ({
  id: GUILD,
  name: "Máy chủ thử",
  icon: null,
  owner_id: LAN.id,
  preferred_locale: "vi",
  features: [],
  emojis: [],
  stickers: [],
  roles,
  channels: [channel],
  threads: [CHANNELS[THREAD]],
  members: [memberOf(bot)],
  member_count: 3,
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  joined_at: "2024-01-01T00:00:00.000Z",
  large: false,
  unavailable: false,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  premium_tier: 0,
  system_channel_flags: 0,
});
