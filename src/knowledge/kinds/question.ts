import { z } from "zod";
import type { GoldenQuestion } from "../../core/knowledge.ts";
import { defineKind } from "../kind.ts";
import { moment, upkeep } from "../shapes.ts";

const regexes = z
  .array(
    z.string().refine(
      (pattern) => {
        try {
          new RegExp(pattern, "iu");
          return true;
        } catch {
          return false;
        }
      },
      { params: { code: "regex" } },
    ),
  )
  .default([]);

const schema = z
  .strictObject({
    q: z.string().meta({ description: "Câu hỏi, như người ta gõ · the question as people type it" }),
    lang: z.enum(["vi", "en"]).optional().meta({ description: "Trả lời bằng tiếng nào · the language of the answer" }),
    expect: z.enum(["answered", "unknown", "ambiguous"]).meta({
      description:
        "answered: trả lời; unknown: nói kho không có; ambiguous: hỏi lại · answered, told not to be held, or asked back",
    }),
    must: regexes.meta({ description: "Biểu thức phải có trong câu trả lời · must be found in the answer" }),
    not: regexes.meta({ description: "Biểu thức không được có · must not be found" }),
    at: moment.optional().meta({ description: "Hỏi vào lúc nào · the time it is asked" }),
    ...upkeep,
  })
  .meta({ description: "Câu hỏi mẫu mà kho tri thức phải trả lời đúng · a golden question" });

export const question = defineKind<GoldenQuestion>({
  name: "question",
  folder: "questions",
  label: { vi: "câu hỏi mẫu", en: "golden question" },
  schema,
  references: () => [],
  names: () => [],
  facts: () => [],
});
