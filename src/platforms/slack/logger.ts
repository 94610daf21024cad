import { type Logger, LogLevel } from "@slack/bolt";
import { redacted } from "./trouble.ts";

/** The SDK's warnings and errors, on our log and without tokens; what it tells beside them is of no use to an operator. */
export function createLogger(log: (line: string) => void): Logger {
  const write = (...parts: readonly unknown[]): void => log(redacted(`Slack: ${parts.map(textOf).join(" ")}`));
  return {
    debug: () => {},
    info: () => {},
    warn: write,
    error: write,
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

const textOf = (part: unknown): string => (part instanceof Error ? part.message : String(part));
