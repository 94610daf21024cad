import type { Occurrence } from "../core/calendar.ts";
import type { Knowledge } from "../core/knowledge.ts";
import { LABELS } from "../core/labels.ts";
import type { Both, Language } from "../core/language.ts";
import { citationLabel, nameOf } from "../core/naming.ts";
import { dateLabel } from "../core/period.ts";
import type { MeetingEvent } from "../core/poster.ts";

const TEXTS = {
  expected: { vi: "(dự kiến, chưa xác nhận)", en: "(expected, not confirmed)" },
  cancelled: { vi: "Đã hủy:", en: "Cancelled:" },
  derived: {
    vi: "Ngày này chỉ suy ra từ định kỳ, chưa ai xác nhận.",
    en: "This date only follows from the cadence; nobody has confirmed it.",
  },
  noTime: { vi: "Chưa rõ giờ họp.", en: "The time is not known yet." },
  noVenue: { vi: "Chưa rõ địa điểm", en: "Venue not known yet" },
  agenda: { vi: "Nội dung", en: "Agenda" },
  host: { vi: "Chủ trì", en: "Host" },
  invitees: { vi: "Khách mời", en: "Invitees" },
  movedFrom: { vi: "Dời từ", en: "Moved from" },
  reason: { vi: "Lý do", en: "Reason" },
  memorandum: { vi: "Biên bản", en: "Memorandum" },
  cadence: { vi: "Định kỳ", en: "Cadence" },
  link: { vi: "Liên kết", en: "Link" },
} as const satisfies Readonly<Record<string, Both>>;

/**
 * Stays the same for a meeting whatever changes, and for an expected date as long as the cadence gives it. Ids have no
 * dot: a meeting whose id is a date is not taken for an expected one.
 */
export const uidOf = ({ review, id, meeting }: Occurrence): string =>
  `${review.id}.${meeting === undefined ? `expected.${id}` : id}@lien-thanh`;

/** What stands in a calendar: nobody may take an expected or a cancelled meeting for one that takes place. */
export function summaryOf({ review, meeting }: Occurrence, language: Language): string {
  const name = review.names[language];
  if (meeting === undefined) return `${TEXTS.expected[language]} ${name}`;
  return meeting.state === "cancelled" ? `${TEXTS.cancelled[language]} ${name}` : name;
}

/** All that is known of a meeting but its time and venue; a line each. */
export function descriptionOf({ review, meeting }: Occurrence, knowledge: Knowledge, language: Language): string {
  const line = (what: Both, value: string | undefined): readonly string[] =>
    value === undefined || value === "" ? [] : [`${what[language]}: ${value}`];
  const { movedFrom } = meeting ?? {};
  const invitees = review.invitees.map(({ id, note }) => `${nameOf(knowledge, id, language)} (${note[language]})`);
  return [
    ...(meeting === undefined ? [TEXTS.derived[language]] : []),
    ...(meeting !== undefined && meeting.time === undefined ? [TEXTS.noTime[language]] : []),
    ...line(TEXTS.movedFrom, movedFrom && whenLabel(movedFrom, language)),
    ...line(TEXTS.reason, meeting?.reason?.[language]),
    ...line(TEXTS.agenda, meeting?.agenda?.[language]),
    ...line(TEXTS.host, meeting?.host && nameOf(knowledge, meeting.host, language)),
    ...line(TEXTS.invitees, invitees.join("; ")),
    ...line(TEXTS.link, meeting?.link),
    ...line(TEXTS.memorandum, nameOf(knowledge, review.memorandum, language)),
    ...line(TEXTS.cadence, review.cadence[language]),
    ...line(LABELS.source, citationLabel(knowledge, meeting?.source ?? review.source, language)),
  ].join("\n");
}

/** "14:00 ngày 18/10/2024" · "14:00, 18 October 2024"; the day alone where no time is known. */
function whenLabel({ date, time }: { date: string; time?: string | undefined }, language: Language): string {
  const day = dateLabel(date, language);
  if (time === undefined) return day;
  return language === "vi" ? `${time} ngày ${day}` : `${time}, ${day}`;
}

/** A meeting as a chat's scheduled event, in words of any length. The caller asks for none that is past or expected. */
export function meetingEvent(occurrence: Occurrence, knowledge: Knowledge, language: Language): MeetingEvent {
  const { review, meeting, start, end } = occurrence;
  return {
    uid: uidOf(occurrence),
    name: review.names[language],
    description: descriptionOf(occurrence, knowledge, language),
    link: meeting?.link,
    location: meeting?.venue?.[language] ?? TEXTS.noVenue[language],
    start,
    end,
    cancelled: meeting?.state === "cancelled",
  };
}
