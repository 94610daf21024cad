import { execFile } from "node:child_process";
import { mkdtemp, realpath, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { UserError } from "./core/errors.ts";
import type { Language } from "./core/language.ts";

const run = promisify(execFile);

/**
 * Works with a folder as it was before an edit: another folder, or what git has of it at a commit ("HEAD"), whose hash is
 * then told as well. Rejects with a UserError where `against` is neither.
 */
export async function withFolderBefore<T>(
  folder: string,
  against: string,
  language: Language,
  work: (before: string, commit: string | undefined) => Promise<T>,
): Promise<T> {
  if (await isFolder(against)) return work(against, undefined);
  const kept = await mkdtemp(join(tmpdir(), "before-"));
  try {
    const { path, commit } = await checkedOut(folder, against, kept).catch((error) => {
      throw isGits(error) ? new UserError(NO_SUCH[language](against, folder)) : error;
    });
    return await work(path, commit);
  } finally {
    await rm(kept, { recursive: true, force: true });
  }
}

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() === true;

/** Git's index is left alone: the files go through an archive. What is asked for can't pass for an option of git. */
async function checkedOut(
  folder: string,
  against: string,
  to: string,
): Promise<{ readonly path: string; readonly commit: string }> {
  const here = await realpath(folder);
  const git = async (...words: string[]): Promise<string> => (await run("git", ["-C", here, ...words])).stdout.trim();
  const commit = await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${against}^{commit}`);
  const top = await realpath(await git("rev-parse", "--show-toplevel"));
  const path = relative(top, here) || ".";
  const archive = join(to, "before.tar");
  await run("git", ["-C", top, "archive", "--format=tar", `--output=${archive}`, commit, "--", path]);
  await run("tar", ["-xf", archive, "-C", to]);
  return { path: join(to, path), commit };
}

const isGits = (error: unknown): boolean => error instanceof Error && "cmd" in error;

const NO_SUCH = {
  vi: (against: string, folder: string) =>
    `--against cần một thư mục, hoặc một commit của git có thư mục ${folder}; “${against}” không phải.`,
  en: (against: string, folder: string) =>
    `--against takes a folder, or a commit of git that holds ${folder}; “${against}” is neither.`,
} as const;
