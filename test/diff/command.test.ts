import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openState } from "../../src/store/state.ts";
import { VALID } from "../knowledge-loader/folder.ts";
import { cli } from "../terminal/run.ts";
import { diffOf, type Edit, editedRepository, put } from "./edit.ts";

const FIGURES = "figures/so-lieu.yaml";
const AT = ["--at", "2025-01-15"];

async function run(edit: Edit, ...args: readonly string[]) {
  const repository = await editedRepository(edit);
  const ran = await cli(["diff", "--knowledge", repository.folder, ...AT, ...args]);
  const short = (text: string): string => text.replaceAll(`${repository.root}/`, "");
  return { ...repository, code: ran.code, stdout: short(ran.stdout), stderr: short(ran.stderr) };
}

test("An admin compares what is not committed yet with git's HEAD, and git's index is as before", async () => {
  const { stdout, stderr, code, git } = await run(put(FIGURES, "305000", "310000"));
  expect(stdout).toContain("~ Tổng thu của Sa Đéc, 9 tháng đầu năm 2023 (kb/figures/so-lieu.yaml:5)");
  expect(stdout).toMatch(/So với HEAD \([0-9a-f]{7}\): 1 dữ kiện đổi; đã hỏi 1 câu, không câu trả lời nào đổi\.\n$/);
  expect([stderr, code]).toEqual(["", 0]);
  expect((await git("status", "--porcelain")).stdout).toBe(" M kb/figures/so-lieu.yaml\n");
});

test("A pull request is compared with the commit that it goes into, and its files are named as they are now", async () => {
  const { folder, root, git } = await editedRepository({
    "places/noi.yaml": VALID["places/noi.yaml"]?.split("- id: mien")[0] ?? "",
  });
  await git("commit", "--all", "--quiet", "--message=broken");
  const broken = await diffOf({}, { knowledge: folder, against: "HEAD" });
  expect([broken.told, broken.code]).toEqual(["", 1]);
  await git("checkout", "--quiet", "HEAD~1", "--", "kb/places/noi.yaml");
  const old = await diffOf({}, { knowledge: folder, against: "HEAD", language: "en" });
  expect(old.told.replaceAll(`${root}/`, "")).toContain(
    "Errors in the old version\nkb/memoranda/bien-ban.yaml:6:12 error: There is no place with the id “mien-tay”.",
  );
  expect(old.told).toMatch(
    /HEAD \([0-9a-f]{7}\) has errors and can't be compared with\. The new version holds 17 facts; 1 question asked: 1 answered, 0 unknown, 0 asked back\.$/,
  );
  expect(old.code).toBe(0);
  expect((await cli(["diff", "--knowledge", folder, "--against", "HEAD~1", ...AT])).stdout).toMatch(/so với HEAD~1 /);
}, 20_000);

test("Whoever breaks a file reads what check would say, as text, as JSON and on the pull request", async () => {
  const edit = put("places/noi.yaml", "type: city", "type: citi");
  const text = await diffOf(edit);
  expect([text.code, text.told]).toEqual([1, ""]);
  expect(text.complaints).toMatch(/^kb\/places\/noi\.yaml:6:9 lỗi: /);
  expect(text.complaints).toContain("1 lỗi trong 1 tệp.");
  const json = await diffOf(edit, { format: "json" });
  expect(JSON.parse(json.told)).toMatchObject({
    ok: false,
    problems: [{ file: "kb/places/noi.yaml", line: 6, severity: "error" }],
  });
  const markdown = await diffOf(edit, { format: "markdown" });
  expect(markdown.told).toMatch(/^```text\nkb\/places\/noi\.yaml:6:9 lỗi: [\s\S]*\n```$/);
});

test("A folder that is not there is a problem like any other", async () => {
  const { complaints, code } = await diffOf({}, { knowledge: "/nowhere/at/all" });
  expect(complaints).toContain("/nowhere/at/all:1:1 lỗi: Không tìm thấy thư mục tri thức này.");
  expect(code).toBe(1);
});

test.each(["nonsense", "--output=stolen", "HEAD:kb", ""])(
  "Whoever compares with %j is told what to give, and nothing is written",
  async (against) => {
    const { folder, root } = await editedRepository({});
    await expect(diffOf({}, { knowledge: folder, against, language: "en" })).rejects.toThrow(
      `--against takes a folder, or a commit of git that holds ${folder}; “${against}” is neither.`,
    );
    await expect(readFile(join(root, "stolen"))).rejects.toThrow("ENOENT");
  },
);

test("Files of questions are asked as well, and one that is broken is said", async () => {
  const { root, folder } = await editedRepository({
    ...put(FIGURES, "305000", "310000"),
    "../more.yaml": `- {q: "Tổng thu của Sa Đéc?", expect: answered, must: ['305']}\n`,
    "../bad.yaml": "- {q: 5}\n",
  });
  const good = await diffOf(
    {},
    { knowledge: folder, against: "HEAD", format: "json", questions: [join(root, "more.yaml")] },
  );
  expect(JSON.parse(good.told).answers).toMatchObject([
    { change: "figure", golden: false, failing: { en: expect.any(String) } },
  ]);
  const asked = ["diff", "--knowledge", folder, ...AT, "--json", "--questions"];
  const bad = await cli([...asked, join(root, "more.yaml"), join(root, "bad.yaml")]);
  expect(JSON.parse(bad.stdout)).toMatchObject({ ok: false, problems: [{ file: join(root, "bad.yaml") }, {}] });
  expect(bad.code).toBe(1);
}, 15_000);

test("A tool gets facts, moves and answers in one object", async () => {
  const { told } = await diffOf(put(FIGURES, "305000", "310000"), { format: "json", language: "en" });
  expect(JSON.parse(told)).toEqual({
    ok: true,
    language: "en",
    against: "before",
    commit: null,
    before: { files: 14, facts: 17 },
    after: { files: 14, facts: 17 },
    facts: [
      {
        change: "changed",
        kind: "figure",
        id: null,
        oldId: null,
        title: "Total revenue of Sa Dec, first nine months of 2023",
        file: "kb/figures/so-lieu.yaml",
        line: 5,
        fields: [
          {
            path: ["value"],
            label: "value",
            before: "over 305,000 billion dong",
            after: "over 310,000 billion dong",
            line: 5,
            values: { before: { value: "305000", qualifier: "over" }, after: { value: "310000", qualifier: "over" } },
          },
        ],
      },
    ],
    moves: [],
    asked: 1,
    answers: [],
    problems: [],
  });
});

test("A word that --fail-on does not know is refused with the one that it does", async () => {
  const { stderr, code } = await cli(["diff", "--fail-on", "facts", "--lang", "en"]);
  expect([stderr, code]).toEqual(["--fail-on takes answers, nothing else.\n", 1]);
});

test("What people asked the bot most is asked where its durable state is there, and a state that can't be read is only told of", async () => {
  const { folder, root } = await editedRepository(put(FIGURES, "305000", "310000"));
  const state = await openState({ folder: root, log: () => {} });
  const asked = { at: 1, status: "answered", platform: "slack", language: "vi" } as const;
  await state.questions.keep(
    [1, 2].map(() => ({ ...asked, question: "tong thu sa dec" })),
    [],
  );
  await state.close();
  const args = ["diff", "--knowledge", folder, "--json", ...AT];
  const { stdout } = await cli(args, { env: { STATE_DIR: root } });
  expect(JSON.parse(stdout).answers).toMatchObject([{ question: "tong thu sa dec", count: 2, change: "figure" }]);
  await writeFile(join(root, "state.sqlite"), "no database");
  const away = await cli(args, { env: { STATE_DIR: root } });
  expect([JSON.parse(away.stdout).answers, away.code]).toEqual([[], 0]);
  expect(away.stderr).toContain("state.sqlite");
}, 15_000);
