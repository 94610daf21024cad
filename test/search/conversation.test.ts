import { expect, test } from "vitest";
import { asking, said } from "../asking.ts";
import { NOW, openBot } from "../bots.ts";

const { bot } = await openBot("knowledge");

const chat = asking(bot);

test("A person who goes on with another city is told of that city", () => {
  expect(said(chat("tăng trưởng hà nội 9 tháng 2023", "còn TP.HCM?"))).toContain("5,47%");
  expect(said(chat("growth of Hanoi", "what about HCMC?"))).toContain("5.47%");
});

test("A person who goes on with another year is told that it is not held", () => {
  const answer = chat("tăng trưởng hà nội", "năm 2022 thì sao");
  expect(answer.status).toBe("unknown");
  expect(said(answer)).not.toContain("6,08");
});

test("A person who goes on from an office to another city is never given the first holder", () => {
  expect(said(chat("bí thư hà nội là ai", "còn TP.HCM?"))).not.toContain("Hoàng Trung Hải");
});

test("A person who asks for two periods is told which of them is missing", () => {
  const text = said(chat("thu ngân sách Hà Nội 9 tháng năm 2023 và năm 2022"));
  expect(text).toContain("305.000 tỷ đồng");
  expect(text).toContain("Kho tri thức không có tổng thu ngân sách nhà nước của Hà Nội, năm 2022");
});

test("A person who compares unlike figures is told why there is no winner", () => {
  expect(said(chat("so sánh chi đầu tư phát triển hai thành phố"))).toContain("không cùng phạm vi");
  expect(said(chat("so sánh chi ngân sách địa phương hai thành phố"))).toContain("hai cách đọc");
});

test("A person who compares like figures is told which is higher and by how much", () => {
  expect(said(chat("thành phố nào tăng trưởng cao hơn"))).toContain("hơn 0,61 điểm phần trăm");
});

test("A person who names two places without a memorandum is told what they do share", () => {
  const text = said(chat("hà nội có biên bản với bình dương không"));
  expect(text).toContain("không có biên bản ghi nhớ nào");
  expect(text).toContain("du lịch");
});

test.each([
  ["compare", "cần “chỉ-số”"],
  ["about", "cần “mục”"],
  ["ask", "Hãy gõ một câu hỏi"],
])("A person who types /%s alone is told what it needs", (command, needs) => {
  const answer = bot.answer({ command, input: "", now: NOW });
  expect(answer.status).toBe("unknown");
  expect(said(answer)).toContain(needs);
});

test("A person who gives a command words instead of values stays with the command", () => {
  const answer = bot.answer({ command: "signers", input: "Hà Nội TP.HCM", now: NOW });
  expect(answer.invocation?.command).toBe("signers");
});

test("A command that needs a memorandum takes the only one that there is", () => {
  expect(bot.answer({ command: "fields", input: "", now: NOW }).status).toBe("answered");
});

test.each(["xin chào", "cảm ơn bạn nhé", "cam on nhe", "ok", "chào buổi sáng bot ơi"])(
  "A person who only says “%s” is told how to ask, also after an answer",
  (input) => {
    for (const answer of [chat(input), chat("tóm tắt biên bản", input)]) {
      expect([answer.status, said(answer)]).toEqual(["answered", expect.stringContaining("cứ hỏi bằng lời thường")]);
      expect(answer.citations).toEqual([]);
      expect(answer.choices.map(({ question }) => question)).toEqual(["Bot làm được gì?"]);
    }
  },
);

test("A person who says hello and asks is answered", () => {
  expect(said(chat("xin chào, tăng trưởng hà nội 9 tháng 2023?"))).toContain("6,08%");
});

test("A word that is a question by itself is no small talk", () => {
  expect(said(chat("số liệu"))).toContain("chỉ số");
  expect(said(chat("bạn là ai"))).toContain("dùng các lệnh");
});
