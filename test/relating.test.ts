import { expect, test } from "vitest";
import { asking, said } from "./asking.ts";
import { openBot } from "./bots.ts";

const { bot } = await openBot("knowledge");
const siblings = (await openBot("test/siblings")).bot;
const second = (await openBot("test/knowledge")).bot;

const ask = asking(bot);

test.each([
  [
    "Chi đầu tư phát triển của Hà Nội gấp mấy lần của Đà Nẵng?",
    "unknown",
    "không có chi đầu tư phát triển của Đà Nẵng",
  ],
  [
    "vốn đầu tư phát triển HN gấp khoảng bao nhiêu lần SG",
    "answered",
    "Hà Nội gấp khoảng 2,28 lần Thành phố Hồ Chí Minh",
  ],
  ["chi dau tu phat trien sg bang may lan hn", "answered", "Thành phố Hồ Chí Minh bằng khoảng 0,4385 lần Hà Nội"],
  ["thu nooij ddiaj chieems bao nhieeu % toongr thu cuar tphcm", "answered", "chiếm khoảng 71,37% tổng thu"],
  ["tổng thu của TP.HCM thì thu nội địa chiếm mấy phần", "answered", "chiếm khoảng 71,37% tổng thu"],
  ["What proportion of Hanoi's local spending was development investment?", "answered", "about 42.5% of local budget"],
  [
    "How many times as much budget revenue did HCMC collect as Hanoi?",
    "answered",
    "the figure of Ho Chi Minh City is about 1.07 times that of Hanoi",
  ],
  ["thu nội địa chiếm mấy % tổng thu của Cần Thơ", "unknown", "không có thu nội địa của Cần Thơ"],
])("A person who asks how many times or which share is told the division: %s", (question, status, holds) => {
  const answer = ask(question);
  expect(said(answer)).toContain(holds);
  expect(answer.status).toBe(status);
});

test("Both figures of a ratio are shown, each with its source", () => {
  const answer = asking(siblings)("khách du lịch Hà Nội năm 2023 gấp mấy lần Hải Phòng");
  expect(said(answer)).toContain("Hà Nội gấp khoảng 3,11 lần Hải Phòng; 24.700 : 7.930 ≈ 3,11.");
  expect(said(answer)).toMatch(/24\.700 nghìn lượt \(Niên giám thử A, đoạn \d+\)/);
  expect(answer.citations).toHaveLength(2);
});

test("One year of a place is told as a multiple of another", () => {
  expect(said(asking(siblings)("thu ngân sách HN năm 2023 gấp mấy lần năm 2021"))).toContain(
    "năm 2023 gấp khoảng 1,55 lần năm 2021",
  );
});

test("Of two amounts of one unit a share is told also where neither is part of the other, but never as a part", () => {
  const text = said(asking(second)("xuất khẩu của Hải Phòng bằng bao nhiêu % nhập khẩu năm 2023"));
  expect(text).toContain("bằng khoảng 114,75% kim ngạch nhập khẩu");
  expect(text).not.toContain("chiếm");
  expect(said(asking(second)("khách quốc tế chiếm mấy % lượng khách Đà Nẵng"))).toContain("chiếm khoảng 36,57%");
});

test.each([
  ["chi ngân sách HN gấp mấy lần TPHCM", "đọc được hai cách"],
  ["tăng trưởng HN gấp mấy lần TPHCM", "điểm phần trăm"],
  ["tăng trưởng HN bằng bao nhiêu % thu ngân sách HN", "khác đơn vị"],
  ["Vốn đầu tư phát triển caủ HN lớn gấp mấy lần của TPHCM?", "không có câu trả lời"],
])("What is no multiple of anything is refused with the reason: %s", (question, reason) => {
  const answer = ask(question);
  expect(answer.status).toBe("unknown");
  expect(said(answer)).toContain(reason);
});

test.each([
  [
    "chi đầu tư phát triển HN và TPHCM chênh nhau bao nhiêu tỷ",
    "chênh 14.319 tỷ đồng, nhưng các số không cùng phạm vi",
  ],
  ["how much more did Hanoi spend on development investment than HCMC", "14,319 billion dong, but the figures differ"],
  ["tổng chi đầu tư phát triển HN với TPHCM cộng lại", "36.681 tỷ đồng, nhưng các số không cùng phạm vi"],
  ["HN và SG chi đầu tư chênh nhau mấy nghìn tỷ vậy", "14.319 tỷ đồng, nhưng các số không cùng phạm vi"],
  ["chi đầu tư HN so dự toán hơn TPHCM mấy điểm phần trăm", "chênh 30,01 điểm phần trăm, nhưng các số không cùng"],
])(
  "Where the scopes differ, what was asked for in so many words is told together with how they differ: %s",
  (question, holds) => {
    const answer = ask(question);
    expect(answer.status).toBe("answered");
    expect(said(answer)).toContain(holds);
    expect(said(answer)).toMatch(/chỉ tính nguồn vốn cân đối|only funds balanced/);
  },
);

test("Bounds make a difference an approximate one", () => {
  expect(said(ask("sg thu ngân sách nhiều hơn hn mấy tỷ"))).toContain("hơn khoảng 21.000 tỷ đồng");
});

test("A number that can be read in two ways goes into no difference and no sum", () => {
  expect(said(ask("chi ngân sách HN và TPHCM chênh nhau bao nhiêu"))).toContain("hai cách đọc nên không nêu mức chênh");
  expect(said(ask("tổng chi ngân sách địa phương hai thành phố cộng lại"))).toContain("đọc được hai cách");
});

test.each([
  ["HN hay TPHCM thu ngân sách sát dự toán hơn?", "Hà Nội sát dự toán hơn, đạt 86,5% dự toán so với đạt 69,45%"],
  ["which is closer to its plan in budget revenue, Hanoi or HCMC?", "Hanoi is closer to its plan"],
  ["HN hay TPHCM thu ngan sach gan ke hoach hon", "Hà Nội sát dự toán hơn"],
])("A person who asks which is closer to its plan is told which, and both shares: %s", (question, holds) => {
  expect(said(ask(question))).toContain(holds);
});

test("Whether a place that is not held is ahead can't be told, and the other's figure is no answer", () => {
  for (const question of [
    "Hải Phòng 9T/2023 tăng trưởng có hơn HN không",
    "hai phong tang truong co cao hon ha noi ko",
  ]) {
    const answer = ask(question);
    expect(answer.status).toBe("unknown");
    expect(said(answer)).toContain("không có tăng trưởng của Hải Phòng");
    expect(said(answer)).not.toContain("6,08");
  }
  expect(said(ask("thu ngân sách HN có hơn TPHCM không"))).toContain("Thành phố Hồ Chí Minh cao hơn");
});

test("Two aspects in one question are both told, and one that the source lacks is named", () => {
  const both = said(ask("Thu NSNN của HN đạt mấy % dự toán và tăng bao nhiêu so cùng kỳ ạ?"));
  expect(both).toMatch(/86,5% dự toán.*tăng 24,6%/);
  const half = said(ask("chi đầu tư HN đạt mấy % dự toán và tăng bao nhiêu so với cùng kỳ"));
  expect(half).toContain("54,3% dự toán");
  expect(half).toContain("Nguồn không so sánh với cùng kỳ năm trước");
});

test.each([
  ["thu nội địa TPHCM hụt bao nhiêu % so với cùng kỳ năm trước", "giảm 4,22%"],
  ["thu noi dia tphcm bang bao nhieu so voi cung ky", "bằng 95,78% cùng kỳ"],
  ["HN thu ngân sách được mấy % dự toán rồi, số 9 tháng 2023", "đạt 86,5% dự toán"],
])("Words for a fall and for what was reached are understood: %s", (question, holds) => {
  expect(said(ask(question))).toContain(holds);
});

test.each([
  ["số chuỗi nông sản của các tỉnh gấp khoảng mấy lần số chuỗi liên kết của HN", "gấp khoảng 6,67 lần"],
  ["so chuoi nong san cua cac tinh gap may lan so chuoi lien ket cua hn", "400 : 60 ≈ 6,67"],
  [
    "bình quân mỗi biên bản ở hội nghị cung cầu 2017 ứng với mấy tỷ tiền hàng?",
    "bình quân khoảng 62,5 tỷ đồng cho mỗi",
  ],
  ["on average how much in goods per cooperation agreement at the 2017 trade conference?", "about 62.5 billion dong"],
])("Counts are divided by each other, both told with what they count: %s", (question, holds) => {
  const answer = ask(question);
  expect(answer.status).toBe("answered");
  expect(said(answer)).toContain(holds);
});

test.each([
  "số biên bản ở hội nghị giao thương 2017 gấp mấy lần số chuỗi liên kết của HN",
  "trung bình mỗi tỉnh có mấy chuỗi nông sản",
  "số sân bay của Hà Nội gấp mấy lần số sân bay của TPHCM",
  "hai bên gặp nhau mấy lần",
  "trung bình mỗi người dân Hà Nội thu nhập bao nhiêu",
])("Unlike things, and what is not counted, are not divided: %s", (question) => {
  const answer = ask(question);
  expect(answer.status).toBe("unknown");
  expect(said(answer)).not.toMatch(/\d/);
});

test.each([
  ["khách du lịch Hà Nội 2023 gấp đôi Hải Phòng phải không", /^Không\..*3,11 lần/],
  ["khach du lich Ha Noi 2023 gap ba Hai Phong phai khong", /^Gần đúng\..*3,11 lần/],
  ["khách du lịch Hà Nội 2023 hơn gấp ba lần Hải Phòng đúng không", /^Đúng\..*3,11 lần/],
  ["did Hanoi have twice as many visitors as Hai Phong in 2023?", /^No\..*3\.11 times/],
  ["tăng trưởng Hà Nội năm 2022 thấp hơn Đà Nẵng phải không", /^Đúng\./],
  ["thu ngân sách Đà Nẵng 2023 có kém Hà Nội không", /^Đúng\./],
  ["tăng trưởng Hà Nội năm 2022 có hơn Đà Nẵng không", /^Không\..*Đà Nẵng cao hơn/],
  ["so với Đà Nẵng thì tăng trưởng Hà Nội 2022 có cao hơn không", /^Tăng trưởng.*Đà Nẵng cao hơn/],
])("A multiple that is to be confirmed, or who is ahead, gets a yes or a no: %s", (question, answer) => {
  expect(said(asking(siblings)(question))).toMatch(answer);
});

test.each([
  ["Hà Nội chi đầu tư phát triển nhiều gấp đôi TPHCM đúng không", "không cùng phạm vi"],
  ["thu nội địa chiếm hơn 70% tổng thu TPHCM đúng không", "khoảng 71,37%"],
])("Unlike scopes and bounds settle no yes and no no, so the numbers alone are told: %s", (question, holds) => {
  expect(said(ask(question))).toContain(holds);
  expect(said(ask(question))).not.toMatch(/^(?:Đúng|Không|Gần đúng)/);
});

test("A share may be asked of a whole that is named by its number, where it is that number", () => {
  expect(said(ask("Trong hơn 60.000 tỷ HN chi ra thì đầu tư phát triển chiếm mấy %?"))).toContain("khoảng 42,5%");
  const other = ask("Trong 70.000 tỷ HN chi ra thì đầu tư phát triển chiếm mấy %?");
  expect(other.status).toBe("unknown");
  expect(said(other)).not.toMatch(/\d/);
});
