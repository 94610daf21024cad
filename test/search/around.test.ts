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

const QUESTIONS = {
  vi: [
    [real, "tăng trưởng của Hà Nội 9 tháng 2023"],
    [real, "ai ký biên bản ghi nhớ"],
    [other, "Chủ tịch Đà Nẵng năm 2022 là ai"],
    [other, "biên bản Đà Nẵng Quảng Ninh có hiệu lực đến năm nào"],
    [other, "dân số Đà Nẵng bao nhiêu"],
  ],
  en: [
    [real, "how much was Hanoi's budget revenue"],
    [other, "where was the Da Nang–Quang Ninh memorandum signed"],
    [other, "GRDP growth of Can Tho in 2023"],
  ],
} as const;

test.each([
  "Em đang viết tờ trình, {}",
  "Chào buổi sáng, {}?",
  "Tụi mình chuẩn bị họp giao ban, cho hỏi {}",
  "{} để tôi đưa vào bài phát biểu",
  "{} để làm báo cáo",
  "{}, em hay nhầm lắm",
  "Sếp đang cần gấp, {}",
  "Mình mới chuyển qua bộ phận đối ngoại, cho mình hỏi {}",
  "{} vậy ta",
  "{} dạ",
  "{} hen mọi người",
  "Nhờ đồng chí cho biết {}",
  "Kính gửi các đồng chí, đề nghị cho biết {}",
  "Dạ em mới vào cơ quan nên chưa rành, {}",
])("What staff say around a question, as in %j, changes nothing of the answer", (around) => {
  for (const [bot, question] of QUESTIONS.vi)
    expect.soft(saidBy(bot, around.replace("{}", question)), question).toBe(saidBy(bot, question));
});

test.each([
  "Good morning, {}?",
  "I'm drafting a speech for my boss: {}?",
  "{}? We need it for a briefing note.",
  "We are preparing a report, could you tell me {}?",
  "For tomorrow's meeting I need to know {}.",
])("In English neither: %j", (around) => {
  for (const [bot, question] of QUESTIONS.en)
    expect.soft(saidBy(bot, around.replace("{}", question)), question).toBe(saidBy(bot, question));
});

test("It is passed over without marks and in Telex too", () => {
  expect(saidBy(real, "minh dang soan cong van, ai ky bien ban ghi nho")).toContain("Ban Thường vụ");
  expect(saidBy(real, "minhf ddang soanj coong vawn, ai kys bieen banr ghi nhows")).toContain("Ban Thường vụ");
});

test.each([
  ["Em cần số hộ nghèo, cho em hỏi của Hà Nội", "nghèo"],
  ["tôi cần dân số, của Hà Nội", "dân số"],
  ["em quan tâm nghề nuôi tôm, cho hỏi Hà Nội thế nào", "nuôi tôm"],
  ["mình đang học ở trường đại học, cho hỏi học phí", "đại học"],
  ["we need the unemployment rate, could you tell me for Hanoi", "unemployment"],
])("A thing that is asked for is never passed over, wherever it stands: %j", (question, missed) => {
  const answer = ask(real, question);
  expect(answer.status).not.toBe("answered");
  expect(plain(answer.headline)).toContain(missed);
});

test("What is asked for stays where nothing else is said", () => {
  expect(plain(ask(real, "tôi đang tìm bài phát biểu của ông Nên").headline)).toContain("Nguyễn Văn Nên");
});
