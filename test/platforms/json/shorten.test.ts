import { expect, test } from "vitest";
import { shorten } from "../../../src/platforms/json/shorten.ts";

test.each([
  ["Ngắn.", 20, "Ngắn."],
  ["Câu đầu dài đây. Câu sau", 19, "Câu đầu dài đây. …"],
  ["Một. hai ba bốn năm sáu bảy", 20, "Một. hai ba bốn năm…"],
  ["x".repeat(30), 10, `${"x".repeat(9)}…`],
])("A reader of %j in %i characters gets %j", (text, longest, shortened) => {
  expect(shorten(text, longest)).toBe(shortened);
  expect(shortened.length).toBeLessThanOrEqual(longest);
});
