/** From all there is to what needs somebody. */
export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What is told beside a line: texts, numbers, flags, and as `error` what was thrown. */
export type LogFields = Readonly<Record<string, unknown>>;

/**
 * What operators read. `ref` among the fields is the reference that a person was told. Secrets are taken out of all of it; what
 * people asked, and who they are, does not belong here.
 */
export type Log = Readonly<Record<LogLevel, (message: string, fields?: LogFields) => void>>;
