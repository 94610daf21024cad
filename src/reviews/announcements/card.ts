import type { Answer } from "../../core/answer.ts";
import type { Occurrence } from "../../core/calendar.ts";
import type { Choice } from "../../core/invocation.ts";
import type { Review } from "../../core/knowledge.ts";
import type { Both, Language } from "../../core/language.ts";
import { meetingDetails, whenText } from "../../core/meeting.ts";
import { type Block, type Line, line, list, p, strong } from "../../core/text.ts";
import type { Composing } from "./kind.ts";

const LATE_MS = 15 * 60_000;

/** A title, what happens, then the detail: about a meeting or an expected date, with where it is written. */
export function meetingCard(
  what: Both,
  says: Line,
  occurrence: Occurrence,
  composing: Composing,
  told: Parameters<typeof meetingDetails>[3] = [],
): Answer {
  const { knowledge, language } = composing;
  const details = meetingDetails(occurrence, knowledge, language, told);
  return {
    status: "answered",
    language,
    headline: [p(title(what, occurrence.review, language)), p(says)],
    body: [...(details.length === 0 ? [] : [list(details)]), ...lateness(occurrence, composing)],
    citations: [occurrence.meeting?.source ?? occurrence.review.source],
    choices: [],
  };
}

/** "**Sắp họp:** tên của lịch sơ kết" */
export const title = (what: Both, { names }: Review, language: Language): Line =>
  line`${strong(`${what[language]}:`)} ${names[language]}`;

/** A card for admins, with buttons that act. */
export const adminCard = (
  headline: readonly Line[],
  body: readonly Block[],
  { language }: Composing,
  choices: readonly Choice[] = [],
): Answer => ({
  status: "answered",
  language,
  headline: headline.map((one) => p(one)),
  body: [...body],
  citations: [],
  choices,
});

/** Nobody should wonder why a reminder comes in the evening. */
function lateness({ review }: Occurrence, { language, dueAt, now, calendar }: Composing): Block[] {
  if (now - dueAt < LATE_MS) return [];
  const due = whenText({ date: calendar.today(review, dueAt), time: calendar.clock(review, dueAt) }, language);
  return [p(language === "vi" ? `Đăng muộn: lẽ ra đăng lúc ${due}.` : `Posted late: it was due at ${due}.`)];
}
