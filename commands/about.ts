import { answered, answeredList, notHeld } from "../src/core/answer.ts";
import { defineCommand, type Option } from "../src/core/command.ts";
import { nameOf } from "../src/core/naming.ts";

/** What the item may be called by its name. */
const NAMED: Option = {
  kind: "entity",
  entities: ["person", "document", "organisation", "place", "memorandum"],
  names: { vi: "mục", en: "item" },
  description: { vi: "Tên gọi", en: "A name" },
};

/** What is told is told in the knowledge's own words. */
const NOT_VERBATIM = {
  vi: "(Kho ghi ý bằng lời của mình, không giữ nguyên văn; nguyên văn xem ở nguồn.)",
  en: "(The knowledge base tells the sense in its own words; for the exact words see the source.)",
} as const;

export const about = defineCommand({
  name: "about",
  names: { vi: "chuyện", en: "about" },
  description: {
    vi: "Điều được nói hoặc kể, và các văn bản: ai, gì, vì sao",
    en: "What was said or told, and documents: who, what, why",
  },
  options: {
    item: {
      kind: "text",
      required: true,
      names: { vi: "mục", en: "item" },
      description: { vi: "Người, văn bản hoặc chủ đề", en: "A person, document or topic" },
    },
    aspect: {
      kind: "choice",
      names: { vi: "khía-cạnh", en: "aspect" },
      description: { vi: "Nội dung, cơ quan ban hành hay số hiệu", en: "Subject, issuer or number" },
      choices: {
        subject: { vi: "nội dung", en: "subject" },
        issuer: { vi: "cơ quan ban hành", en: "issuer" },
        number: { vi: "số hiệu", en: "number" },
        words: { vi: "nguyên văn", en: "exact words" },
      },
    },
  },
  asks: [
    {
      fact: "statement",
      phrasings: [""],
      values: ({ fact }) => ({ item: fact?.subject ?? "" }),
      question: ({ values, language }, knowledge) =>
        `${knowledge.statements.get(values.item ?? "")?.title[language] ?? ""}?`,
    },
    {
      fact: "statement",
      phrasings: [
        "trích nguyên văn câu của {person}",
        "nguyên văn câu nói của {person}",
        "nguyên văn lời phát biểu",
        "trích dẫn nguyên văn",
        "verbatim quote of {person}",
        "exact words of {person}",
        "quote {person} word for word",
      ],
      suits: ({ fact, named }) => named.person?.some((id) => fact?.mentions.includes(id) === true) === true,
      values: ({ fact }) => ({ item: fact?.subject ?? "", aspect: "words" }),
      question: ({ values, language }, knowledge) =>
        `${knowledge.statements.get(values.item ?? "")?.title[language] ?? ""}?`,
    },
    {
      fact: "person.statements",
      phrasings: [
        "{person} nói gì",
        "{person} phát biểu gì",
        "{person} phát biểu thế nào",
        "phát biểu của {person}",
        "ý kiến của {person}",
        "{person} cho rằng gì",
        "{person} nêu gì",
        "{person} nhấn mạnh gì",
        "quan điểm của {person}",
        "what did {person} say",
        "statement by {person}",
        "remarks of {person}",
        "what did {person} emphasise",
        "opinion of {person}",
      ],
      values: ({ fact }) => ({ item: fact?.subject ?? "" }),
      question: ({ values, language }, knowledge) => {
        const name = nameOf(knowledge, values.item ?? "", language);
        return language === "vi" ? `${name} đã phát biểu gì?` : `What did ${name} say?`;
      },
    },
    {
      fact: "document.subject",
      phrasings: [
        "",
        "{document} nói về gì",
        "nội dung của {document}",
        "{document} về việc gì",
        "{document} quy định gì",
        "{document} bàn về vấn đề gì",
        "chủ đề",
        "trích yếu",
        "what is {document} about",
        "subject of {document}",
        "topic",
        "content of {document}",
        "deal with",
        "concern",
      ],
      values: ({ fact }) => ({ item: fact?.subject ?? "", aspect: "subject" }),
      question: ({ values, language }, knowledge) => {
        const name = nameOf(knowledge, values.item ?? "", language);
        return language === "vi" ? `${name} nói về gì?` : `What is ${name} about?`;
      },
    },
    {
      fact: "document.issuer",
      phrasings: [
        "ai ban hành {document}",
        "cơ quan nào ban hành",
        "{document} của cơ quan nào",
        "{document} của ai",
        "do ai ban hành",
        "who issued {document}",
        "issuer",
        "issued by",
      ],
      values: ({ fact }) => ({ item: fact?.subject ?? "", aspect: "issuer" }),
      question: ({ values, language }, knowledge) => {
        const name = nameOf(knowledge, values.item ?? "", language);
        return language === "vi" ? `Ai ban hành ${name}?` : `Who issued ${name}?`;
      },
    },
    {
      fact: "document.number",
      phrasings: [
        "số hiệu của {document}",
        "số hiệu đầy đủ",
        "{document} số mấy",
        "{document} số bao nhiêu",
        "số ký hiệu",
        "tên đầy đủ của {document}",
        "tên gọi đầy đủ và cơ quan ban hành",
        "number of {document}",
        "document number",
        "full title of {document}",
        "full name of {document}",
      ],
      values: ({ fact }) => ({ item: fact?.subject ?? "", aspect: "number" }),
      question: ({ values, language }, knowledge) => {
        const name = nameOf(knowledge, values.item ?? "", language);
        return language === "vi"
          ? `Số hiệu và tên đầy đủ của ${name}?`
          : `What are the number and full title of ${name}?`;
      },
    },
    {
      fact: "organisation.overview",
      general: true,
      phrasings: ["", "{organisation} là gì", "{organisation} thuộc đâu", "what is {organisation}"],
      values: ({ fact }) => ({ item: fact?.subject ?? "" }),
      question: ({ values, language }, knowledge) => {
        const name = nameOf(knowledge, values.item ?? "", language);
        return language === "vi" ? `${name} được nhắc tới ở đâu?` : `Where is ${name} mentioned?`;
      },
    },
  ],
  run: (values, context) => {
    const { knowledge, language } = context;
    const vi = language === "vi";
    const statement = knowledge.statements.get(values.item);
    if (statement !== undefined) {
      const speaker = statement.speaker === undefined ? "" : `${nameOf(knowledge, statement.speaker, language)}. `;
      const told = `${speaker}${statement.title[language]}: ${statement.text[language]}`;
      return answered(values.aspect === "words" ? `${told} ${NOT_VERBATIM[language]}` : told, {
        citations: [statement.source],
      });
    }
    const document = knowledge.documents.get(values.item);
    if (document !== undefined) {
      const citations = [document.source];
      const issuer = nameOf(knowledge, document.issuer, language);
      const issued = vi ? `do ${issuer} ban hành` : `issued by ${issuer}`;
      if (values.aspect === "issuer") return answered(`${document.names[language]}: ${issued}.`, { citations });
      if (values.aspect === "number")
        return answered(
          vi
            ? `${document.names.vi}: số hiệu ${document.number}, ${issued}, về: ${document.subject.vi}.`
            : `${document.names.en}: number ${document.number}, ${issued}, on: ${document.subject.en}.`,
          { citations },
        );
      return answered(`${document.names[language]} (${document.number}): ${document.subject[language]}`, { citations });
    }
    const said = [...knowledge.statements.values()].filter((one) => one.speaker === values.item);
    const name = nameOf(knowledge, values.item, language);
    if (said.length > 0)
      return answeredList(
        vi ? `${name} đã phát biểu:` : `${name} said:`,
        said.map((one) => one.text[language]),
        { citations: said.map((one) => one.source) },
      );
    const told = [...knowledge.statements.values()].filter((one) => one.about.includes(values.item));
    if (told.length > 0)
      return answeredList(
        vi ? `Về ${name}:` : `About ${name}:`,
        told.map((one) => one.title[language]),
        { citations: told.map((one) => one.source) },
      );
    if (knowledge.organisations.has(values.item))
      return answered(vi ? `${name} chỉ được nhắc tên trong kho tri thức.` : `${name} is only mentioned by name.`);
    const named = context.ports.read(NAMED, values.item, context.now);
    if (named !== undefined && named !== values.item)
      return context.run({ command: "about", values: { item: named }, language });
    const understood = context.ports.understand(values.item, { language, only: "about", now: context.now });
    if (understood.kind === "invocation" && understood.invocation.values.item !== values.item)
      return context.run(understood.invocation);
    return notHeld(
      vi ? `Kho tri thức không có gì về “${values.item}”.` : `The knowledge base holds nothing about “${values.item}”.`,
    );
  },
});
