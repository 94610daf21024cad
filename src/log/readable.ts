import type { LogFields, LogLevel } from "../core/log.ts";
import { type Thrown, thrownOf } from "./thrown.ts";

const MARKS: Readonly<Record<LogLevel, string>> = { debug: "·", info: " ", warn: "!", error: "✗" };

/** "08:30:15   Answered. ref=K7QX2MBD", without what the message says anyway; the stack of an error on the lines below. */
export function readableLine(
  now: Date,
  level: LogLevel,
  message: string,
  { error, event, ...fields }: LogFields,
): string {
  const isSaid = (value: unknown): boolean => message.toLowerCase().includes(String(value).toLowerCase());
  const told = Object.entries(fields).filter(([, value]) => value !== undefined && !isSaid(value));
  const pairs = told.map(([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`);
  const head = [now.toTimeString().slice(0, 8), MARKS[level], message, ...pairs].join(" ");
  return `${printable(error === undefined ? head : `${head}\n${detailOf(thrownOf(error))}`)}\n`;
}

const detailOf = ({ stack, type, message, cause }: Thrown): string =>
  (stack ?? `${type}: ${message}`) + (cause === undefined ? "" : `\n  because of ${detailOf(cause)}`);

/** Nothing that came from outside moves the cursor or colours the terminal. */
const printable = (text: string): string => text.replace(/[^\P{C}\n\t]/gu, "\u{fffd}");
