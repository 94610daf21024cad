import type { Bot } from "../core/bot.ts";
import { guarded } from "../core/guarded.ts";
import type { Knowledge } from "../core/knowledge.ts";
import { type Loaded, loadKnowledge } from "../knowledge/load.ts";
import { assemble } from "./assemble.ts";

/** A bot over a folder of knowledge, or what is wrong with the folder. */
export type Opened =
  | { readonly bot: Bot; readonly knowledge: Knowledge; readonly loaded: Loaded }
  | { readonly bot: undefined; readonly loaded: Loaded };

export async function openBot(folder: string): Promise<Opened> {
  const loaded = await loadKnowledge(folder);
  const { knowledge } = loaded;
  if (knowledge === undefined) return { bot: undefined, loaded };
  const bot = assemble(knowledge);
  return { bot: guarded(bot, report), knowledge, loaded };
}

/** What nobody foresaw, with the reference that the person was told. */
export const report = (error: unknown, reference: string): void => console.error(`[${reference}]`, error);
