import { join } from "node:path";
import { loadKnowledge } from "../../../../src/knowledge/load.ts";
import { assemble } from "../../../../src/terminal/assemble.ts";
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
  return { knowledge, bot: assemble(knowledge) };
}

/** The same on a fake Discord. */
export async function openReal(options?: Parameters<typeof openDiscord>[2]) {
  const { bot, knowledge } = await realBot();
  return { ...(await openDiscord(bot, knowledge, options)), bot, knowledge };
}
