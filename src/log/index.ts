import { LOG_LEVELS, type Log, type LogFields, type LogLevel } from "../core/log.ts";
import { readableLine } from "./readable.ts";
import { createRedactor } from "./redact.ts";

/** Where lines go; stderr is one. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

export interface LogOptions {
  /** Nothing below it is told. */
  readonly level: LogLevel;
  /** Values that must not be told, whoever says them. */
  readonly secrets: readonly string[];
  readonly output: Output;
}

/** Takes a line that is to be told; errors are among the fields as `error`. */
export type Write = (level: LogLevel, message: string, fields: LogFields) => void;

/** Short lines for a person at a terminal, elsewhere one JSON object a line. Lines are out when the call returns. */
export async function createLog({ level, secrets, output }: LogOptions): Promise<Log> {
  const redact = createRedactor(secrets);
  const write: Write =
    output.isTTY === true
      ? (...line) => void output.write(redact(readableLine(new Date(), ...line)))
      : (await import("./json.ts")).jsonLines(level, output, redact);
  const least = LOG_LEVELS.indexOf(level);
  const at = (one: LogLevel) =>
    LOG_LEVELS.indexOf(one) < least
      ? (): void => {}
      : (message: string, fields: LogFields = {}): void => write(one, message, fields);
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
