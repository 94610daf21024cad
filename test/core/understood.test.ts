import { rm } from "node:fs/promises";
import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import type { Knowledge } from "../../src/core/knowledge.ts";
import { understoodAs } from "../../src/core/understood.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { folderOf, VALID } from "../knowledge-loader/folder.ts";

async function sampleKnowledge(): Promise<Knowledge> {
  const folder = await folderOf(VALID);
  const { knowledge } = await loadKnowledge(folder);
  await rm(folder, { recursive: true });
  if (knowledge === undefined) throw new Error("The sample knowledge is broken.");
  return knowledge;
}

const knowledge = await sampleKnowledge();

test.each([
  [
    "figures",
    { indicator: "thu", places: "sa-dec,mien-tay", period: "2023-9M,2023" },
    "vi",
    "/figures chỉ số: Tổng thu · nơi: Sa Đéc, Miền Tây · kỳ: 9 tháng đầu năm 2023, năm 2023",
  ],
  ["figures", { places: "sa-dec", indicator: "thu" }, "en", "/figures indicator: Total revenue · places: Sa Dec"],
  ["compare", { indicator: "thu", by: "plan" }, "vi", "/compare chỉ số: Tổng thu · theo: so với dự toán"],
  ["fields", { memorandum: "bien-ban", field: "du-lich" }, "vi", "/fields biên bản: Biên bản mẫu · lĩnh vực: Du lịch"],
  ["about", { item: "chung-noi-lo" }, "en", "/about item: Shared worries"],
  ["about", { item: "điều gì đó" }, "vi", "/about mục: điều gì đó"],
  ["help", {}, "vi", "/help"],
] as const)("A person reads that /%s with %j was understood", (command, values, language, text) => {
  expect(understoodAs({ command, values, language }, commands, knowledge)).toBe(text);
});

test("A person who was not understood reads nothing about it", () => {
  expect(
    understoodAs({ command: "ask", values: { question: "?" }, language: "vi" }, commands, knowledge),
  ).toBeUndefined();
  expect(understoodAs({ command: "gone", values: {}, language: "vi" }, commands, knowledge)).toBeUndefined();
});
