import { answered, answeredList, notHeld } from "../src/core/answer.ts";
import { type Context, defineCommand } from "../src/core/command.ts";
import type { Knowledge } from "../src/core/knowledge.ts";
import { listOf } from "../src/core/language.ts";
import { nameOf } from "../src/core/naming.ts";
import { p } from "../src/core/text.ts";
import { place } from "./options.ts";

export const places = defineCommand({
  name: "places",
  names: { vi: "địa-phương", en: "places" },
  description: { vi: "Các địa phương và điều kho tri thức có về mỗi nơi", en: "Places, and what is held about each" },
  options: {
    place,
    aspect: {
      kind: "choice",
      names: { vi: "khía-cạnh", en: "aspect" },
      description: { vi: "Muốn biết điều gì", en: "What you want to know" },
      choices: { overview: { vi: "tổng quan", en: "overview" }, territory: { vi: "địa giới", en: "territory" } },
    },
  },
  asks: [
    {
      fact: "place.overview",
      general: true,
      phrasings: [
        "",
        "kho tri thức có gì về {place}",
        "có thông tin gì về {place}",
        "biết gì về {place}",
        "giới thiệu {place}",
        "what do you know about {place}",
        "about {place}",
      ],
      values: ({ fact }) => ({ place: fact?.subject ?? "" }),
      question: ({ values, language }, knowledge) => {
        const name = nameOf(knowledge, values.place ?? "", language);
        return language === "vi" ? `Kho tri thức có gì về ${name}?` : `What do you know about ${name}?`;
      },
    },
    {
      fact: "place.territory",
      phrasings: [
        "{place} sáp nhập với tỉnh nào",
        "{place} sáp nhập vào đâu",
        "{place} hợp nhất với tỉnh nào",
        "sáp nhập khi nào",
        "hợp nhất khi nào",
        "{place} thành tỉnh nào",
        "địa giới của {place}",
        "địa giới cũ",
        "which provinces merged",
        "merged into",
        "merged with",
        "merger of {place}",
        "territory of {place}",
        "when was {place} merged",
      ],
      values: ({ fact }) => ({ place: fact?.subject ?? "", aspect: "territory" }),
      question: ({ values, language }, knowledge) => {
        const name = nameOf(knowledge, values.place ?? "", language);
        return language === "vi" ? `${name} sáp nhập với tỉnh nào?` : `What was ${name} merged with?`;
      },
    },
    {
      phrasings: [
        "các địa phương",
        "danh sách địa phương",
        "có những tỉnh thành nào",
        "những nơi nào được nhắc tới",
        "list of places",
        "which places do you know",
        "which provinces and cities are covered",
      ],
      gives: ["list", "place"],
      question: ({ language }) => (language === "vi" ? "Có những tỉnh thành nào?" : "Which places do you know?"),
    },
  ],
  run: (values, context) => {
    const { knowledge, language } = context;
    const vi = language === "vi";
    const territories = knowledge.places.get(values.place ?? "")?.territories ?? [];
    if (values.place !== undefined && values.aspect === "territory" && territories.length > 0)
      return answeredList(
        `${nameOf(knowledge, values.place, language)}:`,
        territories.map((territory) => territory.note[language]),
        { citations: territories.map((territory) => territory.source) },
      );
    if (values.place !== undefined) return onePlace(values.place, context);
    const isHeld = (id: string): boolean => Object.values(heldAbout(id, knowledge)).some((count) => count > 0);
    const rows = [...knowledge.places.values()]
      .filter((one) => one.type !== "venue" && (one.territories.length > 0 || isHeld(one.id)))
      .map((one) => one.names[language]);
    return answeredList(
      vi ? `Kho tri thức nhắc tới ${rows.length} nơi:` : `The knowledge base mentions ${rows.length} places:`,
      rows,
    );
  },
});

/** What is held about a place: counts by kind, and what its name stood for when. */
function onePlace(id: string, { knowledge, language }: Context) {
  const vi = language === "vi";
  const name = nameOf(knowledge, id, language);
  const item = knowledge.places.get(id);
  const held = heldAbout(id, knowledge);
  const parts = [
    [held.memoranda, vi ? "biên bản ghi nhớ" : "memoranda"],
    [held.figures, vi ? "số liệu" : "figures"],
    [held.activities, vi ? "chương trình, sự kiện" : "programmes and events"],
    [held.statements, vi ? "điều được nói hoặc kể" : "statements"],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const territories = item?.territories ?? [];
  if (told.length === 0 && territories.length === 0)
    return notHeld(vi ? `Kho tri thức không có gì về ${name}.` : `The knowledge base holds nothing about ${name}.`);
  const headline =
    told.length === 0
      ? vi
        ? `${name} chỉ được nhắc tên.`
        : `${name} is mentioned by name only.`
      : vi
        ? `Về ${name}, kho tri thức có ${listOf(told, "vi")}.`
        : `About ${name} the knowledge base holds ${listOf(told, "en")}.`;
  return answered(headline, {
    body: territories.map((territory) => p(territory.note[language])),
    citations: territories.map((territory) => territory.source),
  });
}

function heldAbout(id: string, knowledge: Knowledge) {
  const activities = [...knowledge.programmes.values(), ...knowledge.events.values()];
  return {
    memoranda: [...knowledge.memoranda.values()].filter((one) => one.parties.some((party) => party.place === id))
      .length,
    figures: knowledge.figures.filter((figure) => figure.place === id).length,
    activities: activities.filter((one) => [...one.places, ...one.participants.ids].includes(id)).length,
    statements: [...knowledge.statements.values()].filter((one) => one.about.includes(id)).length,
  };
}
