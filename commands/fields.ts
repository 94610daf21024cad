import { answered, answeredList, type Reply } from "../src/core/answer.ts";
import { verdictOnCount, withVerdict } from "../src/core/claim.ts";
import { type Context, defineCommand } from "../src/core/command.ts";
import { UserError } from "../src/core/errors.ts";
import { type Field, isUnknown, type Memorandum } from "../src/core/knowledge.ts";
import { nameOf } from "../src/core/naming.ts";
import { p } from "../src/core/text.ts";
import { memorandum } from "./options.ts";

const options = {
  memorandum: { ...memorandum, required: true },
  field: {
    kind: "text",
    names: { vi: "lĩnh-vực", en: "field" },
    description: { vi: "Một lĩnh vực, để xem nội dung", en: "One field, to see its topics" },
  },
  claim: {
    kind: "text",
    names: { vi: "có-phải", en: "claim" },
    description: { vi: "Số lĩnh vực cần kiểm, ví dụ 10", en: "A number of fields to be checked, for example 10" },
  },
} as const;

export const fields = defineCommand({
  name: "fields",
  names: { vi: "lĩnh-vực", en: "fields" },
  description: {
    vi: "Các lĩnh vực hợp tác và nội dung từng lĩnh vực",
    en: "Fields of cooperation and what each covers",
  },
  options,
  asks: [
    {
      fact: "memorandum.fields",
      phrasings: [
        "gồm những lĩnh vực nào",
        "danh mục lĩnh vực",
        "danh mục lĩnh vực đã chọn để ký kết",
        "các lĩnh vực hợp tác",
        "lĩnh vực hợp tác gồm gì",
        "bao nhiêu lĩnh vực",
        "mấy lĩnh vực",
        "số lĩnh vực",
        "danh sách lĩnh vực",
        "những mảng nào",
        "mấy mảng",
        "các mảng hợp tác",
        "hợp tác trên những mặt nào",
        "hợp tác về những gì",
        "hợp tác những gì",
        "hợp tác ở những nội dung nào",
        "nội dung hợp tác",
        "nhóm lĩnh vực",
        "ký kết hợp tác lĩnh vực gì",
        "chọn lĩnh vực nào để ký",
        "which fields does it cover",
        "fields of cooperation",
        "areas of cooperation",
        "cooperation areas",
        "how many fields",
        "how many areas",
        "how many areas of cooperation were chosen",
        "how many fields did they pick",
        "how many sectors did they agree on",
        "sectors",
        "what does the memorandum cover",
        "scope of the memorandum",
        "list the fields",
        "in what areas do they cooperate",
      ],
      values: ({ fact, claim }) => ({ memorandum: fact?.subject ?? "", ...(claim === undefined ? {} : { claim }) }),
      question: ({ values, language }, knowledge) =>
        language === "vi"
          ? `${nameOf(knowledge, values.memorandum ?? "", language)} gồm những lĩnh vực nào?`
          : `Which fields does the ${nameOf(knowledge, values.memorandum ?? "", language)} cover?`,
    },
    {
      fact: "memorandum.topics",
      phrasings: [
        "",
        "trong lĩnh vực {field} hợp tác những gì",
        "lĩnh vực {field} gồm nội dung gì",
        "về {field} hai bên làm gì",
        "hai bên thống nhất gì về {field}",
        "hợp tác {field} cụ thể thế nào",
        "có lĩnh vực {field} không",
        "có hợp tác về {field} không",
        "có mảng {field} không",
        "{field} có nằm trong biên bản không",
        "{field} có trong biên bản không",
        "biên bản có {field} không",
        "{field} có trong nội dung ký không",
        "biên bản ghi nhớ có nội dung {field} không",
        "hai thành phố cùng làm gì về {field}",
        "chia sẻ kinh nghiệm về {field}",
        "trao đổi gì về {field}",
        "thuộc lĩnh vực nào",
        "nằm ở lĩnh vực nào",
        "what do they cooperate on in {field}",
        "what does the {field} field include",
        "topics in {field}",
        "does the memorandum include {field}",
        "does it cover {field}",
        "is {field} part of the memorandum",
        "what did the two sides agree on {field}",
        "cooperation in {field}",
        "cooperation on {field}",
        "which field covers {topic}",
      ],
      values: ({ fact }) => ({ memorandum: fact?.subject ?? "", field: fact?.part ?? "" }),
      question: ({ values, language }, knowledge) => {
        const item = knowledge.memoranda.get(values.memorandum ?? "")?.fields.items.find((f) => f.id === values.field);
        const name = item?.names[language] ?? "";
        return language === "vi"
          ? `Trong lĩnh vực ${name}, hai bên hợp tác những gì?`
          : `What do the two sides cooperate on in ${name}?`;
      },
    },
  ],
  run: (values, context) => {
    const item = context.knowledge.memoranda.get(values.memorandum);
    if (item === undefined)
      throw new UserError(
        context.language === "vi" ? "Hãy chọn một biên bản: /memoranda." : "Choose a memorandum: /memoranda.",
      );
    const field = item.fields.items.find((f) => f.id === values.field);
    if (field !== undefined) return oneField(item, field, context);
    const { declared, items } = item.fields;
    const count = { value: String(declared ?? items.length), unit: FIELDS, qualifier: "exactly" } as const;
    const verdict = values.claim === undefined ? undefined : verdictOnCount(values.claim, count);
    return withVerdict(allFields(item, context), verdict, context.language);
  },
});

const FIELDS = { vi: "lĩnh vực", en: "fields" };

function allFields(item: Memorandum, { language }: Context): Reply {
  const vi = language === "vi";
  const { declared, items, note, source } = item.fields;
  const rows = items.map((field) => field.names[language]);
  const title = item.names[language];
  const headline =
    declared === undefined || declared === items.length
      ? vi
        ? `${title} gồm ${items.length} lĩnh vực:`
        : `The ${title} covers ${items.length} fields:`
      : vi
        ? `${title} nêu ${declared} lĩnh vực; nguồn liệt kê ${items.length} nhóm:`
        : `The ${title} declares ${declared} fields; the source lists ${items.length} groups:`;
  return answeredList(headline, rows, { citations: [source], body: note === undefined ? [] : [p(note[language])] });
}

function oneField(item: Memorandum, field: Field, { language }: Context): Reply {
  const vi = language === "vi";
  const name = field.names[language];
  const title = item.names[language];
  const citations = [field.source];
  if (isUnknown(field.topics))
    return answered(
      vi
        ? `Có: ${name} là một lĩnh vực của ${title}. ${field.topics.unknown.vi}`
        : `Yes: ${name} is a field of the ${title}. ${field.topics.unknown.en}`,
      { citations },
    );
  const rows = field.topics.map((topic) => topic.text[language]);
  return answeredList(vi ? `Lĩnh vực ${name} (${title}) gồm:` : `${name} (${title}) includes:`, rows, { citations });
}
