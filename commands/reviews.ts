import { answeredList, notHeld, type Reply } from "../src/core/answer.ts";
import { type Verdict, withVerdict } from "../src/core/claim.ts";
import { type Ask, type Context, defineCommand } from "../src/core/command.ts";
import { isUnknown, type Review } from "../src/core/knowledge.ts";
import { listOf } from "../src/core/language.ts";
import { nameOf } from "../src/core/naming.ts";
import { type Period, periodsLabel, readPeriods } from "../src/core/period.ts";
import { type Aspect, inOneLine, placesIn, reviewsIn, TELL } from "../src/core/review-replies.ts";
import { memorandum, period } from "./options.ts";

const ASPECTS = {
  next: { vi: "kỳ tới", en: "next" },
  place: { vi: "nơi họp", en: "place" },
  past: { vi: "đã họp", en: "past" },
  overdue: { vi: "quá hạn", en: "overdue" },
  cadence: { vi: "định kỳ", en: "cadence" },
  invitees: { vi: "khách mời", en: "invitees" },
} as const satisfies Readonly<Record<Aspect, object>>;

const ALL = { vi: "các biên bản", en: "memoranda" } as const;

const QUESTIONS: Readonly<Record<Aspect, { vi: (name: string) => string; en: (name: string) => string }>> = {
  next: {
    vi: (name) => `Kỳ sơ kết tới của ${name} là khi nào?`,
    en: (name) => `When is the next review meeting of the ${name}?`,
  },
  place: {
    vi: (name) => `Họp sơ kết ${name} ở đâu?`,
    en: (name) => `Where is the review meeting of the ${name}?`,
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

const takesPeriod = (aspect: Aspect): boolean => ["next", "place", "past"].includes(aspect);

const FACTS: Partial<Readonly<Record<Aspect, string>>> = { overdue: "review.past", place: "review.next" };

const ask = (aspect: Aspect, ...phrasings: string[]): Ask => ({
  fact: FACTS[aspect] ?? `review.${aspect}`,
  phrasings,
  gives: aspect === "place" ? ["place"] : [],
  takes: takesPeriod(aspect) ? ["period"] : [],
  // Where nobody can tell which is meant, all are told of; of a period, whatever is known of it.
  values: ({ meant, periods, everyMonths }) => ({
    ...(aspect === "cadence" && everyMonths !== undefined ? { months: String(everyMonths) } : {}),
    ...(meant === undefined ? {} : { memorandum: meant.mentions[1] ?? "" }),
    ...(periods.length > 0 && takesPeriod(aspect) && aspect !== "place" ? {} : { aspect }),
  }),
  question: ({ values: { memorandum: id, period: asked }, language }, knowledge) => {
    const name = id === undefined ? ALL[language] : nameOf(knowledge, id, language);
    if (asked === undefined) return QUESTIONS[aspect][language](name);
    const when = periodsLabel(readPeriods(asked), language);
    return language === "vi"
      ? `Có kỳ sơ kết nào của ${name} trong ${when}?`
      : `Which reviews of the ${name} fall into ${when}?`;
  },
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
    period,
    months: {
      kind: "text",
      names: { vi: "mấy-tháng", en: "months" },
      description: { vi: "Có phải cứ ngần này tháng một lần", en: "Whether it is every so many months" },
    },
    guests: {
      kind: "entity",
      entities: ["place", "organisation", "person"],
      many: true,
      names: { vi: "khách", en: "guests" },
      description: { vi: "Những nơi hoặc người này có được mời không", en: "Whether these are invited" },
    },
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
      "khi nào họp sơ kết",
      "bao giờ họp sơ kết",
      "họp sơ kết ngày nào",
      "họp sơ kết mấy giờ",
      "sắp tới có họp gì",
      "sắp có cuộc họp nào",
      "các cuộc họp sắp tới",
      "lịch họp",
      "review meeting",
      "when do they meet",
      "what time is the review meeting",
      "upcoming meetings",
      "when is the next review meeting",
      "next review",
      "upcoming review meetings",
      "how long until the next review",
      "date of the next review",
      "review schedule",
    ),
    ask(
      "place",
      "họp sơ kết ở đâu",
      "cuộc họp tới ở đâu",
      "địa điểm họp sơ kết",
      "nơi họp sơ kết",
      "sơ kết ở hội trường nào",
      "where is the next review meeting",
      "venue of the review meeting",
      "where will they meet",
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
      "{place} dính dáng gì tới biên bản",
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
    {
      ...ask(
        "invitees",
        "đề xuất mời {place} dự sơ kết",
        "{place} được mời dự hội nghị hằng năm",
        "proposed to invite {place} to the review",
        "invite {place} to the annual conference",
        "{place} is invited",
      ),
      takes: ["guests"],
      suits: ({ confirms }) => confirms === true,
    },
    {
      ...ask(
        "invitees",
        "{place} được mời làm gì",
        "{place} được mời dự gì",
        "{place} được mời dự hội nghị nào",
        "{place} được mời tham gia việc gì",
        "mời {place} để làm gì",
        "what is {place} invited to",
        "which meeting is {place} invited to",
        "which event is {place} invited to",
      ),
      fact: "review.guest",
      suits: ({ named, fact }) => fact?.part !== undefined && named.place?.includes(fact.part) === true,
    },
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
    const periods = values.period.filter((one) => !some.every((review) => isSignedIn(review, one, context)));
    if (periods.length > 0) return inPeriods(some, periods, aspect, context);
    const only = some.length === 1 ? some[0] : undefined;
    if (only !== undefined) {
      const reply = withNext(TELL[aspect](only, context), aspect, only, context);
      const isConfirmed = aspect === "cadence" || aspect === "invitees";
      return withVerdict(reply, isConfirmed ? verdictOn(only, values, context) : undefined, language);
    }
    const replies = (aspect === "next" ? soonestFirst(some, context) : some).map((one) => TELL[aspect](one, context));
    return answeredList(
      language === "vi" ? "Sơ kết các biên bản:" : "Reviews of the memoranda:",
      replies.map(({ headline }) => inOneLine(headline)),
      { citations: replies.flatMap(({ citations = [] }) => citations) },
    );
  },
});

/** Where nobody knows where, when is the nearest thing that is known. */
function withNext(reply: Reply, aspect: Aspect, review: Review, { knowledge, language }: Context): Reply {
  if (aspect !== "place" || reply.status !== "unknown") return reply;
  const values = { memorandum: review.memorandum, aspect: "next" };
  const question = QUESTIONS.next[language](nameOf(knowledge, review.memorandum, language));
  return { ...reply, choices: [{ invocation: { command: "reviews", values, language }, question }] };
}

/** Whether it takes place as often as was said; a no where another is named than is invited. How far an invitation has come, its note tells. */
function verdictOn(
  { everyMonths, invitees, memorandum: id }: Review,
  { months, guests }: { readonly months?: string | undefined; readonly guests: readonly string[] },
  { knowledge }: Context,
): Verdict | undefined {
  if (months !== undefined && everyMonths !== undefined) return Number(months) === everyMonths ? "yes" : "no";
  const placeOf = (one: string): string => knowledge.organisations.get(one)?.place ?? one;
  const parties = (knowledge.memoranda.get(id)?.parties ?? []).map(({ place }) => place);
  const others = guests.map(placeOf).filter((place) => !parties.includes(place));
  if (others.length === 0 || invitees.length === 0) return undefined;
  return others.some((place) => invitees.some((invitee) => placeOf(invitee.id) === place)) ? undefined : "no";
}

/** "Biên bản 2023" is no question about reviews in 2023: nothing is reviewed in the year in which it is signed. */
function isSignedIn(review: Review, { from, to }: Period, { knowledge, now, ports: { calendar } }: Context): boolean {
  const date = knowledge.memoranda.get(review.memorandum)?.signed.date;
  if (date === undefined || isUnknown(date) || date.day < from || date.day > to) return false;
  return !calendar.occurrences(review, now).some((one) => from <= one.date && one.date <= to);
}

function inPeriods(reviews: readonly Review[], periods: readonly Period[], aspect: Aspect, context: Context): Reply {
  const { language } = context;
  const tell = aspect === "place" ? placesIn : reviewsIn;
  const found = reviews.flatMap((review) => tell(review, periods, context) ?? []);
  const [first] = found;
  if (found.length === 1 && first !== undefined) return first;
  const when = periodsLabel(periods, language);
  if (found.length > 1)
    return answeredList(
      language === "vi" ? `Sơ kết các biên bản, ${when}:` : `Reviews of the memoranda, ${when}:`,
      found.map(({ headline }) => inOneLine(headline)),
      { citations: found.flatMap(({ citations = [] }) => citations) },
    );
  const names = listOf(
    reviews.map(({ names }) => names[language]),
    language,
  );
  return notHeld(
    language === "vi"
      ? `${names}: kho tri thức không ghi và định kỳ không rơi vào kỳ họp nào trong ${when}.`
      : `${names}: no meeting is recorded for ${when}, and none falls into it by the cadence.`,
  );
}

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
