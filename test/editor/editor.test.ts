import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { itemSchema, keysAt } from "../../src/knowledge/json-schema.ts";
import { ALL_KINDS, KINDS } from "../../src/knowledge/kinds/index.ts";
import { compose } from "../../src/scaffold/compose.ts";
import { openDesk } from "../../src/scaffold/desk.ts";
import { SCAFFOLDS } from "../../src/scaffold/kinds/index.ts";
import { PROJECT } from "../sources.ts";
import { type Diagnostic, type LanguageServer, startLanguageServer } from "./language-server.ts";

// One server for all tests: it is what VS Code and other editors run for YAML.

let server: LanguageServer;
beforeAll(async () => {
  server = await startLanguageServer();
});
afterAll(() => server.stop());

const KNOWLEDGE = join(PROJECT, "knowledge");

/** A file of ours as it is typed; it does not lie on the disk. */
const FIGURES = join(KNOWLEDGE, "figures/dang-go.yaml");
const TYPED = `# yaml-language-server: $schema=../schemas/figures.schema.json
- indicator: luot-muon-sach
  place: song-trang
  period: 2024-9M
  value: 48200
  qualifier: overr
  sorce: { id: bao-vi-du }
  source: { id: bao-vi-du, paragraph: 0 }
- indicator: luot-muon-sach
  place: nui-may
  value: 31000
  comparisons:
    - { kind: share, value: 86.5 }
  source: { id: bao-vi-du }
`;

let diagnostics: readonly Diagnostic[];
beforeAll(async () => {
  diagnostics = await server.open(FIGURES, TYPED);
});

/** What the marks of the diagnostics cover, by line from 1, and what is said. */
const marked = (): readonly string[] =>
  diagnostics.map(({ range: { start, end }, message }) => {
    const line = TYPED.split("\n")[start.line] ?? "";
    return `${start.line + 1} ${line.slice(start.character, end.character)}: ${message}`;
  });

/** The place of a text on a line (from 1), some characters in. */
const at = (line: number, text: string, inside = 1) => ({
  line: line - 1,
  character: (TYPED.split("\n")[line - 1] ?? "").indexOf(text) + inside,
});

test("An admin who types a wrong value sees it marked, with the values that there are", () => {
  expect(marked()).toContain(
    '6 overr: Value is not accepted. Valid values: "exactly", "over", "about", "atMost", "atLeast".',
  );
  expect(marked()).toContainEqual(expect.stringMatching(/^13 share: .*"share-of-plan", "change", "ratio"/));
  expect(marked()).toContainEqual(expect.stringMatching(/^8 0: /));
});

test("An admin who misspells a key sees the key marked", () => {
  expect(marked()).toContain("7 sorce: Property sorce is not allowed.");
});

test("An admin who leaves out a key sees the item marked that lacks it", () => {
  expect(marked()).toContainEqual(expect.stringMatching(/^9 .*: Missing property "period"\.$/));
  expect(diagnostics.every(({ severity }) => severity === 1)).toBe(true);
});

test("An admin who points at a key reads what it is for, in Vietnamese and in English", async () => {
  const item = itemSchema(KINDS.figure);
  for (const [line, key] of [
    [2, "indicator"],
    [3, "place"],
    [4, "period"],
    [5, "value"],
    [6, "qualifier"],
    [8, "source"],
    [12, "comparisons"],
  ] as const) {
    const { properties } = item as { properties: Record<string, { description?: string }> };
    expect(await server.hover(FIGURES, at(line, key))).toContain(properties[key]?.description ?? "no description");
  }
  expect(await server.hover(FIGURES, at(8, "paragraph"))).toMatch(/Đoạn thứ mấy.* · paragraph under the title/);
});

test("An admin who begins a line is offered the keys that are left, and after a key its values", async () => {
  const [first = ""] = TYPED.split("\n");
  const keys = keysAt(itemSchema(KINDS.figure), []);
  const begun = join(KNOWLEDGE, "figures/moi-bat-dau.yaml");
  await server.open(begun, `${first}\n- indicator: luot-muon-sach\n  pe\n`);
  const offered = await server.complete(begun, { line: 2, character: 4 });
  expect(offered).toEqual(expect.arrayContaining(keys.filter((key) => key !== "indicator")));
  expect(offered).not.toContain("indicator");
  const empty = join(KNOWLEDGE, "figures/con-trong.yaml");
  await server.open(empty, `${first}\n\n`);
  expect(await server.complete(empty, { line: 1, character: 0 })).toEqual(expect.arrayContaining([...keys]));
  expect(await server.complete(FIGURES, at(6, "overr", 0))).toEqual(["exactly", "over", "about", "atMost", "atLeast"]);
});

const marksIn = async (file: string, text: string): Promise<readonly string[]> =>
  (await server.open(file, text)).map(({ range, message }) => `${file}:${range.start.line + 1} ${message}`);

test("An admin sees no mark in the knowledge as it is", async () => {
  const files = (await readdir(KNOWLEDGE, { recursive: true })).filter((name) => name.endsWith(".yaml"));
  expect(new Set(files.map((name) => name.split("/")[0])).size).toBe(ALL_KINDS.length);
  const marks = files.map(async (name) =>
    marksIn(join(KNOWLEDGE, name), await readFile(join(KNOWLEDGE, name), "utf8")),
  );
  expect((await Promise.all(marks)).flat()).toEqual([]);
});

test("An admin sees no mark in what `npm run new` has made of any kind, and one at a key that the kind does not have", async () => {
  const desk = await openDesk(KNOWLEDGE, "vi", 0);
  const marks = SCAFFOLDS.map(async (scaffold) => {
    const folder = join(KNOWLEDGE, scaffold.kind.folder);
    const { text } = compose(scaffold, [new Map()], desk.known());
    expect(await marksIn(join(folder, "vua-tao.yaml"), text)).toEqual([]);
    const wrong = await marksIn(join(folder, "vua-sua.yaml"), `${text}khong-co: 1\n`);
    expect(wrong).toEqual([expect.stringMatching(/Property khong-co is not allowed\.$/)]);
  });
  expect(await Promise.all(marks)).toHaveLength(ALL_KINDS.length);
});
