import { z } from "zod";
import type { Figure } from "../../core/knowledge.ts";
import { writePeriod } from "../../core/period.ts";
import { defineKind, ref } from "../kind.ts";
import { both, citation, decimal, id, period, qualifier, upkeep } from "../shapes.ts";

const comparison = z
  .strictObject({
    kind: z.enum(["share-of-plan", "change", "ratio"]).meta({
      description:
        "share-of-plan: đạt …% dự toán; change: tăng, giảm …% so cùng kỳ (âm là giảm); ratio: bằng …% cùng kỳ · " +
        "share of the plan, rise or fall (negative), per cent of the earlier period",
    }),
    value: decimal,
  })
  .meta({ description: "So sánh, luôn tính bằng % · a comparison in per cent" });

const reading = z.strictObject({
  value: decimal,
  likelier: z.boolean().meta({ description: "Có phải cách đọc hợp lý hơn không · whether it is the likelier reading" }),
  why: both.meta({ description: "Đọc thế nào và vì sao · how it is read, and why" }),
});

const schema = z
  .strictObject({
    id: id.optional().meta({ description: "Mã, tự đặt nếu bỏ · its id, made up where it is left out" }),
    indicator: id.meta({ description: "Chỉ số: mã trong indicators/ · id of the indicator" }),
    place: id.meta({ description: "Của nơi nào: mã trong places/ · id of the place" }),
    period,
    value: decimal,
    qualifier,
    scope: both.optional().meta({ description: "Phạm vi, ví dụ nguồn vốn · scope" }),
    comparisons: z
      .array(comparison)
      .default([])
      .meta({ description: "So sánh với dự toán, với cùng kỳ · how it compares with the plan and the year before" }),
    readings: z
      .array(reading)
      .default([])
      .meta({ description: "Khi câu có hai cách đọc: ghi cả hai · both readings of an ambiguous sentence" }),
    source: citation,
    ...upkeep,
  })
  .transform((item) => ({
    ...item,
    id: item.id ?? `${item.indicator}-${item.place}-${writePeriod(item.period).toLowerCase()}`,
  }))
  .meta({ description: "Số liệu: chỉ số × nơi × kỳ · a figure" });

export const figure = defineKind<Figure>({
  name: "figure",
  folder: "figures",
  label: { vi: "số liệu", en: "figure" },
  schema,
  references: (item) => [
    ...ref(["indicator"], item.indicator, "indicator"),
    ...ref(["place"], item.place, "place"),
    ...ref(["source", "id"], item.source.id, "source"),
  ],
  names: () => [],
  facts: () => [],
});
