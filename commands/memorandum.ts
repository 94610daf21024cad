import { answered, type Reply } from "../src/core/answer.ts";
import { withLead, withVerdict } from "../src/core/claim.ts";
import { type Ask, type Context, defineCommand } from "../src/core/command.ts";
import { UserError } from "../src/core/errors.ts";
import { type Clause, isUnknown, type Known, type Memorandum } from "../src/core/knowledge.ts";
import { type Both, listOf } from "../src/core/language.ts";
import { nameOf } from "../src/core/naming.ts";
import { contains, dateLabel, periodLabel, writePeriod } from "../src/core/period.ts";
import { p } from "../src/core/text.ts";
import { memorandum as memorandumOption } from "./options.ts";

/** What can be asked of a memorandum, with the words that people read for it. */
const ASPECTS = {
  overview: { vi: "tổng quan", en: "overview" },
  "signed-date": { vi: "ngày ký", en: "date of signing" },
  "signed-place": { vi: "nơi ký", en: "place of signing" },
  validity: { vi: "hiệu lực", en: "validity" },
  "in-force": { vi: "còn hiệu lực không", en: "whether still in force" },
  purpose: { vi: "mục đích", en: "purpose" },
  amendment: { vi: "cách điều chỉnh", en: "how it is amended" },
  implementation: { vi: "tổ chức thực hiện", en: "how it is carried out" },
} as const satisfies Readonly<Record<string, Both>>;

type Aspect = keyof typeof ASPECTS;

const ask = (aspect: Aspect, ...phrasings: string[]): Ask => ({
  fact: `memorandum.${aspect === "in-force" ? "validity" : aspect}`,
  phrasings,
  general: aspect === "overview",
  values: ({ fact, confirms, periods: [when, other] }) => ({
    memorandum: fact?.subject ?? "",
    aspect,
    ...(aspect === "signed-date" && confirms === true && when !== undefined && other === undefined
      ? { period: writePeriod(when) }
      : {}),
  }),
  question: ({ values, language }, knowledge) => {
    const name = nameOf(knowledge, values.memorandum ?? "", language);
    return language === "vi" ? QUESTIONS[aspect].vi(name) : QUESTIONS[aspect].en(`the ${name}`);
  },
});

const QUESTIONS: Readonly<Record<Aspect, { vi: (name: string) => string; en: (name: string) => string }>> = {
  overview: { vi: (name) => `${name} là gì?`, en: (name) => `What is ${name}?` },
  "signed-date": { vi: (name) => `${name} được ký ngày nào?`, en: (name) => `When was ${name} signed?` },
  "signed-place": { vi: (name) => `${name} được ký ở đâu?`, en: (name) => `Where was ${name} signed?` },
  validity: { vi: (name) => `${name} có hiệu lực giai đoạn nào?`, en: (name) => `For which period is ${name} valid?` },
  "in-force": { vi: (name) => `${name} còn hiệu lực không?`, en: (name) => `Is ${name} still in force?` },
  purpose: { vi: (name) => `Mục đích của ${name} là gì?`, en: (name) => `What is the purpose of ${name}?` },
  amendment: { vi: (name) => `${name} được điều chỉnh, bổ sung thế nào?`, en: (name) => `How is ${name} amended?` },
  implementation: { vi: (name) => `Ai tổ chức thực hiện ${name}?`, en: (name) => `Who carries out ${name}?` },
};

export const memorandum = defineCommand({
  name: "memorandum",
  names: { vi: "biên-bản", en: "memorandum" },
  description: {
    vi: "Một biên bản: ngày ký, nơi ký, hiệu lực, mục đích …",
    en: "One memorandum: date, place, validity, purpose …",
  },
  options: {
    memorandum: { ...memorandumOption, required: true },
    aspect: {
      kind: "choice",
      names: { vi: "khía-cạnh", en: "aspect" },
      description: { vi: "Muốn biết điều gì", en: "What you want to know" },
      choices: ASPECTS,
    },
    period: {
      kind: "period",
      names: { vi: "có-phải-ngày", en: "on" },
      description: { vi: "Có phải ký vào ngày này không", en: "Whether it was signed at this time" },
    },
  },
  asks: [
    ask(
      "overview",
      "",
      "biên bản ghi nhớ",
      "bản ghi nhớ",
      "biên bản ghi nhớ hợp tác",
      "bbgn",
      "thỏa thuận hợp tác",
      "giới thiệu biên bản",
      "biên bản này là gì",
      "tổng quan biên bản ghi nhớ",
      "tên đầy đủ của biên bản",
      "tên gọi của biên bản",
      "biên bản tên gì",
      "memorandum",
      "mou",
      "memorandum of understanding",
      "agreement",
      "about the memorandum",
      "overview of the memorandum",
      "what is the memorandum",
      "full title",
    ),
    ask(
      "signed-date",
      "biên bản ghi nhớ ký ngày nào",
      "ký khi nào",
      "ký bao giờ",
      "ký lúc nào",
      "ngày ký",
      "ký năm nào",
      "thời gian ký",
      "thời điểm ký kết",
      "ký hôm nào",
      "ký vào buổi nào",
      "ký buổi sáng hay buổi chiều",
      "ký sáng hay chiều",
      "ký ngày bao nhiêu",
      "ngày ký kết biên bản",
      "lễ ký diễn ra khi nào",
      "when was the memorandum signed",
      "date of signing",
      "signing date",
      "what date signed",
      "when did they sign",
      "what time of day signed",
      "morning or afternoon",
    ),
    {
      ...ask("signed-date", "ký ngày", "ký năm", "ký vào ngày", "signed on", "signed in"),
      takes: ["period"],
      suits: ({ confirms, periods }) => confirms === true && periods.length === 1,
    },
    ask(
      "signed-place",
      "biên bản ghi nhớ ký ở đâu",
      "ký tại đâu",
      "nơi ký",
      "địa điểm ký kết",
      "ký chỗ nào",
      "lễ ký diễn ra ở đâu",
      "ký ở hội trường nào",
      "ký ở thành phố nào",
      "where was the memorandum signed",
      "place of signing",
      "signing venue",
      "where did they sign",
      "which hall",
      "which venue",
    ),
    {
      ...ask("signed-place", "ký ở", "ký tại", "ký ở hội trường", "signed at", "signed in"),
      suits: ({ confirms, named }) => confirms === true && named.place !== undefined,
    },
    ask(
      "validity",
      "có hiệu lực giai đoạn nào",
      "hiệu lực đến khi nào",
      "hiệu lực bao lâu",
      "thời hạn biên bản",
      "giai đoạn hợp tác",
      "áp dụng cho giai đoạn nào",
      "giai đoạn mấy đến mấy",
      "giai đoạn từ năm nào đến năm nào",
      "hiệu lực tới năm nào",
      "làm cho giai đoạn nào",
      "kéo dài đến năm nào",
      "hết hạn khi nào",
      "có áp dụng sau năm không",
      "áp dụng đến năm nào",
      "sau năm còn hợp tác không",
      "giai đoạn nào",
      "có hiệu lực từ năm nào đến năm nào",
      "hợp tác trong bao lâu",
      "thời gian thực hiện",
      "sau đó có tiếp tục không",
      "những năm tiếp theo",
      "chỉ đến năm",
      "chỉ trong giai đoạn",
      "limited to {period} only",
      "only until",
      "which period is it valid",
      "validity",
      "how long is the memorandum valid",
      "period covered",
      "time frame",
      "when does it expire",
      "duration of the memorandum",
      "what years does it cover",
    ),
    ask(
      "in-force",
      "còn hiệu lực không",
      "còn hiệu lực hay hết",
      "tới giờ còn hiệu lực không",
      "hết hiệu lực chưa",
      "hết hạn chưa",
      "còn trong giai đoạn thực hiện không",
      "còn giá trị không",
      "is it still in force",
      "still valid",
      "still in effect",
      "has it expired",
      "does it stop or go on after that",
      "does it continue after",
    ),
    ask(
      "purpose",
      "mục đích của biên bản ghi nhớ",
      "mục tiêu của biên bản",
      "mục tiêu hợp tác",
      "ký để làm gì",
      "nhằm mục đích gì",
      "ký nhằm gì",
      "hợp tác để làm gì",
      "hợp tác nhằm mục tiêu gì",
      "vì sao ký biên bản",
      "tại sao hai bên ký",
      "ý nghĩa của biên bản",
      "purpose of the memorandum",
      "aim of the memorandum",
      "goal",
      "objective",
      "what is it for",
      "why did they sign the memorandum",
    ),
    ask(
      "amendment",
      "điều chỉnh biên bản thế nào",
      "điều chỉnh bổ sung",
      "sửa đổi biên bản",
      "sửa đổi bổ sung thì sao",
      "muốn thay đổi nội dung biên bản",
      "nếu cần điều chỉnh thì ai chỉ đạo",
      "ai quyết định điều chỉnh",
      "ai xem xét điều chỉnh",
      "trình ai xem xét quyết định",
      "cơ quan nào chỉ đạo điều chỉnh",
      "phát sinh thay đổi",
      "quy trình điều chỉnh",
      "đơn vị nào bàn bạc khi điều chỉnh",
      "hình thức hợp tác cụ thể khi có điều chỉnh",
      "bổ sung nội dung thì trình ai",
      "thay đổi nội dung thì làm sao",
      "sửa biên bản thì ai quyết",
      "how is the memorandum amended",
      "amendments",
      "who decides on changes",
      "amendment procedure",
      "how can it be changed",
      "adjust the memorandum",
      "adjustments",
      "supplement",
      "modify",
      "revise",
    ),
    ask(
      "implementation",
      "ai tổ chức thực hiện biên bản",
      "cơ quan nào thực hiện",
      "đơn vị nào triển khai biên bản",
      "ai chịu trách nhiệm thực hiện",
      "đầu mối thực hiện",
      "triển khai thực hiện thế nào",
      "ai phụ trách",
      "who implements the memorandum",
      "implementing bodies",
      "who carries it out",
      "who is responsible for implementation",
    ),
  ],
  run: (values, context) => {
    const item = context.knowledge.memoranda.get(values.memorandum);
    if (item === undefined)
      throw new UserError(
        context.language === "vi" ? "Hãy chọn một biên bản: /memoranda." : "Choose a memorandum: /memoranda.",
      );
    const aspect = values.aspect ?? "overview";
    const told = isAspect(aspect) ? TELL[aspect](item, context) : TELL.overview(item, context);
    const { date } = item.signed;
    if (aspect !== "signed-date" || values.period === undefined || isUnknown(date)) return told;
    const isThen = contains(values.period, { from: date.day, to: date.day });
    return withVerdict(told, isThen ? "yes" : "no", context.language);
  },
});

const isAspect = (text: string): text is Aspect => text in ASPECTS;

const TELL: Readonly<Record<Aspect, (item: Memorandum, context: Context) => Reply>> = {
  overview: (item, context) => {
    const { knowledge, language } = context;
    const vi = language === "vi";
    const parties = listOf(
      item.parties.map((party) => nameOf(knowledge, party.organisation ?? party.place, language)),
      language,
    );
    const { date } = item.signed;
    const when = isUnknown(date)
      ? ""
      : vi
        ? `, ký ngày ${dateLabel(date.day, "vi")}`
        : `, signed on ${dateLabel(date.day, "en")}`;
    const validity = isUnknown(item.validity) ? "" : `, ${vi ? "" : "for "}${validityText(item.validity, context)}`;
    const title = item.names[language];
    return answered(
      vi ? `${title}: giữa ${parties}${when}${validity}.` : `${title}: between ${parties}${when}${validity}.`,
      {
        citations: [item.signed.source],
        body: isUnknown(item.purpose) ? [] : [p(item.purpose.text[language])],
      },
    );
  },
  "signed-date": (item, { language }) => {
    const vi = language === "vi";
    const { date, timeOfDay, source } = item.signed;
    const title = item.names[language];
    if (isUnknown(date)) return answered(`${title}: ${date.unknown[language]}`, { citations: [source] });
    const when = dateLabel(date.day, language);
    const time = timeOfDay === undefined ? "" : vi ? `${timeOfDay.vi} ` : `, ${timeOfDay.en}`;
    const headline = vi ? `${title} được ký ${time}ngày ${when}.` : `The ${title} was signed on ${when}${time}.`;
    return answered(headline, {
      citations: [source],
      body: date.inferred === undefined ? [] : [p(date.inferred[language])],
    });
  },
  "signed-place": (item, { language }) => {
    const { venue, source } = item.signed;
    const title = item.names[language];
    if (isUnknown(venue)) return answered(`${title}: ${venue.unknown[language]}`, { citations: [source] });
    return answered(
      language === "vi" ? `${title} được ký tại ${venue.vi}.` : `The ${title} was signed at ${venue.en}.`,
      { citations: [source] },
    );
  },
  validity: (item, context) => {
    const { language } = context;
    const { validity } = item;
    const citations = [validity.source];
    if (isUnknown(validity)) return answered(`${item.names[language]}: ${validity.unknown[language]}`, { citations });
    const since = SINCE[stateOf(validity, context)][language];
    const notes = validity.note === undefined ? [] : [p(validity.note[language])];
    const stated = statedText(item, validity, context);
    return answered(since === "" ? stated : `${stated} ${since}`, { citations, body: notes });
  },
  "in-force": (item, context) => {
    const { validity } = item;
    if (isUnknown(validity)) return TELL.validity(item, context);
    return withLead(TELL.validity(item, context), IN_FORCE[stateOf(validity, context)][context.language]);
  },
  purpose: (item, context) => clauseReply(item, item.purpose, { vi: "Mục đích", en: "Purpose" }, context),
  amendment: (item, context) =>
    clauseReply(item, item.amendment, { vi: "Điều chỉnh, bổ sung", en: "Amendment" }, context),
  implementation: (item, context) =>
    clauseReply(item, item.implementation, { vi: "Tổ chức thực hiện", en: "Implementation" }, context),
};

function validityText(validity: Validity, { language }: Context): string {
  const period = periodLabel(validity.period, language);
  if (!validity.openEnded) return period;
  return language === "vi" ? `${period} và những năm tiếp theo` : `${period} and the years that follow`;
}

type Validity = Exclude<Memorandum["validity"], { unknown: Both }>;

function statedText(item: Memorandum, validity: Validity, context: Context): string {
  const title = item.names[context.language];
  const text = validityText(validity, context);
  return context.language === "vi" ? `${title}: ${text}.` : `The ${title} is for ${text}.`;
}

type State = "to come" | "current" | "over" | "open";

/** How the stated period stands to the day of asking. */
function stateOf({ period, openEnded }: Validity, { now }: Context): State {
  const today = new Date(now).toISOString().slice(0, 10);
  if (today < period.from) return "to come";
  if (today <= period.to) return "current";
  return openEnded ? "open" : "over";
}

const SINCE: Readonly<Record<State, Both>> = {
  "to come": { vi: "", en: "" },
  current: { vi: "", en: "" },
  over: { vi: "Giai đoạn nêu trong văn bản đã kết thúc.", en: "That period is over." },
  open: {
    vi: "Giai đoạn nêu trong văn bản đã qua; vì văn bản để mở cho những năm tiếp theo, kho tri thức không ghi nhận việc chấm dứt.",
    en: "That period is over; the document leaves the following years open, and no termination is recorded.",
  },
};

const IN_FORCE: Readonly<Record<State, Both>> = {
  "to come": { vi: "Chưa đến giai đoạn có hiệu lực.", en: "Not yet in force." },
  current: { vi: "Còn hiệu lực theo giai đoạn đã nêu.", en: "Still in force by its stated period." },
  over: { vi: "Không còn hiệu lực theo giai đoạn đã nêu.", en: "No longer in force by its stated period." },
  open: { vi: "Không kết luận chắc chắn được.", en: "That can't be told for certain." },
};

function clauseReply(item: Memorandum, clause: Known<Clause>, title: Both, { language }: Context): Reply {
  const heading = `${title[language]} (${item.names[language]})`;
  if (isUnknown(clause))
    return answered(`${heading}: ${clause.unknown[language]}`, { citations: [item.signed.source] });
  return answered(`${heading}: ${clause.text[language]}`, { citations: [clause.source] });
}
