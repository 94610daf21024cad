import type { Bot } from "../../../../src/core/bot.ts";
import type { UserError } from "../../../../src/core/errors.ts";
import type { Knowledge } from "../../../../src/core/knowledge.ts";
import type { Snapshot } from "../../../../src/core/living.ts";
import type { Rating } from "../../../../src/core/questions.ts";
import { definitionsOf } from "../../../../src/platforms/discord/definitions.ts";
import { createDiscord } from "../../../../src/platforms/discord/index.ts";
import type { Place } from "../../contract.ts";
import type { Exchange } from "./interactions.ts";
import type { Made } from "./messages.ts";
import { BOT, DIRECT } from "./people.ts";
import { behind, seen } from "./seen.ts";
import { createFakeDiscord } from "./server.ts";

/** The bot on a fake Discord of its own, its commands registered. */
export async function openDiscord(bot: Bot, knowledge: Knowledge, { now = Date.now, patienceMs = 180_000 } = {}) {
  return openFollowing(() => ({ bot, knowledge }), { now, patienceMs });
}

/** The same where the knowledge changes meanwhile. */
export async function openFollowing(current: () => Snapshot, { now = Date.now, patienceMs = 180_000 } = {}) {
  const { bot, knowledge } = current();
  const fake = await createFakeDiscord();
  const lines: string[] = [];
  const ratings: Rating[] = [];
  const lost: UserError[] = [];
  const log = (line: string): void => void lines.push(line);
  const rated = (rating: Rating): void => void ratings.push(rating);
  const settings = { token: fake.token, api: fake.api, knowledge, now, rated, log, patienceMs };
  const create = () => createDiscord({ ...settings, lost: (error) => void lost.push(error) });
  let platform = create();
  fake.registry.register(definitionsOf(bot.commands, "everywhere") as Parameters<typeof fake.registry.register>[0]);
  await platform.start(current);
  return {
    fake,
    lines,
    ratings,
    lost,
    get poster() {
      return platform.poster;
    },
    /** Another process takes over, as after a restart. */
    async restart(): Promise<void> {
      await platform.stop();
      platform = create();
      await platform.start(current);
    },
    stopBot: (): Promise<void> => platform.stop(),
    async stop(): Promise<void> {
      await platform.stop();
      await fake.stop();
    },
  };
}

/** The same as the contract of all platforms uses it. */
export async function openPlace(bot: Bot, knowledge: Knowledge): Promise<Place> {
  const { fake, stop } = await openDiscord(bot, knowledge);
  let last: Made | undefined;
  const look = (message: Made | undefined) => {
    if (message === undefined) throw new Error("The bot sent no message.");
    last = message;
    return seen(message);
  };
  const posted = async (exchange: Exchange) => {
    await fake.interactions.until(exchange);
    // A deferred update is followed by a message for all.
    if (exchange.kind === 6) await fake.interactions.until(exchange, ({ followUps }) => followUps.length > 0);
    return look(exchange.followUps[0] ?? exchange.original);
  };
  return {
    slash: (command, values, language) =>
      posted(fake.interactions.slash(command, values, { locale: language === "vi" ? "vi" : "en-US" })),
    async mention(text) {
      const before = fake.messages.made.length;
      fake.messages.say(`<@${BOT.id}> ${text}`);
      return look(await fake.messages.nth(before + 1));
    },
    async direct(text) {
      const before = fake.messages.made.length;
      fake.messages.say(text, { channel: DIRECT });
      return look(await fake.messages.nth(before + 1));
    },
    press(label) {
      if (last === undefined) throw new Error("There is no message to press on.");
      const { id, value } = behind(last, label);
      const { press, pick } = fake.interactions;
      return posted(value === undefined ? press(last, id) : pick(last, id, value));
    },
    stop,
  };
}
