import { inspect } from "node:util";
import {
  type Config,
  type DiscordAccess,
  readAdmins,
  readDesk,
  readDiscord,
  readLogLevel,
  readSecrets,
  readServer,
  readSlack,
  readState,
  readTimeZone,
  type SlackSettings,
} from "./config.ts";
import type { Bot } from "./core/bot.ts";
import type { Command } from "./core/command.ts";
import { UserError } from "./core/errors.ts";
import type { Knowledge } from "./core/knowledge.ts";
import type { Log } from "./core/log.ts";
import type { Platform } from "./core/platform.ts";
import type { Questions } from "./core/questions.ts";
import { recorded } from "./gaps/recorded.ts";
import { begin } from "./living/begin.ts";
import { keepCheckedIn } from "./living/checked.ts";
import { keepIn } from "./living/kept.ts";
import { createLiving } from "./living/living.ts";
import { inSlices } from "./living/pace.ts";
import { tellOf } from "./living/tell.ts";
import { createRedactor } from "./log/redact.ts";
import type { Opened } from "./server/run.ts";
import type { Mount } from "./server/server.ts";
import { toldToStop } from "./server/told-to-stop.ts";
import { createAssembler } from "./terminal/assemble.ts";
import { refuse } from "./terminal/refuse.ts";
import { readVersion } from "./version.ts";

/** What a platform is made of. */
interface Making {
  readonly knowledge: Knowledge;
  readonly commands: readonly Command[];
  readonly log: Log;
  readonly mount: Mount;
  /** Hears what people think of answers. */
  readonly rated: Questions["rated"];
}

type Open = (making: Making) => Promise<Platform>;

/** The platforms whose settings are there. Each SDK is imported only when it is used. */
export function platformsSetUp(): readonly Open[] {
  const slack = readSlack();
  const discord = readDiscord();
  return [
    ...(slack === undefined ? [] : [(making: Making) => openSlack(slack, making)]),
    ...(discord === undefined ? [] : [(making: Making) => openDiscord(discord, making, slack === undefined)]),
  ];
}

async function openSlack(settings: SlackSettings, { log, ...making }: Making): Promise<Platform> {
  const { createSlack } = await import("./platforms/slack/index.ts");
  return createSlack({ ...settings, ...making, now: Date.now, log: lines(log, "slack") });
}

/** Where it is the only platform and its connection ends for good, the process ends too, so that its keeper hears of it. */
async function openDiscord(access: DiscordAccess, { log, ...making }: Making, alone: boolean): Promise<Platform> {
  const lost = (error: UserError): void => {
    log.error(error.message, { platform: "discord" });
    process.exitCode = 1;
    if (alone) process.emit("SIGTERM");
  };
  const { createDiscord } = await import("./platforms/discord/index.ts");
  return createDiscord({ ...access, ...making, now: Date.now, log: lines(log, "discord"), lost });
}

/** What the platforms tell as lines; what is not about being there, somebody should look at. */
const lines =
  (log: Log, platform: string) =>
  (line: string): void =>
    (/ is listening in |: connected again/.test(line) ? log.info : log.warn)(line, { platform });

/**
 * Answers on all of these platforms, and on the page, until the process is told to stop; what is under way is finished first.
 */
export async function serve({ knowledge: folder, language }: Config, open: readonly Open[]): Promise<void> {
  const settings = readServer();
  const timeZone = readTimeZone();
  const secrets = readSecrets();
  const level = readLogLevel();
  const state = readState();
  const admins = readAdmins();
  const desk = readDesk();
  const kept = keepIn(state.folder, folder);
  const begun = await begin(folder, kept, keepCheckedIn(state.folder));
  if ("refused" in begun) return refuse(begun.refused, language);
  // Nothing but serving waits for these.
  const { createLog } = await import("./log/index.ts");
  const { run, tell } = await import("./server/run.ts");
  const log = await createLog({ level, secrets, output: process.stderr });
  endOnBugs(log, tell);
  const stopping = toldToStop();
  const version = await readVersion();

  const isUp = await run({
    ...settings,
    log,
    version,
    stopping,
    now: Date.now,
    async open({ mount, metrics }): Promise<Opened> {
      let platforms: readonly Platform[] = [];
      const posters = () => platforms.flatMap(({ poster }) => poster ?? []);
      const { openKeeping } = await import("./keeping.ts");
      const about = () => ({
        version,
        platforms: platforms.map(({ name, isConnected = () => true }) => ({ name, isConnected: isConnected() })),
      });
      const given = { settings: state, admins, desk, language, posters, metrics, log, stopping };
      const late = { living: () => living, about, pace: inSlices, timeZone };
      const { acts, companions, calendar, use, ...keeping } = await openKeeping({ ...given, ...late });
      const { questions, remembered, tell: tellAdmins } = keeping;
      const assembler = createAssembler({ timeZone, acts });
      const living = await createLiving({ folder, begun, kept, assembler, now: Date.now, log });
      const { knowledge, bot } = living.current();
      const making = { knowledge, commands: bot.commands, log, mount, rated: questions.rated };
      platforms = await Promise.all(open.map((one) => one(making)));
      use(knowledge, bot.calendar);
      living.follow((_, now) => use(now.knowledge, now.bot.calendar));
      tellOf(living, { log, tell: tellAdmins, now: Date.now });
      const { createPage } = await import("./page/index.ts");
      const { pageDesk } = await import("./page-desk.ts");
      const shown = { living, folder, language, timeZone, version, token: settings.pageToken, stopping, calendar };
      const told = admins.channels.map((channel) => ({ ...channel, language }));
      const asked = { questions, stale: async () => keeping.stale() };
      const page = createPage(pageDesk({ ...shown, ...asked, now: Date.now, admins: told, remembered }));
      if (open.length === 0) log.warn(NO_CHAT);
      const record = (made: Bot, platform: string): Bot => recorded(made, platform, questions);
      return { living, platforms, companions: [...companions, living], calendar, page, record };
    },
  }).catch((error: unknown) => {
    tell(log, error);
    return false;
  });
  if (!isUp) process.exitCode = 1;
}

const NO_CHAT =
  "Chưa nối Slack hay Discord, ở đây cũng không có cửa sổ dòng lệnh: chỉ phục vụ trang web. Cách nối: README.md. · Neither Slack nor Discord is set up, and there is no terminal to chat on: only the page is served. How to connect them: README.md.";

/** An SDK's promise that nobody waits for must not end the bot for everybody; what else nobody caught does, by way of the log. */
function endOnBugs(log: Log, tell: (log: Log, error: unknown) => void): void {
  process.on("unhandledRejection", (error) => tell(log, error));
  process.on("uncaughtException", (error) => {
    tell(log, error);
    process.exit(1);
  });
}

/** What the person can mend in one sentence; anything else with all there is to know, but for secrets. */
export const complain = (error: unknown): void =>
  console.error(createRedactor(readSecrets())(error instanceof UserError ? error.message : inspect(error)));
