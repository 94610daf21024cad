import type { Token } from "./fold.ts";
import { createPhrases } from "./lexicon.ts";

/** What a phrase wants done with figures. */
export type Said =
  | { readonly kind: "order"; readonly value: "highest" | "lowest" | "all" | "position" }
  | { readonly kind: "total"; readonly weak: boolean }
  | { readonly kind: "average" }
  | { readonly kind: "change" }
  | { readonly kind: "over"; readonly value: "years" | "quarters" | "months" };

const said = (value: Said, phrases: string): (readonly [string, Said])[] =>
  phrases.split("|").map((phrase) => [phrase, value] as const);

export const OPERATIONS = createPhrases<Said>([
  ...said(
    { kind: "order", value: "highest" },
    "cao nhất|lớn nhất|nhiều nhất|đông nhất|nhanh nhất|mạnh nhất|tốt nhất|dẫn đầu|đứng đầu|đứng nhất|đứng thứ nhất|xếp thứ nhất|xếp đầu|đầu bảng|số một|highest|largest|biggest|most|fastest|greatest|best|strongest|leads|leading|number one|ranks first|ranked first|first place|highest first",
  ),
  ...said(
    { kind: "order", value: "lowest" },
    "thấp nhất|nhỏ nhất|ít nhất|chậm nhất|kém nhất|yếu nhất|tệ nhất|bét bảng|đứng bét|xếp bét|đứng cuối|xếp cuối|cuối bảng|đội sổ|từ thấp đến cao|từ thấp lên cao|lowest|smallest|least|fewest|slowest|worst|weakest|last place|ranks last|ranked last|lowest first",
  ),
  ...said(
    { kind: "order", value: "all" },
    "xếp hạng|bảng xếp hạng|thứ hạng|xếp thứ tự|xếp theo thứ tự|theo thứ tự|thứ tự|từ cao đến thấp|từ cao xuống thấp|sắp xếp|top|ranking|rankings|rank|ranked|in order|league table|sort|sorted",
  ),
  ...said(
    { kind: "order", value: "position" },
    "đứng thứ mấy|xếp thứ mấy|thứ mấy|hạng mấy|đứng hạng mấy|xếp hạng mấy|xếp hạng thứ mấy|đứng thứ bao nhiêu|xếp thứ bao nhiêu|hạng bao nhiêu|đứng ở vị trí nào|vị trí thứ mấy|what rank|which rank|what place|which place does",
  ),
  ...said(
    { kind: "total", weak: false },
    "tổng cộng|tổng cộng lại|cộng lại|gộp lại|cộng dồn|cộng với|tính gộp|tính chung|gộp chung|cả thảy|tổng của|combined|in total|together|altogether|sum|sum of|add up|added up|added together|plus",
  ),
  ...said({ kind: "total", weak: true }, "tổng|cộng|total"),
  ...said(
    { kind: "average" },
    "trung bình cộng|trung bình|bình quân|trung bình mỗi năm|trung bình hằng năm|trung bình hàng năm|trung bình một năm|bình quân mỗi năm|bình quân hằng năm|bình quân hàng năm|bình quân năm|average|averaged|mean|on average|average per year|annual average|yearly average",
  ),
  ...said(
    { kind: "change" },
    "tăng hay giảm|tăng hay là giảm|tăng lên hay giảm xuống|tăng giảm|tăng giảm thế nào|tăng giảm ra sao|tăng bao nhiêu|giảm bao nhiêu|tăng thêm bao nhiêu|tăng thêm|giảm đi|giảm đi bao nhiêu|tăng lên|giảm xuống|hụt|hụt bao nhiêu|hụt đi|sụt|sụt giảm|sụt bao nhiêu|tụt|tụt bao nhiêu|tăng mấy|giảm mấy|tăng nhiêu|giảm nhiêu|bằng bao nhiêu so với cùng kỳ|bằng mấy so với cùng kỳ|so với cùng kỳ năm trước|so với cùng kỳ năm ngoái|có tăng không|có giảm không|so với năm trước|so với năm ngoái|so với cùng kỳ|so với năm trước đó|so với kỳ trước|biến động|rise or fall|rose or fell|fall or rise|up or down|go up|go down|went up|went down|did it rise|rise|rose|fell|increase or decrease|increase|increased|decrease|decreased|year on year|compared with the year before|compared to the year before|than the year before|from the year before|the year before|compared with last year|compared to last year|the previous year|a year earlier",
  ),
  ...said({ kind: "over", value: "years" }, "năm nào|những năm nào|which year|what year|in which year"),
  ...said({ kind: "over", value: "quarters" }, "quý nào|which quarter|what quarter"),
  ...said({ kind: "over", value: "months" }, "tháng nào|which month|what month"),
]);

/** "nhiều khách nhất": the superlative may stand apart from its word. */
export const LEADS = createPhrases<"highest" | "lowest">([
  ..."cao|lớn|nhiều|nhanh|mạnh|tốt".split("|").map((word) => [word, "highest"] as const),
  ..."thấp|nhỏ|ít|chậm|kém|yếu".split("|").map((word) => [word, "lowest"] as const),
]);

export const isOrder = (tokens: readonly Token[], at: number): boolean =>
  OPERATIONS.longest(tokens, at)?.value.kind === "order";
