import { rm } from "node:fs/promises";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { commands } from "../../../commands/index.ts";
import type { Answer } from "../../../src/core/answer.ts";
import { code, emphasis, line, list, p, strong, table } from "../../../src/core/text.ts";
import { loadKnowledge } from "../../../src/knowledge/load.ts";
import { printable } from "../../../src/platforms/console/printable.ts";
import { render } from "../../../src/platforms/console/render.ts";
import { folderOf, VALID } from "../../knowledge-loader/folder.ts";

const folder = await folderOf(VALID);
const { knowledge } = await loadKnowledge(folder);
await rm(folder, { recursive: true });
if (knowledge === undefined) throw new Error("The sample knowledge is broken.");

const FULL: Answer = {
  status: "answered",
  headline: [p(line`Thu ${strong("trên 305.000")} tỷ:`), list(["một", line`${code("/hai")} ${emphasis("ba")}`])],
  body: [p("Chi tiết"), list(["ý"]), table(["Nơi", "Thu"], [["Sa Đéc", "1"]])],
  citations: [
    { id: "bao-mau", paragraph: 5 },
    { id: "bao-mau", paragraph: 5 },
  ],
  choices: [{ question: "Câu khác?", invocation: { command: "help", values: {}, language: "vi" } }],
  language: "vi",
  invocation: { command: "figures", values: { indicator: "thu" }, language: "vi" },
};

const PLAIN = [
  "Thu trên 305.000 tỷ:",
  "  • một",
  "  • /hai ba",
  "  Chi tiết",
  "    • ý",
  "  Nơi     Thu",
  "  Sa Đéc  1",
  "  1  Câu khác?",
  "Nguồn: Báo Mẫu, “Hai thành phố ký kết”, 18/10/2023, đoạn 5",
  "Hiểu là: /figures chỉ số: Tổng thu",
].join("\n");

test("A person reads the answer first, then detail, choices, the source once, and how the question was understood", () => {
  expect(render(FULL, { knowledge, commands, colour: false })).toBe(PLAIN);
});

test("In colour the same text stands there, with the answer in bold and the small print dimmed", () => {
  const coloured = render(FULL, { knowledge, commands, colour: true });
  expect(stripVTControlCharacters(coloured)).toBe(PLAIN);
  expect(coloured).toContain("\u001b[1mThu \u001b[22m");
  expect(coloured).toContain("\u001b[2mHiểu là:");
});

const NASTY = "a\u001b[31mđỏ\u001b]0;x\u0007\u009b2J\r\nb\u202ec\u200bd\te\u0000";

test("What was typed or lies in a file can't steer the terminal, wherever it stands", () => {
  const answer: Answer = {
    ...FULL,
    headline: [p(NASTY), list([NASTY, line`${strong(NASTY)}`]), table([NASTY], [[NASTY]])],
    body: [p(NASTY)],
    choices: [{ question: NASTY, invocation: { command: "help", values: {}, language: "vi" } }],
    citations: [{ id: NASTY }],
    invocation: { command: "about", values: { item: NASTY }, language: "vi" },
  };
  const text = render(answer, { knowledge, commands, colour: false });
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202a-\u202e\u200b]/u);
  expect(text.split("\n")).toHaveLength(9);
  expect(printable(NASTY)).toBe("a[31mđỏ]0;x2J bcd e");
});
