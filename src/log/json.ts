import { pino } from "pino";
import type { LogLevel } from "../core/log.ts";
import type { Output, Write } from "./index.ts";
import { thrownOf } from "./thrown.ts";

/** {"level":"info","time":"2026-11-24T01:30:00.000Z","ref":"…","message":"…"}, for journals and collectors. */
export function jsonLines(level: LogLevel, output: Output, redact: (text: string) => string): Write {
  const logger = pino(
    {
      level,
      messageKey: "message",
      // The journal and the collector know the process and the machine.
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: (error) => thrownOf(error) },
      hooks: { streamWrite: redact },
    },
    output,
  );
  return (one, message, fields) => logger[one](fields, message);
}
