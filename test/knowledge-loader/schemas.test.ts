import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { ALL_KINDS } from "../../src/knowledge/kinds/index.ts";
import { schemaFiles, staleSchemas } from "../../src/knowledge/schema-files.ts";
import { folderOf } from "./folder.ts";

let folder = "";
afterEach(() => rm(folder, { recursive: true, force: true }));

const committed = (): Record<string, string> =>
  Object.fromEntries(schemaFiles().map(({ name, text }) => [`schemas/${name}`, text]));

test("An admin's editor gets a schema for each kind, with descriptions in Vietnamese", async () => {
  folder = await folderOf(committed());
  expect((await readdir(join(folder, "schemas"))).sort()).toEqual(
    ALL_KINDS.map((kind) => `${kind.folder}.schema.json`).sort(),
  );
  const schema: unknown = JSON.parse(await readFile(join(folder, "schemas/figures.schema.json"), "utf8"));
  expect(schema).toMatchObject({
    $schema: "http://json-schema.org/draft-07/schema#",
    definitions: {
      item: {
        properties: { place: { type: "string" } },
        required: ["indicator", "place", "period", "value", "source"],
      },
    },
    anyOf: [{ $ref: "#/definitions/item" }, { type: "array" }],
  });
  expect(await staleSchemas(folder)).toEqual([]);
});

test("A developer who changes a kind and forgets the schemas is told the command", async () => {
  folder = await folderOf(committed());
  await writeFile(join(folder, "schemas/places.schema.json"), "{}");
  await rm(join(folder, "schemas/people.schema.json"));
  const problems = await staleSchemas(folder);
  expect(problems.map(({ file }) => file.split("/").at(-1)).sort()).toEqual([
    "people.schema.json",
    "places.schema.json",
  ]);
  expect(problems[0]?.hint?.vi).toContain("write-schemas.ts");
});

test("A knowledge base without schemas is not asked for any", async () => {
  folder = await folderOf({ "places/x.yaml": "" });
  expect(await staleSchemas(folder)).toEqual([]);
});
