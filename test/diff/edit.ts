import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import type { Language } from "../../src/core/language.ts";
import { compareFacts } from "../../src/diff/facts.ts";
import { type DiffOptions, diff } from "../../src/diff/index.ts";
import { showReport } from "../../src/diff/report-text.ts";
import { loadSide } from "../../src/diff/side.ts";
import { tellFacts } from "../../src/diff/told-facts.ts";
import { type Files, folderOf, VALID } from "../knowledge-loader/folder.ts";

const run = promisify(execFile);

/** What an edit makes of the small knowledge base: other texts, and files that are gone (null). */
export type Edit = Readonly<Record<string, string | null>>;

/** Puts `to` in place of `from` in a file, which must have it. */
export function put(file: string, from: string, to: string, files: Files = VALID): Files {
  const text = files[file] ?? "";
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  return { [file]: text.replace(from, () => to) };
}

/** The same word in all files. */
export const everywhere = (from: RegExp, to: string, files: Files = VALID): Files =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replace(from, to)]));

async function write(root: string, files: Edit): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, name);
    await mkdir(dirname(path), { recursive: true });
    if (text === null) await rm(path);
    else await writeFile(path, text);
  }
}

/** A git repository with a committed knowledge base in kb/, and an edit that is not committed. */
export async function editedRepository(edit: Edit, before: Files = VALID) {
  const root = await mkdtemp(join(tmpdir(), "repository-"));
  onTestFinished(() => rm(root, { recursive: true }));
  const git = (...words: string[]) => run("git", ["-C", root, "-c", "user.name=a", "-c", "user.email=a@b.c", ...words]);
  await write(join(root, "kb"), before);
  await git("init", "--quiet", "--initial-branch=main");
  await git("add", "--all");
  await git("commit", "--quiet", "--message=before");
  const folder = join(root, "kb");
  await write(folder, edit);
  return { folder, root, git };
}

const NOON = Date.UTC(2025, 0, 15, 5);

/** What `diff` says of an edit, and its exit code. The two versions are called before and kb. */
export async function diffOf(edit: Edit, options: Partial<DiffOptions> & { readonly from?: Files } = {}) {
  const { from = VALID, ...rest } = options;
  const [before, folder] = [await folderOf(from), await folderOf(from)];
  onTestFinished(async () => {
    for (const one of [before, folder]) await rm(one, { recursive: true });
  });
  await write(folder, edit);
  const told: string[] = [];
  const complaints: string[] = [];
  const code = await diff({
    knowledge: folder,
    language: "vi",
    against: before,
    format: "text",
    questions: [],
    failOnAnswers: false,
    width: 100,
    at: NOON,
    say: (text) => told.push(text),
    complain: (text) => complaints.push(text),
    ...rest,
  });
  const short = (lines: readonly string[]): string =>
    lines.join("\n").replaceAll(before, "before").replaceAll(folder, "kb");
  return { told: short(told), complaints: short(complaints), code };
}

/** The facts of a report as lines, without asking anything. */
export async function factLines(edit: Edit, { language = "vi" as Language, from = VALID as Files } = {}) {
  const [old, now] = [await folderOf(from), await folderOf(from)];
  await write(now, edit);
  const [before, after] = [await loadSide(old), await loadSide(now)];
  for (const folder of [old, now]) await rm(folder, { recursive: true });
  if (before.knowledge === undefined || after.knowledge === undefined)
    throw new Error(JSON.stringify([...before.problems, ...after.problems]));
  const facts = compareFacts(before, after);
  const told = tellFacts(facts.changes, before.knowledge, after.knowledge, language);
  const sides = { before, after: { ...after, knowledge: after.knowledge }, facts: { ...facts, told } };
  const report = { language, against: "HEAD", commit: undefined, ...sides, asked: 0, answers: [] };
  const lines = showReport(report, 100).replaceAll(now, "kb").replaceAll(old, "kb").split("\n");
  return lines.filter((line) => line.startsWith("  ")).map((line) => line.trim());
}
