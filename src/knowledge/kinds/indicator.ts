import { z } from "zod";
import type { Indicator } from "../../core/knowledge.ts";
import { bothOf, defineKind, namesOf, ref } from "../kind.ts";
import { both, id, named, unit } from "../shapes.ts";

const schema = z
  .strictObject({
    ...named,
    unit,
    partOf: id.optional().meta({ description: "Là một phần của chỉ số nào · the indicator it is part of" }),
    note: both.optional().meta({ description: "Điều cần biết khi đọc số · what a reader must know" }),
  })
  .meta({ description: "Chỉ số: tên, cách gọi, đơn vị · an indicator" });

export const indicator = defineKind<Indicator>({
  name: "indicator",
  folder: "indicators",
  label: { vi: "chỉ số", en: "indicator" },
  schema,
  references: (item) => ref(["partOf"], item.partOf, "indicator"),
  names: (item) => namesOf("indicator", item),
  facts: (item, knowledge) => [
    {
      id: item.id,
      type: "indicator",
      subject: item.id,
      mentions: [item.id],
      periods: [],
      gives: ["number", "amount", "percent"],
      asked: [...bothOf(item.names), ...item.aliases],
      says: [
        ...(item.note === undefined ? [] : bothOf(item.note)),
        ...knowledge.figures.flatMap((f) =>
          f.indicator === item.id ? [f.value, ...(f.scope === undefined ? [] : bothOf(f.scope))] : [],
        ),
      ],
    },
  ],
});
