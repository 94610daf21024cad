import { NOTHING_REMEMBERED } from "./announce/foresee.ts";
import { calendarFeed } from "./calendar-feed/feed.ts";
import { type Config, readSecrets, readServer, readTimeZone } from "./config.ts";
import type { Language } from "./core/language.ts";
import type { Log } from "./core/log.ts";
import { begin } from "./living/begin.ts";
import type { Kept } from "./living/kept.ts";
import { createLiving } from "./living/living.ts";
import { tellOf } from "./living/tell.ts";
import { createLog } from "./log/index.ts";
import { createPage } from "./page/index.ts";
import { pageDesk } from "./page-desk.ts";
import { run } from "./server/run.ts";
import { createAssembler } from "./terminal/assemble.ts";
import type { Chatting } from "./terminal/chat.ts";
import { readVersion } from "./version.ts";

/** Whoever only tries it out leaves nothing behind. */
const KEPT_NOWHERE: Kept = { read: async () => undefined, write: async () => {} };

/**
 * The page beside the console chat, without any platform or durable state, until it is told to stop: from then on the chat
 * follows the files too. What goes wrong is one line on stderr; the chat goes on.
 */
export async function openLocalPage(config: Config, chat: Chatting, stopping: AbortSignal): Promise<void> {
  const { knowledge: folder, language } = config;
  const settings = readServer();
  const timeZone = readTimeZone();
  const version = await readVersion();
  const log = await createLog({ level: "error", secrets: readSecrets(), output: process.stderr });
  let address = "";
  const info: Log["info"] = (message, fields) => {
    if (typeof fields?.url === "string") address = fields.url;
    log.info(message, fields);
  };
  const begun = await begin(folder, KEPT_NOWHERE);
  if ("refused" in begun) return;
  await run({
    ...settings,
    version,
    log: { ...log, info },
    stopping,
    now: Date.now,
    async open() {
      const assembler = createAssembler({ timeZone });
      const living = await createLiving({ folder, begun, kept: KEPT_NOWHERE, assembler, now: Date.now, log });
      const calendar = async (language: Language): Promise<string> => {
        const { knowledge, bot } = living.current();
        return calendarFeed({ knowledge, calendar: bot.calendar, language, now: Date.now(), seen: [] });
      };
      const desk = pageDesk({
        living,
        folder,
        language,
        timeZone,
        version,
        token: settings.pageToken,
        stopping,
        now: Date.now,
        admins: [],
        calendar,
        remembered: async () => NOTHING_REMEMBERED,
      });
      chat.follow(living.current);
      tellOf(living, { log, tell: (_, said) => chat.tell(said[language]), now: Date.now });
      chat.tell(AT[language](address));
      return { living, platforms: [], companions: [living], calendar, page: createPage(desk) };
    },
  });
}

const AT = {
  vi: (url: string) =>
    `Xem câu trả lời như trên Slack, Discord và xem kho tri thức: ${url}. Sửa tệp YAML là thấy ngay.`,
  en: (url: string) =>
    `See answers as in Slack and Discord, and the knowledge: ${url}. Edits of the YAML files show at once.`,
} as const;
