import type { Both } from "../../core/language.ts";
import { KINDS } from "../../knowledge/kinds/index.ts";
import { cited, SKIP, SOURCE_ASKS } from "../asks.ts";
import { part, yaml } from "../rows.ts";
import { type Ask, answerOf, defineScaffold } from "../scaffold.ts";
import { slug } from "../slug.ts";

const perCent = (option: string, question: Both, example: string): Ask => ({
  option,
  question,
  example,
  form: "number",
  optional: SKIP,
});

export const figure = defineScaffold({
  kind: KINDS.figure,
  remarks: [
    "Số liệu: một chỉ số × một nơi × một kỳ. Viết số kiểu máy: 305000 (không phải 305.000), 86.5 (không phải 86,5).",
    "Đơn vị nằm ở chỉ số (indicators/). Ba kiểu so sánh không được lẫn: share-of-plan, change, ratio.",
  ],
  asks: [
    {
      option: "indicator",
      question: { vi: "Chỉ số nào?", en: "Which indicator?" },
      example: "ma-chi-so",
      form: "id",
      of: ["indicator"],
      stays: true,
    },
    {
      option: "place",
      question: { vi: "Của nơi nào?", en: "Of which place?" },
      example: "ma-noi",
      form: "id",
      of: ["place"],
      stays: true,
    },
    {
      option: "period",
      question: {
        vi: "Kỳ nào? (2024 · 2024-H1 nửa đầu năm · 2024-Q3 · 2024-9M chín tháng đầu năm · 2024-10 · 2016..2020)",
        en: "Which period? (2024 · 2024-H1 first half · 2024-Q3 · 2024-9M first nine months · 2024-10 · 2016..2020)",
      },
      example: "2024-9M",
      form: "number",
      stays: true,
    },
    {
      option: "value",
      question: { vi: "Bao nhiêu?", en: "How much?" },
      example: "48200",
      form: "number",
      remark: (answers, { knowledge }) => {
        const unit = knowledge.indicators.get(answerOf(answers, "indicator") ?? "")?.unit;
        return unit === undefined ? undefined : { vi: `tính bằng: ${unit.vi}`, en: `counted in: ${unit.en}` };
      },
    },
    {
      option: "qualifier",
      question: { vi: "Nguồn viết con số thế nào?", en: "How is it put?" },
      example: "over",
      form: "id",
      choices: {
        exactly: { vi: "đúng số ấy", en: "exactly" },
        over: { vi: "“trên”, “hơn”", en: "“over”, “more than”" },
        about: { vi: "“khoảng”, “gần”", en: "“about”, “nearly”" },
        atMost: { vi: "“đến”, “tối đa”", en: "“up to”" },
        atLeast: { vi: "“ít nhất”", en: "“at least”" },
      },
      optional: { vi: "đúng số ấy", en: "exactly so" },
    },
    perCent("share-of-plan", { vi: "Đạt bao nhiêu % dự toán?", en: "What share of the plan, in %?" }, "86.5"),
    perCent(
      "change",
      { vi: "Tăng bao nhiêu % so cùng kỳ? (Giảm thì âm.)", en: "Change in %? (A fall is negative.)" },
      "24.6",
    ),
    perCent(
      "ratio",
      { vi: "Hoặc nguồn viết: bằng bao nhiêu % cùng kỳ?", en: "Or: what % of the earlier period?" },
      "93.65",
    ),
    ...SOURCE_ASKS,
  ],
  fileName: (answers) =>
    slug([...["indicator", "place", "period"].map((option) => answerOf(answers, option))].join(" ")) || "so-lieu",
  write: (given) => yaml`
    indicator: ${given("indicator")}
    place: ${given("place")}
    period: ${given("period")}
    value: ${given("value")}
    qualifier: ${given("qualifier")}  # nguồn viết “trên”: over · “khoảng”: about · “đến”: atMost · “ít nhất”: atLeast
    # scope: { vi: "chỉ tính …", en: "only …" }  # phạm vi, khi con số không tính tất cả
    ${part(
      COMPARISONS.some((option) => given.has(option)),
      yaml`
        comparisons:  # so sánh, luôn tính bằng %
          - { kind: share-of-plan, value: ${given("share-of-plan")} }  # đạt …% dự toán
          - { kind: change, value: ${given("change")} }  # tăng …% so cùng kỳ; số âm là giảm
          - { kind: ratio, value: ${given("ratio")} }  # bằng …% cùng kỳ
      `,
    )}
    # Khi câu trong nguồn có hai cách đọc thì ghi cả hai; value ở trên là cách đọc hợp lý hơn:
    # readings:
    #   - { value: ${given("value")}, likelier: true, why: { vi: "…", en: "…" } }
    #   - { value: 17200, likelier: false, why: { vi: "…", en: "…" } }
    # id: ma-so-lieu  # không cần ghi: mã tự đặt theo chỉ số, nơi và kỳ
    ${cited(given)}
  `,
});

const COMPARISONS = ["share-of-plan", "change", "ratio"] as const;
