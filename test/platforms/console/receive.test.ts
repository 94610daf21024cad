import { expect, test } from "vitest";
import type { Choice } from "../../../src/core/invocation.ts";
import { receive } from "../../../src/platforms/console/receive.ts";

const choice = (question: string): Choice => ({
  question,
  invocation: { command: "help", values: {}, language: "vi" },
});
const at = { choices: [], language: "vi", now: 5 } as const;

test.each([
  ["tăng trưởng", { command: "ask", input: "tăng trưởng", language: "vi", now: 5 }],
  ["  hai  chữ ", { command: "ask", input: "hai  chữ", language: "vi", now: 5 }],
  ["/figures tăng trưởng nơi:x", { command: "figures", input: "tăng trưởng nơi:x", language: "vi", now: 5 }],
  ["/chỉ-số", { command: "chỉ-số", input: "", language: "vi", now: 5 }],
  ["/", { command: "help", input: "", language: "vi", now: 5 }],
  ["2024", { command: "ask", input: "2024", language: "vi", now: 5 }],
])("A line %j becomes a request", (line, request) => {
  expect(receive(line, at)).toEqual({ kind: "request", request });
});

test("Letters typed as separate marks arrive composed", () => {
  expect(receive("ê\u0301".normalize("NFD"), at)).toMatchObject({ request: { input: "ế" } });
});

test("A person who asked for English gets it whatever the question is written in", () => {
  expect(receive("tăng trưởng", { ...at, forced: "en" })).toEqual({
    kind: "request",
    request: { command: "ask", input: { question: "tăng trưởng", language: "en" }, language: "en", now: 5 },
  });
});

test("A number picks what was offered; one that was not offered is said to be none", () => {
  const choices = [choice("một"), choice("hai")];
  expect(receive("2", { ...at, choices })).toEqual({ kind: "choice", choice: choices[1] });
  expect(receive("3", { ...at, choices })).toEqual({ kind: "no such choice", typed: 3 });
  expect(receive("0", { ...at, choices })).toEqual({ kind: "no such choice", typed: 0 });
  expect(receive("2", at)).toMatchObject({ kind: "request" });
});

test("An empty line is nothing", () => {
  expect(receive(" \t", at)).toEqual({ kind: "nothing" });
});
