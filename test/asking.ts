import type { Answer } from "../src/core/answer.ts";
import type { Bot } from "../src/core/bot.ts";
import { plain } from "../src/core/text.ts";
import { NOW } from "./bots.ts";

/** Asks one after the other, as in one chat; the last answer. */
export const asking =
  (bot: Bot) =>
  (...lines: readonly string[]): Answer => {
    let answer: Answer | undefined;
    for (const input of lines) answer = bot.answer({ command: "ask", input, now: NOW, previous: answer?.invocation });
    if (answer === undefined) throw new Error("nothing was asked");
    return answer;
  };

/** What a person reads first. */
export const said = (answer: Answer): string => plain(answer.headline);
