import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { VALID } from "./knowledge-loader/folder.ts";
import { PROJECT } from "./sources.ts";

export interface Line {
  readonly level?: string;
  readonly message: string;
  readonly [field: string]: unknown;
}

/**
 * The bot in a process of its own, on a free port, with a state and a small knowledge of its own, and what it says in its
 * log.
 */
export function startBot(env: Readonly<Record<string, string>>) {
  const kept = mkdtempSync(join(tmpdir(), "lien-thanh-running-"));
  const knowledge = join(kept, "knowledge");
  for (const [name, text] of Object.entries(VALID)) {
    mkdirSync(dirname(join(knowledge, name)), { recursive: true });
    writeFileSync(join(knowledge, name), text);
  }
  const child = spawn(process.execPath, ["--import", "./src/preload.mjs", "src/main.ts"], {
    cwd: PROJECT,
    env: { PATH: process.env.PATH, PORT: "0", STATE_DIR: join(kept, "state"), KNOWLEDGE_DIR: knowledge, ...env },
  });
  const texts: string[] = [];
  const waiting = new Set<() => void>();
  const exited: Promise<unknown> = once(child, "close").finally(() => rmSync(kept, { recursive: true, force: true }));
  createInterface(child.stderr).on("line", (line) => {
    texts.push(line);
    for (const look of waiting) look();
  });
  const lines = (): Line[] => texts.map((text) => (text.startsWith("{") ? JSON.parse(text) : { message: text }));

  return {
    lines,
    /** All that it said. */
    text: (): string => texts.join("\n"),
    /** The first line like this, as soon as it is said. */
    said: (message: RegExp): Promise<Line> =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = lines().find((line) => message.test(line.message));
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    /** False where it has ended already. */
    signal: (signal: NodeJS.Signals): boolean => child.kill(signal),
    /** Exit code and signal. */
    exited,
  };
}
