import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { itemSchema } from "../../src/knowledge/json-schema.ts";
import { ALL_KINDS } from "../../src/knowledge/kinds/index.ts";
import { parseFile } from "../../src/knowledge/parse.ts";
import { compose } from "../../src/scaffold/compose.ts";
import { type Desk, openDesk } from "../../src/scaffold/desk.ts";
import { SCAFFOLDS } from "../../src/scaffold/kinds/index.ts";
import type { Answers, Ask, Scaffold } from "../../src/scaffold/scaffold.ts";
import { folderOf, VALID } from "../knowledge-loader/folder.ts";
import { NOW } from "./made.ts";

let folder = "";
let desk: Desk;
beforeAll(async () => {
  folder = await folderOf(VALID);
  desk = await openDesk(folder, "vi", NOW);
});
afterAll(() => rm(folder, { recursive: true }));

/** Ids of the sample base, by kind: the first two of a kind that may be meant. */
const IDS: Readonly<Record<string, readonly string[]>> = {
  source: ["bao-mau"],
  place: ["mien-tay", "sa-dec"],
  organisation: ["uy-ban"],
  person: ["tran-van-mau"],
  memorandum: ["bien-ban"],
  indicator: ["thu-noi-dia", "thu"],
};

/** Answers as an admin may give them: those that are needed, or all of them. */
function answersFor({ asks }: Scaffold, isAsked: (ask: Ask) => boolean): Answers {
  return new Map(asks.filter(isAsked).map((ask) => [ask.option, valuesFor(ask)]));
}

function valuesFor({ of, least, example }: Ask): readonly string[] {
  const ids = of?.flatMap((kind) => IDS[kind] ?? []) ?? [];
  const values = of === undefined ? [example] : ids;
  return values.slice(0, Math.max(1, least ?? 1));
}

const isNeeded = ({ optional, after }: Ask): boolean => optional === undefined && after === undefined;

function problemsOf(scaffold: Scaffold, text: string): readonly string[] {
  const draft = { kind: scaffold.kind, file: `${folder}/${scaffold.kind.folder}/thu.yaml`, text };
  return desk.problemsOf(draft).map(({ line, message, hint }) => `${line}: ${message.en} ${hint?.en}\n${text}`);
}

test("An admin can make something new of every kind of knowledge", () => {
  expect(SCAFFOLDS.map(({ kind }) => kind.name)).toEqual(ALL_KINDS.map(({ name }) => name));
});

describe.each(SCAFFOLDS.map((scaffold) => ({ name: scaffold.kind.name, scaffold })))("A new $name", ({ scaffold }) => {
  const text = (answers: Answers): string => compose(scaffold, [answers], desk.known()).text;
  const least = answersFor(scaffold, isNeeded);
  const all = answersFor(scaffold, () => true);

  test("with only what is needed loads without a problem", () => {
    expect(problemsOf(scaffold, text(least))).toEqual([]);
  });

  test("with every answer loads without a problem, and each answer stands in it", () => {
    const written = text(all);
    expect(problemsOf(scaffold, written)).toEqual([]);
    const lines = written.split("\n").filter((line) => !line.trimStart().startsWith("#"));
    for (const [option, values] of all)
      for (const part of values.flatMap((value) => value.split("|")))
        expect([option, lines.some((line) => line.includes(part.trim().replace(/^slack:/, "")))]).toEqual([
          option,
          true,
        ]);
  });

  test("shows every key that may be written, as itself or as a comment", () => {
    expect(missingKeys(scaffold, text(least))).toEqual([]);
    expect(missingKeys(scaffold, text(all)).filter((key) => key !== "unknown")).toEqual([]);
  });

  test("whose comments are all made use of says what the schema accepts", () => {
    for (const answers of [least, all]) {
      const used = uncommented(text(answers));
      const draft = parseFile({ kind: scaffold.kind, file: `${scaffold.kind.folder}/thu.yaml`, text: used });
      const problems = draft.problems.map(({ line, message }) => `${line}: ${message.en}\n${used}`);
      expect(problems).toEqual([]);
    }
  });

  test("begins with what editors need and tells in Vietnamese what it is", () => {
    expect(text(least)).toMatch(
      new RegExp(
        `^# yaml-language-server: \\$schema=\\.\\./schemas/${scaffold.kind.folder}\\.schema\\.json\n# .*\\p{Lu}`,
        "u",
      ),
    );
  });

  test("asks in both languages, under names that are told apart", () => {
    const options = scaffold.asks.map(({ option }) => option);
    expect(options).toEqual([...new Set(options)]);
    expect(options.filter((option) => !/^[a-z]+(-[a-z]+)*$/.test(option))).toEqual([]);
    expect(options.filter((option) => ["file", "print", "knowledge", "lang", "at", "help"].includes(option))).toEqual(
      [],
    );
    for (const { question } of scaffold.asks) expect(question.vi === question.en).toBe(false);
    for (const { after } of scaffold.asks) if (after !== undefined) expect(options).toContain(after);
  });
});

/** Every key of the schema of an item, of lists and groups too. */
function keysOf(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own =
    "properties" in schema && typeof schema.properties === "object" ? Object.keys(schema.properties ?? {}) : [];
  return [...own, ...Object.values(schema).flatMap(keysOf)];
}

const missingKeys = ({ kind }: Scaffold, text: string): readonly string[] =>
  [...new Set(keysOf(itemSchema(kind)))].filter((key) => !new RegExp(`(^|[\\s{,-])${key}:`, "m").test(text));

const COMMENTED_KEY = /^(\s*)# ((?:- )?(?:[a-zA-Z]+:(?: .*)?|- \{.*|\s+.*))$/;

/** As an admin does who uses every part: the mark off, and where it says so, the line above deleted. */
function uncommented(text: string): string {
  const lines: string[] = [];
  for (const line of text.split("\n").slice(1)) {
    if (/xóa dòng trên/.test(line)) lines.pop();
    lines.push(line);
  }
  const off = lines.map((line) => line.replace(COMMENTED_KEY, "$1$2"));
  const again = off.map((line) => line.replace(COMMENTED_KEY, "$1$2"));
  return [text.split("\n")[0], ...again].join("\n");
}
