import { z } from "zod";
import type { Place } from "../../core/knowledge.ts";
import { bothOf, defineKind, namesOf, ref, refs } from "../kind.ts";
import { both, citation, date, id, named, upkeep } from "../shapes.ts";

const territory = z.strictObject({
  from: date.optional().meta({ description: "Từ ngày nào · from which day on" }),
  until: date.optional().meta({ description: "Đến hết ngày nào · until which day" }),
  note: both.meta({ description: "Tên này khi đó chỉ địa giới nào · which territory the name stood for" }),
  successors: z.array(id).default([]).meta({ description: "Nay thuộc nơi nào (mã) · ids of the places that followed" }),
  source: citation,
});

const schema = z
  .strictObject({
    ...named,
    type: z.enum(["city", "province", "region", "country", "venue"]).meta({
      description:
        "city: thành phố; province: tỉnh; region: vùng; country: quốc gia; venue: hội trường, nơi họp · what it is",
    }),
    within: z
      .array(id)
      .default([])
      .meta({ description: "Thuộc vùng, quốc gia nào (mã) · ids of the larger places it belongs to" }),
    territories: z.array(territory).default([]).meta({
      description: "Tên này từng chỉ địa giới nào, ví dụ trước khi sáp nhập · what the name stood for, and when",
    }),
    ...upkeep,
  })
  .meta({ description: "Địa danh: tỉnh, thành phố, vùng, hội trường · a place" });

export const place = defineKind<Place>({
  name: "place",
  folder: "places",
  label: { vi: "địa danh", en: "place" },
  schema,
  references: (item) => [
    ...refs("within", item.within, "place"),
    ...item.territories.flatMap((t, i) => [
      ...refs(["territories", i, "successors"], t.successors, "place"),
      ...ref(["territories", i, "source", "id"], t.source.id, "source"),
    ]),
  ],
  names: (item) => namesOf("place", item),
  facts: (item) => [
    {
      id: `${item.id}#overview`,
      type: "place.overview",
      subject: item.id,
      mentions: [item.id, ...item.territories.flatMap((t) => t.successors)],
      periods: [],
      gives: ["text"],
      asked: bothOf(item.names),
      says: [],
    },
    ...(item.territories.length === 0
      ? []
      : [
          {
            id: `${item.id}#territory`,
            type: "place.territory",
            subject: item.id,
            mentions: [item.id, ...item.territories.flatMap((t) => t.successors)],
            periods: [],
            gives: ["text", "place", "date", "list"] as const,
            asked: bothOf(item.names),
            says: item.territories.flatMap((t) => bothOf(t.note)),
          },
        ]),
  ],
});
