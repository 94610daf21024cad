import type { Language } from "../core/language.ts";
import { requestOf } from "../platforms/console/receive.ts";
import { render } from "../platforms/console/render.ts";
import { render as renderJson } from "../platforms/json/render.ts";
import { linesOf } from "./lines.ts";
import { openBot } from "./open.ts";
import { refuse } from "./refuse.ts";

export interface AskOptions {
  readonly knowledge: string;
  readonly language: Language;
  readonly forced?: Language | undefined;
  readonly json: boolean;
  readonly stdin: boolean;
  /** Epoch milliseconds; the present where it is not given. */
  readonly at?: number | undefined;
}

/** One question, or one a line from stdin; each is answered by itself, in order. */
export async function ask(question: string, options: AskOptions): Promise<void> {
  const opened = await openBot(options.knowledge);
  if (opened.bot === undefined) return refuse(opened.loaded.problems, options.forced ?? options.language);
  const { bot, knowledge } = opened;
  const { stdin, stdout } = process;
  const colour = stdout.isTTY && stdout.hasColors();
  for await (const line of options.stdin ? linesOf(stdin) : [question]) {
    const { language, forced, at } = options;
    const answer = bot.answer(requestOf(line.normalize("NFC").trim(), { language, forced, now: at ?? Date.now() }));
    if (options.json) console.log(JSON.stringify(renderJson(line, answer, knowledge, bot.commands)));
    else console.log(render(answer, { knowledge, commands: bot.commands, colour }) + (options.stdin ? "\n" : ""));
  }
}
