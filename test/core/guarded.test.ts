import { expect, test } from "vitest";
import type { Bot } from "../../src/core/bot.ts";
import { guarded } from "../../src/core/guarded.ts";
import type { Knowledge } from "../../src/core/knowledge.ts";
import { plain } from "../../src/core/text.ts";
import { createCalendar } from "../../src/reviews/calendar.ts";

const broken: Bot = {
  commands: [],
  calendar: createCalendar({} as Knowledge),
  perform: () => Promise.reject(new Error("third")),
  answer: () => {
    throw new Error("secret detail");
  },
  suggest: () => [],
  run: () => {
    throw new Error("another");
  },
};

test("A person who meets a bug of ours reads a reference, and whoever mends it gets the error with the same one", () => {
  const reports: [string, unknown][] = [];
  const bot = guarded(broken, (error, reference) => reports.push([reference, error]));
  const first = bot.answer({ command: "ask", input: "x", now: 0 });
  const second = bot.run({ command: "ask", values: {}, language: "en" }, 0);
  expect([first.status, plain(first.headline)]).toEqual([
    "unknown",
    "Bot gặp lỗi khi trả lời câu này (mã E1). Hãy báo mã này cho người quản trị.",
  ]);
  expect(plain(second.headline)).toContain("(reference E2)");
  expect(reports).toEqual([
    ["E1", new Error("secret detail")],
    ["E2", new Error("another")],
  ]);
});
