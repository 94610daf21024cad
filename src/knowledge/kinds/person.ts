import { z } from "zod";
import type { Fact, Knowledge, Office, Person } from "../../core/knowledge.ts";
import { bothOf, defineKind, idsOf, namesOf, officeId, ref } from "../kind.ts";
import { aliases, both, citation, date, exact, id, text, upkeep } from "../shapes.ts";

const office = z.strictObject({
  title: both.meta({ description: "Chức vụ đầy đủ, kể cả nơi · full title with the place" }),
  aliases,
  organisation: id.optional().meta({ description: "Ở cơ quan nào: mã trong organisations/ · id of the organisation" }),
  asOf: date.meta({
    description: "Giữ chức tại thời điểm nào (ngày nguồn ghi) · the day for which the source says so",
  }),
  source: citation,
});

const schema = z
  .strictObject({
    id,
    name: text.meta({ description: "Họ tên · full name" }),
    aliases,
    exact,
    offices: z.array(office).min(1).meta({ description: "Các chức vụ, theo ngày · offices, each as of a day" }),
    ...upkeep,
  })
  .transform(({ name, ...rest }) => ({ ...rest, names: { vi: name, en: name } }))
  .meta({ description: "Người và chức vụ theo thời điểm · a person and offices as of a date" });

/** The titles of an office, with the body called by each of its names. */
function titlesOf(office: Office, knowledge: Knowledge): string[] {
  const titles = [...bothOf(office.title), ...office.aliases];
  const body = knowledge.organisations.get(office.organisation ?? "");
  if (body === undefined) return titles;
  const names = [...bothOf(body.names), ...body.aliases];
  const variants = titles.flatMap((title) =>
    names.flatMap((name) => (title.includes(name) ? names.map((other) => title.replace(name, other)) : [])),
  );
  return [...new Set([...titles, ...variants])];
}

export const person = defineKind<Person>({
  name: "person",
  folder: "people",
  label: { vi: "người", en: "person" },
  schema,
  references: (item) =>
    item.offices.flatMap((o, i) => [
      ...ref(["offices", i, "organisation"], o.organisation, "organisation"),
      ...ref(["offices", i, "source", "id"], o.source.id, "source"),
    ]),
  /** People are also called by their office, which others may have held too: exact, so that it is no clash. */
  names: (item, knowledge) => [
    ...namesOf("person", item),
    ...item.offices.flatMap((o, i) =>
      titlesOf(o, knowledge).map((text) => ({
        kind: "person" as const,
        id: officeId(item.id, i),
        text,
        exact: true,
      })),
    ),
  ],
  facts: (item, knowledge) => {
    const placeOf = (organisation: string | undefined): string[] => {
      const body = organisation === undefined ? undefined : knowledge.organisations.get(organisation);
      return body === undefined ? [] : [body.id, ...(body.place === undefined ? [] : [body.place])];
    };
    const places = item.offices.flatMap((o) => placeOf(o.organisation));
    const periods = item.offices.map((o) => ({ from: o.asOf, to: o.asOf }));
    const overview: Fact = {
      id: `${item.id}#overview`,
      type: "person.overview",
      subject: item.id,
      mentions: [...idsOf(item.id, knowledge), ...places],
      periods,
      dated: true,
      gives: ["person", "text"],
      asked: bothOf(item.names),
      says: item.offices.flatMap((o) => [...bothOf(o.title), ...o.aliases]),
    };
    const offices = item.offices.map(
      (o, i): Fact => ({
        id: `${item.id}#office-${i + 1}`,
        type: "person.office",
        subject: item.id,
        part: String(i + 1),
        mentions: [item.id, officeId(item.id, i), ...placeOf(o.organisation)],
        periods: [{ from: o.asOf, to: o.asOf }],
        dated: true,
        gives: ["person"],
        asked: [...bothOf(o.title), ...o.aliases],
        says: [],
      }),
    );
    const said = [...knowledge.statements.values()].filter((s) => s.speaker === item.id);
    if (said.length === 0) return [overview, ...offices];
    const statements: Fact = {
      id: `${item.id}#statements`,
      type: "person.statements",
      subject: item.id,
      mentions: [...idsOf(item.id, knowledge), ...places],
      periods: said.flatMap((s) => (s.period === undefined ? [] : [s.period])),
      gives: ["text", "list"],
      asked: bothOf(item.names),
      says: [],
    };
    return [overview, ...offices, statements];
  },
});
