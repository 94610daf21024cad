import type { Choice } from "../../core/invocation.ts";
import type { View } from "../view.ts";
import type { Item } from "./catalogue.ts";

const MOST = 12;

/** Questions that lead to what is held of an item, as the commands word them. */
export function questionsAbout({ id }: Item, { snapshot, language }: View): readonly Choice[] {
  const { knowledge, bot } = snapshot;
  const questions = new Map<string, Choice>();
  for (const fact of knowledge.facts) {
    if (questions.size >= MOST) break;
    if (fact.subject !== id) continue;
    for (const command of bot.commands) {
      const ask = command.asks.find((one) => one.fact === fact.type);
      if (ask === undefined) continue;
      const values = ask.values?.({ fact, named: {}, periodCount: 0, periods: [] }) ?? {};
      const invocation = { command: command.name, values, language };
      const question = ask.question(invocation, knowledge);
      questions.set(question, { question, invocation });
    }
  }
  return [...questions.values()];
}
