import type { LogLevel } from "../../src/core/log.ts";
import { createLog } from "../../src/log/index.ts";

export interface Told {
  readonly level: string;
  readonly message: string;
  readonly [field: string]: unknown;
}

/** A log and what it has written: as text, and line by line as JSON. */
export async function openLog({ level = "debug" as LogLevel, secrets = [] as string[], isTTY = false } = {}) {
  let text = "";
  const write = (some: string): void => {
    text += some;
  };
  const output = { isTTY, write };
  const log = await createLog({ level, secrets, output });
  return {
    log,
    text: (): string => text,
    told: (): Told[] =>
      text
        .split("\n")
        .slice(0, -1)
        .map((line) => JSON.parse(line)),
  };
}
