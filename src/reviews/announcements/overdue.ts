import type { Occurrence } from "../../core/calendar.ts";
import { writeChannel } from "../../core/destination.ts";
import { type Both, listOf } from "../../core/language.ts";
import { dateLabel } from "../../core/period.ts";
import { line, p } from "../../core/text.ts";
import { addDays } from "../zone.ts";
import { adminCard, title } from "./card.ts";
import { DAY_MS, type Kind } from "./kind.ts";

const ASKED_FOR_MS = 30 * DAY_MS;
const SHOWN = 4;

/** To admins, on the morning after: a date has passed and nobody wrote whether the meeting took place. Once for the latest. */
export const overdue: Kind = {
  kind: "overdue",
  plan({ review, occurrences, admins, calendar, now }) {
    const last = overdueIn(occurrences).at(-1);
    if (last === undefined) return [];
    const morning = calendar.moment(review, addDays(last.date, 1), review.announce.at);
    return admins.map((destination) => {
      // Whoever becomes an admin's channel later is told then.
      const dueAt = Math.max(morning, destination.since);
      const expiresAt = dueAt + ASKED_FOR_MS;
      return {
        // With its date: a meeting that was moved because of it may pass unrecorded once more.
        key: `overdue:${review.id}/${last.id}@${last.date}>${writeChannel(destination)}`,
        subject: { kind: "overdue", review: review.id, occurrence: last.id },
        destination,
        dueAt,
        expiresAt,
        skip: now >= expiresAt ? ("late" as const) : undefined,
        // A channel that is new to this state may have been told by one that was lost.
        doubt: destination.since > morning ? { from: morning, to: destination.since } : undefined,
      };
    });
  },
  compose(subject, composing) {
    const { knowledge, calendar, language, now } = composing;
    const review = knowledge.reviews.get(subject.review);
    const all = review === undefined ? [] : overdueIn(calendar.occurrences(review, now));
    const last = all.at(-1);
    if (review === undefined || last === undefined) return undefined;
    const dates = listOf(
      all.slice(-SHOWN).map(({ date }) => dateLabel(date, language)),
      language,
    );
    const says = language === "vi" ? `Kỳ ${dates}: chưa ghi nhận là đã họp.` : `Due ${dates}: not recorded as held.`;
    return adminCard(
      [title(OVERDUE, review, language), line`${says}`],
      [p(mend(review.id, last.meeting?.id)[language])],
      composing,
    );
  },
};

const overdueIn = (occurrences: readonly Occurrence[]): readonly Occurrence[] =>
  occurrences.filter(({ state }) => state === "overdue");

const OVERDUE = { vi: "Sơ kết quá hạn", en: "Review overdue" } as const;

const mend = (review: string, meeting: string | undefined): Both =>
  meeting === undefined
    ? {
        vi: `Trong tệp của lịch sơ kết ${review}, thêm cuộc họp vào meetings: state held nếu đã họp, confirmed nếu đã chốt ngày mới, cancelled nếu đã quyết không họp.`,
        en: `In the file of the review ${review}, add the meeting to meetings: state held if it took place, confirmed if it has a new date, cancelled if it was called off.`,
      }
    : {
        vi: `Trong tệp của lịch sơ kết ${review}, sửa cuộc họp ${meeting}: state held nếu đã họp, cancelled nếu đã hủy; nếu dời thì ghi ngày mới.`,
        en: `In the file of the review ${review}, correct the meeting ${meeting}: state held if it took place, cancelled if it was called off; if it was moved, write its new date.`,
      };
