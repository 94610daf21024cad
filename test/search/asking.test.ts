import { expect, test } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import { plain } from "../../src/core/text.ts";
import { asking, said } from "../asking.ts";
import { openBot } from "../bots.ts";

const real = (await openBot("knowledge")).bot;
const other = (await openBot("test/knowledge")).bot;
type Asked = typeof real;

const ask = (bot: Asked, input: string): Answer => asking(bot)(input);
const saidBy = (bot: Asked, input: string): string => said(ask(bot, input));

test.each([
  ["cho xin số hiệu của nghị quyết tinh giản biên chế", "số hiệu 39-NQ/TW"],
  ["nghị quyết 39 tên đầy đủ là gì", "Tinh giản biên chế và cơ cấu lại"],
  ["nghi quyet tinh gian bien che so may vay", "39-NQ/TW"],
  ["what is the full title of Resolution 39", "restructuring"],
  ["tin hai thành phố bắt tay hợp tác dẫn từ báo nào", "Báo Xây dựng"],
  ["who is the author of the 2018 Hanoimoi piece", "Quốc Bình"],
  ["Thành ủy mình với Thành ủy Hà Nội làm việc với nhau bữa nào", "18/10/2023"],
  ["what was the date on which the two Party Committees met", "18 October 2023"],
  ["số liệu KT-XH hai bên thông báo cho nhau là của giai đoạn nào", "9 tháng đầu năm 2023"],
  ["thu ngân sách HN tăng nhiêu so với cùng kỳ", "24,6%"],
  ["mấy tấm ảnh trong bài bắt tay hợp tác lấy ở đâu ra", "Internet"],
  ["ai chụp tấm ảnh lễ ký ở hội nghị Hà Nội 2017", "Viết Thành"],
  ["câu “học hỏi lẫn nhau những điều hữu ích” là ai nói", "Nguyễn Văn Nên"],
  ["Mặt trận Tổ quốc được nói gì ở buổi làm việc 18/10", "đổi mới"],
  ["giao thoong công cộng thì hai bên hợp tác gì", "công cộng"],
])("What staff ask in words of their own is answered: %j", (question, part) => {
  expect(ask(real, question).status).toBe("answered");
  expect(plain(ask(real, question).headline)).toContain(part);
});

test("Where news of a cooperation was taken from is found in any knowledge", () => {
  expect(saidBy(other, "tin Đà Nẵng hợp tác với Fukuoka dẫn từ báo nào")).toContain("Bản tin Sông Hàn");
  expect(saidBy(other, "số hiệu của Kế hoạch 87 là gì")).toContain("87/KH-UBND");
});

test("Those who take part are counted by kind of place, whoever of them is set aside", () => {
  for (const question of [
    "chương trình du lịch 2016-2020 có bao nhiêu tỉnh tham gia",
    "không kể TPHCM thì chương trình hợp tác du lịch nêu tên mấy tỉnh",
    "chuong trinh du lich 2016-2020 nêu tên mấy tỉnh",
  ])
    expect.soft(saidBy(real, question), question).toContain("1 thành phố và 6 tỉnh");
  expect(saidBy(real, "hội nghị Hà Nội 2018 mời mấy vùng")).toContain("3 vùng");
  expect(saidBy(real, "how many provinces joined Hanoi's tourism programme")).toContain("1 city and 6 provinces");
  for (const question of [
    "chương trình du lịch 2016-2020 có bao nhiêu doanh nghiệp tham gia",
    "bao nhiêu tỉnh dự hội nghị Hà Nội 2017",
  ])
    expect.soft(ask(real, question).status, question).toBe("unknown");
});

test("Who wants somebody's very words is told the sense, and that these are not the words", () => {
  expect(saidBy(real, "trích nguyên văn câu của ông Nên về mục đích cuộc gặp")).toContain("không giữ nguyên văn");
  expect(saidBy(other, "exact words of Tran Quoc Hung on why Da Nang chose Quang Ninh")).toContain("in its own words");
  expect(saidBy(real, "ông Nên nói gì về mục đích cuộc gặp")).not.toContain("nguyên văn");
  expect(ask(real, "trích nguyên văn câu của ông Nên về bóng đá").status).toBe("unknown");
  expect(ask(real, "nguyên Bí thư Thành ủy Hà Nội là ai").status).toBe("unknown");
});

test("Two things that are counted in one question are both told", () => {
  const text = saidBy(real, "hội nghị giao thương 2017 ký bao nhiêu biên bản và trị giá bao nhiêu tỷ");
  expect(text).toContain("400 biên bản");
  expect(text).toContain("25.000 tỷ đồng");
});

test.each([
  [real, "số hiệu của nghị quyết Đại hội XII"],
  [real, "ai chụp ảnh hội nghị Hà Nội 2018"],
  [real, "bức ảnh Hà Nội về đêm lấy ở đâu"],
  [real, "câu “muốn đi xa thì đi cùng nhau” là ai nói"],
  [real, "What was Hanoi's PCI ranking in 2023?"],
  [other, "Mặt trận Tổ quốc được nói gì ở buổi làm việc 18/10"],
] as const)("What is not held is refused in these words too: %#", (bot, question) => {
  expect(ask(bot, question).status).not.toBe("answered");
});
