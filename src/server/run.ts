import { once } from "node:events";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import type { Bot } from "../core/bot.ts";
import { UserError } from "../core/errors.ts";
import { type KnowledgeStatus, type Living, perSnapshot, type Snapshot } from "../core/living.ts";
import type { Log } from "../core/log.ts";
import type { Platform } from "../core/platform.ts";
import { type Observer, observed } from "../log/observed.ts";
import { createReferences } from "../log/reference.ts";
import { createApp, type Page } from "./app.ts";
import type { Companion } from "./companion.ts";
import type { CalendarText } from "./feed.ts";
import { createHealth, type Health } from "./health.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { createServer, type Mount } from "./server.ts";

/** What runs, made but not started. */
export interface Opened {
  readonly living: Pick<Living, "current" | "status" | "follow">;
  readonly platforms: readonly Platform[];
  readonly companions?: readonly Companion[];
  readonly calendar?: CalendarText;
  readonly page?: Page;
  /** The bot as it is asked on a platform, for whoever keeps what is asked. */
  readonly record?: (bot: Bot, platform: string) => Bot;
}

/** What is there already while that is made. */
export interface Given {
  /** For platforms that are called over HTTP. */
  readonly mount: Mount;
  readonly metrics: Metrics;
  /** For what has to be told while it is still waited for. */
  readonly health: Health;
}

export interface RunOptions {
  readonly host: string;
  readonly port: number;
  readonly pageToken: string | undefined;
  readonly publicUrl: string | undefined;
  readonly version: string;
  readonly log: Log;
  /** Aborted when it is time to stop. */
  readonly stopping: AbortSignal;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** May take long, for a database that is down; then it gives up when it is time to stop. */
  readonly open: (given: Given) => Promise<Opened>;
}

/**
 * Serves on one port and answers on all platforms until it is told to stop: then nothing new is taken, what is under way is
 * finished, and platforms, companions and server close in this order. False where something could not start, which the log
 * says; rejects with a UserError where nothing can listen on the port.
 */
export async function run(options: RunOptions): Promise<boolean> {
  const { log, stopping, now, publicUrl, pageToken: token } = options;
  const health = createHealth(stopping);
  const metrics = createMetrics({ version: options.version, health });
  const mounted = new Map<string, Parameters<Mount>[1]>();
  const mount: Mount = (path, listener) => void mounted.set(path, listener);
  const refer = createReferences();
  const shown = { health, metrics, token, publicUrl, log, now, refer };
  let app = createApp({ ...shown, isStarting: true });
  const web = getRequestListener((request, env) => app.fetch(request, env as HttpBindings));
  const server = createServer({ ...options, mounted, web });
  let isUp = false;
  health.add({ name: "started", condition: () => ({ ok: isUp }) });

  const url = await server.start();
  log.info(`Listening on ${url}`, { event: "listening", url });
  const told = stopping.aborted ? Promise.resolve() : once(stopping, "abort").then(() => {});
  const opened = await options.open({ mount, metrics, health }).catch((error: unknown) => {
    if (!stopping.aborted) tell(log, error);
  });
  const { platforms = [], companions = [] } = opened ?? {};
  if (opened !== undefined) {
    app = createApp({ ...shown, ...opened });
    look(opened);
    isUp = await Promise.race([startAll(opened), told.then(() => false)]);
    if (isUp) await told;
  }
  log.info("Stopping; what is under way is finished first.", { event: "stopping" });
  await closeAll(platforms);
  for (const one of companions.toReversed()) await closeAll([one]);
  await server.stop();
  log.info("Stopped.", { event: "stopped" });
  return isUp || stopping.aborted;

  function look({ living, platforms, companions = [] }: Opened): void {
    metrics.knows(sizeOf(living.status()));
    living.follow((status) => metrics.knows(sizeOf(status)));
    health.add({ name: "knowledge", condition: () => ({ ok: true, ...sizeOf(living.status()) }) });
    for (const { name, isConnected = () => true } of platforms)
      health.add({ name: name.toLowerCase(), condition: () => ({ ok: isConnected() }) });
    for (const { name, condition, ledgerRows } of companions) {
      if (condition !== undefined) health.add({ name, condition });
      if (ledgerRows !== undefined) metrics.watchLedger(ledgerRows);
    }
  }

  /** All platforms are tried, so that everything that is wrong is told at once. */
  async function startAll({ living, platforms, companions = [], record = (bot) => bot }: Opened): Promise<boolean> {
    const started = await Promise.allSettled(platforms.map((one) => one.start(heard(living, one, record))));
    const failed = started.filter((one) => one.status === "rejected");
    for (const { reason } of failed) tell(log, reason);
    // What comes after is not begun any more, once everything is being closed.
    if (failed.length > 0 || stopping.aborted) return false;
    try {
      for (const one of companions) await one.start?.();
      return true;
    } catch (error) {
      tell(log, error);
      return false;
    }
  }

  /** The bot as this platform has it: all that it answers is logged and counted. */
  function heard(
    { current }: Pick<Living, "current">,
    { name }: Platform,
    record: NonNullable<Opened["record"]>,
  ): () => Snapshot {
    const platform = name.toLowerCase();
    const observer: Observer = {
      refer,
      clock: () => performance.now(),
      answered({ ref, command, status, ms }) {
        metrics.answered(platform, command, status, ms);
        log.info("Answered.", { event: "answered", ref, platform, command, status, ms: Math.round(ms * 100) / 100 });
      },
      failed: (error, ref) => log.error("A question was not answered.", { event: "bug", ref, platform, error }),
    };
    return perSnapshot(current, ({ bot, knowledge }) => ({
      bot: observed(record(bot, platform), observer),
      knowledge,
    }));
  }

  /** One that can't close does not keep the others from it. */
  async function closeAll(some: readonly { stop(): Promise<void> }[]): Promise<void> {
    for (const one of await Promise.allSettled(some.map((each) => each.stop())))
      if (one.status === "rejected") tell(log, one.reason);
  }
}

/** A bot that answers from an earlier state of its files is ready all the same. */
const sizeOf = ({ facts, files, staleSince }: KnowledgeStatus) => ({ facts, files, stale: staleSince !== undefined });

/** What a person can mend in its own sentence; anything else with all there is to know. */
export function tell(log: Log, error: unknown): void {
  if (error instanceof UserError) log.error(error.message);
  else log.error("Something went wrong.", { event: "bug", error });
}
