import { KINDS } from "../../knowledge/kinds/index.ts";
import { bothAsks, cited, idAsk, SKIP, SOURCE_ASKS } from "../asks.ts";
import { yaml } from "../rows.ts";
import { answerOf, defineScaffold } from "../scaffold.ts";

export const person = defineScaffold({
  kind: KINDS.person,
  remarks: ["Người và chức vụ. Chức vụ ghi theo ngày mà nguồn nói tới (asOf), không ghi “hiện nay”."],
  asks: [
    { option: "name", question: { vi: "Họ tên?", en: "Full name?" }, example: "Trần Văn Thí Dụ", form: "text" },
    idAsk("tran-van-thi-du", (answers) => answerOf(answers, "name")),
    ...bothAsks(
      "title",
      { vi: "Chức vụ đầy đủ, kể cả nơi", en: "Full title with the place" },
      { vi: "Chủ tịch UBND thị xã Sông Trăng", en: "Chairman of the People's Committee of Song Trang" },
    ),
    {
      option: "organisation",
      question: { vi: "Ở cơ quan nào?", en: "In which organisation?" },
      example: "ma-co-quan",
      form: "id",
      of: ["organisation"],
      optional: SKIP,
    },
    {
      option: "as-of",
      question: {
        vi: "Giữ chức vào ngày nào? (Ngày mà nguồn nói tới.)",
        en: "Held on which day? (The day that the source speaks of.)",
      },
      example: "2024-03-01",
      form: "number",
      stays: true,
    },
    ...SOURCE_ASKS,
  ],
  fileName: (answers) => answerOf(answers, "id") ?? "nguoi",
  write: (given) => yaml`
    id: ${given("id")}
    name: ${given("name")}
    # aliases: ["Ông Thí Dụ"]  # cách gọi khác, như người ta gõ
    # exact: [TVTD]  # viết tắt, chỉ nhận khi gõ đúng y vậy
    offices:
      - title:
          vi: ${given("title-vi")}
          en: ${given("title-en")}
        # aliases: ["Chủ tịch Sông Trăng"]  # cách gọi chức vụ này
        organisation: ${given("organisation")}  # cơ quan: mã trong organisations/
        asOf: ${given("as-of")}
        ${cited(given)}
  `,
});
