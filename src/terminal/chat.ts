import { guarded } from "../core/guarded.ts";
import type { Language } from "../core/language.ts";
import { perSnapshot, type Snapshot } from "../core/living.ts";
import { chat } from "../platforms/console/index.ts";
import { openBot, report } from "./open.ts";
import { refuse } from "./refuse.ts";

export interface ChatOptions {
  readonly knowledge: string;
  readonly language: Language;
  readonly forced?: Language | undefined;
  readonly at?: number | undefined;
  /** Talks to people only, and says so where there is no terminal: the start of the bot, not a script's pipe. */
  readonly peopleOnly?: boolean;
  /** Called when the chat listens. */
  readonly ready?: (chat: Chatting) => void;
}

/** What may be done to a chat from beside it. */
export interface Chatting {
  /** Says something above the line that is being typed. */
  tell(text: string): void;
  /** From now on it answers from this. */
  follow(current: () => Snapshot): void;
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
  let current = (): Snapshot => opened;
  const follow = (next: () => Snapshot): void => {
    current = perSnapshot(next, ({ bot, knowledge }) => ({ bot: guarded(bot, report), knowledge }));
  };
  await chat(() => current(), {
    input: stdin,
    output: stdout,
    interactive,
    colour: stdout.isTTY && stdout.hasColors(),
    language,
    forced,
    now: () => at ?? Date.now(),
    ready: (tell) => ready?.({ tell, follow }),
  });
}

const NOBODY = {
  vi: 'Ở đây không có cửa sổ dòng lệnh để trò chuyện. Mở một cửa sổ rồi chạy npm start, hoặc hỏi một câu: npm run ask -- "câu hỏi".',
  en: 'There is no terminal here to chat on. Run npm start in one, or ask a single question: npm run ask -- "question".',
} as const;
