import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export const PROJECT = join(import.meta.dirname, "..");

/** What takes long to make and is the same each time is kept here from one run of the tests to the next. */
export const CACHE = join(PROJECT, "node_modules/.cache/lien-thanh");

/** A source file, its path from the project's root with slashes. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** Every source file below these folders of the project. */
export async function sourcesBelow(...folders: readonly string[]): Promise<SourceText[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(join(PROJECT, folder), { recursive: true });
      return names.filter((name) => /\.m?[jt]s$/.test(name)).map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
    }),
  );
  return Promise.all(found.flat().map(async (file) => ({ file, text: await readFile(join(PROJECT, file), "utf8") })));
}
