import { readState } from "../config.ts";
import { UserError } from "../core/errors.ts";
import type { Language } from "../core/language.ts";
import { backupState } from "../store/backup.ts";
import { moveState } from "../store/move.ts";
import { noteRestored, restoreState } from "../store/restore.ts";

export interface KeepOptions {
  readonly language: Language;
  /** Puts a state that is there aside. */
  readonly force: boolean;
  readonly say: (line: string) => void;
}

/** `npm run state -- backup FILE | restore FILE | restored TIME | move`. Rejects with a UserError that says what to do where it can't. */
export async function keepState(action: string, file: string | undefined, options: KeepOptions): Promise<void> {
  const texts = TEXTS[options.language];
  const act = ACTIONS[action];
  if (act === undefined || (action !== "move" && file === undefined)) throw new UserError(texts.usage);
  await act(file ?? "", options);
}

type Act = (file: string, options: KeepOptions) => Promise<void>;

const backup: Act = async (file, { language, say }) => {
  const { bytes } = await backupState(readState(), file);
  say(TEXTS[language].backed(file, bytes));
};

const restore: Act = async (file, { language, force, say }) => {
  const { url, folder } = readState();
  const texts = TEXTS[language];
  if (url !== undefined) throw new UserError(texts.restoreThere);
  const restored = await restoreState(file, folder, { force });
  say(texts.restored(restored.file, restored.doubtful));
  if (restored.replaced !== undefined) say(texts.replaced(restored.replaced));
};

const restored: Act = async (when, { language, say }) => {
  const { url } = readState();
  const texts = TEXTS[language];
  if (url === undefined) throw new UserError(texts.restoredWhere);
  const madeAt = Date.parse(when);
  if (!/^\d{4}-\d\d-\d\dT/.test(when) || Number.isNaN(madeAt)) throw new UserError(texts.noTime(when));
  say(texts.noted(await noteRestored(url, madeAt)));
};

const move: Act = async (_, { language, say }) => {
  const { url, folder } = readState();
  const texts = TEXTS[language];
  if (url === undefined) throw new UserError(texts.moveWhere);
  for (const { table, rows } of await moveState(folder, url)) say(`  ${table}: ${rows}`);
  say(texts.moved);
};

const ACTIONS: Readonly<Record<string, Act | undefined>> = { backup, restore, restored, move };

const TEXTS = {
  vi: {
    usage: "Cách dùng: npm run state -- backup TỆP | restore TỆP [--force] | restored THỜI-ĐIỂM | move",
    backed: (file: string, bytes: number) => `Đã sao lưu kho trạng thái vào ${file} (${Math.ceil(bytes / 1024)} KB).`,
    restored: (file: string, doubtful: number) =>
      `Đã khôi phục ${file}. ${doubtful} thông báo, cùng mọi tin mới về cuộc họp, có thể đã đăng sau lần sao lưu: bot sẽ tìm trong kênh trước khi đăng.`,
    replaced: (file: string) => `Kho trạng thái trước đó được giữ ở ${file}.`,
    restoreThere:
      "Kho trạng thái đang ở PostgreSQL (DATABASE_URL): khôi phục bằng pg_restore, chạy npm run state -- restored THỜI-ĐIỂM-SAO-LƯU, rồi khởi động lại bot.",
    restoredWhere: "restored chỉ dùng cho PostgreSQL (DATABASE_URL); tệp thì khôi phục bằng restore TỆP.",
    noTime: (text: string) => `“${text}” không phải thời điểm sao lưu: viết như 2026-11-20T03:00+07:00.`,
    noted: (doubtful: number) =>
      `Đã ghi nhận. ${doubtful} thông báo, cùng mọi tin mới về cuộc họp, có thể đã đăng sau lần sao lưu: bot sẽ tìm trong kênh trước khi đăng.`,
    moveWhere: "Đặt DATABASE_URL (postgres://…) là nơi chuyển kho trạng thái tới.",
    moved: "Đã chuyển sang PostgreSQL. Tệp cũ vẫn còn; khởi động lại bot với DATABASE_URL.",
  },
  en: {
    usage: "Usage: npm run state -- backup FILE | restore FILE [--force] | restored TIME | move",
    backed: (file: string, bytes: number) => `The state is backed up in ${file} (${Math.ceil(bytes / 1024)} KB).`,
    restored: (file: string, doubtful: number) =>
      `Restored ${file}. ${doubtful} announcements, and all news of meetings, may have been posted since the backup: they are looked for before anything is posted.`,
    replaced: (file: string) => `The state that was there is kept in ${file}.`,
    restoreThere:
      "The state is in PostgreSQL (DATABASE_URL): restore it with pg_restore, run npm run state -- restored TIME-OF-THE-BACKUP, then start the bot again.",
    restoredWhere: "restored is for PostgreSQL (DATABASE_URL); a file is restored by restore FILE.",
    noTime: (text: string) => `“${text}” is not when the backup was made: write it like 2026-11-20T03:00+07:00.`,
    noted: (doubtful: number) =>
      `Noted. ${doubtful} announcements, and all news of meetings, may have been posted since the backup: they are looked for before anything is posted.`,
    moveWhere: "Set DATABASE_URL (postgres://…) to where the state should go.",
    moved: "Moved to PostgreSQL. The old file is still there; start the bot again with DATABASE_URL.",
  },
} as const;
