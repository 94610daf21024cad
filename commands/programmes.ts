import {
  inForce,
  listAll,
  organisersOf,
  overviewOf,
  participantsOf,
  partOf,
  placeOf,
  relatedCount,
  whenOf,
} from "../src/core/activity-replies.ts";
import { type Ask, defineCommand } from "../src/core/command.ts";
import { listOf } from "../src/core/language.ts";
import { nameOf } from "../src/core/naming.ts";
import { writePeriod } from "../src/core/period.ts";
import { places } from "./options.ts";

const values_ =
  (aspect: string): Ask["values"] =>
  ({ fact, claim, confirms, periods: [when, other] }) => ({
    item: fact?.subject ?? "",
    aspect,
    ...(fact?.part === undefined ? {} : { part: fact.part }),
    ...(aspect === "count" && claim !== undefined ? { claim } : {}),
    ...(aspect === "when" && confirms === true && when !== undefined && other === undefined
      ? { period: writePeriod(when) }
      : {}),
  });

/** A number that is to be confirmed needs no word that asks for one. */
const claims: Ask["suits"] = ({ claim }) => claim !== undefined;

const QUESTIONS: Readonly<Record<string, { vi: (name: string) => string; en: (name: string) => string }>> = {
  overview: { vi: (name) => `${name} là gì?`, en: (name) => `What is ${name}?` },
  when: { vi: (name) => `${name} diễn ra khi nào?`, en: (name) => `When was ${name}?` },
  "in-force": { vi: (name) => `${name} còn hiệu lực không?`, en: (name) => `Is ${name} still in force?` },
  where: { vi: (name) => `${name} diễn ra ở đâu?`, en: (name) => `Where was ${name}?` },
  organisers: { vi: (name) => `Ai tổ chức ${name}?`, en: (name) => `Who organised ${name}?` },
  participants: { vi: (name) => `Những nơi nào tham gia ${name}?`, en: (name) => `Who took part in ${name}?` },
};

const isNamed: NonNullable<Ask["suits"]> = ({ fact, named }) =>
  [...(named.programme ?? []), ...(named.event ?? [])].includes(fact?.subject ?? "");

const ask = (fact: string, aspect: string, ...phrasings: string[]): Ask => ({
  fact,
  phrasings,
  ...(aspect === "participants" ? { takes: ["members"] } : {}),
  /** Of which one they are counted is never guessed. */
  ...(fact === "activity.places" ? { suits: isNamed } : {}),
  general: aspect === "overview",
  values: values_(aspect),
  question: ({ values, language }, knowledge) => {
    const item = knowledge.events.get(values.item ?? "") ?? knowledge.programmes.get(values.item ?? "");
    const name = item?.names[language] ?? "";
    const part = item?.counts.find((c) => c.id === values.part) ?? item?.details.find((d) => d.id === values.part);
    if (part !== undefined) return `${name}: ${part.what[language]}?`;
    return QUESTIONS[aspect]?.[language](name) ?? name;
  },
});

export const programmes = defineCommand({
  name: "programmes",
  names: { vi: "chương-trình", en: "programmes" },
  description: {
    vi: "Chương trình, hội nghị, sự kiện: ai tham gia, bao nhiêu, khi nào",
    en: "Programmes, conferences, events: who, how many, when",
  },
  options: {
    item: {
      kind: "entity",
      entities: ["programme", "event"],
      names: { vi: "tên", en: "item" },
      description: { vi: "Chương trình hoặc sự kiện", en: "Programme or event" },
    },
    aspect: {
      kind: "choice",
      names: { vi: "khía-cạnh", en: "aspect" },
      description: { vi: "Muốn biết điều gì", en: "What you want to know" },
      choices: {
        overview: { vi: "tổng quan", en: "overview" },
        when: { vi: "thời gian", en: "when" },
        "in-force": { vi: "còn hiệu lực không", en: "whether still in force" },
        where: { vi: "địa điểm", en: "where" },
        organisers: { vi: "ai tổ chức", en: "organisers" },
        participants: { vi: "ai tham gia", en: "participants" },
        count: { vi: "con số", en: "count" },
        detail: { vi: "chi tiết", en: "detail" },
      },
    },
    part: {
      kind: "text",
      names: { vi: "mục", en: "part" },
      description: { vi: "Con số hoặc chi tiết nào", en: "Which count or detail" },
    },
    claim: {
      kind: "text",
      names: { vi: "có-phải", en: "claim" },
      description: { vi: "Con số cần kiểm, ví dụ 49", en: "A number to be checked, for example 49" },
    },
    times: {
      kind: "text",
      names: { vi: "gấp-mục", en: "times" },
      description: { vi: "Gấp mấy lần con số nào: tên/mục", en: "As a multiple of which count: item/part" },
    },
    each: {
      kind: "text",
      names: { vi: "cho-mỗi-mục", en: "each" },
      description: { vi: "Bình quân cho mỗi đơn vị của con số nào: tên/mục", en: "For each of which count: item/part" },
    },
    period: {
      kind: "period",
      names: { vi: "có-phải-lúc", en: "on" },
      description: { vi: "Có phải diễn ra vào lúc này không", en: "Whether it took place at this time" },
    },
    places,
    members: {
      kind: "entity",
      entities: ["place"],
      many: true,
      names: { vi: "thành-viên", en: "members" },
      description: { vi: "Những nơi này có tham gia không", en: "Whether these places take part" },
    },
  },
  asks: [
    ask(
      "activity.overview",
      "overview",
      "",
      "{item} là gì",
      "nói về {item}",
      "giới thiệu {item}",
      "hội nghị",
      "chương trình",
      "sự kiện",
      "về việc gì",
      "what is {item}",
      "about {item}",
      "tell me about {item}",
      "conference",
      "programme",
      "program",
      "event",
    ),
    ask(
      "activity.period",
      "when",
      "{item} diễn ra khi nào",
      "tổ chức năm nào",
      "tổ chức khi nào",
      "thời gian tổ chức",
      "giai đoạn nào",
      "giai đoạn",
      "diễn ra năm bao nhiêu",
      "thực hiện trong giai đoạn nào",
      "kéo dài từ năm nào đến năm nào",
      "when was {item}",
      "gặp nhau khi nào",
      "gặp nhau ngày nào",
      "làm việc với nhau ngày nào",
      "họp khi nào",
      "họp với nhau ngày nào",
      "the date on which they met",
      "date of the meeting",
      "when did they meet",
      "when did it take place",
      "which year was {item}",
      "period of {item}",
      "which years",
    ),
    {
      ...ask(
        "activity.period",
        "in-force",
        "{item} còn hiệu lực không",
        "tới giờ còn hiệu lực không",
        "hết hiệu lực chưa",
        "hết hạn chưa",
        "còn thực hiện không",
        "còn triển khai không",
        "đã kết thúc chưa",
        "is {item} still in force",
        "still running",
        "has it ended",
        "has it expired",
      ),
      suits: ({ named }) => named.programme !== undefined || named.event !== undefined,
    },
    {
      ...ask("activity.period", "when", "diễn ra năm", "diễn ra ngày", "took place in", "did it take place on"),
      takes: ["period"],
      suits: ({ confirms, periods, named }) =>
        confirms === true && periods.length === 1 && (named.programme !== undefined || named.event !== undefined),
    },
    ask(
      "activity.place",
      "where",
      "{item} tổ chức ở đâu",
      "diễn ra ở đâu",
      "tại đâu",
      "địa điểm tổ chức",
      "họp ở đâu",
      "gặp nhau ở đâu",
      "ở hội trường nào",
      "where was {item} held",
      "venue of {item}",
      "where did they meet",
      "which hall",
      "location",
    ),
    ask(
      "activity.organisers",
      "organisers",
      "ai tổ chức {item}",
      "đơn vị nào tổ chức",
      "cơ quan nào tổ chức",
      "phối hợp với ai",
      "phối hợp với bộ nào",
      "phối hợp tổ chức",
      "which ministry worked with {place} on {item}",
      "held jointly with whom",
      "do ai tổ chức",
      "đơn vị phối hợp",
      "bộ nào phối hợp",
      "cùng tổ chức",
      "làm cùng bộ nào",
      "cùng với bộ nào",
      "bộ nào cùng làm",
      "bộ nào cùng {place} đánh giá",
      "who organised {item}",
      "organiser",
      "organizer",
      "organised by",
      "organized with",
      "which ministry co-organised",
      "co-organised with",
      "partnered with",
      "hosted by",
      "host",
      "together with which ministry",
    ),
    ask(
      "activity.participants",
      "participants",
      "những tỉnh nào tham gia {item}",
      "ai tham gia",
      "ai được mời",
      "mời những ai",
      "mời lãnh đạo những nơi nào",
      "mời những thành phố nào",
      "mời thành phố lớn nào",
      "mời những tỉnh nào",
      "ký với những tỉnh nào",
      "ký kết với ai",
      "gồm những tỉnh thành nào",
      "các bên tham gia",
      "thành phần tham dự",
      "ai dự",
      "đối tác",
      "danh sách tỉnh tham gia",
      "có tham gia không",
      "có tham gia {item} không",
      "có nằm trong không",
      "có được mời không",
      "hỗ trợ những nơi nào",
      "cho tỉnh nào",
      "who took part in {item}",
      "which provinces joined",
      "participants",
      "khách mời",
      "danh sách khách mời",
      "được mời dự",
      "mời lãnh đạo nơi nào",
      "những thành phố được mời",
      "những vùng nào được mời",
      "đối tác",
      "ký với những tỉnh nào",
      "hợp tác với những tỉnh nào",
      "who was invited",
      "which cities were invited",
      "which big cities were invited",
      "guests",
      "guest list",
      "partners",
      "members",
      "attended",
      "signed with which provinces",
      "did {place} join",
      "{place} có trong {item} không",
      "{place} có tham gia {item} không",
      "is {place} part of {item}",
      "was {place} invited",
    ),
    ask(
      "activity.places",
      "participants",
      "mấy tỉnh tham gia",
      "mấy thành phố tham gia",
      "mấy vùng được mời",
      "bao nhiêu tỉnh thành tham gia",
      "bao nhiêu tỉnh được mời",
      "bao nhiêu tỉnh ký",
      "nêu tên mấy tỉnh",
      "how many provinces joined",
      "how many cities took part",
      "how many regions were invited",
    ),
    ask(
      "activity.count",
      "count",
      "bao nhiêu",
      "có bao nhiêu",
      "số lượng",
      "mấy",
      "số",
      "tổng số",
      "con số",
      "quy mô",
      "how many",
      "number of",
      "total",
    ),
    ask(
      "activity.amount",
      "count",
      "bao nhiêu tiền",
      "trị giá bao nhiêu",
      "giá trị bao nhiêu",
      "số tiền",
      "trị giá",
      "bao nhiêu tỷ đồng",
      "bao nhiêu hàng hóa",
      "mấy tỷ",
      "tổng giá trị",
      "how much",
      "how many billion",
      "value",
      "worth",
      "amount",
      "total value",
    ),
    { ...ask("activity.count", "count", "", "có phải", "đúng không", "were there"), suits: claims },
    { ...ask("activity.amount", "count", "", "có phải", "đúng không", "was it"), suits: claims },
    ask("activity.detail", "detail", ""),
    {
      phrasings: [
        "các chương trình hợp tác",
        "danh sách chương trình",
        "có những hội nghị nào",
        "các sự kiện",
        "có những chương trình nào",
        "các chương trình của {place}",
        "list of programmes",
        "which conferences were held",
        "events",
        "which programmes do you have",
      ],
      takes: ["places"],
      gives: ["list"],
      question: ({ values, language }, knowledge) => {
        const where = listOf(
          (values.places?.split(",") ?? []).map((id) => nameOf(knowledge, id, language)),
          language,
        );
        return language === "vi"
          ? `Các chương trình, sự kiện${where === "" ? "" : ` của ${where}`}?`
          : `Which programmes and events${where === "" ? "" : ` of ${where}`}?`;
      },
    },
  ],
  run: (values, context) => {
    const { knowledge } = context;
    const item =
      values.item === undefined
        ? undefined
        : (knowledge.events.get(values.item) ?? knowledge.programmes.get(values.item));
    if (item === undefined) return listAll(values.places, context);
    switch (values.aspect) {
      case "when":
        return whenOf(item, values.period, context);
      case "in-force":
        return inForce(item, context);
      case "where":
        return placeOf(item, context);
      case "organisers":
        return organisersOf(item, context);
      case "participants":
        return participantsOf(item, values.members, context);
      case "count":
        return relatedCount(item, values, context) ?? partOf(item, values.part, values.claim, context);
      case "detail":
        return partOf(item, values.part, values.claim, context);
      default:
        return overviewOf(item, context);
    }
  },
});
