import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderOf, VALID } from "../knowledge-loader/folder.ts";
import { cli } from "./run.ts";

let folder = "";
beforeAll(async () => {
  folder = await folderOf(VALID);
});
afterAll(() => rm(folder, { recursive: true }));

test("A script gets one JSON object for a question", async () => {
  const { stdout, stderr, code } = await cli([
    "ask",
    "--json",
    "--knowledge",
    folder,
    "tổng thu của Sa Đéc là bao nhiêu?",
  ]);
  expect(JSON.parse(stdout)).toEqual({
    question: "tổng thu của Sa Đéc là bao nhiêu?",
    status: "answered",
    answer: expect.stringContaining("305.000 tỷ đồng"),
    understoodAs: "/figures chỉ số: Tổng thu · nơi: Sa Đéc",
    citations: [
      {
        source: "bao-mau",
        title: "Hai thành phố ký kết",
        paragraph: 5,
        label: "Báo Mẫu, “Hai thành phố ký kết”, 18/10/2023, đoạn 5",
      },
    ],
    choices: [],
    language: "vi",
  });
  expect([stderr, code]).toEqual(["", 0]);
});

test("A script that sends many lines gets as many answers, in order, also for empty and odd lines", async () => {
  const lines = ["tổng thu của Sa Đéc", "", "giá vàng hôm nay?\r", "\u001b[31mdỏ\u2028tiếp", "total revenue of Sa Dec"];
  const { stdout, code } = await cli(["ask", "--json", "--stdin", "--knowledge", folder], { stdin: lines.join("\n") });
  const answers = stdout
    .trimEnd()
    .split("\n")
    .map((line): Record<string, unknown> => JSON.parse(line));
  expect(answers.map(({ question }) => question)).toEqual(lines.map((line) => line.replace("\r", "")));
  expect(answers.map(({ status }) => status)).toEqual(["answered", "unknown", "unknown", "unknown", "answered"]);
  expect(answers[1]).toMatchObject({ answer: expect.stringContaining("Hãy gõ một câu hỏi"), understoodAs: null });
  expect(answers[4]).toMatchObject({ language: "en", answer: expect.stringContaining("305,000") });
  expect(code).toBe(0);
});

test("A person reads the answer as in the console, in the language of --lang", async () => {
  const { stdout } = await cli(["ask", "--lang", "en", "--knowledge", folder, "tổng thu", "của Sa Đéc"]);
  expect(stdout).toBe(
    [
      "Total revenue of Sa Dec, first nine months of 2023: over 305,000 billion dong, 86.5% of the annual plan, up 24.60% year on year.",
      "  Sa Dec: before the merger",
      "Source: Sample Paper, “Hai thành phố ký kết”, 18 October 2023, paragraph 5",
      "Understood as: /figures indicator: Total revenue · places: Sa Dec",
      "",
    ].join("\n"),
  );
});

test.each([
  [["ask", "--at", "2023-02-29", "x"], "--at cần một thời điểm có thật"],
  [["ask", "--lang", "fr", "x"], "chọn vi hoặc en"],
  [["ask", "--colour", "x"], "Không có tùy chọn “--colour”"],
  [["aks"], "Không có lệnh “aks”"],
  [["eval"], "Thiếu “file”"],
  [["ask", "--knowledge", "no-such-folder", "x"], "no-such-folder:1:1 lỗi: Không tìm thấy thư mục tri thức này."],
])("A person who types %j reads one sentence, not a stack trace", async (args, sentence) => {
  const { stdout, stderr, code } = await cli(args);
  expect(stderr).toContain(sentence);
  expect(stderr).not.toContain("    at ");
  expect([stdout, code]).toEqual(["", 1]);
});
