import { randomUUID } from "node:crypto";
import { closeSync, existsSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { backup, DatabaseSync } from "node:sqlite";
import { fileTrouble, inspectFile } from "./inspect.ts";
import { stateFile } from "./state.ts";
import { steadily } from "./steadily.ts";
import { forOperators, userError } from "./trouble.ts";

export interface Backup {
  readonly file: string;
  readonly bytes: number;
}

/**
 * Copies a state in a file, also while a bot is using it, to a file that does not exist yet. Throws a UserError where that
 * can't be done; then there is no such file.
 */
export async function backupState(
  from: { url?: string | undefined; folder: string },
  file: string,
  clock: () => number = Date.now,
): Promise<Backup> {
  if (from.url !== undefined) throw userError(WITH_PG_DUMP);
  if (existsSync(file)) throw userError(EXISTS(file));
  const source = stateFile(from.folder);
  const unfinished = `${file}.unfinished`;
  try {
    await steadily(fileTrouble(source), () => inspectExisting(source));
    const madeAt = clock();
    await steadily(fileTrouble(file), () => copyDatabase(source, unfinished));
    sign(unfinished, madeAt);
    renameSync(unfinished, file);
  } catch (error) {
    throw forOperators(error);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return { file, bytes: statSync(file).size };
}

/** The copy says since when it does not know what was posted. One of an older version can't: its start brings it up to date. */
function sign(file: string, madeAt: number): void {
  const copy = new DatabaseSync(file);
  try {
    if (copy.prepare("select 1 from sqlite_schema where name = 'gap'").get() !== undefined)
      copy.prepare("insert into gap (id, from_at) values (?, ?)").run(`backup-${randomUUID()}`, Math.round(madeAt));
  } finally {
    copy.close();
  }
}

/** Throws a UserError where there is no state in the file, or none that this version can use. */
export function inspectExisting(file: string): void {
  if (inspectFile(file) !== "state") throw userError(NOTHING(file));
}

/** All that is committed by now, as one file that only its owner may read. */
export async function copyDatabase(source: string, target: string): Promise<void> {
  rmSync(target, { force: true });
  closeSync(openSync(target, "a", 0o600));
  const database = new DatabaseSync(source, { readOnly: true, timeout: 1000 });
  try {
    await backup(database, target);
  } finally {
    database.close();
  }
  const copy = new DatabaseSync(target);
  // Without WAL it is complete in this one file, and can be read without writing beside it.
  copy.exec("pragma journal_mode = delete");
  copy.close();
  inspectExisting(target);
}

const WITH_PG_DUMP = {
  vi: "Trạng thái đang nằm trong PostgreSQL (DATABASE_URL): hãy sao lưu bằng pg_dump và phục hồi bằng pg_restore.",
  en: "The state is in PostgreSQL (DATABASE_URL): back it up with pg_dump and restore it with pg_restore.",
};

const EXISTS = (file: string) => ({
  vi: `${file} đã có sẵn; bản sao lưu không ghi đè lên tệp nào. Hãy chọn tên khác.`,
  en: `${file} exists, and a backup overwrites nothing. Choose another name.`,
});

const NOTHING = (file: string) => ({
  vi: `Không có trạng thái nào của bot trong ${file}. Hãy kiểm tra lại đường dẫn.`,
  en: `There is no state of the bot in ${file}. Check the path.`,
});
