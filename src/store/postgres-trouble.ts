import type { Both } from "../core/language.ts";
import { StateAway, userError } from "./trouble.ts";

const BROKEN_MESSAGES = /Connection terminated|timeout|not queryable|Connection ended|server closed the connection/i;
const LASTING_MESSAGES = /does not support SSL|client password must be|SASL/;

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: connection, resources, shutdown, read-only after a failover. */
const PASSING_CODES = /^(08...|53...|57P0[1-4]|57014|25P0[34]|25006|55P03)$/;
/** Wrong password or database, no right, no schema, a table of somebody else. */
const LASTING_CODES = /^(28...|3D000|3F000|42501|42P07)$/;
const SYSTEM_CODES = /^(E[A-Z]+|EAI_[A-Z]+)$/;
const TLS_CODES = /CERT|^ERR_(TLS|SSL)_|^UNABLE_TO_/;

const codeOf = (error: Error): string => ("code" in error && typeof error.code === "string" ? error.code : "");

/** Deadlocks and serialization, and the index by which nobody is the second one at a destination. */
export function isClash(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code === "23505") return "constraint" in error && error.constraint === "ledger_busy";
  return code === "40001" || code === "40P01";
}

export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return (
    SYSTEM_CODES.test(code) ||
    /^(08...|57P0.|25P03)$/.test(code) ||
    (code === "" && BROKEN_MESSAGES.test(error.message))
  );
}

/** A StateAway where the server or the way to it is the cause; else the error itself. */
export function explainPostgres(error: unknown, where: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = codeOf(error);
  const reason = [code, error.message].filter((part) => part !== "").join(": ");
  if (LASTING_CODES.test(code) || TLS_CODES.test(code) || LASTING_MESSAGES.test(error.message))
    return new StateAway(REFUSED(where, reason), false, error);
  if (PASSING_CODES.test(code) || isConnectionLost(error))
    return new StateAway(UNREACHABLE(where, reason), true, error);
  return error;
}

/** The address without password and parameters. Throws a UserError, which does not repeat it, where it is none. */
export function whereOf(url: string): string {
  const at = URL.canParse(url) ? new URL(url) : undefined;
  const rest = `${at?.pathname}${at?.search}${at?.hash}`;
  // An @ further on: the password holds a / or # that is not written as %2F or %23, and would be taken for the host.
  if (at === undefined || !/^postgres(ql)?:$/.test(at.protocol) || rest.includes("@")) throw userError(NO_ADDRESS);
  const user = at.username === "" ? "" : `${at.username}@`;
  return `${at.protocol}//${user}${at.host}${at.pathname}`;
}

const UNREACHABLE = (where: string, reason: string): Both => ({
  vi: `Không kết nối được tới PostgreSQL ở ${where} (${reason}). Bot tự thử lại cho đến khi được; nếu kéo dài, hãy kiểm tra máy chủ, đường mạng và DATABASE_URL.`,
  en: `PostgreSQL at ${where} can't be reached (${reason}). The bot tries again until it can; if this lasts, check the server, the network and DATABASE_URL.`,
});

const REFUSED = (where: string, reason: string): Both => ({
  vi: `PostgreSQL ở ${where} từ chối bot (${reason}). Hãy kiểm tra người dùng, mật khẩu, tên cơ sở dữ liệu và thiết lập TLS trong DATABASE_URL; bot cần một cơ sở dữ liệu hoặc schema riêng, nơi nó được tạo bảng.`,
  en: `PostgreSQL at ${where} refuses the bot (${reason}). Check user, password, database and TLS in DATABASE_URL; the bot needs a database or schema of its own in which it may create tables.`,
});

const NO_ADDRESS: Both = {
  vi: "DATABASE_URL phải có dạng postgres://người-dùng:mật-khẩu@máy-chủ:5432/cơ-sở-dữ-liệu; các ký tự / # ? @ : trong mật khẩu phải viết thành %2F %23 %3F %40 %3A.",
  en: "DATABASE_URL must read postgres://user:password@host:5432/database; in the password, / # ? @ : are written as %2F %23 %3F %40 %3A.",
};
