import { z } from "zod";
import type { Place } from "../../core/knowledge.ts";
import { bothOf, defineKind, namesOf, ref, refs } from "../kind.ts";
import { both, citation, date, id, named } from "../shapes.ts";

const territory = z.strictObject({
  from: date.optional(),
  until: date.optional(),
  note: both.meta({ description: "Tên này khi đó chỉ địa giới nào · which territory the name stood for" }),
  successors: z.array(id).default([]),
  source: citation,
});

const schema = z
  .strictObject({
    ...named,
    type: z.enum(["city", "province", "region", "country", "venue"]),
    within: z.array(id).default([]),
    territories: z.array(territory).default([]),
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
