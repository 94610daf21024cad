import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { scaffold } from "../../src/scaffold/index.ts";
import { type Files, folderOf, VALID } from "../knowledge-loader/folder.ts";
import { make, NOW } from "./made.ts";

let folder = "";
beforeEach(async () => {
  folder = await folderOf(VALID);
});
afterEach(() => rm(folder, { recursive: true }));

/** What lies in the folder now and did not before. */
async function added(): Promise<Files> {
  const names = (await readdir(folder, { recursive: true })).filter(
    (name) => /\.ya?ml$/.test(name) && !(name in VALID),
  );
  const texts = names.sort().map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const);
  return Object.fromEntries(await Promise.all(texts));
}

const problems = async (): Promise<readonly string[]> =>
  (await loadKnowledge(folder)).problems.map(({ file, line, message }) => `${file}:${line} ${message.en}`);

const without = (text = ""): string => text.replace(/^\s*#.*\n/gm, "").replace(/ +# .*$/gm, "");

test("An admin is asked what a figure needs, chooses by number or name, and finds it in a file that loads", async () => {
  const { output, talk, refusal } = await make("figure", [], {
    folder,
    answers: ["2", "sa dec", "2024-9M", "1234", "", "", "-12.5", "", "báo mẫu", "3", "", ""],
  });
  expect(refusal).toBeUndefined();
  expect(talk).toContain("tính bằng: tỷ đồng");
  expect(talk).toContain("→ Thu nội địa (thu-noi-dia)");
  expect(output).toContain(`Đã ghi ${folder}/figures/thu-noi-dia-sa-dec-2024-9m.yaml`);
  expect(output).toContain("npm run check");
  expect(without((await added())["figures/thu-noi-dia-sa-dec-2024-9m.yaml"])).toBe(`
indicator: thu-noi-dia
place: sa-dec
period: 2024-9M
value: 1234
comparisons:
  - { kind: change, value: -12.5 }
source: { id: bao-mau, paragraph: 3 }
`);
  expect(await problems()).toEqual([]);
});

test("An admin whose answer can't be meant is told why, in the loader's words, and asked again", async () => {
  const answers = ["thu-noi-dia", "mien tay", "9 tháng đầu năm 2024", "2024-9M", "305.000", "86,5", "305000"];
  const { talk, refusal } = await make("figure", [], {
    folder,
    answers: [...answers, "", "-5", "", "12,5", "", "", "bao-mau", "0", "1", "", ""],
  });
  expect(refusal).toBeUndefined();
  expect(talk).toContain("Không đọc được kỳ “9 tháng đầu năm 2024”. Viết 2024-9M.");
  expect(talk).toContain("Có phải ý bạn là 305000?");
  expect(talk).toContain("Viết 86.5.");
  expect(talk).toContain("“Đạt …% dự toán” và “bằng …% cùng kỳ” không thể âm.");
  expect(talk).toContain("Viết 12.5.");
  expect(talk).toContain("Đoạn đầu tiên dưới tựa bài là đoạn 1");
  expect(await problems()).toEqual([]);
});

test("An admin who enters what is there already is told where, and corrects it with the other answers kept", async () => {
  const first = ["thu", "sa-dec", "2023-9M", "1", "", "", "", "", "bao-mau", ""];
  const again = ["", "", "2022-9M", "", "", "", "", "", "", ""];
  const { talk, refusal } = await make("figure", [], { folder, answers: [...first, ...again, "", ""] });
  expect(refusal).toBeUndefined();
  expect(talk).toContain(`“thu” của “sa-dec” kỳ 2023-9M đã có ở ${folder}/figures/so-lieu.yaml:2.`);
  expect(Object.keys(await added())).toEqual(["figures/thu-sa-dec-2022-9m.yaml"]);
  expect(await problems()).toEqual([]);
});

test("An admin makes what is missing on the spot, and all is written together", async () => {
  const place = ["Cao Lãnh", "", "", "thành phố", "TP Cao Lãnh; thành phố Cao Lãnh", "", ""];
  const office = ["Ủy ban Cao Lãnh", "Cao Lanh Committee", "", "+", ...place, "", ""];
  const parties = ["cao lãnh", "+", "1", ...office, "sa dec", "1", ""];
  const memorandum = ["", "", "", "", "2024-03-01", "", "", "", "", "Du lịch | Tourism; Y tế | Health", "", "1", "2"];
  const { output, refusal } = await make("memorandum", [], { folder, answers: [...parties, ...memorandum, "", ""] });
  expect(refusal).toBeUndefined();
  const files = await added();
  expect(Object.keys(files)).toEqual([
    "memoranda/bien-ban-ghi-nho-cao-lanh-sa-dec.yaml",
    "organisations/uy-ban-cao-lanh.yaml",
    "places/cao-lanh.yaml",
  ]);
  expect(without(files["memoranda/bien-ban-ghi-nho-cao-lanh-sa-dec.yaml"])).toContain(`parties:
  - { organisation: uy-ban-cao-lanh, place: cao-lanh }
  - { place: sa-dec }
`);
  expect(files["places/cao-lanh.yaml"]).toContain('aliases: ["TP Cao Lãnh", "thành phố Cao Lãnh"]');
  expect(output).toContain("npm run new -- review");
  expect(await problems()).toEqual([]);
});

test("An admin who needs what somebody else has just added finds it without starting anew", async () => {
  const input = new PassThrough();
  const talk = new PassThrough();
  let said = "";
  talk.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  const settings = { knowledge: folder, usual: folder, language: "en" as const, now: NOW };
  const made = scaffold("organisation", [], settings, { input, output: new PassThrough(), talk, interactive: false });
  input.write("Sở Mẫu\nSample Office\n\ntân châu\n");
  while (!said.includes("holds no place called “tân châu”")) await setImmediate();
  const words = ["--name-vi", "Tân Châu", "--type", "city"];
  expect((await make("place", words, { folder })).refusal).toBeUndefined();
  input.end("tân châu\n\n\n\n");
  await made;
  expect((await added())["organisations/so-mau.yaml"]).toContain("place: tan-chau");
});

test("An admin adds several items to one file: what is alike is proposed, what may be said is shown once", async () => {
  const first = ["thu", "sa-dec", "2024", "10", "", "", "", "", "bao-mau", "2"];
  const second = ["", "mien-tay", "", "20", "", "", "", "", "", ""];
  const answers = [...first, "+", ...second, "", "2024/số liệu năm.yaml"];
  const { refusal } = await make("figure", [], { folder, answers });
  expect(refusal).toBeUndefined();
  const text = (await added())["figures/2024/so-lieu-nam.yaml"] ?? "";
  expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/\.\.\/schemas\/figures\.schema\.json\n/);
  expect(text.split("scope:").length).toBe(2);
  expect(without(text)).toBe(`
- indicator: thu
  place: sa-dec
  period: 2024
  value: 10
  source: { id: bao-mau, paragraph: 2 }

- indicator: thu
  place: mien-tay
  period: 2024
  value: 20
  source: { id: bao-mau, paragraph: 2 }
`);
  expect(await problems()).toEqual([]);
});

test("An admin goes back with <, and takes the last of several off the same way", async () => {
  const answers = ["Hồng Ngự", "<", "Hồng Ngự mới", "", "", "1", "một", "hai", "<", "ba", "", "", "", ""];
  const { talk, refusal } = await make("place", [], { folder, answers });
  expect(refusal).toBeUndefined();
  expect(talk.split("[1/6]").length).toBe(3);
  expect((await added())["places/hong-ngu-moi.yaml"]).toContain('aliases: ["một", "ba"]');
});

test("A name that only looks like another is asked about, never taken for it", async () => {
  const { talk } = await make("figure", [], { folder, answers: ["thu noi dja", "sa dec"] });
  expect(talk).toContain("Ý bạn có phải một trong những cái này?");
  expect(talk).not.toContain("→ Thu nội địa");
});

test("Something odd is taken once the admin says that it is meant", async () => {
  const answers = ["thu", "mien-tay", "2024-9M", "10", "", "", "100", "", "", "bao-mau", "", "", ""];
  const { talk, refusal } = await make("figure", [], { folder, answers });
  expect(refusal).toBeUndefined();
  expect(talk.split("Ghi kind: change 100").length).toBe(2);
  expect((await added())["figures/thu-mien-tay-2024-9m.yaml"]).toContain("{ kind: change, value: 100 }");
});

test("Answers that end too early leave nothing behind, whatever was made on the way", async () => {
  const place = ["Cao Lãnh", "", "", "1", "", ""];
  const { refusal } = await make("organisation", [], { folder, answers: ["Sở", "Office", "", "cao", "+", ...place] });
  expect(refusal).toMatch(/^Dừng ở câu “.*”\. Chưa ghi gì\.$/);
  expect(await added()).toEqual({});
});

test("An admin at a terminal leaves with Ctrl-C, and nothing is written", async () => {
  const input = new PassThrough();
  const talk = new PassThrough();
  talk.resume();
  const settings = { knowledge: folder, usual: folder, language: "vi" as const, now: NOW };
  const made = scaffold("place", [], settings, { input, output: new PassThrough(), talk, interactive: true });
  input.write("Cao Lãnh\r\r\r1\rtên nữa\x03");
  await expect(made).rejects.toThrow(/Chưa ghi gì/);
  expect(await added()).toEqual({});
});

test("An admin at a terminal completes ids with Tab", async () => {
  const input = new PassThrough();
  const talk = new PassThrough();
  talk.resume();
  const settings = { knowledge: folder, usual: folder, language: "vi" as const, now: NOW };
  const made = scaffold("organisation", [], settings, { input, output: new PassThrough(), talk, interactive: true });
  input.write("Sở Mẫu\rSample Office\r\rmien\t\r\r\r\r");
  await made;
  expect((await added())["organisations/so-mau.yaml"]).toContain("\nplace: mien-tay ");
});

test("What is typed stays text: no mark of YAML, no escape sequence of a terminal gets out of its place", async () => {
  const name = '"}\n# x: [*a, &b] \u001b[31mđỏ\u0007: - {';
  const { refusal } = await make("place", [], { folder, answers: [name.replace("\n", " "), "An", "an", "1", "", ""] });
  expect(refusal).toBeUndefined();
  const { knowledge } = await loadKnowledge(folder);
  expect(knowledge?.places.get("an")?.names.vi).toBe('"} # x: [*a, &b] [31mđỏ: - {');
  expect((await added())["places/an.yaml"]).not.toContain("\u001b");
});
