import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { type Files, folderOf, VALID } from "./folder.ts";

let folder = "";
afterEach(() => rm(folder, { recursive: true, force: true }));

/** "places/x.yaml:2:1 code", one for each problem. */
async function problemsIn(files: Files): Promise<string[]> {
  folder = await folderOf(files);
  return problemsOf(folder);
}

async function problemsOf(path: string): Promise<string[]> {
  const { problems } = await loadKnowledge(path);
  return problems.map((p) => `${p.file.replace(`${folder}/`, "")}:${p.line}:${p.column} ${p.code}`);
}

test("An admin whose files are right sees no problem, and everything is there", async () => {
  folder = await folderOf(VALID);
  const { knowledge, problems, files } = await loadKnowledge(folder);
  expect(problems).toEqual([]);
  expect(files).toBe(Object.keys(VALID).length);
  expect([...(knowledge?.places.keys() ?? [])]).toEqual(["sa-dec", "mien-tay"]);
  expect(knowledge?.memoranda.get("bien-ban")?.validity).toMatchObject({ openEnded: true });
  expect(knowledge?.names).toContainEqual({ kind: "place", id: "sa-dec", text: "SD", exact: true });
  expect(knowledge?.facts.some(({ id }) => id === "bien-ban#signed-date")).toBe(true);
  expect(knowledge?.questions).toHaveLength(1);
});

test("A reader sees figures with the decimals that were printed", async () => {
  folder = await folderOf(VALID);
  const { knowledge } = await loadKnowledge(folder);
  const [figure] = knowledge?.figures ?? [];
  expect(figure?.value).toBe("305000");
  expect(figure?.comparisons.map(({ value }) => value)).toEqual(["86.5", "24.60"]);
});

test("A figure with more digits than a float holds keeps them all", async () => {
  const file = "figures/so-lieu.yaml";
  folder = await folderOf({ ...VALID, [file]: (VALID[file] ?? "").replace("305000", "12345678901234567890.10") });
  const { knowledge } = await loadKnowledge(folder);
  expect(knowledge?.figures[0]?.value).toBe("12345678901234567890.10");
});

test("Windows line ends, a byte order mark and decomposed ids change nothing", async () => {
  const crlf = Object.fromEntries(
    Object.entries(VALID).map(([name, text]) => [name, `\uFEFF${text.replaceAll("\n", "\r\n")}`]),
  );
  expect(await problemsIn(crlf)).toEqual([]);
});

test("An admin sees the mistakes of all files at once, in order", async () => {
  const wrong = {
    ...VALID,
    "sources/bao.yaml": (VALID["sources/bao.yaml"] ?? "")
      .replace("language: vi", "language: fr")
      .replace("2023-10-18", "2023-13-01"),
    "documents/van-ban.yaml": (VALID["documents/van-ban.yaml"] ?? "").replace("issuer: uy-ban", "issuer: uy-bam"),
    "places/tab.yaml": "# yaml-language-server: $schema=../schemas/places.schema.json\n- id: hue\n\tnames: x\n",
  };
  expect(await problemsIn(wrong)).toEqual([
    "documents/van-ban.yaml:5:9 dangling-id",
    "places/tab.yaml:3:1 tab",
    "sources/bao.yaml:6:19 wrong-date",
    "sources/bao.yaml:7:11 wrong-choice",
  ]);
});

test("A broken file does not make those wrong that refer to it", async () => {
  const broken = `${VALID["places/noi.yaml"]}\tx`;
  expect(await problemsIn({ ...VALID, "places/noi.yaml": broken })).toEqual(["places/noi.yaml:17:1 tab"]);
});

test("Two memoranda may have fields of the same name, and a person the name of a place", async () => {
  const second = (VALID["memoranda/bien-ban.yaml"] ?? "")
    .replace("id: bien-ban", "id: bien-ban-2")
    .replaceAll("mẫu", "hai")
    .replaceAll("Sample", "Second");
  const person = (VALID["people/nguoi.yaml"] ?? "").replace("Trần Văn Mẫu", "Sa Đéc");
  expect(await problemsIn({ ...VALID, "memoranda/hai.yaml": second, "people/nguoi.yaml": person })).toEqual([]);
});

test("Two places may share a short name that counts only when typed exactly", async () => {
  const file = "places/noi.yaml";
  const text = (VALID[file] ?? "").replace("  type: region", "  exact: [Sa Dec, SD]\n  type: region");
  expect(await problemsIn({ ...VALID, [file]: text })).toEqual([]);
});

test("An admin whose percentage is explained by the year before is not asked about it", async () => {
  const item = (period: string, value: string, rest: string) =>
    `- {indicator: thu, place: mien-tay, period: ${period}, value: ${value}, ${rest}source: {id: bao-mau}}\n`;
  const modeline = "# yaml-language-server: $schema=../schemas/figures.schema.json\n";
  const file =
    modeline + item("2021", "3690", "") + item("2022", "7390", "comparisons: [{kind: change, value: 100.3}], ");
  expect(await problemsIn({ ...VALID, "figures/them.yaml": file })).toEqual([]);
});

test("An admin whose percentage contradicts the year before is asked, even if it looks likely", async () => {
  const item = (period: string, value: string, rest: string) =>
    `- {indicator: thu, place: mien-tay, period: ${period}, value: ${value}, ${rest}source: {id: bao-mau}}\n`;
  const modeline = "# yaml-language-server: $schema=../schemas/figures.schema.json\n";
  const file = modeline + item("2021", "1000", "") + item("2022", "700", "comparisons: [{kind: change, value: 70}], ");
  expect(await problemsIn({ ...VALID, "figures/them.yaml": file })).toEqual(["figures/them.yaml:3:99 ratio-as-change"]);
});

test("An admin who mistypes a folder is told the nearest one", async () => {
  folder = await folderOf({ ...VALID, "figure/x.yaml": "[]" });
  const { problems } = await loadKnowledge(folder);
  expect(problems.map((p) => [p.file, p.line, p.column, p.code])).toEqual([
    [`${folder}/figure`, 1, 1, "unknown-folder"],
  ]);
  expect(problems[0]?.hint).toEqual({ vi: "Có phải “figures”?", en: "Did you mean “figures”?" });
});

test("A YAML file beside the folders, an empty file and a file with another ending are each told", async () => {
  const found = await problemsIn({
    ...VALID,
    "them.yaml": "id: x",
    "README.md": "hello",
    "places/README.md": "hello",
    "places/trong.yaml": "",
    "places/ghi.yaml": "# yaml-language-server: $schema=../schemas/places.schema.json\n# later\n",
    "places/moi.ymal": "id: x",
    "schemas/places.schema.json": "{}",
    ".git/x.yaml": "x",
  });
  expect(found).toEqual([
    "places/ghi.yaml:1:1 empty-file",
    "places/moi.ymal:1:1 ignored-file",
    "places/trong.yaml:1:1 empty-file",
    "places/trong.yaml:1:1 modeline",
    "them.yaml:1:1 outside-folders",
  ]);
});

test("A missing folder, an empty one and a file in its place are problems, not crashes", async () => {
  folder = await folderOf({ "tep.txt": "x", "trong/places/.giu": "" });
  expect(await problemsOf(join(folder, "khong-co"))).toEqual(["khong-co:1:1 no-folder"]);
  expect(await problemsOf(join(folder, "tep.txt"))).toEqual(["tep.txt:1:1 not-a-folder"]);
  expect(await problemsOf(join(folder, "trong"))).toEqual(["trong:1:1 no-yaml"]);
});

test("A file over 1 MiB or in another encoding is refused", async () => {
  folder = await folderOf({ ...VALID, "places/lon.yaml": `# ${"x".repeat(1024 * 1024)}` });
  await writeFile(join(folder, "places/utf16.yaml"), Buffer.from("id: x", "utf16le").fill(0xff, 0, 2));
  expect(await problemsOf(folder)).toEqual(["places/lon.yaml:1:1 too-large", "places/utf16.yaml:1:1 not-utf8"]);
});

test("Links are followed inside the folder, once, and nowhere else", async () => {
  folder = await folderOf({ ...VALID, "places/sau/.giu": "", "ngoai/x.yaml": "id: x" });
  await rm(join(folder, "ngoai"), { recursive: true });
  await symlink(folder, join(folder, "places/vong"));
  await symlink(join(folder, "places/noi.yaml"), join(folder, "places/lan-hai.yaml"));
  await symlink("/etc/hostname", join(folder, "places/may.yaml"));
  await symlink(join(folder, "khong-co"), join(folder, "places/dut.yaml"));
  expect(await problemsOf(folder)).toEqual(["places/dut.yaml:1:1 unreadable", "places/may.yaml:1:1 link-outside"]);
});

test("A file to which a link in another folder leads is read once, where it really is", async () => {
  folder = await folderOf({ ...VALID, "places/a/.giu": "" });
  await symlink("../noi.yaml", join(folder, "places/a/noi.yaml"));
  await symlink("../places/noi.yaml", join(folder, "documents/a.yaml"));
  const { files, problems } = await loadKnowledge(folder);
  expect([files, problems]).toEqual([Object.keys(VALID).length, []]);
});

test("A folder that is mounted by links, as container platforms do, loads", async () => {
  folder = await folderOf(VALID);
  await mkdir(join(folder, "..data"));
  await writeFile(join(folder, "..data/hue.yaml"), (VALID["places/noi.yaml"] ?? "").split("- id: mien-tay")[0] ?? "");
  await rm(join(folder, "places"), { recursive: true });
  await mkdir(join(folder, "places"));
  await symlink("../..data/hue.yaml", join(folder, "places/hue.yaml"));
  const { files } = await loadKnowledge(folder);
  expect(files).toBe(Object.keys(VALID).length);
});

const HOSTILE: Files = {
  "an alias bomb": `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghi"
    .split("")
    .map((name, i) => `${name}: &${name} [${`*${"abcdefgh"[i]},`.repeat(9).slice(0, -1)}]`)
    .join("\n")}`,
  "an alias of itself": "a: &a [*a]",
  "a thousand brackets": "[".repeat(5000),
  "a thousand maps": Array.from({ length: 3000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
  "a constructor": "constructor: {prototype: {x: 1}}",
  "a key of a list": "[a, b]: c",
  "a script tag": "a: !!js/function 'function () {}'",
  "a null character": "id: a\0b",
  "only a comment sign": "#",
  "a number": "5",
  "a list of nothing": "- \n- ~\n",
};

test.each(Object.entries(HOSTILE))(
  "Someone who writes %s gets problems, quickly and without a crash",
  async (_, text) => {
    folder = await folderOf({ ...VALID, "places/xau.yaml": text });
    const started = performance.now();
    const { knowledge, problems } = await loadKnowledge(folder);
    expect(knowledge).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(5000);
  },
);

test("The prototype of objects is never touched", async () => {
  await problemsIn({
    ...VALID,
    "places/xau.yaml": "__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}",
  });
  expect("polluted" in {}).toBe(false);
});
