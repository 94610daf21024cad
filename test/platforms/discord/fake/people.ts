/** Who and what exists on the fake Discord, as its gateway describes it. */

let count = 0n;

/** A new id, later than all before. */
export function snowflake(): string {
  count += 1n;
  return String(((1_760_000_000_000n - 1_420_070_400_000n) << 22n) + count);
}

export const APPLICATION = "1100000000000000001";
export const GUILD = "1100000000000000002";
export const CHANNEL = "1100000000000000003";
export const THREAD = "1100000000000000004";
export const DIRECT = "1100000000000000005";
const ROLE = GUILD;
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

export type Person = typeof LAN;

export const memberOf = (person: Person) => ({
  user: person,
  nick: null,
  avatar: null,
  roles: [],
  joined_at: "2024-01-01T00:00:00.000Z",
  premium_since: null,
  deaf: false,
  mute: false,
  flags: 0,
  pending: false,
  permissions: "2248473465835073",
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

export const guildCreate = () => ({
  id: GUILD,
  name: "Máy chủ thử",
  icon: null,
  owner_id: LAN.id,
  preferred_locale: "vi",
  features: [],
  emojis: [],
  stickers: [],
  roles: [
    {
      id: ROLE,
      name: "@everyone",
      color: 0,
      hoist: false,
      position: 0,
      permissions: "2248473465835073",
      managed: false,
      mentionable: false,
      flags: 0,
    },
  ],
  channels: [CHANNELS[CHANNEL]],
  threads: [CHANNELS[THREAD]],
  members: [memberOf(BOT)],
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
