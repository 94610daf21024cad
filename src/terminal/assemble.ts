import { commands as all } from "../../commands/index.ts";
import type { Acts } from "../core/acting.ts";
import { type Bot, createBot } from "../core/bot.ts";
import type { Command } from "../core/command.ts";
import type { Knowledge } from "../core/knowledge.ts";
import { createCalendar } from "../reviews/calendar.ts";
import { createUnderstanding } from "../search/understand.ts";

export interface Assembly {
  readonly commands?: readonly Command[] | undefined;
  /** For reviews that name none. */
  readonly timeZone?: string | undefined;
  /** What acting commands reach; without them they say that they can't. */
  readonly acts?: Acts | undefined;
}

/** The bot over one state of the knowledge, put together of its parts. */
export function assemble(knowledge: Knowledge, { commands = all, timeZone, acts }: Assembly = {}): Bot {
  const calendar = createCalendar(knowledge, timeZone);
  return createBot(knowledge, commands, { ...createUnderstanding(knowledge, commands), calendar }, acts);
}
