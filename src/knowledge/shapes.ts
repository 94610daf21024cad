import { z } from "zod";
import { isDecimal } from "../core/decimal.ts";
import { isDate, type Period, readPeriod } from "../core/period.ts";

/**
 * The building blocks of all schemas. Descriptions are shown by editors (hover, completion), Vietnamese first.
 * Every object is strict: a misspelt key is an error, never ignored.
 */

const filled = z
  .string()
  .trim()
  .min(1)
  .transform((text) => text.normalize("NFC"));

export const text = filled;

export const both = z.strictObject({
  vi: filled.meta({ description: "Tiếng Việt · Vietnamese" }),
  en: filled.meta({ description: "Tiếng Anh · English" }),
});

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "id")
  .max(40)
  .meta({ description: "Mã: chữ thường không dấu, số, gạch nối · id: a-z, 0-9, hyphens", examples: ["ma-vi-du"] });

export const date = z
  .string()
  .refine(isDate, { params: { code: "date" } })
  .meta({ description: "Ngày có thật, dạng 2023-10-18 · a date that exists, as 2023-10-18" });

/** A day, or a day and a time with its offset from UTC. */
export const moment = z
  .string()
  .refine((text) => isDate(text.slice(0, 10)) && (isDate(text) || MOMENT.test(text)), { params: { code: "moment" } });

const MOMENT = /^[-\d]{10}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:\d\d)$/;

/** There are few periods, and a great many figures. */
const periods = new Map<string, Period>();

function periodOf(text: string): Period | undefined {
  const read = periods.get(text) ?? readPeriod(text);
  if (read !== undefined && periods.size < MOST_PERIODS) periods.set(text, read);
  return read;
}

const MOST_PERIODS = 10_000;

export const period = z
  .union([z.string(), z.number()])
  .refine((value) => periodOf(String(value)) !== undefined, { params: { code: "period" } })
  .transform((value) => periodOf(String(value)) as Period)
  .meta({
    description:
      "Kỳ · period: 2023 | 2023-H1 | 2023-Q3 | 2023-9M (9 tháng đầu năm) | 2023-10 | 2023-10-18 | 2016..2020",
    examples: ["2023-9M", "2016..2020"],
  });

/** A number, or a quoted string where trailing zeros matter. Out comes the exact decimal as a string. */
export const decimal = z
  .union([z.number(), z.string()])
  .refine((value) => isDecimal(String(value)) && !/^-?0\d/.test(String(value)), { params: { code: "decimal" } })
  .transform(String)
  .meta({
    description: "Số viết kiểu máy: 305000 hoặc 6.08 · a plain number: 305000 or 6.08",
    examples: [305000, 6.08],
  });

export const citation = z
  .strictObject({
    id: id.meta({ description: "Mã nguồn trong sources/ · id of a source" }),
    paragraph: z.int().min(1).optional().meta({
      description: "Đoạn thứ mấy dưới tựa bài, tính cả chú thích ảnh · paragraph under the title, captions count",
    }),
  })
  .meta({ description: "Nguồn · where it is written" });

const unknown = z
  .strictObject({ unknown: both.meta({ description: "Vì sao nguồn không nêu · why the source is silent" }) })
  .meta({ description: "Nguồn không nêu: vì sao, ghi rõ · known to be unknown, and why" });

/** Either the value, or `unknown: {vi, en}` that says why the source is silent. */
export const known = <S extends z.ZodType>(schema: S) => z.union([schema, unknown]);

export const names = both.meta({ description: "Tên gọi · names" });

export const aliases = z
  .array(filled)
  .default([])
  .meta({ description: "Cách gọi khác, như người ta gõ · other names, as people type them" });

export const exact = z.array(filled).default([]).meta({
  description: "Viết tắt, chỉ nhận khi gõ đúng y vậy · short names that count only when typed exactly",
});

export const named = { id, names, aliases, exact };

/** What may stand on any item: who looks after it, and until when. */
export const upkeep = {
  owner: filled.optional().meta({
    description: "Ai chịu trách nhiệm: tên người, phòng ban · who looks after it: a person, a department",
    examples: ["Phòng Đối ngoại"],
  }),
  verifyBy: date.optional().meta({
    description: "Đến ngày nào thì phải kiểm tra lại, dạng 2024-12-31 · the day by which somebody looks at it again",
    examples: ["2024-12-31"],
  }),
};

export const unit = z
  .strictObject({
    vi: filled.meta({ description: "Đơn vị bằng tiếng Việt · the unit in Vietnamese" }),
    en: filled.meta({ description: "Đơn vị bằng tiếng Anh · the unit in English" }),
  })
  .meta({ description: "Đơn vị · unit", examples: [{ vi: "tỷ đồng", en: "billion dong" }] });

export const qualifier = z.enum(["exactly", "over", "about", "atMost", "atLeast"]).default("exactly").meta({
  description:
    "Nguồn viết con số thế nào: exactly đúng, over trên, about khoảng, atMost đến, atLeast ít nhất · how the source puts it",
});

export const clause = z.strictObject({
  text: both.meta({ description: "Nội dung, viết bằng lời mình · what it says, in our own words" }),
  source: citation,
});
