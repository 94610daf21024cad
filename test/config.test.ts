import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { readConfig, VARIABLES } from "../src/config.ts";

const PROJECT = join(import.meta.dirname, "..");

test("An operator finds every variable in .env.example, explained, with its default", async () => {
  const text = await readFile(join(PROJECT, ".env.example"), "utf8");
  expect(parseEnv(text)).toEqual(VARIABLES);
  const paragraphs = text.trim().split(/\n\n+/);
  for (const name of Object.keys(VARIABLES))
    expect(paragraphs.find((paragraph) => paragraph.includes(`\n${name}=`))).toMatch(/^# /);
});

test("Without any variable the bot answers from the project's own knowledge, in Vietnamese", () => {
  expect(readConfig({})).toEqual({ knowledge: "knowledge", language: "vi" });
  expect(readConfig({ KNOWLEDGE_DIR: "" }).knowledge).toBe("knowledge");
  expect(readConfig({ KNOWLEDGE_DIR: "/srv/kho" }).knowledge).toBe("/srv/kho");
});

test.each([
  [{ LANG: "en_US.UTF-8" }, "en"],
  [{ LANG: "vi_VN.UTF-8" }, "vi"],
  [{ LANG: "C.UTF-8" }, "vi"],
  [{ LANG: "vi_VN.UTF-8", LC_ALL: "en_GB.UTF-8" }, "en"],
  [{ LANG: "en_US.UTF-8", LC_ALL: "" }, "en"],
])("On a system with %j the terminal speaks %s", (environment, language) => {
  expect(readConfig(environment).language).toBe(language);
});
