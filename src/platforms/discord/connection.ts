import { setTimeout as wait } from "node:timers/promises";
import { type Client, Events, Status } from "discord.js";
import type { UserError } from "../../core/errors.ts";
import { createClient } from "./client.ts";
import { describe, finalClose, finalLogin } from "./trouble.ts";
import { createWatchdog } from "./watchdog.ts";

export interface ConnectionOptions {
  readonly token: string;
  readonly api?: string | undefined;
  readonly now: () => number;
  readonly log: (line: string) => void;
  /** Hears each new client before it connects. */
  readonly listen: (client: Client) => void;
  /** The connection ended for good after it had stood: what the person can do. */
  readonly lost: (error: UserError) => void;
  readonly patienceMs: number;
}

export interface Connection {
  /** Resolves when Discord is ready; rejects with a UserError where trying again cannot help. */
  open(): Promise<void>;
  close(): Promise<void>;
  /** Whether the gateway sends events now. */
  stands(): boolean;
}

const CHECK_EVERY_MS = 30_000;
const PAUSES_MS = [1000, 5000, 15_000, 60_000] as const;

/** One connection to the gateway that comes back: the library resumes by itself, and a silent client is replaced. */
export function createConnection(options: ConnectionOptions): Connection {
  const { token, api, now, log, listen, lost, patienceMs } = options;
  const closing = new AbortController();
  let client: Client | undefined;
  let checks: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const fresh = createClient(api);
    client = fresh;
    fresh.on(Events.Error, (error) => log(describe(error, token)));
    fresh.on(Events.ShardError, (error) => log(describe(error, token)));
    listen(fresh);
    await ready(fresh, token);
    log(`Discord: ${fresh.user?.username} is listening in ${count(fresh.guilds.cache.size)}.`);
    fresh.on(Events.ShardDisconnect, ({ code }) => {
      const error = finalClose(code);
      if (error !== undefined && fresh === client) lost(error);
    });
  }

  /** Until it stands, or until the person has to mend something. */
  async function persist(): Promise<void> {
    for (let attempt = 0; !closing.signal.aborted; attempt += 1) {
      try {
        return await connect();
      } catch (error) {
        await client?.destroy();
        const final = finalLogin(error);
        if (final !== undefined) throw final;
        const pause = PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)] ?? 0;
        log(`Discord: ${describe(error, token).split("\n")[0]}; again in ${pause / 1000} s`);
        await wait(pause, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  }

  const watchdog = createWatchdog(now(), patienceMs);
  const heard = (): void => {
    for (const { lastPingTimestamp } of client?.ws.shards.values() ?? []) watchdog.heard(lastPingTimestamp);
  };
  const check = (): void => {
    heard();
    if (!watchdog.silent(now())) return;
    log(`Discord: nothing heard for ${Math.round(patienceMs / 1000)} s, connecting anew`);
    const silent = client;
    client = undefined;
    void silent?.destroy().catch((error: unknown) => log(describe(error, token)));
    persist().catch((error: UserError) => lost(error));
  };

  return {
    stands: () => client?.isReady() === true && client.ws.shards.every(({ status }) => status === Status.Ready),
    async open() {
      await persist();
      if (closing.signal.aborted) return;
      watchdog.heard(now());
      checks = setInterval(check, Math.min(CHECK_EVERY_MS, patienceMs)).unref();
    },
    async close() {
      closing.abort();
      clearInterval(checks);
      await client?.destroy();
    },
  };
}

const count = (servers: number): string => `${servers} server${servers === 1 ? "" : "s"}`;

/** Logged in and every guild known. The library reports some refusals as an event only. */
function ready(client: Client, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    client.once(Events.ClientReady, () => resolve());
    client.once(Events.ShardDisconnect, ({ code }) => reject(finalClose(code) ?? new Error(`closed with ${code}`)));
    client.login(token).catch(reject);
  });
}
