import { join } from "node:path";
import type { Bot } from "../src/core/bot.ts";
import type { Knowledge } from "../src/core/knowledge.ts";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { assemble } from "../src/terminal/assemble.ts";
import { PROJECT } from "./sources.ts";

export const NOW = Date.UTC(2026, 10, 24, 5);

export interface Opened {
  readonly bot: Bot;
  readonly knowledge: Knowledge;
}

const opened = new Map<string, Promise<Opened>>();

/** The bot over a knowledge folder of the project: nobody changes it, so all tests of a process have the same. */
export function openBot(folder: string): Promise<Opened> {
  const opening = opened.get(folder) ?? open(folder);
  opened.set(folder, opening);
  return opening;
}

async function open(folder: string): Promise<Opened> {
  const { knowledge } = await loadKnowledge(join(PROJECT, folder));
  if (knowledge === undefined) throw new Error(`${folder} has errors: run npm run check -- --knowledge ${folder}`);
  return { bot: assemble(knowledge), knowledge };
}
