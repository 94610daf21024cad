import type { Language } from "../core/language.ts";
import { chat } from "../platforms/console/index.ts";
import { openBot } from "./open.ts";
import { refuse } from "./refuse.ts";

export interface ChatOptions {
  readonly knowledge: string;
  readonly language: Language;
  readonly forced?: Language | undefined;
  readonly at?: number | undefined;
  /** Talks to people only, and says so where there is no terminal: the start of the bot, not a script's pipe. */
  readonly peopleOnly?: boolean;
  /** Called when the chat listens. */
  readonly ready?: () => void;
}

/** The console chat on this process's terminal or pipes. */
export async function openChat({
  knowledge: folder,
  language,
  forced,
  at,
  peopleOnly,
  ready,
}: ChatOptions): Promise<void> {
  const opened = await openBot(folder);
  if (opened.bot === undefined) return refuse(opened.loaded.problems, forced ?? language);
  const { stdin, stdout } = process;
  const interactive = stdin.isTTY && stdout.isTTY;
  if (peopleOnly === true && !interactive) {
    console.error(NOBODY[forced ?? language]);
    process.exitCode = 1;
    return;
  }
  const talk = chat(opened.bot, opened.knowledge, {
    input: stdin,
    output: stdout,
    interactive,
    colour: stdout.isTTY && stdout.hasColors(),
    language,
    forced,
    now: () => at ?? Date.now(),
  });
  ready?.();
  await talk;
}

const NOBODY = {
  vi: 'Ở đây không có cửa sổ dòng lệnh để trò chuyện. Mở một cửa sổ rồi chạy npm start, hoặc hỏi một câu: npm run ask -- "câu hỏi".',
  en: 'There is no terminal here to chat on. Run npm start in one, or ask a single question: npm run ask -- "question".',
} as const;
