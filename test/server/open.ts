import type { Bot } from "../../src/core/bot.ts";
import type { Platform } from "../../src/core/platform.ts";
import type { Opened, RunOptions } from "../../src/server/run.ts";
import { run } from "../../src/server/run.ts";
import { openBot } from "../bots.ts";
import { still } from "../living/still.ts";
import { openLog } from "../log/lines.ts";

export const TOKEN = "page-token-0123456789";

const { bot, knowledge } = await openBot("test/knowledge");

/** A server of the bot that listens; told to stop by `stop`, it comes to its end by itself. */
export interface Running {
  readonly url: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  readonly said: () => readonly string[];
  readonly text: () => string;
  /** Tells it to stop. */
  readonly stop: () => void;
  /** What `run` resolves to. */
  readonly ended: Promise<boolean>;
}

/** A platform on which nothing happens unless told otherwise; `started` gives the bot that it was started with. */
export function quiet(changed: Partial<Platform> = {}): Platform & { readonly started: Promise<Bot> } {
  const { promise: started, resolve } = Promise.withResolvers<Bot>();
  return { name: "Quiet", start: async (current) => resolve(current().bot), stop: async () => {}, ...changed, started };
}

/** The whole server on a free port of this machine. */
export async function openRunning(
  open: Partial<Opened> | ((given: Parameters<RunOptions["open"]>[0]) => Partial<Opened>) = {},
  settings: Partial<RunOptions> = {},
): Promise<Running> {
  const told = new AbortController();
  const { log, told: lines, text } = await openLog({ secrets: [TOKEN] });
  const listening = Promise.withResolvers<string>();
  const ended = run({
    host: "127.0.0.1",
    port: 0,
    pageToken: TOKEN,
    publicUrl: "https://bot.example.org",
    version: "1.2.3",
    log: {
      ...log,
      info: (message, fields) => {
        log.info(message, fields);
        if (typeof fields?.url === "string") listening.resolve(fields.url);
      },
    },
    stopping: told.signal,
    now: Date.now,
    open: async (given) => ({
      living: still(bot, knowledge, { facts: 12, files: 3 }),
      platforms: [quiet()],
      ...(typeof open === "function" ? open(given) : open),
    }),
    ...settings,
  });
  ended.catch(listening.reject);
  const url = await listening.promise;
  return {
    url,
    said: () => lines().map(({ message }) => message),
    text,
    stop: () => told.abort(),
    ended,
    get: (path, headers = {}) => fetch(url + path, { headers }),
  };
}
