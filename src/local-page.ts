import { NOTHING_REMEMBERED } from "./announce/foresee.ts";
import { type Config, readSecrets, readServer, readTimeZone } from "./config.ts";
import { begin } from "./living/begin.ts";
import type { Kept } from "./living/kept.ts";
import { createLiving } from "./living/living.ts";
import { createLog } from "./log/index.ts";
import { createPage } from "./page/index.ts";
import { pageDesk } from "./page-desk.ts";
import { run } from "./server/run.ts";
import { createAssembler } from "./terminal/assemble.ts";
import { readVersion } from "./version.ts";

/** Whoever only tries it out leaves nothing behind. */
const KEPT_NOWHERE: Kept = { read: async () => undefined, write: async () => {} };

/**
 * The page beside the console chat, without any platform or durable state, until it is told to stop. What goes wrong is one
 * line on stderr; the chat goes on.
 */
export async function openLocalPage({ knowledge: folder, language }: Config, stopping: AbortSignal): Promise<void> {
  const settings = readServer();
  const timeZone = readTimeZone();
  const version = await readVersion();
  const log = await createLog({ level: "warn", secrets: readSecrets(), output: process.stderr });
  const begun = await begin(folder, KEPT_NOWHERE);
  if ("refused" in begun) return;
  await run({
    ...settings,
    version,
    log,
    stopping,
    now: Date.now,
    async open() {
      const assembler = createAssembler({ timeZone });
      const living = await createLiving({ folder, begun, kept: KEPT_NOWHERE, assembler, now: Date.now, log });
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
        remembered: async () => NOTHING_REMEMBERED,
      });
      return { living, platforms: [], companions: [living], page: createPage(desk) };
    },
  });
}
