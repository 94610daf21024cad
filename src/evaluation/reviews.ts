import { isUnknown, type Review } from "../core/knowledge.ts";
import type { Snapshot } from "../core/living.ts";
import { dateLabel } from "../core/period.ts";
import type { Problem } from "../core/problem.ts";
import type { Steps } from "../core/steps.ts";

/** Something wrong with an item of the knowledge, at one of its keys or a path in it. */
export interface Finding {
  readonly item: object;
  readonly at: string | readonly (string | number)[];
  readonly said: Pick<Problem, "code" | "severity" | "message" | "hint">;
}

/** What their dates, and today (`now`, epoch milliseconds), make of reviews. */
export function* findingInReviews(snapshot: Snapshot, now: number): Steps<readonly Finding[]> {
  const found: Finding[] = [];
  for (const review of snapshot.knowledge.reviews.values()) {
    for (const check of CHECKS) found.push(...check(review, snapshot, now));
    yield;
  }
  return found;
}

type Check = (review: Review, snapshot: Snapshot, now: number) => readonly Finding[];

/** A warning where a date has passed with no meeting recorded. */
const overdue: Check = (review, { bot }, now) => {
  const all = bot.calendar.occurrences(review, now).filter(({ state }) => state === "overdue");
  const last = all.at(-1);
  if (last === undefined) return [];
  const message = {
    vi: `${review.names.vi}: ${all.length} kỳ quá hạn, chưa ghi nhận là đã họp; kỳ gần nhất ${dateLabel(last.date, "vi")}.`,
    en: `${review.names.en}: ${all.length} overdue, not recorded as held; the latest was due on ${dateLabel(last.date, "en")}.`,
  };
  const hint = {
    vi: "Thêm cuộc họp vào “meetings”, hoặc sửa “state” của nó: held nếu đã họp, cancelled nếu đã hủy.",
    en: "Add the meeting to “meetings”, or set its “state”: held if it took place, cancelled if it was called off.",
  };
  return [
    { item: review, at: cadenceKey(review), said: { code: "overdue-review", severity: "warning", message, hint } },
  ];
};

/** An error for each meeting that is said to have been held on a day that has not come. */
const heldAhead: Check = (review, { bot }, now) => {
  const today = bot.calendar.today(review, now);
  return review.meetings.flatMap(({ id, state, date }, index) => {
    if (state !== "held" || date <= today) return [];
    const message = {
      vi: `Cuộc họp “${id}” ghi là đã họp, nhưng ngày ${dateLabel(date, "vi")} chưa tới.`,
      en: `The meeting “${id}” is said to have been held, but ${dateLabel(date, "en")} has not come yet.`,
    };
    const hint = {
      vi: "Sửa ngày; cuộc họp đã chốt mà chưa họp thì ghi state: confirmed.",
      en: "Correct the date; a meeting that is fixed and still to come has state: confirmed.",
    };
    return [
      {
        item: review,
        at: ["meetings", index, "state"],
        said: { code: "held-ahead", severity: "error", message, hint },
      },
    ];
  });
};

/** An error for each meeting on a day on which there was nothing to review yet. */
const tooEarly: Check = (review, { knowledge }) => {
  const signed = knowledge.memoranda.get(review.memorandum)?.signed.date;
  if (signed === undefined || isUnknown(signed)) return [];
  return review.meetings.flatMap(({ id, date }, index) => {
    if (date >= signed.day) return [];
    const message = {
      vi: `Cuộc họp “${id}” ngày ${dateLabel(date, "vi")} diễn ra trước khi ký (${dateLabel(signed.day, "vi")}).`,
      en: `The meeting “${id}” on ${dateLabel(date, "en")} is before the signing (${dateLabel(signed.day, "en")}).`,
    };
    const hint = { vi: "Sửa ngày họp, hoặc ngày ký của biên bản.", en: "Correct its date, or the memorandum's." };
    return [
      {
        item: review,
        at: ["meetings", index, "date"],
        said: { code: "before-signing", severity: "error", message, hint },
      },
    ];
  });
};

/** An error for a rule that is written well and still gives no day. */
const emptyRule: Check = (review, { knowledge, bot }) => {
  const signed = knowledge.memoranda.get(review.memorandum)?.signed.date;
  if (review.rule === undefined || signed === undefined || isUnknown(signed)) return [];
  if (bot.calendar.follows(review)) return [];
  const message = {
    vi: `Không có ngày nào sau ngày ký (${dateLabel(signed.day, "vi")}) hợp với quy tắc “${review.rule}”.`,
    en: `No day after the signing (${dateLabel(signed.day, "en")}) fits the rule “${review.rule}”.`,
  };
  const hint = {
    vi: "Ngày trong quy tắc có thật không (30/2?), UNTIL có sau ngày ký không?",
    en: "Does its day exist (30 February?), is UNTIL after the signing?",
  };
  return [{ item: review, at: "rule", said: { code: "empty-rule", severity: "error", message, hint } }];
};

const cadenceKey = ({ rule }: Review): string => (rule === undefined ? "everyMonths" : "rule");

const CHECKS: readonly Check[] = [overdue, heldAhead, tooEarly, emptyRule];
