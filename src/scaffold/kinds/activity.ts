import { KINDS } from "../../knowledge/kinds/index.ts";
import { aliasAsk, bothAsks, cited, namedAsks, namedRows, SILENT, SKIP, SOURCE_ASKS } from "../asks.ts";
import type { Given } from "../given.ts";
import { type Row, yaml } from "../rows.ts";
import { type Ask, answerOf, defineScaffold, type Scaffold } from "../scaffold.ts";

/** A programme lasts, an event takes place; they are asked for and written alike. */
function activity(
  kind: "programme" | "event",
  texts: { readonly remark: string; readonly period: Ask["question"] },
): Scaffold {
  return defineScaffold({
    kind: KINDS[kind],
    remarks: [texts.remark],
    asks: [
      ...namedAsks(EXAMPLES[kind]),
      aliasAsk(EXAMPLES[kind].alias),
      ...bothAsks(
        "summary",
        { vi: "Tóm tắt trong một câu", en: "What it is, in a sentence" },
        { vi: "Hội sách chung của hai thị xã.", en: "The book fair of the two towns." },
      ),
      {
        option: "period",
        question: texts.period,
        example: kind === "event" ? "2024-04-21" : "2024..2026",
        form: "number",
        optional: SILENT,
      },
      {
        option: "place",
        question: { vi: "Ở đâu, hoặc liên quan nơi nào?", en: "Where, or which places are concerned?" },
        example: "ma-noi",
        form: "id",
        of: ["place"],
        optional: SKIP,
        least: 0,
      },
      {
        option: "organiser",
        question: { vi: "Ai tổ chức?", en: "Who organises it?" },
        example: "ma-co-quan",
        form: "id",
        of: ["organisation", "place"],
        optional: SKIP,
        least: 0,
      },
      ...SOURCE_ASKS,
    ],
    fileName: (answers) => answerOf(answers, "id") ?? "viec",
    write: (given) => yaml`
      ${namedRows(given)}
      summary:
        vi: ${given("summary-vi")}
        en: ${given("summary-en")}
      ${period(given)}
      places: ${given.list("place")}  # nơi diễn ra hoặc liên quan
      organisers: ${given.list("organiser")}  # ai tổ chức: mã cơ quan hoặc nơi
      # Ai tham gia:
      # participants:
      #   ids: [ma-noi, ma-co-quan, ma-nguoi]
      #   complete: false  # danh sách trong nguồn kết bằng dấu …
      #   note: { vi: "…", en: "…" }
      #   source: { id: ma-nguon, paragraph: 3 }
      # Các con số, mỗi số có đơn vị:
      # counts:
      #   - id: gian-hang
      #     what: { vi: "Số gian hàng sách", en: "Book stalls" }
      #     aliases: ["gian hàng", "stalls"]  # cách gọi khác
      #     value: 1200
      #     unit: { vi: "gian hàng", en: "stalls" }
      #     qualifier: over  # trên: over · khoảng: about · đến: atMost · ít nhất: atLeast
      #     note: { vi: "…", en: "…" }
      #     source: { id: ma-nguon, paragraph: 3 }
      # Điều khác được kể:
      # details:
      #   - id: muc-dich
      #     what: { vi: "Mục đích", en: "Its aim" }
      #     aliases: ["để làm gì", "what for"]  # người ta hỏi bằng từ nào
      #     text: { vi: "…", en: "…" }
      #     source: { id: ma-nguon, paragraph: 3 }
      ${cited(given)}
    `,
  });
}

/** One line either way, so that no line has to be taken apart. */
const period = (given: Given): readonly Row[] =>
  given.has("period")
    ? yaml`period: ${given("period")}`
    : yaml`
        period: { unknown: { vi: "Nguồn không nêu thời gian.", en: "The source does not say when." } }
        # Khi biết thì xóa dòng trên và viết:
        # period: 2024..2026
      `;

const EXAMPLES = {
  programme: { vi: "Chương trình thư viện lưu động", en: "Travelling library programme", alias: "xe sách" },
  event: { vi: "Hội sách bên sông 2024", en: "Riverside Book Fair 2024", alias: "hội sách" },
} as const;

export const programme = activity("programme", {
  remark: "Chương trình hợp tác: việc kéo dài. Việc diễn ra một lần thì ghi ở events/.",
  period: {
    vi: "Kéo dài từ năm nào đến năm nào?",
    en: "From which year to which?",
  },
});

export const event = activity("event", {
  remark: "Sự kiện: hội nghị, lễ ký, hội chợ. Việc kéo dài thì ghi ở programmes/.",
  period: {
    vi: "Ngày nào, tháng nào hoặc năm nào?",
    en: "Which day, month or year?",
  },
});
