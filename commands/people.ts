import { answered, answeredList, notHeld } from "../src/core/answer.ts";
import { defineCommand } from "../src/core/command.ts";
import type { Office, Person } from "../src/core/knowledge.ts";
import type { Language } from "../src/core/language.ts";
import { nameOf } from "../src/core/naming.ts";
import { dateLabel } from "../src/core/period.ts";
import { list, type Text } from "../src/core/text.ts";
import { place } from "./options.ts";

const asOf = (office: Office, language: Language): string =>
  language === "vi" ? `tính đến ${dateLabel(office.asOf, "vi")}` : `as of ${dateLabel(office.asOf, "en")}`;

const officeText = (office: Office, language: Language): string =>
  `${office.title[language]} (${asOf(office, language)})`;

export const people = defineCommand({
  name: "people",
  names: { vi: "nhân-sự", en: "people" },
  description: {
    vi: "Người và chức vụ, tại thời điểm nguồn ghi",
    en: "People and offices, as of the day a source gives",
  },
  options: {
    person: {
      kind: "entity",
      entities: ["person"],
      names: { vi: "người", en: "person" },
      description: { vi: "Họ tên", en: "Name" },
    },
    place,
    office: {
      kind: "text",
      names: { vi: "chức-vụ", en: "office" },
      description: { vi: "Thứ tự chức vụ của người đó", en: "Which of the person's offices" },
    },
  },
  asks: [
    {
      fact: "person.office",
      phrasings: [
        "",
        "ai là {office}",
        "{office} là ai",
        "ai giữ chức {office}",
        "{office} khi đó là ai",
        "lúc đó",
        "hồi đó",
        "tên của {office}",
        "who is {office}",
        "who was the {office}",
        "who held the office of {office}",
        "at the time",
        "name of the {office}",
      ],
      values: ({ fact }) => ({ person: fact?.subject ?? "", office: fact?.part ?? "1" }),
      question: ({ values, language }, knowledge) => {
        const office = knowledge.people.get(values.person ?? "")?.offices[Number(values.office ?? "1") - 1];
        if (office === undefined) return nameOf(knowledge, values.person ?? "", language);
        const year = office.asOf.slice(0, 4);
        return language === "vi" ? `${office.title.vi} năm ${year} là ai?` : `Who was ${office.title.en} in ${year}?`;
      },
    },
    {
      fact: "person.overview",
      general: true,
      /** "A là <chức vụ>, phải không": the office itself tells. */
      suits: ({ confirms, named }) => confirms !== true || named.person?.some((id) => id.includes("/")) !== true,
      phrasings: [
        "",
        "{person} là ai",
        "{person} giữ chức gì",
        "chức vụ của {person}",
        "{person} làm chức gì",
        "{person} làm gì",
        "vai trò của {person}",
        "chức danh",
        "giữ cương vị gì",
        "đảm nhiệm chức vụ",
        "lúc đó",
        "khi đó",
        "who is {person}",
        "what office does {person} hold",
        "position of {person}",
        "title of {person}",
        "role",
        "job",
        "post",
      ],
      values: ({ fact }) => ({ person: fact?.subject ?? "" }),
      question: ({ values, language }, knowledge) => {
        const name = nameOf(knowledge, values.person ?? "", language);
        return language === "vi" ? `${name} giữ chức gì?` : `What office did ${name} hold?`;
      },
    },
    {
      phrasings: [
        "những ai được nhắc tới",
        "danh sách nhân sự",
        "các lãnh đạo của {place}",
        "lãnh đạo {place} gồm những ai",
        "có những lãnh đạo nào",
        "list of people",
        "which people do you know",
        "leaders of {place}",
        "officials",
      ],
      takes: ["place"],
      gives: ["person", "list"],
      question: ({ values, language }, knowledge) => {
        const where = values.place === undefined ? "" : nameOf(knowledge, values.place, language);
        return language === "vi"
          ? `Những ai được nhắc tới${where === "" ? "" : ` của ${where}`}?`
          : `Which people are known${where === "" ? "" : ` of ${where}`}?`;
      },
    },
  ],
  run: (values, { knowledge, language }) => {
    const vi = language === "vi";
    const person = values.person === undefined ? undefined : knowledge.people.get(values.person);
    if (person !== undefined) {
      const office = values.office === undefined ? undefined : person.offices[Number(values.office) - 1];
      const citations = (office === undefined ? person.offices : [office]).map((one) => one.source);
      const body = statementsBy(person, knowledge.statements.values(), language);
      if (office !== undefined) {
        const headline = vi
          ? `${person.names.vi}: ${office.title.vi}, ${asOf(office, "vi")}.`
          : `${person.names.en}: ${office.title.en}, ${asOf(office, "en")}.`;
        return answered(headline, { citations });
      }
      return answered(
        `${person.names[language]}: ${person.offices.map((one) => officeText(one, language)).join("; ")}.`,
        { citations, body },
      );
    }
    const inPlace = (one: Person): boolean =>
      values.place === undefined ||
      one.offices.some(
        (office) =>
          office.organisation !== undefined && knowledge.organisations.get(office.organisation)?.place === values.place,
      );
    const found = [...knowledge.people.values()].filter(inPlace);
    if (found.length === 0)
      return notHeld(vi ? "Kho tri thức không có ai như vậy." : "The knowledge base knows nobody like that.");
    const rows = found.map(
      (one) => `${one.names[language]}: ${one.offices.map((office) => officeText(office, language)).join("; ")}`,
    );
    return answeredList(vi ? "Những người được nhắc tới:" : "People mentioned:", rows, {
      citations: found.flatMap((one) => one.offices.map((o) => o.source)),
    });
  },
});

function statementsBy(
  person: Person,
  statements: Iterable<{ speaker?: string | undefined; title: { vi: string; en: string } }>,
  language: Language,
): Text {
  const titles = [...statements]
    .filter((statement) => statement.speaker === person.id)
    .map((statement) => statement.title[language]);
  return titles.length === 0 ? [] : [list(titles)];
}
