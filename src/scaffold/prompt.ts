import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";
import { printableLines } from "../platforms/console/printable.ts";
import { answerIn } from "./answer.ts";

export interface Prompt {
  /** A person at a terminal. */
  readonly interactive: boolean;
  say(text: string): void;
  /** The next line, or undefined where there is none: Ctrl-C, Ctrl-D, the end of a pipe. `words` complete it on Tab. */
  ask(words: readonly string[]): Promise<string | undefined>;
  close(): void;
}

/** Asks a person at a terminal, or takes one answer a line from a pipe; lines that come early are kept. */
export function openPrompt(input: Readable, output: Writable, interactive: boolean): Prompt {
  let words: readonly string[] = [];
  let closed = false;
  const reader = createInterface({
    input,
    ...(interactive ? { output } : {}),
    terminal: interactive,
    prompt: "› ",
    completer: (line: string): [string[], string] => [words.filter((word) => word.startsWith(line.trimStart())), line],
  });
  const lines = reader[Symbol.asyncIterator]();
  reader.on("SIGINT", () => reader.close());
  reader.on("close", () => {
    closed = true;
  });
  return {
    interactive,
    say: (text) => void output.write(`${printableLines(text)}\n`),
    ask: async (completions) => {
      words = completions;
      if (interactive && !closed) reader.prompt();
      const { done, value } = await lines.next();
      if (done !== true) return answerIn(value);
      if (interactive) output.write("\n");
      return undefined;
    },
    close: () => reader.close(),
  };
}
