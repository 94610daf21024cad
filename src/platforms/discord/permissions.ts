import { PermissionFlagsBits } from "discord.js";
import type { Both } from "../../core/language.ts";

/** What the bot asks for in a server, and why. */
export const PERMISSIONS = {
  ViewChannel: { vi: "thấy tin nhắn gọi tên bot", en: "to see messages that mention it" },
  SendMessages: { vi: "trả lời trong kênh", en: "to answer in channels" },
  SendMessagesInThreads: { vi: "trả lời trong chủ đề", en: "to answer in threads" },
  ReadMessageHistory: { vi: "trả lời đúng vào tin đã hỏi", en: "to reply to the message that asked" },
} as const satisfies Partial<Record<keyof typeof PermissionFlagsBits, Both>>;

/** The same as the number that an invitation holds. */
export const permissionBits = (): bigint =>
  (Object.keys(PERMISSIONS) as (keyof typeof PERMISSIONS)[]).reduce(
    (bits, name) => bits | PermissionFlagsBits[name],
    0n,
  );
