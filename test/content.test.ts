import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commands } from "../commands/index.ts";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { longNames, namesIn } from "./names.ts";
import { PROJECT, sourcesBelow } from "./sources.ts";

const real = await loadKnowledge(join(PROJECT, "knowledge"));
const other = await loadKnowledge(join(PROJECT, "test/knowledge"));

test.each([
  ["knowledge", real],
  ["test/knowledge", other],
])("The knowledge in %s/ has no problem", (_, { problems }) => {
  expect(problems.map(({ file, line, message }) => `${file}:${line} ${message.en}`)).toEqual([]);
});

test("Every command in commands/ is listed in commands/index.ts, under its file's name", async () => {
  const files = (await readdir(join(PROJECT, "commands"))).map((name) => name.replace(/\.ts$/, ""));
  const listed = commands.map(({ name }) => name);
  expect(files.filter((name) => name !== "index" && name !== "options").sort()).toEqual([...listed].sort());
});

test("No two commands answer to the same name", () => {
  const names = commands.flatMap((command) => [...new Set([command.name, command.names.vi, command.names.en])]);
  expect(names).toEqual([...new Set(names)]);
});

const names = [real, other].flatMap(({ knowledge }) => (knowledge === undefined ? [] : longNames(knowledge)));

test("The machine knows no name of any knowledge base: what it can say comes from YAML", async () => {
  expect(names.length).toBeGreaterThan(200);
  expect(namesIn(await sourcesBelow("src", "commands"), names)).toEqual([]);
});

test("A name that slips into the code is found, with or without marks, but not inside another word", () => {
  const [place = ""] = real.knowledge?.places.values() ?? [];
  const name = typeof place === "string" ? place : place.names.vi;
  const unmarked = name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll(/đ/gi, "d").toUpperCase();
  const file = "commands/x.ts";
  expect(namesIn([{ file, text: `if (place === "${name}")` }], names)).not.toEqual([]);
  expect(namesIn([{ file, text: `// ${unmarked}-like` }], names)).not.toEqual([]);
  expect(namesIn([{ file, text: `x${unmarked}x` }], names)).toEqual([]);
});
