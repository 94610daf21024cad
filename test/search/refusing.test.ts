import { expect, test } from "vitest";
import { plain } from "../../src/core/text.ts";
import { fold } from "../../src/search/fold.ts";
import { asking } from "../asking.ts";
import { NOW, openBot } from "../bots.ts";

const FOLDERS = ["knowledge", "test/knowledge"];
const A_WHILE_MS = 60_000;

/** Every number of four digits or with a decimal comma in a text: what a figure looks like. */
const figuresIn = (text: string): string[] => text.match(/\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+/g) ?? [];

test.each(FOLDERS)(
  "Staff who ask %s/ for a figure of a place that it is not held for are never given another one",
  async (folder) => {
    const { bot, knowledge } = await openBot(folder);
    const places = [...knowledge.places.values()].filter(({ type }) => type === "province" || type === "city");
    let asked = 0;
    for (const indicator of knowledge.indicators.values())
      for (const place of places) {
        if (knowledge.figures.some((figure) => figure.indicator === indicator.id && figure.place === place.id))
          continue;
        const marked = `${indicator.names.vi} ${place.names.vi} là bao nhiêu`;
        for (const question of [marked, fold(marked), `${indicator.names.en} of ${place.names.en}`]) {
          const answer = bot.answer({ command: "ask", input: question, now: NOW });
          expect.soft(answer.status, question).not.toBe("answered");
          expect.soft(figuresIn(plain(answer.headline)), question).toEqual([]);
          asked++;
        }
      }
    expect(asked).toBeGreaterThan(100);
  },
  A_WHILE_MS,
);

test.each(FOLDERS)(
  "Staff who ask %s/ for a figure of a year that it is not held for are told which periods there are",
  async (folder) => {
    const { bot, knowledge } = await openBot(folder);
    for (const figure of knowledge.figures) {
      const [indicator, place] = [knowledge.indicators.get(figure.indicator), knowledge.places.get(figure.place)];
      const input = `${indicator?.names.vi} của ${place?.names.vi} năm 2011`;
      const answer = bot.answer({ command: "ask", input, now: NOW });
      expect.soft(answer.status, input).toBe("unknown");
      expect.soft(plain(answer.headline), input).toContain("Chỉ có cho:");
      expect.soft(answer.choices.length, input).toBeGreaterThan(0);
    }
  },
  A_WHILE_MS,
);

const { bot } = await openBot("knowledge");
const ask = asking(bot);

test.each([
  "Nguyễn Văn Nam là ai",
  "Hoàng Trung Hiếu là ai",
  "Đào Đức Tuấn là ai",
  "ai làm bí thư tỉnh ủy Lâm Đồng",
  "bi thu tinh uy lam dong ten gi",
  "trước ông Nguyễn Văn Nên, ai làm Bí thư Thành ủy TP.HCM?",
  "Nguyễn Văn Nên hiện giữ chức gì",
])("A stranger is never taken for somebody who is held: %j", (question) => {
  expect(ask(question).status).not.toBe("answered");
});

test.each([
  "tăng trưởng du lịch Hà Nội 9 tháng 2023",
  "retail growth of Hanoi 9 months 2023",
  "tăng trưởng New York",
  "thu ngân sách TPHCM mỗi tháng bao nhiêu",
  "dự toán thu ngân sách của Hà Nội là bao nhiêu",
  "thu nội địa chiếm bao nhiêu phần trăm tổng thu Hà Nội?",
  "thuế thu nhập chiếm bao nhiêu phần trăm tổng thu TPHCM?",
  "thu ngân sách Hà Nội ước cả năm",
])("A figure of something else is never the answer: %j", (question) => {
  const answer = ask(question);
  expect(answer.status).not.toBe("answered");
  expect(figuresIn(plain(answer.headline))).toEqual([]);
});

test.each([
  "ai không ký biên bản?",
  "lĩnh vực nào không có trong biên bản?",
  "tỉnh nào không ký chương trình du lịch 2016-2020?",
  "Nghị quyết Đại hội XIII nói gì",
  "buổi làm việc 18/11/2023",
  "biên bản 2024 ký ngày nào",
  "Hội nghị Hà Nội 2018 tổ chức ở hội trường nào?",
  "biên bản có nói về du lịch vũ trụ không",
  "vốn FDI của TP.HCM 9 tháng",
])("What the sources do not say is not read out of what they say: %j", (question) => {
  expect(ask(question).status).not.toBe("answered");
});

test.each([
  ["Hà Nội ký với bao nhiêu tỉnh", "hầu hết các tỉnh"],
  ["ha noi da ky voi bao nhieu tinh thanh", "hầu hết các tỉnh"],
  ["how many provinces has Hanoi signed with", "nearly all"],
])("A person who asks “%s” is not told how many were invited to something", (question, told) => {
  const { headline } = ask(question);
  expect(plain(headline)).toContain(told);
  expect(plain(headline)).not.toContain("14");
});

test("A person who asks how many provinces supported a conference is not told how many were invited to it", () => {
  const { headline } = ask("có bao nhiêu tỉnh hỗ trợ hội nghị Hà Nội 2018?");
  expect(plain(headline)).not.toContain("14");
});

test.each([
  ["họp sơ kết tới ở đâu?", "chưa ghi địa điểm"],
  ["hop so ket nam 2024 cua hn va tphcm o dau", "không ghi địa điểm"],
  ["where is the next review meeting?", "does not hold where"],
])(
  "A person who asks “%s”, which nobody has settled, is told so, and when it is stays a question",
  (question, told) => {
    const answer = ask(question);
    expect([answer.status, plain(answer.headline)]).toEqual(["unknown", expect.stringContaining(told)]);
    expect(plain(answer.headline)).not.toMatch(/18\/10|18 October/);
  },
);

test("A person who asks how many pages something has is not told something else of it", () => {
  expect(ask("biên bản 2 TP dày mấy trang, mấy điều").status).toBe("unknown");
});

test("A person who asks what a province is invited to do is not told figures of three places", () => {
  const { headline } = ask("hue duoc moi lam gi voi hn va sg vay");
  expect(plain(headline)).toContain("mời tham dự");
  expect(plain(headline)).not.toMatch(/%|tỷ đồng/);
  expect(ask("da nang duoc moi lam gi voi hn va sg vay").status).toBe("unknown");
});

test.each([
  "Ai phát biểu thay mặt Thành ủy Hà Nội tại buổi làm việc 18/10/2023?",
  "ai phat bieu thay mat thanh uy ha noi tai buoi lam viec 18/10/2023",
  "Huế cử ai đi dự sơ kết?",
])("A person who asks “%s” is not told what was said, or who was invited, elsewhere", (question) => {
  expect(ask(question).status).not.toBe("answered");
});

test("A person who types a percent sign before the plan is told how much of it was reached, and not the plan itself", () => {
  expect(plain(ask("% dự toán chi ĐTPT TPHCM").headline)).toContain("24,29%");
  expect(ask("dự toán chi ĐTPT TPHCM").status).toBe("unknown");
});

test("A person who asks for two counts together is not told one of them", () => {
  expect(ask("tổng số chuỗi của HN + các tỉnh").status).toBe("unknown");
  expect(plain(ask("Hà Nội có bao nhiêu chuỗi liên kết").headline)).toContain("60 chuỗi");
});
