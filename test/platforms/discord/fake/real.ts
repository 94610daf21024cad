import { openBot } from "../../../bots.ts";
import { openDiscord } from "./place.ts";

/** The real commands over the second knowledge base, read once. */
export const realBot = () => openBot("test/knowledge");

/** The same on a fake Discord. */
export async function openReal(options?: Parameters<typeof openDiscord>[2]) {
  const { bot, knowledge } = await realBot();
  return { ...(await openDiscord(bot, knowledge, options)), bot, knowledge };
}
