import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commands } from "../commands/index.ts";
import { brokenQuestions } from "../src/evaluation/golden.ts";
import { ALL_KINDS } from "../src/knowledge/kinds/index.ts";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { assemble } from "../src/terminal/assemble.ts";
import { folderOf } from "./knowledge-loader/folder.ts";
import { PROJECT } from "./sources.ts";

const readme = await readFile(join(PROJECT, "README.md"), "utf8");

test("An admin who copies the README's example has a knowledge base without a problem, of every kind, that answers", async () => {
  const blocks = [...readme.matchAll(/^`(\w+\/[\w-]+\.yaml)`\n\n```yaml\n([\s\S]*?)```/gm)];
  const folder = await folderOf(Object.fromEntries(blocks.map(([, name = "", text = ""]) => [name, text])));
  const { knowledge, problems, files } = await loadKnowledge(folder);
  await rm(folder, { recursive: true });
  expect(problems.map(({ file, line, message }) => `${file}:${line} ${message.en}`)).toEqual([]);
  expect(files).toBe(readme.split("```yaml").length - 1);
  expect(blocks.map(([, name = ""]) => name.split("/")[0]).sort()).toEqual(ALL_KINDS.map((kind) => kind.folder).sort());
  if (knowledge === undefined) throw new Error("The example has errors.");
  const bot = assemble(knowledge);
  expect(brokenQuestions(bot, knowledge.questions, Date.UTC(2025, 5, 1)).map(({ hint }) => hint.en)).toEqual([]);
});

test("A reader of the README finds every npm script that it names", async () => {
  const { scripts } = JSON.parse(await readFile(join(PROJECT, "package.json"), "utf8"));
  const named = [...readme.matchAll(/npm (?:run (?:--silent )?)?([a-z]+)/g)].map(([, name = ""]) => name);
  const known = ["ci", "and", ...Object.keys(scripts)];
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

test("A developer who copies the README's command has one that answers", async () => {
  const [, source = ""] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const folder = await folderOf({ "counts.ts": source.replaceAll('"../src/', `"${PROJECT}/src/`) });
  const { counts } = await import(join(folder, "counts.ts"));
  const { knowledge } = await loadKnowledge(join(PROJECT, "test/knowledge"));
  await rm(folder, { recursive: true });
  if (knowledge === undefined) throw new Error("The second knowledge base has errors.");
  const all = [...commands, counts];
  const bot = assemble(knowledge, { commands: all });
  const answer = bot.answer({ command: "ask", input: "How large is the knowledge base?", now: 0 });
  expect([answer.status, answer.invocation?.command, answer.language]).toEqual(["answered", "counts", "en"]);
});
