import { z } from "zod";
import type { Indicator } from "../../core/knowledge.ts";
import { defineKind, namesOf, ref } from "../kind.ts";
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
  schema,
  references: (item) => ref(["partOf"], item.partOf, "indicator"),
  names: (item) => namesOf("indicator", item),
  facts: () => [],
});
