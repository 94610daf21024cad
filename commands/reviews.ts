import { answered, answeredList, notHeld, type Reply } from "../src/core/answer.ts";
import type { Occurrence } from "../src/core/calendar.ts";
import { type Ask, type Context, defineCommand } from "../src/core/command.ts";
import type { Review } from "../src/core/knowledge.ts";
import { type Language, listOf } from "../src/core/language.ts";
import { meetingDetails, untilText, whenLine, whenText } from "../src/core/meeting.ts";
import { nameOf } from "../src/core/naming.ts";
import { dateLabel } from "../src/core/period.ts";
import { type Line, line, list, type Text } from "../src/core/text.ts";
import { memorandum } from "./options.ts";

const ASPECTS = {
  next: { vi: "kỳ tới", en: "next" },
  past: { vi: "đã họp", en: "past" },
  overdue: { vi: "quá hạn", en: "overdue" },
  cadence: { vi: "định kỳ", en: "cadence" },
  invitees: { vi: "khách mời", en: "invitees" },
} as const;

type Aspect = keyof typeof ASPECTS;

const ALL = { vi: "các biên bản", en: "memoranda" } as const;

const QUESTIONS: Readonly<Record<Aspect, { vi: (name: string) => string; en: (name: string) => string }>> = {
  next: {
    vi: (name) => `Kỳ sơ kết tới của ${name} là khi nào?`,
    en: (name) => `When is the next review meeting of the ${name}?`,
  },
  past: {
    vi: (name) => `Đã có những cuộc sơ kết nào của ${name}?`,
    en: (name) => `Which review meetings of the ${name} have been held?`,
  },
  overdue: {
    vi: (name) => `Có kỳ sơ kết nào của ${name} quá hạn không?`,
    en: (name) => `Is any review meeting of the ${name} overdue?`,
  },
  cadence: { vi: (name) => `Bao lâu sơ kết ${name} một lần?`, en: (name) => `How often is the ${name} reviewed?` },
  invitees: {
    vi: (name) => `Ai được mời dự sơ kết ${name}?`,
    en: (name) => `Who is invited to the review of the ${name}?`,
  },
};

const ask = (aspect: Aspect, ...phrasings: string[]): Ask => ({
  fact: `review.${aspect === "overdue" ? "past" : aspect}`,
  phrasings,
  // Where nobody can tell which is meant, all are told of.
  values: ({ meant }) => ({ ...(meant === undefined ? {} : { memorandum: meant.mentions[1] ?? "" }), aspect }),
  question: ({ values: { memorandum: id }, language }, knowledge) =>
    QUESTIONS[aspect][language](id === undefined ? ALL[language] : nameOf(knowledge, id, language)),
});

export const reviews = defineCommand({
  name: "reviews",
  names: { vi: "sơ-kết", en: "reviews" },
  description: {
    vi: "Họp sơ kết: định kỳ, kỳ tới, đã họp, khách mời",
    en: "Review meetings: cadence, next, past, invitees",
  },
  options: {
    memorandum,
    aspect: {
      kind: "choice",
      names: { vi: "khía-cạnh", en: "aspect" },
      description: { vi: "Muốn biết điều gì", en: "What you want to know" },
      choices: ASPECTS,
    },
  },
  asks: [
    ask(
      "cadence",
      "bao lâu thì sơ kết biên bản một lần",
      "mấy năm sơ kết một lần",
      "định kỳ sơ kết",
      "mấy tháng họp một lần",
      "chu kỳ sơ kết",
      "tần suất sơ kết",
      "bao lâu đánh giá một lần",
      "mỗi năm sơ kết mấy lần",
      "một năm sơ kết mấy lần",
      "bao lâu một lần",
      "parties take stock of implementation",
      "how many meetings a year",
      "một năm họp mấy lần",
      "sơ kết đánh giá kết quả thực hiện",
      "định kỳ đánh giá",
      "bao lâu họp một lần",
      "sơ kết hằng năm",
      "how often is the memorandum reviewed",
      "how frequently",
      "how often is it reviewed",
      "how often reviewed",
      "review cadence",
      "review frequency",
      "how many times a year",
      "review interval",
      "reviewed annually",
      "periodic review",
      "evaluate the implementation",
    ),
    ask(
      "next",
      "kỳ sơ kết tới khi nào",
      "cuộc họp sơ kết tiếp theo",
      "sơ kết lần tới",
      "khi nào sơ kết",
      "lịch họp sơ kết",
      "họp sơ kết sắp tới",
      "bao giờ họp tiếp",
      "còn bao lâu nữa thì sơ kết",
      "ngày sơ kết tiếp theo",
      "lần sơ kết kế tiếp",
      "hội nghị sơ kết tổ chức khi nào",
      "when is the next review meeting",
      "next review",
      "upcoming review meetings",
      "how long until the next review",
      "date of the next review",
      "review schedule",
    ),
    ask(
      "past",
      "đã sơ kết lần nào chưa",
      "sơ kết lần đầu khi nào",
      "hội nghị sơ kết lần đầu tổ chức ngày nào",
      "các cuộc sơ kết đã họp",
      "các lần sơ kết đã họp",
      "những lần sơ kết đã tổ chức",
      "sơ kết lần trước",
      "lần sơ kết gần nhất",
      "đã họp mấy lần",
      "đã tổ chức sơ kết chưa",
      "kết quả sơ kết",
      "past review meetings",
      "has a review been held",
      "when was the first review held",
      "last review meeting",
      "which reviews were held",
      "previous review",
    ),
    ask(
      "overdue",
      "sơ kết quá hạn",
      "kỳ sơ kết nào quá hạn",
      "có kỳ sơ kết nào bị trễ",
      "trễ hạn sơ kết",
      "overdue reviews",
      "is any review overdue",
      "late review meetings",
    ),
    ask(
      "invitees",
      "{place} liên quan gì tới biên bản",
      "vai trò của {place} trong sơ kết",
      "how is {place} involved in the review",
      "ai được mời dự sơ kết",
      "tỉnh nào được mời dự hội nghị định kỳ",
      "đề xuất mời ai",
      "khách mời hội nghị sơ kết",
      "mời thêm tỉnh nào",
      "mời đơn vị nào tham gia hội nghị hằng năm",
      "thành phần mời",
      "được đề xuất mời tham dự",
      "who is invited to the review",
      "which province is proposed to be invited",
      "invitees",
      "invited to the annual conference",
      "guest at the review meeting",
      "proposed to invite",
      "which provincial party committee is proposed as a participant in the annual conference",
      "join the annual meeting",
    ),
  ],
  run: (values, context) => {
    const { knowledge, language } = context;
    const all = [...knowledge.reviews.values()];
    const some =
      values.memorandum === undefined ? all : all.filter((review) => review.memorandum === values.memorandum);
    if (some.length === 0)
      return notHeld(
        language === "vi"
          ? "Kho tri thức không ghi việc sơ kết nào cho văn bản này."
          : "The knowledge base holds no review for this document.",
      );
    const aspect = (values.aspect ?? "next") as Aspect;
    const only = some.length === 1 ? some[0] : undefined;
    if (only !== undefined) return TELL[aspect](only, context);
    const replies = (aspect === "next" ? soonestFirst(some, context) : some).map((one) => TELL[aspect](one, context));
    return answeredList(
      language === "vi" ? "Sơ kết các biên bản:" : "Reviews of the memoranda:",
      replies.map(({ headline }) => inOneLine(headline)),
      { citations: replies.flatMap(({ citations = [] }) => citations) },
    );
  },
});

/** Reviews of which nobody knows when come last. */
function soonestFirst(reviews: readonly Review[], { now, ports: { calendar } }: Context): Review[] {
  const nextStart = (review: Review): number => {
    const next = calendar.occurrences(review, now).find(({ state }) => state === "confirmed" || state === "expected");
    return next?.start ?? Number.POSITIVE_INFINITY;
  };
  return reviews
    .map((review) => ({ review, start: nextStart(review) }))
    .sort((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)))
    .map(({ review }) => review);
}

/** "Name: first; second" */
const inOneLine = (headline: Text): Line =>
  headline.flatMap((block) => {
    if (block.kind === "paragraph") return block.line;
    const rows = block.kind === "list" ? block.items : [];
    return rows.flatMap((row, index) => [...line`${index === 0 ? " " : "; "}`, ...row]);
  });

const TELL: Readonly<Record<Aspect, (review: Review, context: Context) => Reply>> = {
  cadence: (review, { knowledge, language }) =>
    answered(`${nameOf(knowledge, review.memorandum, language)}: ${review.cadence[language]}`, {
      citations: [review.source],
    }),
  next: nextReview,
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
function metText(occurrence: Occurrence, language: Language): string {
  const venue = occurrence.meeting?.venue?.[language];
  const where = venue === undefined ? "" : language === "vi" ? `, tại ${venue}` : `, at ${venue}`;
  return `${whenText(occurrence, language)}${where}`;
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
    const venue = confirmed.meeting?.venue?.[language];
    const where = venue === undefined ? "" : vi ? `, tại ${venue}` : `, at ${venue}`;
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
    ...held.map((one) => `${vi ? "Đã họp" : "Held"}: ${metText(one, language)}`),
    ...cancelled.map((one) => `${vi ? "Đã hủy" : "Cancelled"}: ${metText(one, language)}`),
  ];
  return answeredList(`${name}:${overdue}`, rows, { citations });
}
