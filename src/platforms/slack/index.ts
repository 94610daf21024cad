import { App, type BlockAction, type Receiver, type ViewSubmitAction, webApi } from "@slack/bolt";
import type { Bot } from "../../core/bot.ts";
import { UserError } from "../../core/errors.ts";
import type { Invocation } from "../../core/invocation.ts";
import type { Knowledge } from "../../core/knowledge.ts";
import type { Platform } from "../../core/platform.ts";
import { onAction } from "./actions.ts";
import { onCommand, onShortcut } from "./commands.ts";
import { createDedupe } from "./dedupe.ts";
import { onHome, onMention, onMessage } from "./events.ts";
import { createHttp } from "./http.ts";
import { createLogger } from "./logger.ts";
import { MODAL, onModal, SUGGEST, suggestions } from "./modal.ts";
import { createPeople } from "./people.ts";
import { createRecent } from "./recent.ts";
import { SHORTCUT } from "./scopes.ts";
import { createSender } from "./send.ts";
import { createSocket, reasonOf } from "./socket.ts";
import type { Talk } from "./talk.ts";
import { botTrouble, inBoth, lackingScopes, missingScopes, redacted, unreachable } from "./trouble.ts";
import { createTurns } from "./turns.ts";

export type SlackOptions = {
  readonly botToken: string;
  /** With a slash at its end. */
  readonly apiUrl: string;
  readonly prefix: string;
  readonly knowledge: Knowledge;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: (line: string) => void;
} & (
  | { readonly mode: "socket"; readonly appToken: string }
  | { readonly mode: "http"; readonly signingSecret: string; readonly host: string; readonly port: number }
);

/** Slack, over Socket Mode or signed HTTP. */
export function createSlack(options: SlackOptions): Platform {
  const { botToken, apiUrl, now } = options;
  const log = (line: string): void => options.log(redacted(line));
  const logger = createLogger(log);
  const clientOptions = { slackApiUrl: apiUrl, timeout: 10_000, logger };
  const client = new webApi.WebClient(botToken, {
    ...clientOptions,
    retryConfig: { retries: 5, minTimeout: 200, factor: 3 },
  });
  // Looked up on the way to an answer: better nothing than late.
  const lookups = new webApi.WebClient(botToken, {
    ...clientOptions,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const entrance =
    options.mode === "socket" ? createSocket({ ...options, logger, log }) : createHttp({ ...options, logger });
  const underWay = new Set<Promise<void>>();
  let isStopping = false;

  const track = async (work: () => Promise<void>): Promise<void> => {
    const done = work();
    underWay.add(done);
    await done.finally(() => underWay.delete(done));
  };

  return {
    name: "Slack",
    async start(bot) {
      const me = await whoAmI(lookups, apiUrl);
      const lacking = lackingScopes(me.response_metadata?.scopes);
      if (lacking.length > 0) log(`Slack: ${inBoth(missingScopes(lacking))}`);
      const { receiver } = entrance;
      const app = createApp(receiver, { botToken, botId: me.bot_id ?? "", botUserId: me.user_id ?? "", clientOptions });
      app.error(async (error) => log(`Slack: ${tell(error)}`));
      const isFirst = createDedupe(now);
      const talk = createTalk(bot);
      app.use(async (args) => {
        const { body, context, ack, next } = args;
        if (isStopping && options.mode === "socket") return;
        const eventId = "event_id" in body && typeof body.event_id === "string" ? body.event_id : undefined;
        const { envelopeId } = context;
        if (!isFirst(eventId, typeof envelopeId === "string" ? envelopeId : undefined))
          return typeof ack === "function" ? ack() : undefined;
        // Commands do not go through all the listeners: most of what comes in are commands.
        await track(() => ("command" in args ? onCommand(args, client, talk) : next()));
      });
      listen(app, client, talk);
      await entrance.start();
      log(`Slack: ${me.user ?? "the bot"} is listening in ${me.team ?? "the workspace"} (${options.mode}).`);
    },
    async stop() {
      isStopping = true;
      if (options.mode === "http") await entrance.stop();
      await Promise.allSettled(underWay);
      if (options.mode === "socket") await entrance.stop();
    },
  };

  function createTalk(bot: Bot): Talk {
    return {
      desk: { bot, knowledge: options.knowledge, prefix: options.prefix },
      send: createSender(client),
      people: createPeople(lookups.users, now),
      conversations: createRecent<Invocation>(2000, 3_600_000, now),
      turn: createTurns(),
      now,
      log,
    };
  }
}

type Identity = { readonly botToken: string; readonly botId: string; readonly botUserId: string };

/** The token's owner is known by now, so that Bolt asks nothing when the first message comes. */
const createApp = (
  receiver: Receiver,
  { clientOptions, ...identity }: Identity & { readonly clientOptions: webApi.WebClientOptions },
): App => new App({ receiver, clientOptions, convoStore: false, authorize: async () => identity });

/** Who hears what. */
function listen(app: App, client: webApi.WebClient, talk: Talk): void {
  app.shortcut({ callback_id: SHORTCUT, type: "message_action" }, (args) => onShortcut(args, talk));
  app.action<BlockAction>({ type: "block_actions" }, async ({ body, ack }) => {
    await ack();
    await onAction(body, client, talk);
  });
  app.options<"block_suggestion">({ action_id: SUGGEST, type: "block_suggestion" }, async ({ payload, ack }) => {
    await ack({ options: suggestions(payload, talk.desk) });
  });
  app.view<ViewSubmitAction>({ callback_id: MODAL, type: "view_submission" }, (args) => onModal(args, talk));
  app.event("app_mention", ({ event }) => onMention(event, talk));
  app.event("message", ({ event }) => onMessage(event, talk));
  app.event("app_home_opened", ({ event }) => onHome(event, client, talk));
}

async function whoAmI(client: webApi.WebClient, apiUrl: string) {
  try {
    return await client.auth.test();
  } catch (error) {
    throw new UserError(inBoth(botTrouble(error) ?? unreachable(apiUrl, reasonOf(error))));
  }
}

/** What the operator can mend in one sentence; anything else with where it happened. */
function tell(error: Error): string {
  const trouble = botTrouble(error);
  return trouble === undefined ? (error.stack ?? error.message) : inBoth(trouble);
}
