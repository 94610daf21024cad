import { z } from "zod";
import { CHATS, type Destination, isChannelId } from "../../core/destination.ts";
import type { Fact, Review } from "../../core/knowledge.ts";
import { bothOf, defineKind, namesOf, ref, refs } from "../kind.ts";
import { both, citation, date, id, named, upkeep } from "../shapes.ts";

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time")
  .meta({ description: 'Giờ, dạng "08:30" · time', examples: ["08:30"] });

const leads = z
  .array(z.int().min(0).max(366))
  .min(1)
  .max(10)
  .meta({ description: "Thông báo trước mấy ngày · how many days before", examples: [[30, 7, 1]] });

const meeting = z.strictObject({
  id,
  state: z.enum(["confirmed", "held", "cancelled"]).meta({
    description:
      "confirmed: đã chốt; held: đã họp; cancelled: đã hủy · whether it is fixed, was held or was called off",
  }),
  date,
  time: time.optional(),
  minutes: z
    .int()
    .min(5)
    .max(14 * 24 * 60)
    .optional()
    .meta({ description: "Kéo dài bao nhiêu phút · how many minutes it takes" }),
  venue: both.optional().meta({ description: "Họp ở đâu · where" }),
  host: id.optional().meta({ description: "Mã nơi hoặc cơ quan chủ trì · id of who hosts it" }),
  agenda: both.optional().meta({ description: "Nội dung họp · agenda" }),
  link: z
    .string()
    .refine((text) => /^https:\/\/\S+$/.test(text) && URL.canParse(text), { params: { code: "link" } })
    .optional()
    .meta({ description: "Địa chỉ họp trực tuyến hoặc tài liệu · for joining from afar, or papers" }),
  movedFrom: z.strictObject({ date, time: time.optional() }).optional().meta({
    description: "Lịch cũ, nếu đã dời · where it was before it was moved",
  }),
  reason: both.optional().meta({ description: "Vì sao dời hoặc hủy · why it was moved or cancelled" }),
  source: citation,
});

/** A channel as it is written: the chat's name is the key, so that ids of one are not taken for the other's. */
const destination = z
  .strictObject({
    slack: z
      .string()
      .refine((text) => isChannelId("slack", text), { params: { code: "slackChannel" } })
      .optional()
      .meta({ description: "Mã kênh Slack, C… · id of a Slack channel", examples: ["C0123ABCDEF"] }),
    discord: z
      .string()
      .refine((text) => isChannelId("discord", text), { params: { code: "discordChannel" } })
      .optional()
      .meta({
        description: "Mã kênh Discord, trong dấu nháy · id of a Discord channel, quoted",
        examples: ["1100000000000000003"],
      }),
    language: z
      .enum(["vi", "en"])
      .default("vi")
      .meta({ description: "Thông báo bằng tiếng nào · the language of announcements" }),
    leads: leads.optional(),
    event: z.boolean().optional().meta({
      description: "Discord: tạo cả sự kiện của máy chủ · also keeps a scheduled event",
    }),
  })
  .refine((one) => CHATS.filter((chat) => one[chat] !== undefined).length === 1, { params: { code: "oneChannel" } })
  .refine((one) => one.event !== true || one.slack === undefined, { params: { code: "slackEvent" }, path: ["event"] })
  .transform(
    ({ slack, discord, ...how }): Destination =>
      slack === undefined ? { chat: "discord", id: discord ?? "", ...how } : { chat: "slack", id: slack, ...how },
  );

const announce = z
  .strictObject({
    leads: leads.default([30, 7, 1]),
    at: time.default("08:30").meta({ description: "Vào giờ nào, theo múi giờ của cuộc họp · at what time of day" }),
    to: z.array(destination).default([]).meta({ description: "Đăng vào kênh nào · the channels it goes to" }),
  })
  .default({ leads: [30, 7, 1], at: "08:30", to: [] })
  .meta({ description: "Thông báo trước cuộc họp · what is announced, and where" });

/** Intl lists no other names of a zone (Asia/Kolkata) but knows them; it also takes offsets, which are no zones. */
function isTimeZone(text: string): boolean {
  try {
    return /^[A-Za-z]/.test(text) && new Intl.DateTimeFormat("en", { timeZone: text }) !== undefined;
  } catch {
    return false;
  }
}

const schema = z
  .strictObject({
    ...named,
    memorandum: id.meta({ description: "Sơ kết biên bản nào: mã trong memoranda/ · id of the memorandum" }),
    everyMonths: z
      .int()
      .min(1)
      .max(120)
      .optional()
      .meta({ description: "Mấy tháng một lần, tính từ ngày ký · every how many months" }),
    rule: z
      .string()
      .transform((text) => text.replace(/^RRULE:/i, "").toUpperCase())
      .refine(isRule, { params: { code: "rule" } })
      .optional()
      .meta({
        description: "Hoặc quy tắc RFC 5545 · or an RFC 5545 rule",
        examples: ["FREQ=YEARLY;BYMONTH=3;BYDAY=-1FR"],
      }),
    cadence: both.meta({ description: "Định kỳ, bằng lời · the cadence in words" }),
    timeZone: z
      .string()
      .refine(isTimeZone, { params: { code: "zone" } })
      .optional()
      .meta({ description: "Múi giờ IANA · time zone", examples: ["Asia/Ho_Chi_Minh"] }),
    avoid: z
      .strictObject({
        weekends: z
          .boolean()
          .default(false)
          .meta({ description: "true: tránh thứ Bảy, Chủ nhật · true: no Saturday, no Sunday" }),
        holidays: z
          .array(id)
          .default([])
          .meta({ description: "Bộ ngày nghỉ: mã trong holidays/ · ids of lists of holidays" }),
      })
      .default({ weekends: false, holidays: [] })
      .meta({ description: "Ngày dự kiến tránh những ngày nghỉ nào · days off that an expected date avoids" }),
    announce,
    invitees: z
      .array(
        z.strictObject({
          id: id.meta({ description: "Mã cơ quan, nơi hoặc người được mời · id of who is invited" }),
          note: both.meta({ description: "Được mời thế nào · how they are invited" }),
          source: citation,
        }),
      )
      .default([])
      .meta({ description: "Ai được mời thêm · who else is invited" }),
    meetings: z
      .array(meeting)
      .default([])
      .meta({ description: "Các cuộc họp đã chốt, đã họp hoặc đã hủy · meetings confirmed, held or cancelled" }),
    source: citation,
    ...upkeep,
  })
  .refine((item) => (item.everyMonths === undefined) !== (item.rule === undefined), {
    params: { code: "oneCadence" },
    path: ["everyMonths"],
  })
  .meta({ description: "Sơ kết định kỳ của một biên bản · the review meetings of a memorandum" });

const between = (from: number, to: number, signed = false): string =>
  `(?:${signed ? "[+-]?" : ""}(?:${Array.from({ length: to - from + 1 }, (_, i) => to - i).join("|")}))`;
const listed = (one: string): string => `${one}(?:,${one})*`;
const DAYS = "(?:MO|TU|WE|TH|FR|SA|SU)";

/** The parts of RFC 5545, section 3.3.10, that make days; hours and what counts in seconds have no place here. */
const PARTS: Readonly<Record<string, RegExp>> = {
  FREQ: /^(YEARLY|MONTHLY|WEEKLY|DAILY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,2}$/,
  UNTIL: /^\d{8}(T\d{6}Z?)?$/,
  BYMONTH: new RegExp(`^${listed(between(1, 12))}$`),
  BYMONTHDAY: new RegExp(`^${listed(between(1, 31, true))}$`),
  BYDAY: new RegExp(`^${listed(`(?:[+-]?(?:5[0-3]|[1-4]?\\d))?${DAYS}`)}$`),
  BYWEEKNO: new RegExp(`^${listed(between(1, 53, true))}$`),
  BYYEARDAY: /^[+-]?[1-9]\d{0,2}(,[+-]?[1-9]\d{0,2})*$/,
  BYSETPOS: /^[+-]?[1-9]\d{0,2}(,[+-]?[1-9]\d{0,2})*$/,
  WKST: new RegExp(`^${DAYS}$`),
};

function isRule(text: string): boolean {
  const parts = text.split(";").map((part) => part.split("=", 2));
  const names = parts.map(([name = ""]) => name);
  return (
    names.includes("FREQ") &&
    new Set(names).size === names.length &&
    parts.every(([name = "", value = ""]) => PARTS[name]?.test(value) === true)
  );
}

export const review = defineKind<Review>({
  name: "review",
  folder: "reviews",
  label: { vi: "lịch sơ kết", en: "review" },
  schema,
  references: (item) => [
    ...ref(["memorandum"], item.memorandum, "memorandum"),
    ...ref(["source", "id"], item.source.id, "source"),
    ...refs(["avoid", "holidays"], item.avoid.holidays, "holidays"),
    ...item.invitees.flatMap((v, i) => [
      ...ref(["invitees", i, "id"], v.id, "organisation", "place", "person"),
      ...ref(["invitees", i, "source", "id"], v.source.id, "source"),
    ]),
    ...item.meetings.flatMap((m, i) => [
      ...ref(["meetings", i, "source", "id"], m.source.id, "source"),
      ...ref(["meetings", i, "host"], m.host, "place", "organisation"),
    ]),
  ],
  names: (item) => namesOf("review", item),
  facts: (item, knowledge) => {
    const parties = (knowledge.memoranda.get(item.memorandum)?.parties ?? []).flatMap((p) => [
      p.place,
      ...(p.organisation === undefined ? [] : [p.organisation]),
    ]);
    const places = item.invitees.flatMap((v) => {
      const place = knowledge.organisations.get(v.id)?.place;
      return place === undefined ? [v.id] : [v.id, place];
    });
    const fact = (part: string, gives: Fact["gives"], says: readonly string[] = []): Fact => ({
      id: `${item.id}#${part}`,
      type: `review.${part}`,
      subject: item.id,
      mentions: [item.id, item.memorandum, ...parties],
      periods: [],
      gives,
      asked: [...bothOf(item.names), ...item.aliases],
      says,
    });
    return [
      fact("cadence", ["frequency", "number", "text"], bothOf(item.cadence)),
      fact("next", ["date", "list"]),
      fact("past", ["list", "date", "number"]),
      {
        ...fact(
          "invitees",
          ["place", "organisation", "person"],
          item.invitees.flatMap((v) => [
            ...bothOf(v.note),
            ...bothOf(knowledge.organisations.get(v.id)?.names ?? { vi: "", en: "" }),
          ]),
        ),
        mentions: [item.id, item.memorandum, ...parties, ...places],
      },
      /** What a place is invited to. */
      ...item.invitees.map(({ id }) => {
        const place = knowledge.organisations.get(id)?.place ?? id;
        return {
          ...fact("guest", ["text", "reason"]),
          part: place,
          mentions: [item.id, item.memorandum, ...parties, id, place],
          asked: [],
        };
      }),
    ];
  },
});
