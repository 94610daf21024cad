import { expect, test } from "vitest";
import type { Answer } from "../src/core/answer.ts";
import { asking, said } from "./asking.ts";
import { openBot } from "./bots.ts";

const real = (await openBot("knowledge")).bot;
const other = (await openBot("test/knowledge")).bot;
const siblings = (await openBot("test/siblings")).bot;
type Asked = typeof real;

const ask = (bot: Asked, input: string): Answer => asking(bot)(input);

test.each([
  [real, "con số 57.000 tỷ trong bài báo nói về khoản gì", "Chi ngân sách địa phương của Thành phố Hồ Chí Minh"],
  [real, "232.681 tỷ là con số gì vậy", "Thu nội địa của Thành phố Hồ Chí Minh"],
  [real, "con so 24,6% la cua thanh pho nao", "Tổng thu ngân sách nhà nước của Hà Nội"],
  [real, "54,3% dự toán là của nơi nào", "Chi đầu tư phát triển của Hà Nội"],
  [real, "11.181 tyr laf khoanr gif", "Chi đầu tư phát triển"],
  [real, "what does the 326,000 billion figure refer to", "budget revenue of Ho Chi Minh City"],
  [real, "con số 49 nói về cái gì", "tham gia hội nghị Giao thương"],
  [other, "62,6% là con số gì", "Hải Phòng"],
  [siblings, "14,05% là của thành phố nào", "Tăng trưởng của Đà Nẵng, năm 2022"],
] as const)("A person who has a number and not its meaning is told what it is: %#", (bot, question, meaning) => {
  const answer = ask(bot, question);
  expect(answer.status).toBe("answered");
  expect(said(answer)).toContain(meaning);
  expect(answer.citations.length).toBeGreaterThan(0);
});

test("A number that several things share is told with all of them", () => {
  const text = said(ask(siblings, "5.900 tỷ là khoản gì"));
  expect(text).toContain("quý II/2022");
  expect(text).toContain("quý IV/2022");
  expect(said(ask(real, "con số 400 là gì"))).toContain("Biên bản hợp tác");
});

test("With a place it is that place's number only", () => {
  expect(said(ask(real, "con số 305.000 tỷ của Hà Nội là khoản gì"))).toContain("Tổng thu ngân sách");
  expect(ask(real, "con số 305.000 tỷ của TPHCM là khoản gì").status).toBe("unknown");
});

test.each([
  [real, "con số 58.000 tỷ nói về khoản gì"],
  [real, "57.000% là con số gì"],
  [real, "con số 57.001 là gì"],
  [other, "con số 305.000 tỷ là gì"],
  [real, "con số 305.000 tỷ của ngành điện là gì"],
  [real, "nghị quyết số 98 là gì"],
] as const)("A number that is not held, or is of something else, has no meaning here: %#", (bot, question) => {
  expect(ask(bot, question).status).toBe("unknown");
});

test("A document that is named by its number stays a document", () => {
  expect(said(ask(real, "Nghị quyết 39 là gì"))).toContain("39-NQ/TW");
});
