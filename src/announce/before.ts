import { execFile } from "node:child_process";
import { mkdtemp, realpath, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { UserError } from "../core/errors.ts";
import type { Language } from "../core/language.ts";

const run = promisify(execFile);

/** Works with a folder as it was before an edit: another folder, or what git has of it at a commit ("HEAD"). */
export async function withFolderBefore<T>(
  folder: string,
  against: string,
  language: Language,
  work: (before: string) => Promise<T>,
): Promise<T> {
  if (await isFolder(against)) return work(against);
  const kept = await mkdtemp(join(tmpdir(), "before-"));
  try {
    return await work(await checkedOut(folder, against, kept));
  } catch (error) {
    throw error instanceof UserError || !isGits(error) ? error : new UserError(NO_SUCH[language](against, folder));
  } finally {
    await rm(kept, { recursive: true, force: true });
  }
}

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() === true;

/** Git's index is left alone: the files go through an archive. */
async function checkedOut(folder: string, commit: string, to: string): Promise<string> {
  const here = await realpath(folder);
  const { stdout } = await run("git", ["-C", here, "rev-parse", "--show-toplevel"]);
  const top = await realpath(stdout.trim());
  const path = relative(top, here) || ".";
  const archive = join(to, "before.tar");
  await run("git", ["-C", top, "archive", "--format=tar", `--output=${archive}`, commit, "--", path]);
  await run("tar", ["-xf", archive, "-C", to]);
  return join(to, path);
}

const isGits = (error: unknown): boolean => error instanceof Error && "cmd" in error;

const NO_SUCH = {
  vi: (against: string, folder: string) =>
    `--against cần một thư mục, hoặc một commit của git có thư mục ${folder}; “${against}” không phải.`,
  en: (against: string, folder: string) =>
    `--against takes a folder, or a commit of git that holds ${folder}; “${against}” is neither.`,
} as const;
