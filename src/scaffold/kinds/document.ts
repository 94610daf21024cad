import { KINDS } from "../../knowledge/kinds/index.ts";
import { aliasAsk, bothAsks, cited, namedAsks, namedRows, SOURCE_ASKS } from "../asks.ts";
import { yaml } from "../rows.ts";
import { answerOf, defineScaffold } from "../scaffold.ts";

export const document = defineScaffold({
  kind: KINDS.document,
  remarks: ["Văn bản được nhắc tới: nghị quyết, kế hoạch, quyết định."],
  asks: [
    {
      option: "number",
      question: { vi: "Số hiệu, như in trên văn bản?", en: "Its number, as printed?" },
      example: "15/KH-UBND",
      form: "text",
    },
    ...namedAsks({ vi: "Kế hoạch 15", en: "Plan 15" }),
    aliasAsk("KH 15"),
    {
      option: "issuer",
      question: { vi: "Cơ quan nào ban hành?", en: "Which organisation issued it?" },
      example: "ma-co-quan",
      form: "id",
      of: ["organisation"],
    },
    ...bothAsks(
      "subject",
      { vi: "Về việc gì", en: "What it is about" },
      { vi: "Quan trắc nước sông", en: "Measuring the river's water" },
    ),
    ...SOURCE_ASKS,
  ],
  fileName: (answers) => answerOf(answers, "id") ?? "van-ban",
  write: (given) => yaml`
    ${namedRows(given)}
    number: ${given("number")}
    issuer: ${given("issuer")}
    subject:
      vi: ${given("subject-vi")}
      en: ${given("subject-en")}
    ${cited(given)}
  `,
});
