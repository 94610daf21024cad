import { writeChannel } from "../../core/destination.ts";
import type { Planned, SeenMeeting } from "../../core/ledger.ts";
import { whenText } from "../../core/meeting.ts";
import { latestVersions } from "../../core/seen.ts";
import { line, list, p, strong } from "../../core/text.ts";
import { adminCard } from "./card.ts";
import { DAY_MS, type Kind, NEWS_MS, type Receiver } from "./kind.ts";

/** Files that are renamed or replaced are away for a moment. */
const PATIENCE_MS = 10 * 60_000;

/** To admins, once: a confirmed meeting that lies ahead was taken out of the files, which tells nobody that it is called off. */
export const gone: Kind = {
  kind: "gone",
  // Its review may be gone as well: see planGone.
  plan: () => [],
  compose({ review, occurrence, from }, composing) {
    const { knowledge, language } = composing;
    const isBack = knowledge.reviews.get(review)?.meetings.some(({ id }) => id === occurrence) === true;
    if (isBack || from === undefined) return undefined;
    const says = goneText({ review, meeting: occurrence, ...from })[language];
    return adminCard(
      [line`${strong(GONE[language])}`, line`${says}`],
      [p(MEND[language].first), list(MEND[language].ways)],
      composing,
    );
  },
};

/** The meetings that are gone from the files while they lie ahead, as far as the day tells. */
export const goneAhead = (seen: readonly SeenMeeting[]): SeenMeeting[] =>
  [...latestVersions(seen).values()].filter(
    ({ state, date, seenAt }) => state === "gone" && Date.parse(date) + DAY_MS > seenAt,
  );

export function planGone(seen: readonly SeenMeeting[], admins: readonly Receiver[]): Planned[] {
  return goneAhead(seen).flatMap(({ review, meeting, date, time, sequence, seenAt, doubt }) =>
    admins
      .filter(({ since }) => since <= seenAt)
      .map((destination) => ({
        key: `gone:${review}/${meeting}@${date}T${time ?? ""}#${sequence}>${writeChannel(destination)}`,
        subject: { kind: "gone" as const, review, occurrence: meeting, from: { date, time } },
        destination,
        dueAt: seenAt + PATIENCE_MS,
        expiresAt: seenAt + NEWS_MS,
        doubt,
      })),
  );
}

/** One line of what is gone. */
export function goneText({ review, meeting, date, time }: Pick<SeenMeeting, "review" | "meeting" | "date" | "time">) {
  const when = (language: "vi" | "en"): string => whenText({ date, time }, language);
  return {
    vi: `Cuộc họp ${review}/${meeting}, đã báo là họp ${when("vi")}, không còn trong tệp tri thức. Không kênh nào được báo điều này.`,
    en: `The meeting ${review}/${meeting}, announced for ${when("en")}, is no longer in the files. No channel was told so.`,
  };
}

const GONE = { vi: "Cuộc họp đã báo không còn trong tệp", en: "An announced meeting is gone from the files" } as const;

const MEND = {
  vi: {
    first: "Bot không nhắc cuộc họp này nữa. Hãy ghi lại nó vào tệp của lịch sơ kết, đúng mã cũ:",
    ways: [
      "nếu không họp: với state: cancelled, để mọi người được báo;",
      "nếu dời: với date và time mới;",
      "nếu xóa nhầm: như cũ.",
    ],
  },
  en: {
    first:
      "The bot does not remind anybody of it any more. Put it back into the file of its review, under the same id:",
    ways: [
      "if it does not take place: with state: cancelled, so that people are told;",
      "if it was moved: with its new date and time;",
      "if it was deleted by mistake: as it was.",
    ],
  },
} as const;
