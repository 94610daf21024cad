import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { SCAFFOLDS } from "../../src/scaffold/kinds/index.ts";
import { folderOf, VALID } from "../knowledge-loader/folder.ts";
import { run } from "../terminal/run.ts";
import { make } from "./made.ts";

const PROGRAM = fileURLToPath(new URL("./new.ts", import.meta.url));

let folder = "";
beforeAll(async () => {
  folder = await folderOf(VALID);
});
afterAll(() => rm(folder, { recursive: true }));

const FIGURE = [
  "--indicator",
  "thu",
  "--place",
  "sa-dec",
  "--period",
  "2024-9M",
  "--value",
  "1234",
  "--source",
  "bao-mau",
];

test("A script makes a figure by options alone, and what it prints is the file", async () => {
  const { output, talk, refusal } = await make("figure", [...FIGURE, "--paragraph=3", "--change", "-6.35", "--print"], {
    folder,
  });
  expect([refusal, talk]).toEqual([undefined, ""]);
  expect(output).toMatch(/^# yaml-language-server: \$schema=\.\.\/schemas\/figures\.schema\.json\n/);
  expect(output).toContain("\n  - { kind: change, value: -6.35 }");
  expect(output).toContain("\nsource: { id: bao-mau, paragraph: 3 }\n");
  expect(await readdir(join(folder, "figures"))).toEqual(["so-lieu.yaml"]);
});

test("A script that leaves things out is told all of them in one sentence, and ends with 1", async () => {
  const { stdout, stderr, code } = await run(PROGRAM, [folder, "figure", "--indicator", "thu"]);
  expect([stdout, code]).toEqual(["", 1]);
  expect(stderr).toBe(
    "Còn thiếu: --place (Của nơi nào); --period (Kỳ nào); --value (Bao nhiêu); --source (Lấy từ nguồn nào).\n",
  );
});

test("Answers come out of a pipe too, one a line, while questions go to the other stream", async () => {
  const stdin = "Cao Lãnh\n\n\n1\n\n\n";
  const { stdout, stderr, code } = await run(PROGRAM, [folder, "place", "--print"], { stdin });
  expect([code, stdout.includes('vi: "Cao Lãnh"'), stderr.includes("[1/6]")]).toEqual([0, true, true]);
});

test.each([
  ["a misspelt option", ["--indicater", "thu"], "Có phải --indicator?"],
  ["an option twice", [...FIGURE, "--place", "sa-dec"], "--place chỉ ghi một lần."],
  ["an option without a value", ["--indicator"], "--indicator cần một giá trị."],
  ["an option where a value should be", ["--indicator", "--place", "x"], "--indicator cần một giá trị."],
  ["a word that belongs to nothing", ["thu"], "Không hiểu “thu”"],
  ["an id that nothing has", [...FIGURE.slice(2), "--indicator", "xuat-khau"], "npm run new -- indicator"],
  ["a slip in an id", [...FIGURE.slice(2), "--indicator", "thu noi dja"], "“thu noi dja” có thể là thu-noi-dia"],
  ["a choice that there is not", [...FIGURE, "--qualifier", "nhiều"], "exactly, over, about, atMost, atLeast"],
  ["a number as people write it", FIGURE.with(7, "1.234.567"), "--value: “1.234.567” không đọc được"],
  ["a figure that is there", FIGURE.with(5, "2023-9M"), "đã có ở"],
  ["a name for the file that is taken", [...FIGURE, "--file", "figures/so-lieu.yaml"], "không bị ghi đè"],
  ["a name for the file without a letter", [...FIGURE, "--file", "../.."], "không dùng làm tên tệp được"],
])("A script that gives %s is told so, and nothing is written", async (_, words, told) => {
  const { refusal, output } = await make("figure", words, { folder });
  expect([refusal?.includes(told) || refusal, output]).toEqual([true, ""]);
  expect(await readdir(join(folder, "figures"))).toEqual(["so-lieu.yaml"]);
});

test("English that belongs to a Vietnamese text is asked for with it, and not without", async () => {
  const words = ["--name-vi", "A", "--name-en", "B", "--party", "sa-dec", "--party", "mien-tay", "--source", "bao-mau"];
  const more = [...words, "--field", "Du lịch | Tourism"];
  const alone = await make("memorandum", [...more, "--venue-en", "The hall"], { folder });
  expect(alone.refusal).toBe("--venue-en chỉ dùng cùng với --venue-vi.");
  const half = await make("memorandum", [...more, "--venue-vi", "Hội trường"], { folder, language: "en" });
  expect(half.refusal).toBe("Missing: --venue-en (Signed where, in English).");
});

test("A file is never written over: a second one of the same name gets a number", async () => {
  const root = await folderOf(VALID);
  const words = (text: string) => ["--q", "Ký ngày nào vậy?", "--must", text];
  for (const text of ["một", "hai", "ba"])
    expect((await make("question", words(text), { folder: root })).refusal).toBe(undefined);
  const written = (await readdir(join(root, "questions"))).sort();
  expect(written).toEqual(["ky-ngay-nao-vay-2.yaml", "ky-ngay-nao-vay-3.yaml", "ky-ngay-nao-vay.yaml", "mau.yaml"]);
  expect(await readFile(join(root, "questions/ky-ngay-nao-vay.yaml"), "utf8")).toContain('must: ["một"]');
  await writeFile(join(root, "questions/ghi-chu.yaml.d"), "");
  await mkdir(join(root, "questions/da-co.yaml"));
  const taken = await make("question", [...words("bốn"), "--file", "da-co"], { folder: root });
  expect(taken.refusal).toContain("không bị ghi đè");
  await rm(root, { recursive: true });
});

test("A name of a file that would lead out of the knowledge base stays inside it", async () => {
  const root = await folderOf(VALID);
  const { output } = await make(
    "place",
    ["--name-vi", "Cao Lãnh", "--type", "city", "--file", "../../../tmp/Cao Lãnh.yml"],
    {
      folder: root,
    },
  );
  expect(output).toContain(`Đã ghi ${root}/places/tmp/cao-lanh.yaml`);
  expect((await loadKnowledge(root)).problems).toEqual([]);
  await rm(root, { recursive: true });
});

test("A knowledge base begins in an empty folder; one that does not exist is not made up", async () => {
  const root = await mkdtemp(join(tmpdir(), "empty-"));
  const words = ["--name-vi", "Cao Lãnh", "--type", "city"];
  expect((await make("place", words, { folder: root })).refusal).toBeUndefined();
  expect((await loadKnowledge(root)).problems).toEqual([]);
  const nowhere = await make("place", words, { folder: join(root, "khong-co") });
  expect(nowhere.refusal).toContain("Không tìm thấy thư mục tri thức này.");
  await rm(root, { recursive: true });
});

test("Mistakes in other files are told and do not hinder", async () => {
  const root = await folderOf({ ...VALID, "people/hong.yaml": "id: [" });
  const { talk, refusal } = await make("figure", [...FIGURE, "--print"], { folder: root });
  expect(refusal).toBeUndefined();
  expect(talk).toMatch(/Kho đang có [1-9]\d* lỗi ở các tệp khác/);
  await rm(root, { recursive: true });
});

test("People who name no kind, or one that there is not, are told which there are and how to go on", async () => {
  const { output } = await make(undefined, [], { folder });
  for (const { kind } of SCAFFOLDS) expect(output).toContain(`\n  ${kind.name} `);
  expect((await make("figur", [], { folder })).refusal).toContain("Có phải “figure”?");
  const help = await make("figure", ["--help"], { folder, language: "en" });
  expect(help.output).toContain("--indicator        Which indicator? [indicator · required]");
  expect(help.output).toContain("--print");
});

/** The same every time. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state / 2 ** 31;
  }
}

const NASTY = [
  "",
  "x",
  "2024",
  "1.000",
  "-5",
  "a: b",
  "# x",
  '"',
  "'",
  "{ }",
  "[",
  "*a",
  "&b",
  "!!x",
  "- ",
  "|",
  ">",
  "%",
  "null",
];
const NASTIER = [
  "true",
  "1e3",
  "0x10",
  "2024-02-30",
  "a | b",
  "a|b|c",
  "..",
  "discord:1",
  "đ".repeat(60),
  "a\u0000b",
  "\u202Ex",
  "\t",
];

const IDS: Readonly<Record<string, string>> = {
  source: "bao-mau",
  place: "sa-dec",
  organisation: "uy-ban",
  person: "tran-van-mau",
  memorandum: "bien-ban",
  indicator: "thu",
};

test("Whatever is typed, a file loads or is not made", async () => {
  const values = [...NASTY, ...NASTIER, ...Object.values(IDS)];
  const root = await folderOf(VALID);
  const random = numbers(7);
  const draw = (): number => random.next().value ?? 0;
  const outcomes = { made: 0, refused: 0 };
  for (const { kind, asks } of SCAFFOLDS)
    for (let round = 0; round < 4; round++) {
      const words = asks.flatMap(({ option, example, of, least }) => {
        const usual = IDS[of?.[0] ?? ""] ?? example;
        const value = draw() < 0.9 ? usual : (values[Math.floor(draw() * values.length)] ?? "");
        return draw() < 0.05 ? [] : [`--${option}=${value}`, ...(least === 2 ? [`--${option}=mien-tay`] : [])];
      });
      const { output, refusal } = await make(kind.name, [...words, "--print"], { folder: root });
      if (refusal !== undefined) {
        outcomes.refused += 1;
        continue;
      }
      outcomes.made += 1;
      const file = join(root, kind.folder, "moi.yaml");
      await writeFile(file, output);
      const { problems } = await loadKnowledge(root);
      await rm(file);
      const errors = problems.filter(({ severity }) => severity === "error");
      expect(errors.map(({ message }) => `${message.en}\n${output}`)).toEqual([]);
    }
  expect(outcomes.made).toBeGreaterThan(15);
  expect(outcomes.refused).toBeGreaterThan(15);
  await rm(root, { recursive: true });
}, 30_000);
