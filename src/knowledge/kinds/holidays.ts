import { z } from "zod";
import type { Holidays } from "../../core/knowledge.ts";
import { defineKind } from "../kind.ts";
import { date, id, names, upkeep } from "../shapes.ts";

const span = z
  .strictObject({
    date: date.optional(),
    from: date.optional(),
    to: date.optional(),
    names,
  })
  .refine((day) => (day.date === undefined) === (day.from !== undefined && day.to !== undefined), {
    params: { code: "dayOrSpan" },
  })
  .refine((day) => (day.from ?? "") <= (day.to ?? day.from ?? ""), { params: { code: "spanOrder" }, path: ["to"] })
  .transform(({ date: day, from, to, names }) => ({ from: from ?? day ?? "", to: to ?? day ?? "", names }));

const schema = z
  .strictObject({
    id,
    names,
    days: z
      .array(span)
      .min(1)
      .meta({ description: "Từng ngày (date) hoặc từng đợt (from, to) · days, or spans of days" }),
    ...upkeep,
  })
  .meta({ description: "Ngày nghỉ lễ mà lịch sơ kết tránh · days off that reviews avoid" });

export const holidays = defineKind<Holidays>({
  name: "holidays",
  folder: "holidays",
  label: { vi: "bộ ngày nghỉ", en: "list of holidays" },
  schema,
  references: () => [],
  names: () => [],
  facts: () => [],
});
