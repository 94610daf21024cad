import { expect, test } from "vitest";
import { finish } from "../../src/core/steps.ts";
import { clusterAlike } from "../../src/gaps/cluster.ts";
import { createSketcher } from "../../src/gaps/sketch.ts";
import { openBot } from "../bots.ts";

const { bot, knowledge } = await openBot("test/knowledge");
const { sketch } = createSketcher(knowledge, bot.commands);

/** Which of the questions stand together, in the order in which they are asked. */
function clusters(questions: readonly string[], language: "vi" | "en" = "vi"): string[][] {
  const found = finish(clusterAlike(questions.map((one) => sketch(one, language))));
  return found.map((places) => places.map((place) => questions[place] ?? ""));
}

/** Beside what else people ask, so that words are as rare as they are. */
const ELSE = [
  "Dân số Vinh năm 2022",
  "thời tiết Đà Nẵng hôm nay",
  "giá vàng",
  "thu nhập bình quân ở Lào Cai",
  "số bệnh viện của Nam Định",
];

test.each([
  [
    "marks, politeness and the order of words make no other question",
    ["Dân số Huế năm 2022 là bao nhiêu?", "dan so hue 2022", "cho em hỏi năm 2022 dân số của Huế với ạ"],
  ],
  ["a slip of the keys makes none either", ["tỷ lệ thất nghiệp Huế", "ti le that nghieep o hue"]],
  ["one thing by its several names is one thing", ["Sản lượng lúa của Cần Thơ", "san luong lua TP Cần Thơ"]],
  [
    "a command asks what its words ask",
    ["/figures indicator:xuat-khau places:da-nang period:2021", "kim ngạch xuất khẩu Đà Nẵng năm 2021"],
  ],
  [
    "asking when is asking on which day",
    ["Biên bản Hải Phòng Busan ký khi nào?", "bien ban hai phong busan ky ngay nao"],
  ],
])("For an admin %s", (_, alike) => {
  expect(clusters([...alike, ...ELSE])).toContainEqual(alike);
});

test.each([
  ["Dân số Huế năm 2022", "Dân số Huế năm 2023"],
  ["xuất khẩu Đà Nẵng 9 tháng 2021", "xuất khẩu Đà Nẵng tháng 9 năm 2021"],
  ["Dân số Huế", "Dân số Vinh"],
  ["dân số An Giang", "dân số Hà Giang"],
  ["xuất khẩu Đà Nẵng 2021", "nhập khẩu Đà Nẵng 2021"],
  ["Ai ký biên bản Hải Phòng Busan?", "Biên bản Hải Phòng Busan ký khi nào?"],
  ["số bệnh viện ở Huế", "số trường học ở Huế"],
])("For an admin “%s” is another question than “%s”", (one, other) => {
  expect(clusters([one, other, ...ELSE]).filter((cluster) => cluster.includes(one))).toEqual([[one]]);
});

test("The same question in two languages is two gaps, since each needs words of its own", () => {
  const found = finish(clusterAlike([sketch("GRDP Huế 2022", "vi"), sketch("GRDP Huế 2022", "en")]));
  expect(found).toHaveLength(2);
});

test("The same questions are always put together the same way", () => {
  const all = [...ELSE, "dân số Huế", "dan so hue", "dân số tp Huế 2022", "Dân số Huế 2022"];
  expect(clusters(all)).toEqual(clusters(all));
  expect(clusters(all).flat().toSorted()).toEqual(all.toSorted());
});
