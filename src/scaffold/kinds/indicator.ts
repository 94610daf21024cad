import { KINDS } from "../../knowledge/kinds/index.ts";
import { aliasAsk, bothAsks, namedAsks, namedRows, SKIP } from "../asks.ts";
import { yaml } from "../rows.ts";
import { answerOf, defineScaffold } from "../scaffold.ts";

export const indicator = defineScaffold({
  kind: KINDS.indicator,
  remarks: ["Chỉ số: tên và đơn vị. Con số ghi ở figures/: một chỉ số × một nơi × một kỳ."],
  asks: [
    ...namedAsks({ vi: "Lượt mượn sách", en: "Library loans" }),
    ...bothAsks("unit", { vi: "Đơn vị", en: "Its unit" }, { vi: "lượt", en: "loans" }),
    {
      option: "measures",
      question: { vi: "Con số là gì?", en: "What is its number?" },
      example: "change",
      form: "id",
      choices: {
        level: { vi: "một mức: bao nhiêu", en: "a level: how much" },
        change: { vi: "mức tăng hoặc giảm, âm là giảm", en: "a rise, or a fall where it is negative" },
      },
      optional: { vi: "một mức", en: "a level" },
    },
    aliasAsk("số lượt mượn"),
    {
      option: "part-of",
      question: { vi: "Là một phần của chỉ số nào?", en: "Which indicator is it a part of?" },
      example: "ma-chi-so",
      form: "id",
      of: ["indicator"],
      optional: SKIP,
    },
  ],
  leadsTo: ["figure"],
  fileName: (answers) => answerOf(answers, "id") ?? "chi-so",
  write: (given) => yaml`
    ${namedRows(given)}
    unit:
      vi: ${given("unit-vi")}
      en: ${given("unit-en")}
    measures: ${given("measures")}  # level: mức (mặc định) · change: bản thân con số là mức tăng, giảm
    partOf: ${given("part-of")}  # là một phần của chỉ số nào
    # note: { vi: "Điều cần biết khi đọc số", en: "What a reader must know" }
  `,
});
