import { z } from "zod";
import type { Statement } from "../../core/knowledge.ts";
import { bothOf, defineKind, idsOf, ref, refs } from "../kind.ts";
import { aliases, both, citation, id, period, upkeep } from "../shapes.ts";

const schema = z
  .strictObject({
    id,
    about: z.array(id).default([]).meta({ description: "Nói về ai, nơi nào, văn bản nào (mã) · ids it is about" }),
    speaker: id.optional().meta({ description: "Ai nói (mã người hoặc cơ quan) · who said it" }),
    title: both.meta({ description: "Một câu ngắn · a short line" }),
    aliases: aliases.meta({ description: "Người ta hỏi điều này bằng từ nào · words people ask for it with" }),
    text: both.meta({ description: "Nội dung, viết bằng lời mình · in our own words" }),
    period: period.optional(),
    source: citation,
    ...upkeep,
  })
  .meta({ description: "Điều được nói hoặc kể: ai, gì, vì sao · what was said or told, by whom and why" });

export const statement = defineKind<Statement>({
  name: "statement",
  folder: "statements",
  label: { vi: "điều được nói", en: "statement" },
  schema,
  references: (item) => [
    ...refs(
      "about",
      item.about,
      "place",
      "organisation",
      "person",
      "memorandum",
      "programme",
      "event",
      "document",
      "indicator",
    ),
    ...ref(["speaker"], item.speaker, "person", "organisation"),
    ...ref(["source", "id"], item.source.id, "source"),
  ],
  names: () => [],
  facts: (item, knowledge) => [
    {
      id: item.id,
      type: "statement",
      subject: item.id,
      mentions: [...item.about, ...(item.speaker === undefined ? [] : [item.speaker])].flatMap((one) =>
        idsOf(one, knowledge),
      ),
      periods: item.period === undefined ? [] : [item.period],
      gives: ["text", "reason", "list", "any"],
      asked: [...bothOf(item.title), ...item.aliases],
      says: bothOf(item.text),
    },
  ],
});
