import { KINDS } from "../../knowledge/kinds/index.ts";
import { SKIP } from "../asks.ts";
import { yaml } from "../rows.ts";
import { answerOf, defineScaffold } from "../scaffold.ts";
import { slug } from "../slug.ts";

export const question = defineScaffold({
  kind: KINDS.question,
  remarks: [
    "Câu hỏi mẫu: npm run check hỏi bot từng câu. must và not là biểu thức chính quy, dò trong câu trả lời, không phân biệt",
    "hoa thường; dấu chấm trong con số viết là \\. và đặt trong dấu nháy đơn.",
  ],
  asks: [
    {
      option: "q",
      question: { vi: "Câu hỏi, như người ta gõ?", en: "The question, as people type it?" },
      example: "Biên bản Sông Trăng Núi Mây ký ngày nào?",
      form: "text",
    },
    {
      option: "answer-language",
      question: { vi: "Trả lời bằng tiếng nào?", en: "Answered in which language?" },
      example: "vi",
      form: "id",
      choices: { vi: { vi: "tiếng Việt", en: "Vietnamese" }, en: { vi: "tiếng Anh", en: "English" } },
      optional: { vi: "theo câu hỏi", en: "that of the question" },
      stays: true,
    },
    {
      option: "expect",
      question: { vi: "Bot phải làm gì?", en: "What must the bot do?" },
      example: "answered",
      form: "id",
      choices: {
        answered: { vi: "trả lời", en: "answer" },
        unknown: { vi: "nói rằng kho không có", en: "say that it is not held" },
        ambiguous: { vi: "hỏi lại", en: "ask back" },
      },
      proposes: () => "answered",
      stays: true,
    },
    {
      option: "must",
      question: { vi: "Câu trả lời phải có gì?", en: "What must be in the answer?" },
      example: "01/03/2024",
      form: "text",
      optional: SKIP,
      least: 0,
    },
    {
      option: "not",
      question: { vi: "Câu trả lời không được có gì?", en: "What must not be in the answer?" },
      example: "2023",
      form: "text",
      optional: SKIP,
      least: 0,
    },
  ],
  fileName: (answers) => slug(answerOf(answers, "q") ?? "") || "cau-hoi",
  write: (given) => yaml`
    q: ${given("q")}
    lang: ${given("answer-language")}  # trả lời bằng tiếng nào; bỏ thì theo câu hỏi
    expect: ${given("expect")}
    must: ${given.list("must")}  # câu trả lời phải có
    not: ${given.list("not")}  # câu trả lời không được có
    # at: 2025-01-15  # hỏi như vào lúc nào, khi câu trả lời tùy thuộc ngày hỏi
  `,
});
