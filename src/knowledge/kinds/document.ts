import { z } from "zod";
import type { Document } from "../../core/knowledge.ts";
import { bothOf, defineKind, namesOf, ref } from "../kind.ts";
import { both, citation, id, named, text, upkeep } from "../shapes.ts";

const schema = z
  .strictObject({
    ...named,
    number: text.meta({ description: "Số hiệu, ví dụ 01-NQ/TW · number as printed" }),
    issuer: id.meta({ description: "Cơ quan ban hành · issuing body" }),
    subject: both.meta({ description: "Về việc gì · what it is about" }),
    source: citation,
    ...upkeep,
  })
  .meta({ description: "Văn bản được nhắc tới: nghị quyết, kế hoạch · a document that others refer to" });

/** Where a source gives none, the name stands in its place. */
const isNumbered = ({ number }: Document): boolean => /^(?:\S+ )?\S*\d\S*[-/]\S/.test(number);

export const document = defineKind<Document>({
  name: "document",
  folder: "documents",
  label: { vi: "văn bản", en: "document" },
  schema,
  references: (item) => [
    ...ref(["issuer"], item.issuer, "organisation"),
    ...ref(["source", "id"], item.source.id, "source"),
  ],
  names: (item) => namesOf("document", item, [item.number]),
  facts: (item) => {
    const base = {
      subject: item.id,
      mentions: [item.id, item.issuer],
      periods: [],
      asked: [...bothOf(item.names), ...item.aliases],
    };
    const number = { ...base, id: `${item.id}#number`, type: "document.number" };
    return [
      ...(isNumbered(item) ? [{ ...number, gives: ["number", "text", "organisation"] as const, says: [] }] : []),
      { ...base, id: `${item.id}#subject`, type: "document.subject", gives: ["text"], says: bothOf(item.subject) },
      { ...base, id: `${item.id}#issuer`, type: "document.issuer", gives: ["organisation", "person"], says: [] },
    ];
  },
});
