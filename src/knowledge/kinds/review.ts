import { z } from "zod";
import type { Fact, Review } from "../../core/knowledge.ts";
import { bothOf, defineKind, namesOf, ref } from "../kind.ts";
import { both, citation, date, id, named } from "../shapes.ts";

const meeting = z.strictObject({
  id,
  state: z.enum(["confirmed", "held", "cancelled"]),
  date,
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time")
    .optional()
    .meta({ description: 'Giờ, dạng "08:30" · time' }),
  venue: both.optional(),
  agenda: both.optional(),
  source: citation,
});

const timeZones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);

const schema = z
  .strictObject({
    ...named,
    memorandum: id,
    everyMonths: z
      .int()
      .min(1)
      .max(120)
      .meta({ description: "Mấy tháng một lần, tính từ ngày ký · every how many months" }),
    cadence: both.meta({ description: "Định kỳ, bằng lời · the cadence in words" }),
    timeZone: z
      .string()
      .refine((zone) => timeZones.has(zone) || zone === "Asia/Ho_Chi_Minh", { params: { code: "zone" } })
      .default("Asia/Ho_Chi_Minh"),
    invitees: z.array(z.strictObject({ id, note: both, source: citation })).default([]),
    meetings: z
      .array(meeting)
      .default([])
      .meta({ description: "Các cuộc họp đã chốt hoặc đã họp · meetings confirmed or held" }),
    source: citation,
  })
  .meta({ description: "Sơ kết định kỳ của một biên bản · the review meetings of a memorandum" });

export const review = defineKind<Review>({
  name: "review",
  folder: "reviews",
  label: { vi: "lịch sơ kết", en: "review" },
  schema,
  references: (item) => [
    ...ref(["memorandum"], item.memorandum, "memorandum"),
    ...ref(["source", "id"], item.source.id, "source"),
    ...item.invitees.flatMap((v, i) => [
      ...ref(["invitees", i, "id"], v.id, "organisation", "place", "person"),
      ...ref(["invitees", i, "source", "id"], v.source.id, "source"),
    ]),
    ...item.meetings.flatMap((m, i) => ref(["meetings", i, "source", "id"], m.source.id, "source")),
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
      fact("next", ["date"]),
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
    ];
  },
});
