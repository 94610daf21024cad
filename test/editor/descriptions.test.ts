import { expect, test } from "vitest";
import { ALL_KINDS } from "../../src/knowledge/kinds/index.ts";
import { schemaFiles } from "../../src/knowledge/schema-files.ts";
import { undescribed } from "./described.ts";

test("An admin is told of every key what it is for, in Vietnamese and in English", () => {
  const found = schemaFiles().flatMap(({ name, text }) =>
    undescribed(JSON.parse(text)).map((key) => `${name}: ${key}`),
  );
  expect([...new Set(found)]).toEqual([]);
});

test.each(ALL_KINDS.map((kind) => ({ name: kind.name, kind })))(
  "What a $name is, editors say in both languages",
  ({ kind }) => {
    expect(kind.schema.meta()?.description).toMatch(/^\p{Lu}.* · /u);
  },
);

test("A key that somebody forgot to describe is named, also deep in a list or in one of two ways to write it", () => {
  const described = { description: "Ngày · day" };
  const deep = { anyOf: [{ properties: { day: {} } }, { properties: { unknown: { description: "Vì sao" } } }] };
  const schema = { properties: { at: described, items: { ...described, items: deep } } };
  expect(undescribed(schema)).toEqual(["items.day", "items.unknown"]);
});
