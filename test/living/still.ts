import type { Bot } from "../../src/core/bot.ts";
import type { Knowledge } from "../../src/core/knowledge.ts";
import type { KnowledgeStatus, Living } from "../../src/core/living.ts";

/** Knowledge whose files nobody edits. */
export function still(bot: Bot, knowledge: Knowledge, changed: Partial<KnowledgeStatus> = {}): Living {
  const facts = knowledge.facts.length + knowledge.figures.length;
  const status: KnowledgeStatus = { since: 0, files: 1, facts, fromSnapshot: false, problems: [], ...changed };
  return {
    current: () => ({ bot, knowledge }),
    status: () => status,
    reload: async () => status,
    follow: () => () => {},
  };
}
