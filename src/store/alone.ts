import type { DatabaseSync } from "node:sqlite";
import { isBusy } from "./sqlite-trouble.ts";
import { userError } from "./trouble.ts";

/** Nobody else may have this file open from now until it is closed. Throws a UserError where another process has. */
export function takeAlone(database: DatabaseSync, file: string): void {
  try {
    database.exec("pragma locking_mode = exclusive; begin exclusive; commit");
  } catch (error) {
    throw isBusy(error) ? userError(IN_USE(file)) : error;
  }
}

const IN_USE = (file: string) => ({
  vi: `${file} đang được một tiến trình khác sử dụng. Hãy dừng bot rồi làm lại.`,
  en: `${file} is in use by another process. Stop the bot and try again.`,
});
