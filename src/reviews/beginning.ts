import type { Calendar } from "../core/calendar.ts";
import type { Knowledge } from "../core/knowledge.ts";
import type { Both, Language } from "../core/language.ts";
import type { SeenMeeting } from "../core/ledger.ts";
import { whenText } from "../core/meeting.ts";
import { DAY_MS } from "./announcements/kind.ts";

/**
 * What admins are told on the day on which a state begins, of the confirmed meetings ahead that it begins with: they count as
 * announced, and somebody may wonder. Undefined where there are none, or that was longer ago.
 */
export function beginningOf(
  seen: readonly SeenMeeting[],
  { knowledge, calendar, now }: { readonly knowledge: Knowledge; readonly calendar: Calendar; readonly now: number },
): { readonly key: string; readonly said: Both } | undefined {
  const [first, ...others] = [...knowledge.reviews.values()].flatMap((review) => {
    const isKnown = (id: string): SeenMeeting | undefined =>
      seen.find(
        ({ silent, formerly, sequence, ...one }) =>
          silent === true && formerly === undefined && sequence === 0 && one.review === review.id && one.meeting === id,
      );
    return calendar.occurrences(review, now).flatMap((occurrence) => {
      const known = occurrence.state === "confirmed" ? isKnown(occurrence.id) : undefined;
      return known === undefined || now - known.seenAt >= DAY_MS ? [] : [{ occurrence, known }];
    });
  });
  if (first === undefined) return undefined;
  const lines = (language: Language): string[] =>
    [first, ...others].map(
      ({ occurrence }) => `${occurrence.review.names[language]}: ${whenText(occurrence, language)}`,
    );
  return {
    key: `beginning:${first.known.seenAt}`,
    said: {
      vi: [BEGINNING.vi.title, ...lines("vi"), ...BEGINNING.vi.more].join("\n"),
      en: [BEGINNING.en.title, ...lines("en"), ...BEGINNING.en.more].join("\n"),
    },
  };
}

const BEGINNING = {
  vi: {
    title: "Kho trạng thái mới: các cuộc họp đã chốt sẵn trong tệp được coi là đã báo, bot chỉ nhắc trước ngày họp",
    more: ["Nếu đây không phải lần đầu bot chạy, kho trạng thái cũ đã mất: hãy xem STATE_DIR hoặc DATABASE_URL."],
  },
  en: {
    title: "The state is new: meetings that the files hold already count as announced, and are only reminded of",
    more: ["If the bot has run before, its state was lost: look at STATE_DIR or DATABASE_URL."],
  },
} as const;
