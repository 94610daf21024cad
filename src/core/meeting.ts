import type { Occurrence } from "./calendar.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Both, Language } from "./language.ts";
import { nameOf } from "./naming.ts";
import { dateLabel } from "./period.ts";
import { type Inline, type Line, line, link, moment } from "./text.ts";

/** How a meeting is told of, the same in answers, announcements and calendars. */

type When = Pick<Occurrence, "date" | "time" | "timeZone" | "start">;

/** "14:00 ngày 12/03/2025" · "14:00, 12 March 2025"; only the day where the time is unknown. */
export function whenText({ date, time }: Pick<When, "date" | "time">, language: Language): string {
  const day = dateLabel(date, language);
  if (time === undefined) return language === "vi" ? `ngày ${day}` : day;
  return language === "vi" ? `${time} ngày ${day}` : `${time}, ${day}`;
}

/** The same as a line, with the time of whoever reads it where the platform can show that. */
export const whenLine = (when: When, language: Language): Line =>
  when.time === undefined
    ? line`${whenText(when, language)}`
    : line`${whenText(when, language)} (${offsetOf(when)})${moment(when.start, YOUR_TIME[language])}`;

const YOUR_TIME: Both = { vi: "giờ của bạn", en: "your time" };

/** "GMT+7": what the clocks at the review show then. */
function offsetOf({ timeZone, start }: When): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts(start);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

/** Whole days from one ISO date to another. */
export const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** "hôm nay", "ngày mai", "còn 5 ngày"; of a meeting of several days that began on an earlier one, that it is under way. */
export function untilText(today: string, date: string, language: Language): string {
  const days = daysFrom(today, date);
  if (days < 0) return language === "vi" ? "đang diễn ra" : "under way";
  if (days === 0) return language === "vi" ? "hôm nay" : "today";
  if (days === 1) return language === "vi" ? "ngày mai" : "tomorrow";
  return language === "vi" ? `còn ${days} ngày` : `${days} days from now`;
}

/** Where, who hosts it, what about, where it was before and why, each a line; last the link. Without those that are told already. */
export function meetingDetails(
  { meeting }: Occurrence,
  knowledge: Knowledge,
  language: Language,
  told: readonly (keyof typeof LABELS)[] = [],
): Line[] {
  if (meeting === undefined) return [];
  const { venue, host, agenda, movedFrom, reason, link: address } = meeting;
  const say = (label: keyof typeof LABELS, value: string | Inline | undefined): Line[] =>
    value === undefined || told.includes(label) ? [] : [line`${LABELS[label][language]}: ${value}`];
  return [
    ...say("venue", venue?.[language]),
    ...say("host", host === undefined ? undefined : nameOf(knowledge, host, language)),
    ...say("agenda", agenda?.[language]),
    ...say("movedFrom", movedFrom === undefined ? undefined : whenText(movedFrom, language)),
    ...say("reason", reason?.[language]),
    ...say("link", address === undefined ? undefined : link(address)),
  ];
}

const LABELS = {
  venue: { vi: "Địa điểm", en: "Venue" },
  host: { vi: "Chủ trì", en: "Host" },
  agenda: { vi: "Nội dung", en: "Agenda" },
  movedFrom: { vi: "Lịch cũ", en: "Moved from" },
  reason: { vi: "Lý do", en: "Reason" },
  link: { vi: "Liên kết", en: "Link" },
} as const satisfies Readonly<Record<string, Both>>;
