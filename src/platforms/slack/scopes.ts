/** What the bot may do in a workspace, and why: nothing else is asked for. */
export const SCOPES = {
  commands: { vi: "lệnh / và mục “Hỏi về tin nhắn này”", en: "slash commands and “Ask about this message”" },
  "chat:write": { vi: "gửi câu trả lời", en: "posting answers" },
  "app_mentions:read": { vi: "đọc câu hỏi nhắc tên bot", en: "reading questions that mention the bot" },
  "im:history": { vi: "đọc tin nhắn riêng gửi cho bot", en: "reading direct messages to the bot" },
  "users:read": {
    vi: "biết người hỏi dùng tiếng nào và tên người chia sẻ",
    en: "knowing a person's language, and the name of who shares",
  },
} as const;

export const EVENTS = ["app_mention", "message.im", "app_home_opened"] as const;

/** The entry in the menu of a message. */
export const SHORTCUT = "ask-about";
