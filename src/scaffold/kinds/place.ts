import { KINDS } from "../../knowledge/kinds/index.ts";
import { aliasAsk, namedAsks, namedRows, SKIP, unmarkedName } from "../asks.ts";
import { yaml } from "../rows.ts";
import { answerOf, defineScaffold } from "../scaffold.ts";

export const place = defineScaffold({
  kind: KINDS.place,
  remarks: [
    "Địa danh: tỉnh, thành phố, vùng, hội trường. Ghi cả những nơi lân cận chưa có dữ kiện nào, để câu hỏi về chúng được",
    "trả lời đúng tên.",
  ],
  asks: [
    ...namedAsks({ vi: "Sông Trăng", en: "Song Trang" }, { en: unmarkedName }),
    {
      option: "type",
      question: { vi: "Là gì?", en: "What is it?" },
      example: "city",
      form: "id",
      choices: {
        city: { vi: "thành phố, thị xã", en: "a city or town" },
        province: { vi: "tỉnh", en: "a province" },
        region: { vi: "vùng", en: "a region" },
        country: { vi: "quốc gia", en: "a country" },
        venue: { vi: "hội trường, nơi họp", en: "a venue" },
      },
      stays: true,
    },
    aliasAsk("thị xã Sông Trăng"),
    {
      option: "within",
      question: { vi: "Thuộc vùng, quốc gia nào?", en: "Which region or country does it belong to?" },
      example: "ma-vung",
      form: "id",
      of: ["place"],
      optional: SKIP,
      least: 0,
      stays: true,
    },
  ],
  fileName: (answers) => answerOf(answers, "id") ?? "dia-danh",
  write: (given) => yaml`
    ${namedRows(given)}
    type: ${given("type")}
    within: ${given.list("within")}  # thuộc vùng, quốc gia nào
    # Khi tên này từng chỉ một địa giới khác, ví dụ trước khi sáp nhập:
    # territories:
    #   - from: 2016-01-01
    #     until: 2025-06-30
    #     note: { vi: "Trước khi nhập với vùng bên", en: "Before it was merged with its neighbour" }
    #     successors: [ma-noi]
    #     source: { id: ma-nguon, paragraph: 3 }
  `,
});
