import { z } from "zod";
import { type Fact, isUnknown, type Known, type Memorandum, type Topic } from "../../core/knowledge.ts";
import type { Period } from "../../core/period.ts";
import { bothOf, defineKind, idsOf, namesOf, type Reference, ref } from "../kind.ts";
import { aliases, both, citation, clause, date, id, known, named, period, upkeep } from "../shapes.ts";

const topic = z.strictObject({
  text: both.meta({ description: "Làm gì, viết bằng lời mình · what is to be done, in our own words" }),
  aliases,
});

const field = z.strictObject({
  ...named,
  topics: known(z.array(topic).min(1)).meta({
    description: "Nội dung của lĩnh vực · what the field covers, or unknown and why",
  }),
  source: citation,
});

const schema = z
  .strictObject({
    ...named,
    parties: z
      .array(
        z.strictObject({
          organisation: id
            .optional()
            .meta({ description: "Cơ quan ký: mã trong organisations/ · id of the body that signs" }),
          place: id.meta({ description: "Địa phương: mã trong places/ · id of the place it speaks for" }),
        }),
      )
      .min(2)
      .meta({ description: "Các bên ký · the parties" }),
    signatories: known(
      z
        .array(
          z.strictObject({
            person: id.meta({ description: "Ai ký: mã trong people/ · id of who signs" }),
            title: both.meta({ description: "Ký với chức vụ gì · the title under which they sign" }),
            party: id
              .optional()
              .meta({ description: "Ký cho bên nào: mã cơ quan hoặc nơi · id of the party they sign for" }),
          }),
        )
        .min(1),
    ).meta({ description: "Người đặt bút ký · who signed, or unknown and why" }),
    signed: z
      .strictObject({
        date: known(
          z.strictObject({
            day: date.meta({ description: "Ngày ký, dạng 2023-10-18 · the day of signing, as 2023-10-18" }),
            inferred: both
              .optional()
              .meta({ description: "Phần nào suy ra, từ đâu · what was inferred, and from what" }),
          }),
        ).meta({ description: "Ngày ký · the day it was signed, or unknown and why" }),
        timeOfDay: both.optional().meta({ description: "Buổi nào trong ngày · the time of day" }),
        venue: known(both).meta({ description: "Ký ở đâu · where it was signed, or unknown and why" }),
        source: citation,
      })
      .meta({ description: "Ký khi nào, ở đâu · when and where it was signed" }),
    validity: z
      .union([
        z.strictObject({
          period,
          openEnded: z
            .boolean()
            .default(false)
            .meta({ description: "true: còn tiếp tục sau đó · true: it goes on after that" }),
          note: both.optional().meta({ description: "Điều cần biết về hiệu lực · what a reader must know" }),
          source: citation,
        }),
        z.strictObject({
          unknown: both.meta({ description: "Vì sao nguồn không nêu · why the source is silent" }),
          source: citation,
        }),
      ])
      .meta({ description: "Hiệu lực · how long it is valid, or unknown and why" }),
    purpose: known(clause).meta({ description: "Mục đích · what it is for, or unknown and why" }),
    fields: z
      .strictObject({
        declared: z
          .int()
          .min(1)
          .optional()
          .meta({ description: "Số lĩnh vực văn bản tự nêu · the number it declares" }),
        note: both.optional().meta({ description: "Vì sao số nêu khác số liệt kê · why declared and listed differ" }),
        items: z.array(field).min(1).meta({ description: "Từng lĩnh vực · the fields, one by one" }),
        source: citation,
      })
      .meta({ description: "Các lĩnh vực hợp tác · the fields of cooperation" }),
    amendment: known(clause).meta({ description: "Điều chỉnh, bổ sung thế nào · how it is amended" }),
    implementation: known(clause).meta({ description: "Ai tổ chức thực hiện · who carries it out" }),
    ...upkeep,
  })
  .meta({ description: "Biên bản ghi nhớ, thỏa thuận hợp tác · a memorandum or agreement" });

const topicWords = (topics: Known<readonly Topic[]>): string[] =>
  isUnknown(topics) ? [] : topics.flatMap((t) => [...bothOf(t.text), ...t.aliases]);

const clauseReference = (key: string, value: Memorandum["purpose"]): Reference[] =>
  isUnknown(value) ? [] : ref([key, "source", "id"], value.source.id, "source");

export const memorandum = defineKind<Memorandum>({
  name: "memorandum",
  folder: "memoranda",
  label: { vi: "biên bản ghi nhớ", en: "memorandum" },
  schema,
  references: (item) => [
    ...item.parties.flatMap((party, i) => [
      ...ref(["parties", i, "organisation"], party.organisation, "organisation"),
      ...ref(["parties", i, "place"], party.place, "place"),
    ]),
    ...(isUnknown(item.signatories)
      ? []
      : item.signatories.flatMap((s, i) => [
          ...ref(["signatories", i, "person"], s.person, "person"),
          ...ref(["signatories", i, "party"], s.party, "organisation", "place"),
        ])),
    ...ref(["signed", "source", "id"], item.signed.source.id, "source"),
    ...ref(["validity", "source", "id"], item.validity.source.id, "source"),
    ...ref(["fields", "source", "id"], item.fields.source.id, "source"),
    ...item.fields.items.flatMap((f, i) => ref(["fields", "items", i, "source", "id"], f.source.id, "source")),
    ...clauseReference("purpose", item.purpose),
    ...clauseReference("amendment", item.amendment),
    ...clauseReference("implementation", item.implementation),
  ],
  names: (item) => [
    ...namesOf("memorandum", item),
    ...item.fields.items.flatMap((f) => namesOf("field", { ...f, id: `${item.id}/${f.id}` })),
  ],
  facts: (item, knowledge) => {
    const parties = item.parties.flatMap((p) => [p.place, ...(p.organisation === undefined ? [] : [p.organisation])]);
    const signatories = isUnknown(item.signatories) ? [] : item.signatories.flatMap((s) => idsOf(s.person, knowledge));
    const periods: Period[] = [];
    if (!isUnknown(item.signed.date)) periods.push({ from: item.signed.date.day, to: item.signed.date.day });
    if (!isUnknown(item.validity)) periods.push(item.validity.period);
    const base = { subject: item.id, mentions: [item.id, ...parties], periods, asked: [] };
    const bodies = item.parties.flatMap((p) => knowledge.organisations.get(p.organisation ?? "") ?? []);
    const own = [...bothOf(item.names), ...bodies.flatMap((body) => [...bothOf(body.names), ...body.aliases])];
    const fact = (part: string, gives: Fact["gives"], says: readonly string[] = []): Fact => ({
      ...base,
      id: `${item.id}#${part}`,
      type: `memorandum.${part}`,
      gives,
      says,
      context: own,
    });
    const clauseText = (value: Memorandum["purpose"]) => bothOf(isUnknown(value) ? value.unknown : value.text);
    const { signed, validity } = item;
    return [
      fact("overview", ["text"]),
      fact(
        "fields",
        ["list", "number"],
        item.fields.items.flatMap((f) => [...bothOf(f.names), ...f.aliases]),
      ),
      { ...fact("signers", ["person", "organisation"]), mentions: [item.id, ...parties, ...signatories] },
      fact("signed-date", ["date"], [...(signed.timeOfDay === undefined ? [] : bothOf(signed.timeOfDay))]),
      fact("signed-place", ["place"], bothOf(isUnknown(signed.venue) ? signed.venue.unknown : signed.venue)),
      fact(
        "validity",
        ["date", "year", "frequency"],
        isUnknown(validity) ? [] : bothOf(validity.note ?? { vi: "", en: "" }),
      ),
      fact("purpose", ["text", "reason"], clauseText(item.purpose)),
      fact("amendment", ["text", "organisation", "person"], clauseText(item.amendment)),
      fact("implementation", ["text", "organisation", "person"], clauseText(item.implementation)),
      ...item.fields.items.map(
        (f): Fact => ({
          ...base,
          id: `${item.id}#field-${f.id}`,
          type: "memorandum.topics",
          part: f.id,
          mentions: [item.id, `${item.id}/${f.id}`, ...parties],
          gives: ["list", "text"],
          asked: [...bothOf(f.names), ...f.aliases, ...topicWords(f.topics)],
          says: [],
          context: own,
        }),
      ),
    ];
  },
});
