import { answered, answeredList, notHeld } from "../src/core/answer.ts";
import { defineCommand } from "../src/core/command.ts";
import { listOf } from "../src/core/language.ts";
import { nameOf } from "../src/core/naming.ts";
import { meaningsOf } from "../src/core/told-number.ts";
import { places } from "./options.ts";

export const number = defineCommand({
  name: "number",
  names: { vi: "con-số", en: "number" },
  description: { vi: "Một con số nói về khoản gì, của nơi nào", en: "What a number stands for, and of which place" },
  options: {
    value: {
      kind: "text",
      required: true,
      names: { vi: "số", en: "value" },
      description: { vi: "Con số với đơn vị, ví dụ 24,6%", en: "The number with its unit, for example 24.6%" },
    },
    places,
  },
  asks: [
    {
      phrasings: [
        "con số này nói về khoản gì",
        "con số này là gì",
        "là gì",
        "là khoản gì",
        "là số gì",
        "là con số gì",
        "là chỉ số gì",
        "là của ai",
        "là của nơi nào",
        "của thành phố nào",
        "của tỉnh nào",
        "của địa phương nào",
        "nói về khoản nào",
        "nói về cái gì",
        "nói lên điều gì",
        "nghĩa là gì",
        "ứng với chỉ tiêu nào",
        "what is",
        "what is this figure",
        "what does the figure refer to",
        "what does the number mean",
        "what does it stand for",
        "which city is the figure of",
        "which place does the number belong to",
        "which indicator is it",
      ],
      takes: ["places"],
      suits: ({ number: given }) => given !== undefined,
      gives: ["text", "list", "place", "organisation", "person", "any"],
      values: ({ number: given }) => ({ value: given ?? "" }),
      question: ({ values, language }, knowledge) => {
        const where = listOf(
          (values.places?.split(",") ?? []).map((id) => nameOf(knowledge, id, language)),
          language,
        );
        return language === "vi"
          ? `Con số ${values.value}${where === "" ? "" : ` của ${where}`} nói về khoản gì?`
          : `What does the number ${values.value}${where === "" ? "" : ` of ${where}`} stand for?`;
      },
    },
  ],
  run: (values, { knowledge, language }) => {
    const vi = language === "vi";
    const meanings = meaningsOf(values.value, values.places, knowledge, language);
    const citations = meanings.map(({ citation }) => citation);
    const [only, ...others] = meanings;
    if (only === undefined)
      return notHeld(
        vi
          ? `Kho tri thức không có con số nào là “${values.value}”.`
          : `The knowledge base holds no number that is “${values.value}”.`,
      );
    if (others.length === 0) return answered(only.text, { citations });
    return answeredList(
      vi ? `“${values.value}” có trong:` : `“${values.value}” stands in:`,
      meanings.map(({ text }) => text),
      { citations },
    );
  },
});
