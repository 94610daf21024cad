import { answered, answeredList, notHeld, type Reply } from "./answer.ts";
import type { Occurrence } from "./calendar.ts";
import type { Context } from "./command.ts";
import type { Review } from "./knowledge.ts";
import { type Both, type Language, listOf } from "./language.ts";
import { meetingDetails, untilText, whenLine, whenText } from "./meeting.ts";
import { nameOf } from "./naming.ts";
import { dateLabel, type Period, periodsLabel } from "./period.ts";
import { type Line, line, list, type Text } from "./text.ts";

/** What can be asked about a review. */
export type Aspect = "next" | "place" | "past" | "overdue" | "cadence" | "invitees";

/** "Name: first; second" */
export const inOneLine = (headline: Text): Line =>
  headline.flatMap((block) => {
    if (block.kind === "paragraph") return block.line;
    const rows = block.kind === "list" ? block.items : [];
    return rows.flatMap((row, index) => [...line`${index === 0 ? " " : "; "}`, ...row]);
  });

/** What is told of one review. */
export const TELL: Readonly<Record<Aspect, (review: Review, context: Context) => Reply>> = {
  cadence: (review, { knowledge, language }) =>
    answered(`${nameOf(knowledge, review.memorandum, language)}: ${review.cadence[language]}`, {
      citations: [review.source],
    }),
  next: nextReview,
  place: nextPlace,
  past: pastReviews,
  overdue: overdueReviews,
  invitees: (review, { knowledge, language }) => {
    const vi = language === "vi";
    if (review.invitees.length === 0)
      return answered(
        vi
          ? `Nguồn không nêu khách mời nào cho ${review.names.vi}.`
          : `The source names no invitee for the ${review.names.en}.`,
        { citations: [review.source] },
      );
    const rows = review.invitees.map(
      (invitee) => `${nameOf(knowledge, invitee.id, language)}: ${invitee.note[language]}`,
    );
    return answeredList(vi ? `${review.names.vi}, mời tham dự:` : `${review.names.en}, to be invited:`, rows, {
      citations: review.invitees.map((invitee) => invitee.source),
    });
  },
};

/** "14:00 ngày 12/03/2025, tại …" */
const metText = (occurrence: Occurrence, language: Language): string =>
  `${whenText(occurrence, language)}${venueText(occurrence, language)}`;

/** ", tại …" where the venue is known. */
function venueText({ meeting }: Occurrence, language: Language): string {
  const venue = meeting?.venue?.[language];
  return venue === undefined ? "" : language === "vi" ? `, tại ${venue}` : `, at ${venue}`;
}

/** The next confirmed meeting; else the expected date, said to be unconfirmed, with what was called off and what is overdue. */
function nextReview(review: Review, { knowledge, language, now, ports: { calendar } }: Context): Reply {
  const vi = language === "vi";
  const today = calendar.today(review, now);
  const all = calendar.occurrences(review, now);
  const name = review.names[language];
  const confirmed = all.find(({ state }) => state === "confirmed");
  if (confirmed !== undefined) {
    const when = whenLine(confirmed, language);
    const where = venueText(confirmed, language);
    const until = untilText(today, confirmed.date, language);
    const cancelled = cancelledText(all, language);
    const headline = vi
      ? [...line`${name}: kỳ tới `, ...when, ...line`${where} (đã xác nhận, ${until}).${cancelled}`]
      : [
          ...line`${name}: the next is ${confirmed.time === undefined ? "on" : "at"} `,
          ...when,
          ...line`${where} (confirmed, ${until}).${cancelled}`,
        ];
    const details = meetingDetails(confirmed, knowledge, language, ["venue"]);
    return answered(headline, {
      citations: [confirmed.meeting?.source ?? review.source],
      body: details.length === 0 ? [] : [list(details)],
    });
  }
  const next = all.find(({ state }) => state === "expected");
  const known = `${cancelledText(all, language)}${overdueText(all, language)}`;
  if (next === undefined)
    return answered(
      (vi
        ? `${name}: chưa có lịch, và không suy ra được kỳ nào từ định kỳ. ${review.cadence.vi}`
        : `${name}: not scheduled, and no date follows from the cadence. ${review.cadence.en}`) + known,
      { citations: [review.source] },
    );
  const when = dateLabel(next.date, language);
  const until = untilText(today, next.date, language);
  // A rule has days of its own: only months are counted from the signing.
  const counted = review.everyMonths === undefined ? "" : vi ? " tính từ ngày ký" : " counted from the signing";
  return answered(
    vi
      ? `${name}: chưa có lịch xác nhận. Theo định kỳ${counted}, kỳ tới dự kiến khoảng ${when} (chưa xác nhận, ${until}).${known}`
      : `${name}: not scheduled yet. By the cadence${counted}, the next is expected around ${when} (not confirmed, ${until}).${known}`,
    { citations: [review.source] },
  );
}

/** Where the next one is, if that is settled. */
function nextPlace(review: Review, context: Context): Reply {
  const { language, now, ports } = context;
  const confirmed = ports.calendar.occurrences(review, now).find(({ state }) => state === "confirmed");
  if (confirmed?.meeting?.venue !== undefined) return nextReview(review, context);
  const name = review.names[language];
  return notHeld(
    language === "vi"
      ? `${name}: kho tri thức chưa ghi địa điểm của kỳ tới.`
      : `${name}: the knowledge base does not hold where the next one is.`,
    { citations: [review.source] },
  );
}

/** Where those of these periods are; undefined where nothing falls into them. */
export function placesIn(review: Review, periods: readonly Period[], context: Context): Reply | undefined {
  const all = reviewsIn(review, periods, context);
  if (all === undefined) return undefined;
  const { language, now, ports } = context;
  const isHeld = ports.calendar
    .occurrences(review, now)
    .some(
      ({ date, meeting }) => meeting?.venue !== undefined && periods.some(({ from, to }) => from <= date && date <= to),
    );
  if (isHeld) return all;
  const when = periodsLabel(periods, language);
  return notHeld(
    language === "vi"
      ? `${review.names.vi}: kho tri thức không ghi địa điểm của kỳ họp nào trong ${when}.`
      : `${review.names.en}: the knowledge base does not hold where any meeting of ${when} is.`,
    { citations: [review.source] },
  );
}

/** All that is known of these periods, whatever became of it; undefined where nothing falls into them. */
export function reviewsIn(review: Review, periods: readonly Period[], context: Context): Reply | undefined {
  const { language, now, ports } = context;
  const found = ports.calendar
    .occurrences(review, now)
    .filter(({ date }) => periods.some(({ from, to }) => from <= date && date <= to));
  if (found.length === 0) return undefined;
  const rows = found.map((one) => `${STATES[one.state][language]}: ${metText(one, language)}`);
  const when = periodsLabel(periods, language);
  return answeredList(`${review.names[language]}, ${when}:`, rows, {
    citations: [review.source, ...found.flatMap(({ meeting }) => meeting?.source ?? [])],
  });
}

const STATES: Readonly<Record<Occurrence["state"], Both>> = {
  expected: { vi: "Dự kiến theo định kỳ, chưa xác nhận", en: "Expected by the cadence, not confirmed" },
  overdue: { vi: "Quá hạn, chưa ghi nhận là đã họp", en: "Overdue, not recorded as held" },
  confirmed: { vi: "Đã xác nhận", en: "Confirmed" },
  held: { vi: "Đã họp", en: "Held" },
  cancelled: { vi: "Đã hủy", en: "Cancelled" },
};

/** Meetings that were called off since the last one that was held: whoever asks for the next one may have heard of them. */
function cancelledText(all: readonly Occurrence[], language: Language): string {
  const lastHeld = all.findLastIndex(({ state }) => state === "held");
  const cancelled = all.slice(lastHeld + 1).filter(({ state }) => state === "cancelled");
  if (cancelled.length === 0) return "";
  const dates = cancelled.slice(-SHOWN_OVERDUE).map(({ date, meeting }) => {
    const reason = meeting?.reason?.[language];
    return `${dateLabel(date, language)}${reason === undefined ? "" : ` (${reason})`}`;
  });
  return language === "vi" ? ` Đã hủy: kỳ ${listOf(dates, "vi")}.` : ` Cancelled: ${listOf(dates, "en")}.`;
}

const SHOWN_OVERDUE = 4;

/** What should have taken place: dates of the cadence, and confirmed meetings of which nobody wrote whether they were held. */
function overdueText(all: readonly Occurrence[], language: Language): string {
  const overdue = all.filter(({ state }) => state === "overdue");
  const dates = (some: readonly Occurrence[]): string =>
    listOf(
      some.slice(-SHOWN_OVERDUE).map(({ date }) => dateLabel(date, language)),
      language,
    );
  const expected = overdue.filter(({ meeting }) => meeting === undefined);
  const fixed = overdue.filter(({ meeting }) => meeting !== undefined);
  const vi = language === "vi";
  const parts = [
    ...(expected.length === 0
      ? []
      : [
          vi
            ? `Quá hạn, chưa ghi nhận cuộc họp nào cho kỳ: ${dates(expected)}.`
            : `Overdue, with no meeting recorded: ${dates(expected)}.`,
        ]),
    ...(fixed.length === 0
      ? []
      : [
          vi
            ? `Đã chốt lịch ${dates(fixed)} nhưng chưa ghi nhận là đã họp.`
            : `Confirmed for ${dates(fixed)}, but not recorded as held.`,
        ]),
  ];
  return parts.map((part) => ` ${part}`).join("");
}

function overdueReviews(review: Review, { language, now, ports: { calendar } }: Context): Reply {
  const overdue = overdueText(calendar.occurrences(review, now), language);
  const none = language === "vi" ? " không có kỳ nào quá hạn." : " no meeting is overdue.";
  return answered(`${review.names[language]}:${overdue === "" ? none : overdue}`, { citations: [review.source] });
}

function pastReviews(review: Review, { language, now, ports: { calendar } }: Context): Reply {
  const vi = language === "vi";
  const all = calendar.occurrences(review, now);
  const held = all.filter(({ state }) => state === "held");
  const cancelled = all.filter(({ state }) => state === "cancelled");
  const overdue = overdueText(all, language);
  const name = review.names[language];
  const citations = [review.source, ...held.flatMap(({ meeting }) => meeting?.source ?? [])];
  if (held.length === 0 && cancelled.length === 0)
    return notHeld(
      vi ? `${name}: kho tri thức chưa ghi nhận cuộc họp nào.${overdue}` : `${name}: no meeting is recorded.${overdue}`,
      { citations },
    );
  const rows = [
    ...held.map((one) => `${STATES.held[language]}: ${metText(one, language)}`),
    ...cancelled.map((one) => `${STATES.cancelled[language]}: ${metText(one, language)}`),
  ];
  return answeredList(`${name}:${overdue}`, rows, { citations });
}
