import { commands as all } from "../../commands/index.ts";
import type { Acts } from "../core/acting.ts";
import { type Bot, createBot } from "../core/bot.ts";
import type { Command } from "../core/command.ts";
import type { Knowledge } from "../core/knowledge.ts";
import { finish, type Steps } from "../core/steps.ts";
import { createCalendar } from "../reviews/calendar.ts";
import { makingIndex, type SearchIndex } from "../search/search-index.ts";
import { understandingFrom } from "../search/understand.ts";

export interface Assembly {
  readonly commands?: readonly Command[] | undefined;
  /** For reviews that name none. */
  readonly timeZone?: string | undefined;
  /** What acting commands reach; without them they say that they can't. */
  readonly acts?: Acts | undefined;
}

/** The bot over one state of the knowledge, put together of its parts. */
export const assemble = (knowledge: Knowledge, assembly: Assembly = {}): Bot =>
  finish(createAssembler(assembly)(knowledge)).bot;

export interface Assembled {
  readonly bot: Bot;
  /** Makes what the first questions would otherwise wait for. */
  readonly warming: () => Steps<void>;
}

/** Puts bots together over one state of the knowledge after the other, step by step; each takes over what it can from the last. */
export function createAssembler({
  commands = all,
  timeZone,
  acts,
}: Assembly = {}): (knowledge: Knowledge) => Steps<Assembled> {
  let last: SearchIndex | undefined;
  return function* assembling(knowledge) {
    const calendar = createCalendar(knowledge, timeZone);
    const index = yield* makingIndex(knowledge, commands, last);
    last = index;
    const ports = { ...understandingFrom(index, knowledge, commands), calendar };
    return { bot: createBot(knowledge, commands, ports, acts), warming: index.warming };
  };
}
