import { rm } from "node:fs/promises";
import { afterEach, expect, test } from "vitest";
import { check } from "../../src/terminal/check.ts";
import { type Files, folderOf, VALID } from "../knowledge-loader/folder.ts";
import { cli, type Ran } from "./run.ts";

let folder = "";
afterEach(() => rm(folder, { recursive: true, force: true }));

/** In a process of its own. */
async function checkOf(files: Files, ...args: readonly string[]) {
  folder = await folderOf({ ...VALID, ...files });
  return shown(await cli(["check", "--knowledge", folder, "--at", "2025-01-15", ...args]));
}

/** The same, here. */
async function checkHere(files: Files) {
  folder = await folderOf({ ...VALID, ...files });
  const said: string[] = [];
  const complained: string[] = [];
  const code = await check({
    knowledge: folder,
    language: "vi",
    json: false,
    at: Date.parse("2025-01-15T12:00+07:00"),
    say: (text) => said.push(text),
    complain: (text) => complained.push(text),
  });
  return shown({ stdout: said.join("\n"), stderr: complained.join("\n"), code });
}

const shown = ({ stdout, stderr, code }: Ran): Ran => ({
  stdout: stdout.replaceAll(folder, "knowledge"),
  stderr: stderr.replaceAll(folder, "knowledge"),
  code,
});

const QUESTIONS = `# yaml-language-server: $schema=../schemas/questions.schema.json
- {q: "Tổng thu của Sa Đéc?", lang: vi, expect: answered, must: ['305\\.000']}
- {q: "Tổng thu của Sa Đéc bao nhiêu?", lang: vi, expect: answered, must: ['999']}
- {q: "Giá vàng hôm nay?", lang: vi, expect: answered}
`;

test("An admin whose golden questions no longer hold is shown each, with its place and what the bot says", async () => {
  const { stderr, code } = await checkOf({ "questions/mau.yaml": QUESTIONS });
  expect(stderr).toContain("knowledge/questions/mau.yaml:3:7 lỗi: Câu hỏi mẫu không còn đúng");
  expect(stderr).toContain("câu trả lời thiếu “999”");
  expect(stderr).toContain("→ Bot trả lời: Tổng thu của Sa Đéc, 9 tháng đầu năm 2023");
  expect(stderr).toContain('> 3 | - {q: "Tổng thu của Sa Đéc bao nhiêu?"');
  expect(stderr).toContain("knowledge/questions/mau.yaml:4:7 lỗi: Câu hỏi mẫu không còn đúng: cần “có câu trả lời”");
  expect(stderr).toContain("2 lỗi trong 1 tệp.");
  expect(code).toBe(1);
});

test("An overdue review is a warning, which fails nothing", async () => {
  const { stdout, code } = await checkOf({
    "questions/mau.yaml": QUESTIONS.split("\n").slice(0, 2).join("\n"),
    "reviews/so-ket.yaml": (VALID["reviews/so-ket.yaml"] ?? "").replace("held", "confirmed"),
  });
  expect(stdout).toContain("knowledge/reviews/so-ket.yaml:5:14 cảnh báo: Sơ kết biên bản mẫu: 1 kỳ quá hạn");
  expect(stdout).toContain("1 cảnh báo trong 1 tệp.");
  expect(code).toBe(0);
});

test("An admin who records a meeting as held before its day, one before the signing, or a rule that no day fits, is shown where", async () => {
  const ahead =
    "  - {id: lan-2, state: held, date: 2025-01-16, source: {id: bao-mau}}\n" +
    "  - {id: lan-0, state: held, date: 2023-10-17, source: {id: bao-mau}}\n";
  const { stderr, code } = await checkHere({
    "reviews/so-ket.yaml": (VALID["reviews/so-ket.yaml"] ?? "")
      .replace("2024-10-20", "2025-01-15")
      .replace("everyMonths: 12", "rule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
      .replace("meetings:\n", `meetings:\n${ahead}`),
  });
  expect(stderr).toContain(
    "knowledge/reviews/so-ket.yaml:10:24 lỗi: Cuộc họp “lan-2” ghi là đã họp, nhưng ngày 16/01/2025 chưa tới.",
  );
  expect(stderr).toContain("knowledge/reviews/so-ket.yaml:5:7 lỗi: Không có ngày nào sau ngày ký (18/10/2023) hợp với");
  expect(stderr).toContain(
    "knowledge/reviews/so-ket.yaml:11:36 lỗi: Cuộc họp “lan-0” ngày 17/10/2023 diễn ra trước khi ký (18/10/2023).",
  );
  expect(stderr).toContain("3 lỗi trong 1 tệp.");
  expect(code).toBe(1);
});

test("What somebody should have looked at again is a warning at its day, with who looks after it", async () => {
  const place = 'names: {vi: "Mới", en: "New"}\n  type: city\n';
  const { stdout, code } = await checkHere({
    "places/them.yaml": `# yaml-language-server: $schema=../schemas/places.schema.json
- id: moi
  ${place}  owner: Phòng Ví Dụ
  verifyBy: 2025-01-14
- id: moi-hon
  ${place.replaceAll("M", "N").replaceAll("w", "x")}  verifyBy: 2025-01-15
`,
  });
  expect(stdout).toContain(
    "knowledge/places/them.yaml:6:13 cảnh báo: Mới: quá hạn kiểm tra lại từ 14/01/2025 (phụ trách: Phòng Ví Dụ).",
  );
  expect(stdout).toContain("1 cảnh báo trong 1 tệp.");
  expect(code).toBe(0);
});

test("A day that is none is no day to verify by", async () => {
  const file = "sources/bao.yaml";
  const { stderr, code } = await checkHere({ [file]: `${VALID[file]}verifyBy: 31/12/2024\n` });
  expect(stderr).toContain("knowledge/sources/bao.yaml:10:11 lỗi:");
  expect(stderr).toContain("2024-12-31");
  expect(code).toBe(1);
});

test("A tool gets every problem as JSON, with the reason in both languages", async () => {
  const { stdout, code } = await checkOf(
    { "places/them.yaml": 'id: moi\nnames: {vi: "Mới", en: "New"}\ntype: citi\n' },
    "--json",
  );
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    files: 15,
    errors: 1,
    warnings: 1,
    problems: [
      { file: "knowledge/places/them.yaml", line: 1, severity: "warning", code: "modeline" },
      { line: 3, column: 7, severity: "error", message: { vi: expect.any(String), en: expect.any(String) } },
    ],
  });
  expect(code).toBe(1);
});
