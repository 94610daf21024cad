import { type Answer, notHeld } from "./answer.ts";
import type { Bot } from "./bot.ts";
import type { Language } from "./language.ts";

/** Hears of a bug: the error, and the reference that the person was told. */
export type Report = (error: unknown, reference: string) => void;

/**
 * The same bot, for talking to people: a bug becomes one sentence with a reference, and the rest goes to whoever mends it.
 * Where several processes write one log, `refer` makes references that are never the same twice.
 */
export function guarded(bot: Bot, report: Report, refer: () => string = counted()): Bot {
  const broken = (language: Language, error: unknown): Answer => {
    const reference = refer();
    report(error, reference);
    return { ...notHeld(BROKEN[language](reference)), language };
  };
  const guard = <T>(language: Language, answer: () => T): T | Answer => {
    try {
      return answer();
    } catch (error) {
      return broken(language, error);
    }
  };
  return {
    commands: bot.commands,
    calendar: bot.calendar,
    suggest(...typed) {
      try {
        return bot.suggest(...typed);
      } catch (error) {
        report(error, refer());
        return [];
      }
    },
    answer: (request) => guard(request.language ?? "vi", () => bot.answer(request)),
    run: (invocation, now, previous) => guard(invocation.language, () => bot.run(invocation, now, previous)),
    perform(request) {
      const language = request.language ?? "vi";
      const performed = guard(language, () => bot.perform(request));
      return performed instanceof Promise ? performed.catch((error) => broken(language, error)) : performed;
    },
  };
}

/** E1, E2, …: enough where the error stands just above, as in a terminal. */
function counted(): () => string {
  let count = 0;
  return () => `E${++count}`;
}

const BROKEN = {
  vi: (reference: string) => `Bot gặp lỗi khi trả lời câu này (mã ${reference}). Hãy báo mã này cho người quản trị.`,
  en: (reference: string) => `The bot failed on this question (reference ${reference}). Please tell an administrator.`,
} as const;
