import { expect, test } from "vitest";
import { closeUp, closeUpLines } from "../../src/diff/close-up.ts";
import { sideBySide } from "../../src/diff/columns.ts";

test("A reader has the two answers beside each other, wrapped between words, and a word that is too long is cut", () => {
  expect(sideBySide("Thu ngân sách đạt 5 tỷ", `${"x".repeat(20)}\nb`, 35).split("\n")).toEqual([
    "Thu ngân sách    │ xxxxxxxxxxxxxxxx",
    "đạt 5 tỷ         │ xxxx",
    "                 │ b",
  ]);
});

test("Of two long texts a reader sees where they differ, and short ones whole", () => {
  const long = (middle: string): string => `${"đầu ".repeat(60)}${middle}${" cuối".repeat(60)}`;
  const [before, after] = closeUp(long("năm tỷ"), long("sáu tỷ"));
  expect(before).toMatch(/^…(đầu )+năm tỷ( cuối)+…$/);
  expect(after).toMatch(/^…(đầu )+sáu tỷ( cuối)+…$/);
  expect(before.length).toBeLessThan(140);
  expect(closeUp("năm", "sáu")).toEqual(["năm", "sáu"]);
  expect(closeUp("a".repeat(300), `${"a".repeat(300)}b`)[1]).toMatch(/ab$/);
});

test("Of two lists a reader sees the rows that differ, and all of them where only their order does", () => {
  expect(closeUpLines("Gồm:\n• A\n• B", "Gồm:\n• A\n• C")).toEqual(["Gồm:\n• B\n…", "Gồm:\n• C\n…"]);
  expect(closeUpLines("Gồm:\n• A\n• B", "Gồm:\n• B\n• A")).toEqual(["Gồm:\n• A\n• B", "Gồm:\n• B\n• A"]);
});
