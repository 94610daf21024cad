import { z } from "zod";
import { type Activity, type AnswerType, type Count, type Fact, isUnknown } from "../../core/knowledge.ts";
import type { Both } from "../../core/language.ts";
import { bothOf, defineKind, idsOf, type Kind, namesOf, ref, refs } from "../kind.ts";
import { aliases, both, citation, decimal, id, known, named, period, qualifier, unit, upkeep } from "../shapes.ts";

const count = z.strictObject({
  id,
  what: both.meta({ description: "Đếm cái gì, đủ nghĩa · what is counted, in full" }),
  aliases,
  value: decimal,
  unit,
  qualifier,
  note: both.optional().meta({ description: "Điều cần biết khi đọc con số · what a reader must know" }),
  source: citation,
});

const detail = z.strictObject({
  id,
  what: both.meta({ description: "Nói về điều gì · what it tells of" }),
  aliases,
  text: both.meta({ description: "Kể gì, viết bằng lời mình · what is told, in our own words" }),
  source: citation,
});

const schema = z.strictObject({
  ...named,
  summary: both.meta({ description: "Tóm tắt trong một câu · what it is, in a sentence" }),
  period: known(period).meta({ description: "Khi nào · when, or unknown and why" }),
  places: z.array(id).default([]).meta({ description: "Nơi diễn ra hoặc liên quan · places" }),
  organisers: z
    .array(id)
    .default([])
    .meta({ description: "Ai tổ chức: mã cơ quan hoặc nơi · ids of who organises it" }),
  participants: z
    .strictObject({
      ids: z.array(id).default([]).meta({ description: "Mã nơi, cơ quan hoặc người tham gia · ids of who takes part" }),
      complete: z
        .boolean()
        .default(true)
        .meta({ description: "false nếu nguồn kết bằng dấu … · false where the list ends with …" }),
      note: both.optional().meta({ description: "Điều cần biết về danh sách · what a reader must know of the list" }),
      source: citation.optional(),
    })
    .default({ ids: [], complete: true })
    .meta({ description: "Ai tham gia · who takes part" }),
  counts: z.array(count).default([]).meta({ description: "Các con số · counts and amounts" }),
  details: z.array(detail).default([]).meta({ description: "Điều khác được kể · other things told of it" }),
  source: citation,
  ...upkeep,
});

/**
 * "doanh nghiệp ký biên bản" counts agreements: it begins with those who sign them, which stand in what is counted, but not
 * at its head.
 */
function namesCounters(alias: string, { what, unit }: Count): boolean {
  const text = alias.toLowerCase();
  const first = text.split(" ").slice(0, 2).join(" ");
  const later = (whole: string, part: string): boolean => whole.toLowerCase().indexOf(part) > 0;
  return (
    bothOf(what).some((whole) => later(whole, first)) ||
    bothOf(unit).some((word) => later(text, word.toLowerCase().replace(/s$/, "")))
  );
}

/** Units of money, written in Vietnamese: "tỷ đồng", "triệu USD". */
const isMoney = (unit: string): boolean =>
  /^(?:(?:nghìn|ngàn|triệu|tỷ|tỉ) )*(?:đồng|VND|USD|EUR|đô la(?: Mỹ)?|euro|yên|won|nhân dân tệ)$/iu.test(unit);

/** Whether the period answers for days and months, or only for years. */
const precision = (period: Activity["period"]): AnswerType[] =>
  !isUnknown(period) && period.from.endsWith("-01-01") && period.to.endsWith("-12-31") ? ["year"] : ["date", "year"];

/** Programmes and events have the same shape and differ in folder and name. */
const activity = (name: "programme" | "event", folder: string, label: Both, description: string): Kind<Activity> =>
  defineKind<Activity>({
    name,
    folder,
    label,
    schema: schema.meta({ description }),
    references: (item) => [
      ...refs("places", item.places, "place"),
      ...refs("organisers", item.organisers, "organisation", "place"),
      ...refs(["participants", "ids"], item.participants.ids, "place", "organisation", "person"),
      ...ref(["participants", "source", "id"], item.participants.source?.id, "source"),
      ...ref(["source", "id"], item.source.id, "source"),
      ...item.counts.flatMap((c, i) => ref(["counts", i, "source", "id"], c.source.id, "source")),
      ...item.details.flatMap((d, i) => ref(["details", i, "source", "id"], d.source.id, "source")),
    ],
    names: (item) => namesOf(name, item),
    facts: (item, knowledge) => {
      const { participants } = item;
      const base = {
        subject: item.id,
        mentions: [item.id, ...item.places, ...item.organisers],
        periods: isUnknown(item.period) ? [] : [item.period],
      };
      const own = [...bothOf(item.names), ...item.aliases];
      const all: Fact[] = [
        {
          ...base,
          id: `${item.id}#overview`,
          type: "activity.overview",
          mentions: [...base.mentions, ...participants.ids.flatMap((one) => idsOf(one, knowledge))],
          gives: ["text"],
          asked: own,
          says: bothOf(item.summary),
        },
        {
          ...base,
          id: `${item.id}#period`,
          type: "activity.period",
          mentions: [...base.mentions, ...participants.ids.flatMap((one) => idsOf(one, knowledge))],
          gives: precision(item.period),
          asked: own,
          says: [],
        },
        {
          ...base,
          id: `${item.id}#organisers`,
          type: "activity.organisers",
          gives: ["organisation"],
          asked: own,
          says: [],
        },
      ];
      if (participants.ids.length > 0)
        all.push({
          ...base,
          id: `${item.id}#participants`,
          type: "activity.participants",
          mentions: [...base.mentions, ...participants.ids.flatMap((one) => idsOf(one, knowledge))],
          gives: ["list", "organisation"],
          asked: own,
          says: participants.note === undefined ? [] : bothOf(participants.note),
        });
      /** Places, and nobody else, can be counted by their kind. */
      if (participants.ids.length > 0 && participants.ids.every((one) => knowledge.places.has(one)))
        all.push({
          ...base,
          id: `${item.id}#places`,
          type: "activity.places",
          gives: ["number"],
          asked: own,
          says: participants.note === undefined ? [] : bothOf(participants.note),
        });
      const venues = item.places.filter((id) => knowledge.places.get(id)?.type === "venue");
      if (venues.length > 0)
        all.push({ ...base, id: `${item.id}#place`, type: "activity.place", gives: ["place"], asked: own, says: [] });
      for (const c of item.counts)
        all.push({
          ...base,
          id: `${item.id}#count-${c.id}`,
          type: isMoney(c.unit.vi) ? "activity.amount" : "activity.count",
          part: c.id,
          gives: [isMoney(c.unit.vi) ? "amount" : "number"],
          asked: [...bothOf(c.what), ...c.aliases, ...bothOf(c.unit)],
          counted: [...bothOf(c.what), ...bothOf(c.unit), ...c.aliases.filter((alias) => !namesCounters(alias, c))],
          says: [...(c.note === undefined ? [] : bothOf(c.note)), c.value],
          context: own,
        });
      for (const d of item.details)
        all.push({
          ...base,
          id: `${item.id}#detail-${d.id}`,
          type: "activity.detail",
          part: d.id,
          gives: ["text", "reason", "list", "any"],
          asked: [...bothOf(d.what), ...d.aliases],
          says: bothOf(d.text),
          context: own,
        });
      return all;
    },
  });

export const programme = activity(
  "programme",
  "programmes",
  { vi: "chương trình", en: "programme" },
  "Chương trình hợp tác · a programme",
);
export const event = activity("event", "events", { vi: "sự kiện", en: "event" }, "Hội nghị, sự kiện · an event");
