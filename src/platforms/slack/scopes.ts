/** What the bot may do in a workspace, and why: nothing else is asked for. */
export const SCOPES = {
  commands: { vi: "lệnh / và mục “Hỏi về tin nhắn này”", en: "slash commands and “Ask about this message”" },
  "chat:write": { vi: "gửi câu trả lời", en: "posting answers" },
  "app_mentions:read": { vi: "đọc câu hỏi nhắc tên bot", en: "reading questions that mention the bot" },
  "im:history": { vi: "đọc tin nhắn riêng gửi cho bot", en: "reading direct messages to the bot" },
  "users:read": {
    vi: "biết người hỏi dùng tiếng nào, tên người chia sẻ và ai là quản trị",
    en: "knowing a person's language, the name of who shares, and who is an admin",
  },
  "channels:read": { vi: "biết tên kênh nhận thông báo", en: "knowing what a channel of announcements is called" },
  "groups:read": { vi: "cũng vậy, với kênh riêng tư", en: "the same for private channels" },
  "channels:history": {
    vi: "xem thông báo đã được đăng chưa, để không đăng hai lần",
    en: "seeing whether an announcement was posted already, so that none is posted twice",
  },
  "groups:history": { vi: "cũng vậy, với kênh riêng tư", en: "the same for private channels" },
} as const;

export const EVENTS = ["app_mention", "message.im", "app_home_opened"] as const;

/** The entry in the menu of a message. */
export const SHORTCUT = "ask-about";
