import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { UserError } from "../core/errors.ts";
import type { Language } from "../core/language.ts";
import type { Draft } from "./desk.ts";

/** Writes a file that is not there yet, and its folder. Rejects with a UserError where it can't. */
export async function writeNew({ file, text }: Draft, language: Language): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    throw new UserError(CANT[language](file, String(error.code)));
  }
}

const CANT = {
  vi: (file: string, code: string) =>
    code === "EEXIST"
      ? `${file} đã có, và không bị ghi đè.`
      : `Không ghi được ${file} (${code}). Kiểm tra quyền ghi và ổ đĩa.`,
  en: (file: string, code: string) =>
    code === "EEXIST"
      ? `${file} is there already and is not overwritten.`
      : `${file} can't be written (${code}). Check its permissions and the disk.`,
} as const satisfies Record<Language, unknown>;
