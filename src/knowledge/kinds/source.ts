import { z } from "zod";
import { type Fact, isUnknown, type Source } from "../../core/knowledge.ts";
import { bothOf, defineKind, namesOf, ref } from "../kind.ts";
import { both, date, id, known, named, text, upkeep } from "../shapes.ts";

const schema = z
  .strictObject({
    ...named,
    publisher: id.optional().meta({ description: "Cơ quan đăng (mã tổ chức) · the organisation that published it" }),
    title: text.meta({ description: "Tựa bài, nguyên văn · title as printed" }),
    author: known(z.strictObject({ name: text.meta({ description: "Tên tác giả · the author's name" }) })).meta({
      description: "Ai viết · who wrote it, or unknown and why",
    }),
    published: known(z.strictObject({ date })).meta({
      description: "Đăng khi nào · when it was published, or unknown and why",
    }),
    language: z.enum(["vi", "en"]).meta({ description: "Viết bằng tiếng nào · the language it is written in" }),
    rights: both.meta({ description: "Được sao chép đến đâu · what may be copied" }),
    url: z
      .url({ protocol: /^https?$/ })
      .optional()
      .meta({ description: "Địa chỉ trang · its address on the web" }),
    ...upkeep,
  })
  .meta({ description: "Nguồn: bài báo, văn bản mà các dữ kiện trích dẫn · a source that facts cite" });

export const source = defineKind<Source>({
  name: "source",
  folder: "sources",
  label: { vi: "nguồn", en: "source" },
  schema,
  references: (item) => ref(["publisher"], item.publisher, "organisation"),
  names: (item) => namesOf("source", item, [item.title]),
  facts: (item) => {
    const fact = (part: string, gives: Fact["gives"]): Fact => ({
      id: `${item.id}#${part}`,
      type: `source.${part}`,
      subject: item.id,
      mentions: [item.id, ...(item.publisher === undefined ? [] : [item.publisher])],
      periods: isUnknown(item.published) ? [] : [{ from: item.published.date, to: item.published.date }],
      gives,
      asked: [...bothOf(item.names), item.title],
      says: [],
      context: [...item.aliases, ...(isUnknown(item.author) ? [] : [item.author.name])],
    });
    return [
      fact("overview", ["text", "source", "origin"]),
      fact("author", ["person"]),
      fact("published", ["date"]),
      fact("rights", ["text"]),
    ];
  },
});
