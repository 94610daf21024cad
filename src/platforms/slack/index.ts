import { webApi } from "@slack/bolt";
import type { Command } from "../../core/command.ts";
import type { Invocation } from "../../core/invocation.ts";
import type { Knowledge } from "../../core/knowledge.ts";
import type { Snapshot } from "../../core/living.ts";
import type { Platform } from "../../core/platform.ts";
import type { Questions } from "../../core/questions.ts";
import { createApp } from "./app.ts";
import { createHttp, type Mount } from "./http.ts";
import { createLogger } from "./logger.ts";
import type { Wording } from "./names.ts";
import { createPeople } from "./people.ts";
import { createSlackPoster } from "./poster.ts";
import { createRecent } from "./recent.ts";
import { createSender } from "./send.ts";
import { createSocket } from "./socket.ts";
import type { Talk } from "./talk.ts";
import { botTrouble, inBoth, lackingScopes, missingScopes, redacted, socketTrouble } from "./trouble.ts";
import { createTurns } from "./turns.ts";
import { untilReached } from "./until-reached.ts";

export type SlackOptions = {
  readonly botToken: string;
  /** With a slash at its end. */
  readonly apiUrl: string;
  readonly prefix: string;
  /** What announcements are made from while the bot is not started. */
  readonly knowledge: Knowledge;
  /** All that there are: buttons of announcements lead to them, also before the start. */
  readonly commands: readonly Command[];
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Hears what people think of answers. */
  readonly rated?: Questions["rated"] | undefined;
  readonly log: (line: string) => void;
} & (
  | { readonly mode: "socket"; readonly appToken: string }
  | { readonly mode: "http"; readonly signingSecret: string; readonly mount: Mount }
);

/** Slack, over Socket Mode or signed HTTP. */
export function createSlack(options: SlackOptions): Platform {
  const { botToken, apiUrl, now, mode } = options;
  const log = (line: string): void => options.log(redacted(line));
  const logger = createLogger(log);
  const { client, lookups, clientOptions } = createClients(botToken, apiUrl, logger);
  const entrance = mode === "socket" ? createSocket({ ...options, logger, log }) : createHttp({ ...options, logger });
  let shown = (): Pick<Wording, "bot" | "knowledge"> => ({
    knowledge: options.knowledge,
    bot: { commands: options.commands },
  });
  const desk: Wording = {
    prefix: options.prefix,
    get bot() {
      return shown().bot;
    },
    get knowledge() {
      return shown().knowledge;
    },
  };
  const poster = createSlackPoster({ botToken, apiUrl, desk, log });
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  const reaching = { apiUrl, log, stopping: stopping.signal };

  const track = async (work: () => Promise<void>): Promise<void> => {
    // Not acknowledged, an envelope goes to another connection; a request that has come in has nowhere else to go.
    if (stopping.signal.aborted && mode === "socket") return;
    const done = work();
    underWay.add(done);
    await done.finally(() => underWay.delete(done));
  };

  const createTalk = (current: () => Snapshot): (() => Talk) => {
    const lasting = {
      send: createSender(client, log),
      people: createPeople(lookups.users, now),
      conversations: createRecent<Invocation>(2000, 3_600_000, now),
      turn: createTurns(),
      now,
      rated: options.rated ?? (() => {}),
      log,
    };
    return () => ({ ...lasting, desk: { ...current(), prefix: options.prefix } });
  };

  return {
    name: "Slack",
    isConnected: entrance.isConnected,
    poster,
    async start(current) {
      const me = await untilReached(() => lookups.auth.test(), { ...reaching, troubleOf: botTrouble });
      if (me === undefined) return;
      const lacking = lackingScopes(me.response_metadata?.scopes);
      if (lacking.length > 0) log(`Slack: ${inBoth(missingScopes(lacking))}`);
      const identity = { botToken, botId: me.bot_id ?? "", botUserId: me.user_id ?? "" };
      createApp({
        receiver: entrance.receiver,
        identity,
        clientOptions,
        client,
        talk: createTalk(current),
        now,
        log,
        track,
      });
      shown = current;
      await untilReached(entrance.start, { ...reaching, troubleOf: socketTrouble });
      // Told to stop while it was connecting: then nobody else closes it.
      if (stopping.signal.aborted) return entrance.stop();
      log(`Slack: ${me.user ?? "the bot"} is listening in ${me.team ?? "the workspace"} (${mode}).`);
    },
    async stop() {
      stopping.abort();
      if (mode === "http") await entrance.stop();
      await Promise.allSettled(underWay);
      if (mode === "socket") await entrance.stop();
    },
  };
}

/** Two clients: answers are sent until they arrive, what is only looked up on the way to one is rather missed than late. */
function createClients(botToken: string, slackApiUrl: string, logger: ReturnType<typeof createLogger>) {
  const clientOptions = { slackApiUrl, timeout: 10_000, logger };
  const patient = { retries: 5, minTimeout: 200, factor: 3 };
  const brief = { retries: 2, minTimeout: 200, factor: 2 };
  return {
    clientOptions,
    client: new webApi.WebClient(botToken, { ...clientOptions, retryConfig: patient }),
    lookups: new webApi.WebClient(botToken, { ...clientOptions, retryConfig: brief, rejectRateLimitedCalls: true }),
  };
}
