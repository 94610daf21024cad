import type { Both } from "../core/language.ts";
import { StateAway } from "./trouble.ts";

/** https://sqlite.org/rescode.html: the lowest eight bits say what kind it is. */
const SQLITE = {
  perm: 3,
  busy: 5,
  locked: 6,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cantOpen: 14,
  notADatabase: 26,
} as const;

export const sqliteCode = (error: unknown): number | undefined =>
  error instanceof Error && "errcode" in error && typeof error.errcode === "number" ? error.errcode & 0xff : undefined;

export function isBusy(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === SQLITE.busy || code === SQLITE.locked;
}

export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === SQLITE.corrupt || code === SQLITE.notADatabase;
}

/** Where what a crash left behind has to be cleared up first, which takes the right to write. */
export function needsWriting(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === SQLITE.readOnly || code === SQLITE.cantOpen;
}

/** A StateAway where the file, the disk or another process is the cause; else the error itself. */
export function explainSqlite(error: unknown, file: string): unknown {
  const text = sentence(error, file);
  return text === undefined ? error : new StateAway(text, isBusy(error), error);
}

function sentence(error: unknown, file: string): Both | undefined {
  if (!(error instanceof Error)) return undefined;
  const reason = error.message;
  switch (sqliteCode(error) ?? systemCode(error)) {
    case SQLITE.full:
    case "ENOSPC":
    case "EDQUOT":
      return FULL(file);
    case SQLITE.perm:
    case SQLITE.readOnly:
    case SQLITE.cantOpen:
    case "EACCES":
    case "EPERM":
    case "EROFS":
    case "ENOTDIR":
    case "EEXIST":
    case "EISDIR":
    case "ENOENT":
      return CLOSED(file, reason);
    case SQLITE.io:
    case "EIO":
      return BROKEN_DISK(file, reason);
    case SQLITE.corrupt:
    case SQLITE.notADatabase:
      return DAMAGED(file, reason);
    case SQLITE.busy:
    case SQLITE.locked:
      return BUSY(file);
    default:
      return undefined;
  }
}

const systemCode = (error: Error): string | undefined =>
  "syscall" in error && "code" in error && typeof error.code === "string" ? error.code : undefined;

export const DAMAGED = (file: string, reason: string): Both => ({
  vi: `Tệp trạng thái ${file} bị hỏng hoặc không phải tệp trạng thái của bot (${reason}). Hãy chuyển tệp đó (cùng các tệp -wal, -shm bên cạnh) sang nơi khác rồi phục hồi từ bản sao lưu; bot không bao giờ tự thay tệp này.`,
  en: `The state file ${file} is damaged, or no state of the bot (${reason}). Move it (with the files -wal and -shm next to it) elsewhere and restore a backup; the bot never replaces it by itself.`,
});

const FULL = (file: string): Both => ({
  vi: `Ổ đĩa của tệp trạng thái ${file} đã đầy. Hãy giải phóng chỗ trống; bot sẽ tự làm tiếp, không mất gì đã ghi.`,
  en: `The disk of the state file ${file} is full. Make room; the bot then goes on by itself, and nothing that was written is lost.`,
});

const CLOSED = (file: string, reason: string): Both => ({
  vi: `Không mở hoặc ghi được tệp trạng thái ${file} (${reason}). Hãy kiểm tra thư mục có tồn tại và tài khoản chạy bot có quyền ghi vào đó.`,
  en: `The state file ${file} can't be opened or written (${reason}). Check that its folder exists and that the account which runs the bot may write there.`,
});

const BROKEN_DISK = (file: string, reason: string): Both => ({
  vi: `Ổ đĩa báo lỗi khi đọc hoặc ghi tệp trạng thái ${file} (${reason}). Hãy kiểm tra ổ đĩa, và đặt tệp trên ổ của chính máy này, không phải ổ mạng.`,
  en: `The disk fails when the state file ${file} is read or written (${reason}). Check the disk, and keep the file on a disk of this machine, not on a network drive.`,
});

const BUSY = (file: string): Both => ({
  vi: `Một tiến trình khác đang khóa tệp trạng thái ${file} quá lâu. Hãy xem tiến trình nào đang mở tệp đó.`,
  en: `Another process has locked the state file ${file} for too long. See which process has it open.`,
});
