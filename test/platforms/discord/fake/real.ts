import { join } from "node:path";
import { commands } from "../../../../commands/index.ts";
import { createBot } from "../../../../src/core/bot.ts";
import { loadKnowledge } from "../../../../src/knowledge/load.ts";
import { createUnderstanding } from "../../../../src/search/understand.ts";
import { PROJECT } from "../../../sources.ts";
import { openDiscord } from "./place.ts";

let made: ReturnType<typeof makeBot> | undefined;

/** The real commands over the second knowledge base, read once. */
export function realBot() {
  made ??= makeBot();
  return made;
}

async function makeBot() {
  const { knowledge } = await loadKnowledge(join(PROJECT, "test/knowledge"));
  if (knowledge === undefined)
    throw new Error("test/knowledge has errors: npm run check -- --knowledge test/knowledge");
  return { knowledge, bot: createBot(knowledge, commands, createUnderstanding(knowledge, commands)) };
}

/** The same on a fake Discord. */
export async function openReal(options?: Parameters<typeof openDiscord>[2]) {
  const { bot, knowledge } = await realBot();
  return { ...(await openDiscord(bot, knowledge, options)), bot, knowledge };
}
