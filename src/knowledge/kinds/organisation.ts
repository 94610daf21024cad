import { z } from "zod";
import type { Organisation } from "../../core/knowledge.ts";
import { bothOf, defineKind, namesOf, ref } from "../kind.ts";
import { id, named, upkeep } from "../shapes.ts";

const schema = z
  .strictObject({
    ...named,
    place: id.optional().meta({ description: "Thuộc địa phương nào · the place it belongs to" }),
    speaksForPlace: z.boolean().default(true).meta({
      description: "false: việc của nó không phải việc của cả địa phương · false: a sector, not the whole place",
    }),
    partOf: id.optional().meta({ description: "Thuộc cơ quan nào · the body it is part of" }),
    ...upkeep,
  })
  .meta({ description: "Cơ quan, tổ chức · an organisation" });

export const organisation = defineKind<Organisation>({
  name: "organisation",
  folder: "organisations",
  label: { vi: "cơ quan, tổ chức", en: "organisation" },
  schema,
  references: (item) => [...ref(["place"], item.place, "place"), ...ref(["partOf"], item.partOf, "organisation")],
  names: (item) => namesOf("organisation", item),
  facts: (item) => [
    {
      id: `${item.id}#overview`,
      type: "organisation.overview",
      subject: item.id,
      mentions: [item.id, ...(item.place === undefined ? [] : [item.place])],
      periods: [],
      gives: ["text"],
      asked: bothOf(item.names),
      says: [],
    },
  ],
});
