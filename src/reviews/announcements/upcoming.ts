import { versionOf } from "../../core/announced.ts";
import type { Occurrence } from "../../core/calendar.ts";
import { writeChannel } from "../../core/destination.ts";
import { capital } from "../../core/language.ts";
import type { Planned, SeenMeeting } from "../../core/ledger.ts";
import { untilText, whenLine } from "../../core/meeting.ts";
import { dateLabel } from "../../core/period.ts";
import { line } from "../../core/text.ts";
import { addDays } from "../zone.ts";
import { meetingCard } from "./card.ts";
import { DAY_MS, GRACE_MS, type Kind, occurrenceOf, type Receiver, type Situation } from "./kind.ts";

/** How far back it is recorded what was missed. */
const BACK_MS = 45 * DAY_MS;

/** So many days before a meeting, or before a date that is only expected: then it says so. */
export const upcoming: Kind = {
  kind: "upcoming",
  plan: (situation) =>
    situation.occurrences
      .filter(({ state, end }) => state !== "cancelled" && end > situation.now - BACK_MS)
      .flatMap((occurrence) => situation.receivers.flatMap((to) => planned(occurrence, to, situation))),
  compose(subject, composing) {
    const occurrence = occurrenceOf(subject, composing);
    if (occurrence?.state !== "confirmed" && occurrence?.state !== "expected") return undefined;
    const { review, date, state } = occurrence;
    const { language, calendar, now } = composing;
    const until = untilText(calendar.today(review, now), date, language);
    if (state === "confirmed") {
      const says = [...line`${capital(until)}: `, ...whenLine(occurrence, language), ...line`.`];
      return meetingCard(COMING, says, occurrence, composing);
    }
    const day = dateLabel(date, language);
    const says =
      language === "vi"
        ? line`Theo định kỳ, kỳ tới rơi vào khoảng ${day} (${until}). Chưa có lịch họp chính thức.`
        : line`By its cadence the next one falls around ${day} (${until}). No meeting has been scheduled yet.`;
    return meetingCard(EXPECTED, says, occurrence, composing);
  },
};

const COMING = { vi: "Sắp họp", en: "Coming up" } as const;
const EXPECTED = { vi: "Dự kiến, chưa xác nhận", en: "Expected, not confirmed" } as const;

function planned(occurrence: Occurrence, to: Receiver, situation: Situation): Planned[] {
  const { review, calendar, now, seen, aheadMs } = situation;
  const known = knownSince(occurrence, seen);
  if (known === undefined) return [];
  return (to.leads ?? review.announce.leads).flatMap((lead): Planned[] => {
    const dueAt = calendar.moment(review, addDays(occurrence.date, -lead), review.announce.at);
    if (dueAt > now + aheadMs || dueAt < to.since || dueAt < now - BACK_MS) return [];
    const expiresAt = Math.min(dueAt + GRACE_MS, occurrence.time === undefined ? occurrence.end : occurrence.start);
    return [
      {
        key: `upcoming:${review.id}/${occurrence.id}@${versionOf(occurrence)}:T-${lead}>${writeChannel(to)}`,
        subject: { kind: "upcoming", review: review.id, occurrence: occurrence.id, lead },
        destination: to,
        dueAt,
        expiresAt,
        skip: dueAt < known ? "known-later" : now >= expiresAt ? "late" : undefined,
      },
    ];
  });
}

/** Since when this very time of the meeting has been in the knowledge; a date of the cadence has always been known. */
function knownSince({ meeting, id, date, time }: Occurrence, seen: readonly SeenMeeting[]): number | undefined {
  if (meeting === undefined) return Number.NEGATIVE_INFINITY;
  return seen.find((one) => one.meeting === id && one.state === "confirmed" && one.date === date && one.time === time)
    ?.seenAt;
}
