import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Choice, Invocation } from "../../core/invocation.ts";
import type { Language } from "../../core/language.ts";
import type { Snapshot } from "../../core/living.ts";
import { complete } from "./complete.ts";
import { type Received, receive } from "./receive.ts";
import { render } from "./render.ts";

export interface ConsoleOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** A person at a terminal: a prompt, history, completion. Without, lines come out of a pipe and only answers go out. */
  readonly interactive: boolean;
  readonly colour: boolean;
  readonly language: Language;
  readonly forced?: Language | undefined;
  /** Epoch milliseconds, read anew for every line. */
  readonly now: () => number;
  /** Called once it listens, with a way to tell something above the line that is being typed. */
  readonly ready?: ((tell: (text: string) => void) => void) | undefined;
}

/** A conversation, line by line, until its end. Each line is answered before the next is read, also when several are pasted. */
export function chat(current: () => Snapshot, options: ConsoleOptions): Promise<void> {
  const { input, output, interactive, colour, language, forced, now, ready } = options;
  const reader = createInterface({
    input,
    ...(interactive ? { output } : {}),
    terminal: interactive,
    prompt: "› ",
    historySize: 200,
    removeHistoryDuplicates: true,
    completer: complete(current().bot.commands),
  });
  const say = (text: string): void => void output.write(`${text}\n`);
  let choices: readonly Choice[] = [];
  let previous: Invocation | undefined;

  const reply = (received: Received): string | undefined => {
    switch (received.kind) {
      case "nothing":
        return undefined;
      case "no such choice":
        return NO_SUCH_CHOICE[forced ?? language](received.typed, choices.length);
      case "choice":
      case "request": {
        const { bot, knowledge } = current();
        const answer =
          received.kind === "choice"
            ? bot.run(received.choice.invocation, now(), previous)
            : bot.answer(received.request);
        choices = answer.choices;
        if (answer.invocation !== undefined && answer.status !== "unknown") previous = answer.invocation;
        return render(answer, { knowledge, commands: bot.commands, colour });
      }
    }
  };

  if (interactive) say(WELCOME[forced ?? language]);
  reader.on("line", (line) => {
    const said = reply(receive(line, { choices, previous, language, forced, now: now() }));
    if (said !== undefined) say(`${said}\n`);
    if (interactive) reader.prompt();
  });
  reader.on("SIGINT", () => {
    if (reader.line === "") return reader.close();
    reader.write(null, { ctrl: true, name: "e" });
    reader.write(null, { ctrl: true, name: "u" });
  });
  if (interactive) reader.prompt();
  ready?.((text) => {
    if (!interactive) return;
    output.write(`\r\u001B[K${text}\n`);
    reader.prompt(true);
  });
  return new Promise((resolve) => {
    reader.on("close", () => {
      if (interactive) say("");
      resolve();
    });
  });
}

const NO_SUCH_CHOICE = {
  vi: (typed: number, count: number) =>
    count === 1
      ? `Không có lựa chọn ${typed}: chỉ có 1.`
      : `Không có lựa chọn ${typed}: hãy gõ một số từ 1 đến ${count}.`,
  en: (typed: number, count: number) =>
    count === 1
      ? `There is no choice ${typed}: only 1.`
      : `There is no choice ${typed}: type a number from 1 to ${count}.`,
} as const;

const WELCOME = {
  vi: "Liên Thành nghe. Hỏi bằng lời thường, gõ số để chọn, /help để xem các lệnh, Ctrl-D để thoát.",
  en: "Liên Thành is listening. Ask in plain words, type a number to choose, /help for the commands, Ctrl-D to leave.",
} as const;
