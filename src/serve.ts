import { type DiscordAccess, readDiscord, readSlack, type SlackSettings } from "./config.ts";
import { UserError } from "./core/errors.ts";
import type { Knowledge } from "./core/knowledge.ts";
import type { Language } from "./core/language.ts";
import type { Platform } from "./core/platform.ts";
import { openBot } from "./terminal/open.ts";
import { refuse } from "./terminal/refuse.ts";

/** Makes a platform over the knowledge that its labels come from. */
type Open = (knowledge: Knowledge) => Promise<Platform>;

/** The platforms whose settings are there. Each SDK is imported only when it is used. */
export function platformsSetUp(): readonly Open[] {
  const slack = readSlack();
  const discord = readDiscord();
  return [
    ...(slack === undefined ? [] : [(knowledge: Knowledge) => openSlack(slack, knowledge)]),
    ...(discord === undefined ? [] : [(knowledge: Knowledge) => openDiscord(discord, knowledge, slack === undefined)]),
  ];
}

async function openSlack(settings: SlackSettings, knowledge: Knowledge): Promise<Platform> {
  const { createSlack } = await import("./platforms/slack/index.ts");
  return createSlack({ ...settings, knowledge, now: Date.now, log: console.error });
}

/** Where it is the only platform and its connection ends for good, the process ends too, so that its keeper hears of it. */
async function openDiscord(access: DiscordAccess, knowledge: Knowledge, alone: boolean): Promise<Platform> {
  const lost = (error: UserError): void => {
    complain(error);
    process.exitCode = 1;
    if (alone) process.emit("SIGTERM");
  };
  const { createDiscord } = await import("./platforms/discord/index.ts");
  return createDiscord({ ...access, knowledge, now: Date.now, log: console.error, lost });
}

/** Answers on all of these platforms until the process is told to stop; what is under way is finished first. */
export async function serve(folder: string, language: Language, open: readonly Open[]): Promise<void> {
  const opened = await openBot(folder);
  if (opened.bot === undefined) return refuse(opened.loaded.problems, language);
  const { bot, knowledge } = opened;
  const platforms = await Promise.all(open.map((one) => one(knowledge)));
  const stopped = untilToldToStop();
  // An SDK's promise that nobody waits for must not end the bot for everybody.
  process.on("unhandledRejection", complain);
  const starting = Promise.allSettled(platforms.map((platform) => platform.start(bot)));
  const started = await Promise.race([starting, stopped.then((): PromiseSettledResult<void>[] => [])]);
  const failed = started.filter((one) => one.status === "rejected");
  for (const { reason } of failed) complain(reason);
  if (failed.length === 0) await stopped;
  else process.exitCode = 1;
  await Promise.all(platforms.map((platform) => platform.stop()));
}

/** What the person can mend in one sentence; anything else with all there is to know. */
export const complain = (error: unknown): void => console.error(error instanceof UserError ? error.message : error);

const untilToldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    process.once("SIGTERM", () => resolve());
    process.once("SIGINT", () => resolve());
  });
