import { App, type BlockAction, type Receiver, type ViewSubmitAction, type webApi } from "@slack/bolt";
import { onAction } from "./actions.ts";
import { onCommand, onShortcut } from "./commands.ts";
import { createDedupe } from "./dedupe.ts";
import { onHome, onMention, onMessage } from "./events.ts";
import { onReason, REASONS } from "./feedback.ts";
import { MODAL, onModal, SUGGEST, suggestions } from "./modal.ts";
import { SHORTCUT } from "./scopes.ts";
import type { Talk } from "./talk.ts";
import { botTrouble, inBoth } from "./trouble.ts";

export interface AppOptions {
  readonly receiver: Receiver;
  /** Known from the start, so that Bolt asks nothing when the first message comes. */
  readonly identity: { readonly botToken: string; readonly botId: string; readonly botUserId: string };
  readonly clientOptions: webApi.WebClientOptions;
  readonly client: webApi.WebClient;
  /** What a request that comes in is answered with, from its beginning to its end. */
  readonly talk: () => Talk;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: (line: string) => void;
  /** Does the work, or leaves it to another connection; the end of it is waited for when the bot stops. */
  readonly track: (work: () => Promise<void>) => Promise<void>;
}

/** Bolt's app: who hears what, and each of it once. */
export function createApp(options: AppOptions): App {
  const { receiver, identity, clientOptions, client, talk, now, log, track } = options;
  const app = new App({ receiver, clientOptions, convoStore: false, authorize: async () => identity });
  const isFirst = createDedupe(now);
  app.error(async (error) => log(`Slack: ${tell(error)}`));
  app.use(async (args) => {
    const { body, context, ack, next } = args;
    if (!isFirst(text("event_id" in body && body.event_id), text(context.envelopeId)))
      return typeof ack === "function" ? ack() : undefined;
    // Commands do not go through all the listeners: most of what comes in are commands.
    await track(() => ("command" in args ? onCommand(args, client, talk()) : next()));
  });
  app.shortcut({ callback_id: SHORTCUT, type: "message_action" }, (args) => onShortcut(args, talk()));
  app.action<BlockAction>({ type: "block_actions" }, async ({ body, ack }) => {
    const here = talk();
    await ack();
    await onAction(body, client, here);
  });
  app.options<"block_suggestion">({ action_id: SUGGEST, type: "block_suggestion" }, async ({ payload, ack }) => {
    await ack({ options: suggestions(payload, talk().desk) });
  });
  app.view<ViewSubmitAction>({ callback_id: MODAL, type: "view_submission" }, (args) => onModal(args, talk()));
  app.view<ViewSubmitAction>({ callback_id: REASONS, type: "view_submission" }, (args) => onReason(args, talk()));
  app.event("app_mention", ({ event }) => onMention(event, talk()));
  app.event("message", ({ event }) => onMessage(event, talk()));
  app.event("app_home_opened", ({ event }) => onHome(event, client, talk()));
  return app;
}

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** What the operator can mend in one sentence; anything else with where it happened. */
function tell(error: Error): string {
  const trouble = botTrouble(error);
  return trouble === undefined ? (error.stack ?? error.message) : inBoth(trouble);
}
