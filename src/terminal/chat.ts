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
export async function openChat({ knowledge: folder, language, forced, at, ready }: ChatOptions): Promise<void> {
  const opened = await openBot(folder);
  if (opened.bot === undefined) return refuse(opened.loaded.problems, forced ?? language);
  const { stdin, stdout } = process;
  let current = (): Snapshot => opened;
  const follow = (next: () => Snapshot): void => {
    current = perSnapshot(next, ({ bot, knowledge }) => ({ bot: guarded(bot, report), knowledge }));
  };
  await chat(() => current(), {
    input: stdin,
    output: stdout,
    interactive: hasTerminal(),
    colour: stdout.isTTY && stdout.hasColors(),
    language,
    forced,
    now: () => at ?? Date.now(),
    ready: (tell) => ready?.({ tell, follow }),
  });
}

/** Whether there is a person to chat with. */
export const hasTerminal = (): boolean => process.stdin.isTTY && process.stdout.isTTY;
