import { expect, test } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import { plain } from "../../src/core/text.ts";
import { asking, said } from "../asking.ts";
import { NOW, openBot } from "../bots.ts";

const real = (await openBot("knowledge")).bot;
const other = (await openBot("test/knowledge")).bot;
type Asked = typeof real;

const ask = (bot: Asked, input: string): Answer => asking(bot)(input);
const saidBy = (bot: Asked, input: string): string => said(ask(bot, input));

test.each([
  [real, "đồng chí nào nói hai thành phố có nỗi lo chung", "Nguyễn Văn Nên"],
  [real, "cau noi ve noi lo giong nhau la cua lanh dao nao", "Nguyễn Văn Nên"],
  [real, "which leader spoke of the shared worries", "Nguyễn Văn Nên"],
  [real, "Bí thư TPHCM nói vì sao cần hợp tác", "Nguyễn Văn Nên"],
  [other, "vị lãnh đạo nào nói Quảng Ninh bỏ phao xốp", "Nguyệt"],
  [other, "lanhx ddaoj naof lo sạt lở trên đường đèo", "Lâm"],
  [other, "which leader spoke of foam buoys", "Nguyệt"],
] as const)("Who said it is found by the rank that people ask with: %#", (bot, question, name) => {
  expect(ask(bot, question).status).toBe("answered");
  expect(saidBy(bot, question)).toContain(name);
});

test.each([
  [real, "hoạt động nổi bật của Mặt trận là gì", "đổi mới"],
  [real, "công tác dân vận hai thành phố có gì đáng chú ý", "gần dân"],
  [real, "ông Nên mong chờ điều gì từ cuộc gặp", "học hỏi"],
  [real, "Bi thu HN can dan gi khi lam viec voi Son La", "xây dựng Đảng"],
  [real, "hai thành phố đối diện thách thức gì giống nhau", "bổn phận"],
  [real, "dv công trực tuyến hai bên hợp tác gì", "dịch vụ công trực tuyến"],
  [real, "bộ nào cùng Hà Nội đánh giá chuỗi rau thịt", "Bộ Nông nghiệp"],
  [real, "hội nghị HN 2018 mời TP lớn nào", "Cần Thơ"],
  [real, "which big cities were invited to Hanoi 2018", "Can Tho"],
] as const)("What staff call it in their own words is understood: %#", (bot, question, part) => {
  expect(ask(bot, question).status).toBe("answered");
  expect(
    plain(bot.answer({ command: "ask", input: question, now: NOW }).headline) + JSON.stringify(ask(bot, question)),
  ).toContain(part);
});

test.each([
  [real, "đồng chí nào dẫn đầu đoàn Hà Nội hôm 18/10"],
  [real, "lãnh đạo nào nói về giá nhà"],
  [real, "ông Nên kỳ vọng gì về bất động sản"],
  [real, "ông Hải lưu ý gì với Lâm Đồng"],
  [real, "dân vận Huế có gì nổi bật"],
  [real, "Bí thư TPHCM nói gì về giao thông công cộng"],
  [real, "biên bản ghi nhớ dài mấy trang"],
  [real, "bien ban dai may trang, lam thanh may ban vay"],
  [real, "biên bản chỉ có 8 điều đúng không"],
  [real, "bien ban gom may dieu vay"],
  [other, "lãnh đạo nào nói về nỗi lo chung của hai đô thị"],
  [other, "đồng chí nào lo thiếu bác sĩ"],
] as const)("Nobody is named for what nobody is held to have said or led: %#", (bot, question) => {
  expect(ask(bot, question).status).not.toBe("answered");
});

test.each([
  [real, "Huế được mời dự gì vậy", "Thừa Thiên Huế"],
  [real, "hue duoc moi lam gi voi hn va sg", "Thừa Thiên Huế"],
  [real, "mời Huế để làm gì", "chưa"],
  [real, "which event is Hue invited to", "Thua Thien Hue"],
  [other, "Phú Yên được mời dự gì", "Phú Yên"],
] as const)("What a place is invited to is told of its invitation: %#", (bot, question, part) => {
  expect(ask(bot, question).status).toBe("answered");
  expect(JSON.stringify(ask(bot, question))).toContain(part);
});

test.each([
  [real, "Đà Nẵng được mời dự sơ kết khi nào"],
  [real, "Lâm Đồng được mời làm gì"],
  [real, "Quảng Ninh được mời dự gì"],
  [other, "Phú Thọ được mời dự gì"],
] as const)("Of a place that nobody invites, nothing that was said about it takes its place: %#", (bot, question) => {
  expect(ask(bot, question).status).not.toBe("answered");
});

test("What money was for is told where the money is named, and not of other money", () => {
  expect(saidBy(real, "12 tỷ đồng dành cho miền Trung để làm gì")).toContain("thiên tai");
  expect(saidBy(real, "what were the 12 billion dong for")).toContain("disasters");
  expect(ask(real, "13 tỷ đồng dành cho miền Trung để làm gì").status).not.toBe("answered");
});

test.each([
  [real, "Bí thư Tỉnh ủy Lâm Đồng"],
  [real, "Bi thu Tinh uy Son La noi gi"],
  [real, "Party Secretary of Lam Dong province"],
  [real, "nhiệm kỳ nào ông Hải làm bí thư"],
  [other, "Bí thư Tỉnh ủy Lâm Đồng"],
] as const)(
  "An office that nobody is held to have is not answered with what was told about its place: %#",
  (bot, question) => {
    expect(ask(bot, question).status).not.toBe("answered");
  },
);

test("Who asks for the large cities, for the provinces or for all that were invited gets that number", () => {
  expect(saidBy(real, "hội nghị Hà Nội 2018 mời mấy thành phố lớn")).toContain("3 thành phố lớn");
  expect(saidBy(real, "hội nghị Hà Nội 2018 mời bao nhiêu tỉnh thành phía Bắc")).toContain("14 tỉnh");
  expect(saidBy(real, "hoi nghi Ha Noi 2018 moi tong cong bao nhieu dia phuong, tinh ca ba thanh pho lon")).toContain(
    "17 ",
  );
});

test("Which term it is can be asked, and where two boards met", () => {
  expect(saidBy(real, "HN và các tỉnh cùng thực hiện nghị quyết Đại hội Đảng bộ nhiệm kỳ nào")).toContain("2015–2020");
  expect(saidBy(real, "when did the two Standing Boards hold their working session")).toContain("18 October 2023");
});

test("A list that goes into an outline for a delegation, or is to be counted, is the list", () => {
  expect(saidBy(real, "cho chị danh mục lĩnh vực hai bên đã chọn để ký, chị đưa vào đề cương cho đoàn")).toContain(
    "10 lĩnh vực",
  );
  expect(
    saidBy(real, "giúp mình đếm: hội nghị Hà Nội 2018 mời tổng cộng bao nhiêu địa phương, tính cả ba thành phố lớn"),
  ).toContain("17 địa phương");
});

test.each([
  [other, "Thoa thuan ba tinh hop tac gi ve y te"],
  [real, "HN và Hả Phòng ký hợp tác mấy lĩnh vực"],
  [real, "Hà Nội và Hạ Lonh ký hợp tác những lĩnh vực nào"],
] as const)("Half of a word or of a name that is not held is not enough: %#", (bot, question) => {
  expect(ask(bot, question).status).not.toBe("answered");
});

test.each(["buổi làm việc giữa hai Thành ủy tổ chức để làm gì ạ", "buoi lam viec giua hai thanh uy to chuc de lam gi"])(
  "Whoever asks what a meeting was for is not told who held it: %s",
  (question) => {
    expect([ask(real, question).status, saidBy(real, question)]).toEqual([
      "answered",
      expect.stringContaining("trao đổi kinh nghiệm"),
    ]);
  },
);
