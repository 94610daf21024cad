import { type Logger, LogLevel } from "@slack/bolt";
import { redacted } from "./trouble.ts";

/** What we tell in a sentence of our own, which says what to do. */
const TOLD_BY_US = /^Slack: (http request failed|Failed to retrieve a new WSS URL)/;

/** The SDK's warnings and errors, on our log and without tokens; what it tells beside them is of no use to an operator. */
export function createLogger(log: (line: string) => void): Logger {
  const write = (...parts: readonly unknown[]): void => {
    const line = `Slack: ${parts.map(textOf).join(" ")}`;
    if (!TOLD_BY_US.test(line)) log(redacted(line));
  };
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
