import { KINDS } from "../../knowledge/kinds/index.ts";
import { namedAsks } from "../asks.ts";
import { type Given, partOf } from "../given.ts";
import { type Row, yaml } from "../rows.ts";
import { answerOf, defineScaffold } from "../scaffold.ts";

export const holidays = defineScaffold({
  kind: KINDS.holidays,
  remarks: [
    "Ngày nghỉ mà lịch sơ kết tránh (avoid.holidays trong reviews/). Một ngày ghi date; một đợt ghi from và to. Ngày âm lịch",
    "và ngày nghỉ bù không tự tính: mỗi năm ghi thêm.",
  ],
  asks: [
    ...namedAsks({ vi: "Ngày nghỉ Sông Trăng", en: "Holidays of Song Trang" }),
    {
      option: "day",
      question: {
        vi: "Ngày nghỉ: ngày | tên tiếng Việt | tên tiếng Anh? (Một đợt: 2027-02-06..2027-02-10 | …)",
        en: "A day off: day | Vietnamese name | English name? (Several days: 2027-02-06..2027-02-10 | …)",
      },
      example: "2027-05-01 | Ngày hội sông | River Day",
      form: "text",
      least: 1,
    },
  ],
  fileName: (answers) => answerOf(answers, "id") ?? "ngay-nghi",
  write: (given) => yaml`
    id: ${given("id")}
    names:
      vi: ${given("name-vi")}
      en: ${given("name-en")}
    days:
      ${days(given)}
      # - { from: 2027-02-06, to: 2027-02-10, names: { vi: "…", en: "…" } }  # cả đợt
      # - { date: 2027-09-02, names: { vi: "…", en: "…" } }
  `,
});

const days = (given: Given): readonly Row[] =>
  given.each("day", (cell, answer) => {
    const names = [partOf(cell, answer, 1), partOf(cell, answer, 2)] as const;
    const [from, to] = (answer.split("|")[0] ?? "").split("..").map((day) => day.trim());
    return to === undefined
      ? yaml`- { date: ${{ ...cell, yaml: JSON.stringify(from) }}, names: { vi: ${names[0]}, en: ${names[1]} } }`
      : yaml`- { from: ${JSON.stringify(from)}, to: ${JSON.stringify(to)}, names: { vi: ${names[0]}, en: ${names[1]} } }`;
  });
