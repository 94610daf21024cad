import { answered, answeredList, notHeld } from "../src/core/answer.ts";
import { defineCommand } from "../src/core/command.ts";
import { type Activity, isUnknown, type Knowledge } from "../src/core/knowledge.ts";
import { listOf } from "../src/core/language.ts";
import { nameOf } from "../src/core/naming.ts";
import { dateLabel } from "../src/core/period.ts";
import { places } from "./options.ts";

export const memoranda = defineCommand({
  name: "memoranda",
  names: { vi: "các-biên-bản", en: "memoranda" },
  description: {
    vi: "Các biên bản, thỏa thuận có trong kho tri thức",
    en: "Memoranda and agreements in the knowledge base",
  },
  options: { places },
  asks: [
    {
      phrasings: [
        "danh sách biên bản ghi nhớ",
        "các biên bản ghi nhớ",
        "có những biên bản ghi nhớ nào",
        "có bao nhiêu biên bản ghi nhớ",
        "có mấy biên bản",
        "những nơi nào có biên bản với {place}",
        "những nơi nào ký biên bản với {place}",
        "{place} ký với những nơi nào",
        "which places have a memorandum with {place}",
        "các biên bản của {place}",
        "{place} có những biên bản nào",
        "{place} ký biên bản ghi nhớ với ai",
        "{place} hợp tác với những tỉnh nào",
        "các thỏa thuận hợp tác của {place}",
        "list of memoranda",
        "which memoranda do you have",
        "how many memoranda of understanding",
        "memoranda of {place}",
        "agreements of {place}",
        "with whom has {place} signed memoranda",
      ],
      takes: ["places"],
      general: true,
      gives: ["list", "number", "organisation"],
      question: ({ values, language }, knowledge) => {
        const where = listOf(
          (values.places?.split(",") ?? []).map((id) => nameOf(knowledge, id, language)),
          language,
        );
        if (language === "vi")
          return where === "" ? "Có những biên bản ghi nhớ nào?" : `Các biên bản ghi nhớ của ${where}?`;
        return where === "" ? "Which memoranda are there?" : `Which memoranda has ${where}?`;
      },
    },
  ],
  run: (values, { knowledge, language }) => {
    const vi = language === "vi";
    const all = [...knowledge.memoranda.values()];
    const found = all.filter((item) => values.places.every((id) => item.parties.some((party) => party.place === id)));
    const where = listOf(
      values.places.map((id) => nameOf(knowledge, id, language)),
      language,
    );
    const shared = values.places.length < 2 ? [] : sharedProgrammes(values.places, knowledge);
    if (found.length === 0 && shared.length > 0) {
      const names = listOf(
        shared.map((item) => item.names[language]),
        language,
      );
      return answered(
        vi
          ? `Kho tri thức không có biên bản ghi nhớ nào giữa ${where}, nhưng có chương trình mà các bên cùng tham gia: ${names}.`
          : `The knowledge base holds no memorandum between ${where}, but a programme that they share: ${names}.`,
        { citations: shared.map((item) => item.source) },
      );
    }
    if (found.length === 0)
      return notHeld(
        where === ""
          ? vi
            ? "Kho tri thức chưa có biên bản ghi nhớ nào."
            : "The knowledge base holds no memorandum yet."
          : vi
            ? `Kho tri thức không có biên bản ghi nhớ nào ${values.places.length > 1 ? "giữa" : "của"} ${where}.`
            : `The knowledge base holds no memorandum ${values.places.length > 1 ? "between" : "of"} ${where}.`,
      );
    const rows = found.map((item) => {
      const parties = listOf(
        item.parties.map((party) => nameOf(knowledge, party.place, language)),
        language,
      );
      const { date } = item.signed;
      const when = isUnknown(date)
        ? ""
        : vi
          ? `, ký ngày ${dateLabel(date.day, "vi")}`
          : `, signed on ${dateLabel(date.day, "en")}`;
      return `${item.names[language]} (${parties}${when})`;
    });
    const headline = vi
      ? `Kho tri thức có ${found.length} biên bản ghi nhớ${where === "" ? "" : ` của ${where}`}:`
      : `The knowledge base holds ${found.length} ${found.length === 1 ? "memorandum" : "memoranda"}${where === "" ? "" : ` of ${where}`}:`;
    return answeredList(headline, rows, { citations: found.map((item) => item.signed.source) });
  },
});

/** Programmes in which all the places take part. */
const sharedProgrammes = (places_: readonly string[], knowledge: Knowledge): Activity[] =>
  [...knowledge.programmes.values()].filter((item) =>
    places_.every((id) => item.places.includes(id) || item.participants.ids.includes(id)),
  );
