import type { Both } from "./language.ts";

/** What buttons and small print are called, the same wherever people chat. */
export const LABELS = {
  source: { vi: "Nguồn", en: "Source" },
  understood: { vi: "Hiểu là", en: "Understood as" },
  share: { vi: "Chia sẻ vào kênh", en: "Share to channel" },
  reopen: { vi: "Mở lại", en: "Open again" },
  previousPage: { vi: "‹ Trang trước", en: "‹ Previous" },
  nextPage: { vi: "Trang sau ›", en: "Next ›" },
  right: { vi: "Đúng điều tôi cần", en: "This helped" },
  wrong: { vi: "Chưa đúng", en: "Not right" },
  thanks: { vi: "Đã ghi nhận, cảm ơn bạn.", en: "Noted, thank you." },
  changed: {
    vi: "Kho tri thức đã thay đổi kể từ câu trả lời trước: dưới đây là câu trả lời hiện nay.",
    en: "The knowledge base has changed since that answer; this is what it says now.",
  },
  gone: {
    vi: "Nút này thuộc một câu trả lời cũ, điều được hỏi không còn trong kho tri thức. Hãy hỏi lại bằng lời.",
    en: "This button belongs to an old answer, and what it asks for is no longer held. Please ask again in words.",
  },
} as const satisfies Readonly<Record<string, Both>>;

/** What asks why an answer was not right. */
export const REASON = {
  title: { vi: "Điều gì chưa đúng?", en: "What was not right?" },
  label: { vi: "Lý do (có thể để trống)", en: "Reason (you may leave this empty)" },
  send: { vi: "Gửi", en: "Send" },
  close: { vi: "Thôi", en: "Cancel" },
  noted: { vi: "Đã ghi lý do, cảm ơn bạn.", en: "Your reason is noted, thank you." },
} as const satisfies Readonly<Record<string, Both>>;

/** "Trang 2/5" · "Page 2 of 5". */
export const pageLabel = (page: number, pages: number): Both => ({
  vi: `Trang ${page}/${pages}`,
  en: `Page ${page} of ${pages}`,
});
