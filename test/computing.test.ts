import { expect, test } from "vitest";
import type { Answer } from "../src/core/answer.ts";
import { plain } from "../src/core/text.ts";
import { asking, said } from "./asking.ts";
import { NOW, openBot } from "./bots.ts";

const { bot } = await openBot("test/siblings");
const real = (await openBot("knowledge")).bot;

const chat = asking(bot);

const typed = (command: string, input: Record<string, string> | string, language: "vi" | "en" = "vi"): Answer =>
  bot.answer({ command, input, language, now: NOW });

test("A person who asks who is highest sees every figure that was compared, with its source, and among how many", () => {
  const answer = chat("thành phố nào tăng trưởng cao nhất 2022");
  expect(said(answer)).toContain("cao nhất là Đà Nẵng, tăng 14,05%, trong 5 thành phố mà kho tri thức có số liệu");
  expect(said(answer)).toContain("2. Cần Thơ | tăng 12,64% (Niên giám thử B, đoạn 1)");
  expect(said(answer)).not.toContain("Lâm Đồng");
  expect(answer.citations).toHaveLength(3);
});

test("A country is no rival of its cities, and equal figures share a rank", () => {
  const text = said(typed("rank", { indicator: "tang-truong", period: "2021", order: "lowest", top: "4" }));
  expect(text).toContain("4. Bình Dương");
  expect(text).toContain("4. Lâm Đồng");
  expect(text).not.toContain("Hà Nội");
  expect(text).not.toContain("Việt Nam");
});

test("A person who ranks what is held for one place only is told so, and given no winner", () => {
  const answer = chat("nước nào tăng trưởng cao nhất 2022");
  expect(answer.status).toBe("unknown");
  expect(said(answer)).toContain("của một nơi là Việt Nam, nên không xếp hạng được");
});

test("Figures that can't be put side by side are not ranked", () => {
  for (const question of [
    "địa phương nào chi đầu tư phát triển nhiều nhất",
    "nơi nào chi ngân sách địa phương thấp nhất",
  ]) {
    const answer = real.answer({ command: "ask", input: question, now: NOW });
    expect(answer.status).toBe("unknown");
    expect(said(answer)).toContain("không xếp hạng được: khác phạm vi, có hai cách đọc");
  }
});

test("Where a place stands is counted from the highest, however it is asked", () => {
  const text = said(chat("Hà Nội có tăng trưởng thấp nhất năm 2022 không"));
  expect(text).toContain("Hà Nội đứng thứ 8 trong 9 nơi");
});

test("A rise is told with the subtraction, of percentages in percentage points and never in per cent", () => {
  const amount = said(chat("Thu ngân sách Đà Nẵng năm 2023 tăng hay giảm so với năm trước?"));
  expect(amount).toContain("giảm 3.600 tỷ đồng, từ 23.700 tỷ đồng (năm 2022) xuống 20.100 tỷ đồng (năm 2023)");
  expect(amount).toContain("20.100 − 23.700 = −3.600, tức giảm 15,19% (làm tròn)");
  const share = said(chat("tỷ lệ đô thị hóa Cần Thơ năm 2022 tăng bao nhiêu so với 2021"));
  expect(share).toContain("tăng 1,8 điểm phần trăm");
  expect(share).not.toMatch(/tức|2,55/);
});

test("A lower growth is never told as a fall", () => {
  const text = said(chat("tăng trưởng Hà Nội 2023 so với 2022 thế nào"));
  expect(text).toContain("thấp hơn 2,62 điểm phần trăm, tăng 6,27% (năm 2023) so với tăng 8,89% (năm 2022)");
});

test("What the source itself says of the change comes before what could be computed", () => {
  expect(said(chat("thu ngân sách TPHCM 9 tháng 2023 tăng hay giảm"))).toContain("bằng 93,65% cùng kỳ năm trước");
});

test.each([
  ["cộng tăng trưởng Hà Nội và Đà Nẵng năm 2022 lại là bao nhiêu", "Không cộng được các tỷ lệ phần trăm"],
  ["trung bình tăng trưởng của cả nước và Hà Nội 2022", "Một nơi nằm trong nơi kia"],
  ["average growth of Can Tho and Hanoi in 2021", "does not hold growth of Can Tho, 2021"],
  ["cộng thu ngân sách Hà Nội quý 1 năm 2022 và năm 2022", "Các kỳ chồng lên nhau"],
  ["trung bình thu ngân sách Hà Nội quý 1 năm 2022 và năm 2023", "Các kỳ dài ngắn khác nhau"],
])("What would mean nothing is not computed, and the reason is told: %s", (question, reason) => {
  const answer = chat(question);
  expect(answer.status).toBe("unknown");
  expect(said(answer)).toContain(reason);
});

test("An average of rates says what it is not", () => {
  const answer = chat("tăng trưởng trung bình của Hà Nội, Đà Nẵng và Cần Thơ năm 2022");
  expect(said(answer)).toContain("(8,89 + 14,05 + 12,64) : 3 = tăng 11,86%");
  expect(plain(answer.body)).toContain("không phải là tỷ lệ chung");
});

test("Bounds stay bounds when they are added up", () => {
  const input = "tổng thu ngân sách hai thành phố cộng lại";
  expect(said(real.answer({ command: "ask", input, now: NOW }))).toContain("305.000 + 326.000 = trên 631.000 tỷ đồng");
});

test.each([
  ["xếp-hạng", "chỉ-số:tăng trưởng kỳ:2022 loại-nơi:tỉnh", "vi", "cao nhất là Lâm Đồng"],
  ["rank", "indicator:growth period:2022 order:lowest", "en", "lowest is Binh Duong"],
  ["tính", "chỉ-số:khách du lịch nơi:Hà Nội, Hải Phòng kỳ:2023 phép-tính:tổng", "vi", "32.630 nghìn lượt"],
  ["calculate", "indicator:growth places:Hanoi,Da Nang period:2022 how:average", "en", "up 11.47%"],
  ["so-sánh", "chỉ-số:thu ngân sách nơi:Hà Nội kỳ:2023", "vi", "tăng 78.000 tỷ đồng"],
  ["figures", "indicator:growth places:Hanoi period:2023 against:2022", "en", "lower by 2.62 percentage points"],
  ["số-liệu", "chỉ-số:tăng trưởng nơi:Hà Nội kỳ:2023 có-phải:9%", "vi", "Không. Tăng trưởng của Hà Nội"],
] as const)("What plain words can ask can be typed as a command: /%s %s", (command, input, language, holds) => {
  expect(said(typed(command, input, language))).toContain(holds);
});

test("A person who goes on with another place or year is answered for that one", () => {
  expect(said(chat("Hà Nội đứng thứ mấy về tăng trưởng năm 2022?", "còn Cần Thơ?"))).toContain("Cần Thơ đứng thứ 2");
  expect(said(chat("thành phố nào tăng trưởng cao nhất 2022", "còn năm 2023?"))).toContain("cao nhất là Hải Phòng");
  expect(said(chat("Tăng trưởng Hà Nội năm 2022 là 9,03% đúng không?", "còn Đà Nẵng?"))).toMatch(
    /^Tăng trưởng của Đà Nẵng/,
  );
});

test("Two questions in one are both answered, and what is left is named", () => {
  const ask = (input: string): Answer => real.answer({ command: "ask", input, now: NOW });
  const both = said(ask("Biên bản ghi nhớ ký ngày nào và ở đâu?"));
  expect(both).toContain("18/10/2023");
  expect(both).toContain("Thống Nhất");
  expect(said(ask("When and where was the memorandum signed?"))).toMatch(/18 October 2023.*Reunification Hall/s);
  const partly = ask("biên bản ký ngày nào và dân số Hà Nội bao nhiêu?");
  expect(said(partly)).toContain("18/10/2023");
  expect(said(partly)).toContain("Còn “dân số Hà Nội bao nhiêu” thì kho tri thức không có câu trả lời");
});

test("After two questions in one a person goes on from the second", () => {
  const first = real.answer({ command: "ask", input: "Tăng trưởng và thu ngân sách của Hà Nội?", now: NOW });
  const next = real.answer({ command: "ask", input: "còn TP.HCM?", now: NOW, previous: first.invocation });
  expect(said(next)).toContain("326.000");
});

test.each([
  "Trong 60 chuỗi có bao nhiêu chuỗi rau?",
  "of the 60 chains how many are vegetable chains?",
  "trong 10 lĩnh vực có bao nhiêu lĩnh vực kinh tế",
])("A part of what is counted is never told as the count of all: %s", (input) => {
  const answer = real.answer({ command: "ask", input, now: NOW });
  expect(answer.status).toBe("unknown");
  expect(said(answer)).not.toContain("400");
});

test.each(["31/02/2023", "30 tháng 2 năm 2023"])("A day that is in no calendar is called so: %s", (day) => {
  const answer = chat(`tăng trưởng Hà Nội ngày ${day}`);
  expect(answer.status).toBe("unknown");
  expect(said(answer)).toContain("không phải là một ngày có trong lịch");
});

test("A number that is to be confirmed gets a yes, a no, or the figure alone where it can't be held against it", () => {
  const of = (claim: string): string => said(real.answer({ command: "ask", input: claim, now: NOW }));
  expect(of("thu ngân sách TPHCM tăng 6,35% đúng không")).toMatch(/^Không\..*giảm 6,35%/);
  expect(of("thu ngân sách TPHCM giảm 6,35% đúng không")).toMatch(/^Đúng\./);
  expect(of("Thu ngân sách Hà Nội hơn 305.000 tỷ đồng đúng không")).toMatch(/^Đúng\./);
  expect(of("Thu ngân sách Hà Nội là 305.000 tỷ đồng phải không")).toMatch(/^Gần đúng\./);
  expect(of("chi ngân sách TPHCM 57.000 tỷ đúng không")).toMatch(/^Chi ngân sách/);
});
