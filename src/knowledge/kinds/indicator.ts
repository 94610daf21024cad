import { z } from "zod";
import { figuresOf } from "../../core/held.ts";
import type { Indicator, Knowledge } from "../../core/knowledge.ts";
import { bothOf, defineKind, namesOf, ref } from "../kind.ts";
import { both, id, named, unit, upkeep } from "../shapes.ts";

const schema = z
  .strictObject({
    ...named,
    unit,
    measures: z.enum(["level", "change"]).default("level").meta({
      description:
        "level: mức; change: bản thân số là mức tăng, giảm (âm là giảm) · change: the value is itself a rise or fall",
    }),
    partOf: id.optional().meta({ description: "Là một phần của chỉ số nào · the indicator it is part of" }),
    note: both.optional().meta({ description: "Điều cần biết khi đọc số · what a reader must know" }),
    ...upkeep,
  })
  .meta({ description: "Chỉ số: tên, cách gọi, đơn vị · an indicator" });

/** The indicators that it is a part of: a question may name one of them beside it. */
function widerThan(item: Indicator, knowledge: Knowledge): string[] {
  const wider: string[] = [];
  for (let one: Indicator | undefined = item; one?.partOf !== undefined && !wider.includes(one.partOf); ) {
    wider.push(one.partOf);
    one = knowledge.indicators.get(one.partOf);
  }
  return wider;
}

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
      mentions: [item.id, ...widerThan(item, knowledge)],
      periods: [],
      gives: ["number", "amount", "percent"],
      asked: [...bothOf(item.names), ...item.aliases],
      says: [
        ...(item.note === undefined ? [] : bothOf(item.note)),
        ...figuresOf(knowledge, item.id).flatMap(({ value, scope }) => [
          value,
          ...(scope === undefined ? [] : bothOf(scope)),
        ]),
      ],
    },
  ],
});
