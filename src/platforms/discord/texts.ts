import type { Both } from "../../core/language.ts";

/** What the bot says around its answers. */
export const TEXTS = {
  source: { vi: "Nguồn", en: "Source" },
  understood: { vi: "Hiểu là", en: "Understood as" },
  share: { vi: "Chia sẻ vào kênh", en: "Share to channel" },
  shared: { vi: "Đã chia sẻ", en: "Shared" },
  useful: { vi: "Đúng", en: "Helpful" },
  useless: { vi: "Chưa đúng", en: "Not right" },
  thanks: { vi: "Cảm ơn bạn đã góp ý", en: "Thanks for the feedback" },
  before: { vi: "‹ Trang trước", en: "‹ Previous page" },
  after: { vi: "Trang sau ›", en: "Next page ›" },
  again: { vi: "Hỏi lại", en: "Ask again" },
  choose: { vi: "Chọn một câu hỏi", en: "Choose a question" },
  changed: {
    vi: "Kho tri thức đã thay đổi kể từ câu trả lời trước: dưới đây là câu trả lời hiện nay.",
    en: "The knowledge base has changed since this was first answered: below is what it says now.",
  },
  outdated: {
    vi: "Nút này thuộc về một câu trả lời cũ mà kho tri thức không còn nữa. Hãy hỏi lại câu hỏi.",
    en: "This button belongs to an old answer that the knowledge base no longer holds. Please ask the question again.",
  },
  notShared: {
    vi: "Chưa chia sẻ được vào kênh này. Ở máy chủ chưa cài bot, Discord chỉ cho gửi vài tin; hãy chép câu trả lời hoặc nhờ người quản trị cài bot.",
    en: "This could not be shared here. Where the bot is not installed, Discord allows only a few messages: copy the answer, or ask an administrator to install the bot.",
  },
  discreet: {
    vi: "Câu trả lời này chỉ dành cho bạn. Hãy dùng lệnh gạch chéo (gõ / rồi chọn lệnh), hoặc nhắn riêng cho bot.",
    en: "What this says is for you alone. Use the slash command (type / and choose it), or write to the bot directly.",
  },
  askTitle: { vi: "Hỏi Liên Thành", en: "Ask Liên Thành" },
  askLabel: { vi: "Câu hỏi", en: "Your question" },
  askHint: { vi: "Có dấu hay không dấu đều được", en: "In plain words" },
  reasonTitle: { vi: "Điều gì chưa đúng?", en: "What was not right?" },
  reasonLabel: { vi: "Lý do", en: "Reason" },
  reasonHint: { vi: "Có thể để trống", en: "You may leave this empty" },
  askAbout: { vi: "Hỏi về tin này", en: "Ask about this" },
} as const satisfies Readonly<Record<string, Both>>;

/** What is said where further pages have no buttons. */
export const moreText = (rows: number): Both => ({
  vi: `Còn ${rows} dòng nữa: hãy hỏi hẹp hơn.`,
  en: `${rows} more: ask something narrower.`,
});

/** Who shared it; the name is escaped already. */
export const sharedBy = (name: string): Both => ({
  vi: `${name} chia sẻ câu trả lời này`,
  en: `${name} shared this answer`,
});
