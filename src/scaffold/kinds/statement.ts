import { KINDS } from "../../knowledge/kinds/index.ts";
import { bothAsks, cited, idAsk, SKIP, SOURCE_ASKS } from "../asks.ts";
import { yaml } from "../rows.ts";
import { answerOf, defineScaffold } from "../scaffold.ts";

export const statement = defineScaffold({
  kind: KINDS.statement,
  remarks: [
    "Điều được nói hoặc kể mà không thuộc loại nào khác: ai nói gì, vì sao. Viết bằng lời mình, không chép câu văn.",
  ],
  asks: [
    ...bothAsks(
      "title",
      { vi: "Một câu ngắn nêu ý chính", en: "A short line that says what it is about" },
      { vi: "Vì sao bắt đầu từ dòng sông", en: "Why it begins with the river" },
    ),
    idAsk("vi-sao-bat-dau-tu-dong-song", (answers) => answerOf(answers, "title-vi")),
    ...bothAsks(
      "text",
      { vi: "Nội dung", en: "What was said" },
      { vi: "Hai thị xã cùng uống nước một dòng sông.", en: "Both towns drink from one river." },
    ),
    {
      option: "alias",
      question: {
        vi: "Người ta hỏi điều này bằng từ nào, cả tiếng Việt lẫn tiếng Anh?",
        en: "Which words do people ask for it with, in both languages?",
      },
      example: "lý do chọn dòng sông",
      form: "text",
      optional: SKIP,
      least: 0,
    },
    {
      option: "speaker",
      question: { vi: "Ai nói?", en: "Who said it?" },
      example: "ma-nguoi",
      form: "id",
      of: ["person", "organisation"],
      optional: SKIP,
      stays: true,
    },
    {
      option: "about",
      question: { vi: "Nói về ai, nơi nào, văn bản nào?", en: "About whom, which place, which document?" },
      example: "ma-noi",
      form: "id",
      of: ["place", "organisation", "person", "memorandum", "programme", "event", "document", "indicator"],
      optional: SKIP,
      least: 0,
      stays: true,
    },
    {
      option: "period",
      question: { vi: "Đúng cho kỳ nào?", en: "For which period?" },
      example: "2024-9M",
      form: "number",
      optional: SKIP,
    },
    ...SOURCE_ASKS,
  ],
  fileName: (answers) => answerOf(answers, "id") ?? "dieu-noi",
  write: (given) => yaml`
    id: ${given("id")}
    about: ${given.list("about")}  # nói về ai, nơi nào, văn bản nào
    speaker: ${given("speaker")}  # ai nói: mã người hoặc cơ quan
    title:
      vi: ${given("title-vi")}
      en: ${given("title-en")}
    aliases: ${given.list("alias")}  # người ta hỏi điều này bằng từ nào
    text:
      vi: ${given("text-vi")}
      en: ${given("text-en")}
    period: ${given("period")}  # đúng cho kỳ nào
    ${cited(given)}
  `,
});
