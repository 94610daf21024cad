import { expect, test } from "vitest";
import type { Asker } from "../../src/core/acting.ts";
import type { Bot } from "../../src/core/bot.ts";
import type { AskedQuestion } from "../../src/core/questions.ts";
import { recorded } from "../../src/gaps/recorded.ts";
import { NOW, openBot } from "../bots.ts";

const { bot } = await openBot("test/knowledge");

function record(of: Bot = bot) {
  const kept: AskedQuestion[] = [];
  return { heard: recorded(of, "slack", { asked: (one) => void kept.push(one) }), kept };
}

const MINH: Asker = { chat: "slack", id: "UMINH", roles: [], manages: false, channel: "C1" };

test("Each question is kept with how it ended, how it was understood, and by whom it was asked", async () => {
  const { heard, kept } = record();
  const answer = heard.answer({
    command: "ask",
    input: "Biên bản Hải Phòng Busan ký khi nào?",
    who: "UMINH",
    now: NOW,
  });
  heard.answer({ command: "hỏi", input: "Giá vàng?", language: "vi", previous: answer.invocation, now: NOW });
  await heard.perform({ command: "ask", input: { question: "What is the price of gold?" }, asker: MINH, now: NOW });
  expect(kept).toEqual([
    {
      ...{ platform: "slack", language: "vi", who: "UMINH", previous: undefined },
      ...{ question: "Biên bản Hải Phòng Busan ký khi nào?", status: "answered", invocation: answer.invocation },
    },
    {
      ...{ platform: "slack", language: "vi", who: undefined, previous: answer.invocation },
      ...{ question: "Giá vàng?", status: "unknown", invocation: undefined },
    },
    {
      ...{ platform: "slack", language: "en", who: "UMINH", previous: undefined },
      ...{ question: "What is the price of gold?", status: "unknown", invocation: undefined },
    },
  ]);
  expect(answer.invocation?.command).toBe("memorandum");
});

test("A command is kept as it would be typed", () => {
  const { heard, kept } = record();
  heard.answer({
    command: "figures",
    input: { indicator: "xuat-khau", places: "da-nang,hai-phong", period: "" },
    now: NOW,
  });
  heard.answer({ command: "số-liệu", input: { places: 'Thành phố "Huế"' }, now: NOW });
  heard.answer({ command: "figures", input: "xuất khẩu Huế", now: NOW });
  heard.answer({ command: "memoranda", input: "", now: NOW });
  expect(kept.map(({ question }) => question)).toEqual([
    "/figures indicator:xuat-khau places:da-nang,hai-phong",
    '/figures places:"Thành phố Huế"',
    "/figures xuất khẩu Huế",
    "/memoranda",
  ]);
});

test("What asks nothing is not kept: other commands, those that do something, pages and buttons, an empty line", async () => {
  const { heard, kept } = record();
  heard.answer({ command: "no-such", input: "x", now: NOW });
  heard.answer({ command: "ask", input: "  ", now: NOW });
  heard.answer({ command: "ask", input: "?!", now: NOW });
  heard.run({ command: "memoranda", values: {}, language: "vi" }, NOW);
  await heard.perform({ command: "subscriptions", input: "", asker: MINH, now: NOW });
  heard.suggest("figures", "places", "h", "vi");
  expect(kept).toEqual([]);
});

test("A question that a bug kept from an answer is kept as failed, and the bug goes on to whoever mends it", async () => {
  const bug = () => {
    throw new Error("bug");
  };
  const { heard, kept } = record({ ...bot, answer: bug, perform: bug });
  expect(() => heard.answer({ command: "ask", input: "ai ký?", now: NOW })).toThrow("bug");
  expect(() => heard.perform({ command: "ask", input: "ai ký?", language: "en", now: NOW })).toThrow("bug");
  expect(kept.map(({ status, language }) => [status, language])).toEqual([
    ["failed", "vi"],
    ["failed", "en"],
  ]);
});
