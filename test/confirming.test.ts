import { expect, test } from "vitest";
import { asking, said } from "./asking.ts";
import { openBot } from "./bots.ts";

const { bot } = await openBot("knowledge");
const second = (await openBot("test/knowledge")).bot;

const ask = asking(bot);

test.each([
  ["Có phải đủ 63 địa phương về dự hội nghị giao thương kết nối cung - cầu 2017 không?", /^Không\..*49 địa phương/],
  ["hoi nghi giao thuong 2017 co du 49 dia phuong du phai khong", /^Đúng\..*49 địa phương/],
  ["Were there really 400 localities at the 2017 trade conference?", /^No\..*49 localities/],
  ["hooij nghij giao thuowng 2017 cos 50 ddiaj phuowng duwj phair khoong", /^Không\..*49 địa phương/],
  ["Biên bản HN-TPHCM ký 12 lĩnh vực đúng không chị?", /^Không\..*10 lĩnh vực/],
  ["biên bản có 10 lĩnh vực phải không", /^Đúng\..*10 lĩnh vực/],
  ["Hà Nội có hơn 60 chuỗi an toàn thực phẩm đúng không", /^Đúng\..*trên 60 chuỗi/],
  ["Did the companies really sign 500 cooperation agreements at the 2017 trade conference?", /^No\..*400 agreements/],
  ["did Hanoi give 12 billion dong instead of fireworks at Tet 2016?", /^Yes\..*12 billion dong/],
  ["tết 2016 Hà Nội hỗ trợ miền Trung 15 tỷ đúng không", /^Không\..*12 tỷ đồng/],
])("A count that is to be confirmed gets a yes or a no with the number that is held: %s", (question, answer) => {
  expect(said(ask(question))).toMatch(answer);
});

test("Which of two numbers it is, the fact itself tells", () => {
  expect(said(ask("Hà Nội có 60 hay 400 chuỗi an toàn thực phẩm"))).toMatch(/^Chuỗi an toàn.*trên 60 chuỗi/);
  expect(said(ask("chuỗi nông sản các tỉnh cung cấp cho thủ đô là 60 hay 400 chuỗi"))).toMatch(/khoảng 400 chuỗi/);
});

test("A number that the source leaves open is neither confirmed nor denied, and what it says is told", () => {
  expect(said(ask("Có phải Hà Nội ký với 12 tỉnh không"))).toMatch(/^(?!Không|Đúng|Có).*hầu hết các tỉnh/);
});

test.each([
  "biên bản gồm 12 trang phải không",
  "trong 60 chuỗi có 20 chuỗi rau đúng không",
  "does the MoU say anything on nuclear energy?",
])("What nothing counts or says is neither confirmed nor denied: %s", (question) => {
  const answer = ask(question);
  expect(answer.status).not.toBe("answered");
  expect(said(answer)).not.toMatch(/^(?:Không|Đúng|Yes|No)\./);
});

test("How many were invited is no answer to how many it signed with, which nobody counted", () => {
  for (const question of ["Có phải Hà Nội ký với 12 tỉnh không", "Hà Nội làm việc với bao nhiêu tỉnh"])
    expect(said(ask(question)), question).not.toMatch(/^(?:Không|Đúng)\.|\b(?:14|49)\b/);
});

test.each([
  "ung pho bien doi khi hau co trong noi dung ky voi tphcm khong a",
  "ứng phó biến đổi khí hậu có trong biên bản với TPHCM không",
  "does the MoU say anything on climate change?",
])("A topic is found in the agreement that has it: %s", (question) => {
  expect(said(ask(question))).toMatch(/biến đổi khí hậu|climate change/);
});

test("A number told in thousands of billions, or rounded, is held against the exact one", () => {
  expect(said(ask("thu nội địa của TPHCM hơn 232 nghìn tỷ, đúng không"))).toMatch(/^Đúng\./);
  expect(said(ask("thu nội địa TPHCM 233 nghìn tỷ đúng không"))).toMatch(/^Gần đúng\..*232\.681/);
  expect(said(ask("thu nội địa TPHCM 240 nghìn tỷ đúng không"))).toMatch(/^Không\..*232\.681/);
  expect(said(ask("did Hanoi spend 25.5 trillion dong on development investment?"))).toMatch(/^Yes\..*25,500/);
  expect(said(asking(second)("xuất khẩu Hải Phòng năm 2023 là 26.400 triệu USD phải không"))).toMatch(
    /^Gần đúng\..*26\.370/,
  );
});

test.each([
  ["Bản ghi nhớ 6 tháng sơ kết một lần phải hông ạ?", /^Không\..*Mỗi năm một lần/],
  ["so ket moi nam mot lan dung khong", /^Đúng\..*Mỗi năm một lần/],
  ["biên bản sơ kết 2 lần mỗi năm phải không", /^Không\..*Mỗi năm một lần/],
  ["Is the memorandum reviewed every six months?", /^No\..*Once a year/],
  ["is the memorandum reviewed once a year?", /^Yes\..*Once a year/],
  ["biên bản ký ngày 20/10/2023 phải không", /^Không\..*18\/10\/2023/],
  ["bien ban ky ngay 18/10/2023 dung khong", /^Đúng\..*18\/10\/2023/],
  ["hội nghị giao thương diễn ra năm 2018 phải không", /^Không\..*năm 2017/],
  ["hoi nghi giao thuong dien ra nam 2017 phai khong", /^Đúng\..*năm 2017/],
  ["Was the memorandum signed in October 2023?", /^Yes\..*18 October 2023/],
])("How often and when are confirmed or denied: %s", (question, answer) => {
  expect(said(ask(question))).toMatch(answer);
});

test("A guest who is not proposed is denied with the one who is; of the one who is, the fact alone tells how far it has come", () => {
  const other = said(ask("Is it Da Nang that they proposed to invite to the yearly review conference?"));
  expect(other).toMatch(/^No\..*Hue/s);
  const one = said(ask("có phải Huế được đề xuất mời dự hội nghị sơ kết hằng năm không"));
  expect(one).toMatch(/^Sơ kết.*Thừa Thiên Huế.*chưa/s);
});

test("Whether something is still in force is told from its stated period and the day of asking", () => {
  expect(said(ask("Biên bản ghi nhớ HN–TPHCM tới giờ còn hiệu lực không?"))).toMatch(
    /^Không kết luận chắc chắn được\..*2023–2025.*không ghi nhận việc chấm dứt/,
  );
  expect(said(ask("Is the Hanoi-HCMC memorandum still in force?"))).toMatch(/^That can't be told for certain\./);
  expect(said(ask("chương trình hợp tác du lịch HN ký với Phú Thọ, Đồng Nai tới giờ còn hiệu lực không"))).toMatch(
    /^Không còn.*2016–2020/,
  );
  expect(said(asking(second)("bien ban Da Nang Quang Ninh con hieu luc khong"))).toMatch(/^Còn hiệu lực.*2022–2026/);
  const earlier = bot.answer({
    command: "ask",
    input: "biên bản Hà Nội TPHCM còn hiệu lực không",
    now: Date.UTC(2024, 5, 1),
  });
  expect(said(earlier)).toMatch(/^Còn hiệu lực.*2023–2025/);
});

test("An agreement that is not held is neither confirmed nor said to be in force", () => {
  for (const question of [
    "biên bản Hà Nội – Cần Thơ ký ngày 18/10/2023 phải không",
    "biên bản Hà Nội Cần Thơ còn hiệu lực không",
    "chương trình hợp tác dầu khí còn hiệu lực không",
    "thỏa thuận Hà Nội – Paris còn hiệu lực không",
    "biên bản Hà Nội – Paris ký ngày 18/10/2023 phải không",
  ])
    expect(said(ask(question)), question).not.toMatch(/^(?:Đúng|Không\.|Không còn|Còn)/);
});

test("An office or a place that is to be confirmed is told as it is held", () => {
  expect(said(ask("Có phải ông Nguyễn Văn Nên là Bí thư Thành ủy TPHCM không"))).toMatch(/Bí thư.*18\/10\/2023/);
  expect(said(ask("biên bản ký ở hội trường Thống Nhất phải không"))).toContain("ký tại Hội trường Thống Nhất");
});

test.each([
  ["tăng trưởng HN dưới 6% phải không", /^Không\. .*6,08%/],
  ["is Hanoi's growth below 7%?", /^Yes\. .*6\.08%/],
  ["Hà Nội thu ngân sách dưới 300.000 tỷ phải không", /^Không\. .*trên 305\.000/],
])("A limit is held against the figure: %s", (question, told) => {
  expect(said(ask(question))).toMatch(told);
});

test("Whether what is over a number stays under another one, nobody can tell", () => {
  expect(said(ask("Hà Nội thu ngân sách dưới 310.000 tỷ phải không"))).toMatch(/^Tổng thu.*trên 305\.000/);
});

test("Whether something is in the memorandum is not answered by another programme", () => {
  expect(said(ask("biên bản có du lịch không"))).toMatch(/^Có: .*du lịch/);
});

test("A slip in what a question ends with, or in an English word, asks for nothing else", () => {
  expect(said(ask("thu nội địa TPHCM đạt bao nhiêu % dự toán rậy"))).toContain("71,91");
  expect(said(ask("HN tăng trưởng bao nhiêu phần trăm trong 9 tháng đầu năm 2023 vyậ ạ"))).toContain("6,08");
  expect(said(ask("domestic revenue of Ho Chi Minh City 9 mnths 2023"))).toContain("232,681");
});
