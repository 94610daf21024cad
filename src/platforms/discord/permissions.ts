import { PermissionFlagsBits } from "discord.js";
import type { Both } from "../../core/language.ts";

/** What the bot asks for in a server, and why. */
export const PERMISSIONS = {
  ViewChannel: { vi: "thấy tin nhắn gọi tên bot", en: "to see messages that mention it" },
  SendMessages: { vi: "trả lời trong kênh", en: "to answer in channels" },
  SendMessagesInThreads: { vi: "trả lời trong chủ đề", en: "to answer in threads" },
  ReadMessageHistory: {
    vi: "trả lời đúng vào tin đã hỏi; tìm lại thông báo đã đăng để không đăng hai lần",
    en: "to reply to the message that asked, and to find its own announcements again so that none is posted twice",
  },
  // Enough to change and cancel events of its own: https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-permissions-requirements
  CreateEvents: {
    vi: "giữ sự kiện của máy chủ cho mỗi cuộc họp đã xác nhận, ở kênh nào bật sự kiện",
    en: "to keep a server event of each confirmed meeting, for channels that ask for it",
  },
} as const satisfies Partial<Record<keyof typeof PermissionFlagsBits, Both>>;

/** The same as the number that an invitation holds. */
export const permissionBits = (): bigint =>
  (Object.keys(PERMISSIONS) as (keyof typeof PERMISSIONS)[]).reduce(
    (bits, name) => bits | PermissionFlagsBits[name],
    0n,
  );
