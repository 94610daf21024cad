import { type Answer, notHeld } from "./answer.ts";
import type { Bot } from "./bot.ts";
import type { Language } from "./language.ts";

/** Hears of a bug: the error, and the reference that the person was told. */
export type Report = (error: unknown, reference: string) => void;

/** The same bot, for talking to people: a bug becomes one sentence with a reference, and the rest goes to whoever mends it. */
export function guarded(bot: Bot, report: Report): Bot {
  let count = 0;
  const guard = (language: Language, answer: () => Answer): Answer => {
    try {
      return answer();
    } catch (error) {
      count += 1;
      report(error, `E${count}`);
      return { ...notHeld(BROKEN[language](`E${count}`)), language };
    }
  };
  return {
    commands: bot.commands,
    suggest(...typed) {
      try {
        return bot.suggest(...typed);
      } catch (error) {
        count += 1;
        report(error, `E${count}`);
        return [];
      }
    },
    answer: (request) => guard(request.language ?? "vi", () => bot.answer(request)),
    run: (invocation, now, previous) => guard(invocation.language, () => bot.run(invocation, now, previous)),
  };
}

const BROKEN = {
  vi: (reference: string) => `Bot gặp lỗi khi trả lời câu này (mã ${reference}). Hãy báo mã này cho người quản trị.`,
  en: (reference: string) => `The bot failed on this question (reference ${reference}). Please tell an administrator.`,
} as const;
