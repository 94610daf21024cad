import { webApi } from "@slack/bolt";
import type { Answer } from "../../core/answer.ts";
import { inTime } from "../../core/in-time.ts";
import type { Both } from "../../core/language.ts";
import type { Found, Posted, Poster } from "../../core/poster.ts";
import { renderAnnouncement } from "./announcement.ts";
import { judgeChannel, notNow } from "./channel-trouble.ts";
import { type HistoryMessage, search, type Unfinished } from "./history.ts";
import { createLogger } from "./logger.ts";
import type { Wording } from "./names.ts";
import { type Failed, outcomeOf } from "./outcome.ts";
import type { Message } from "./render.ts";
import { BLOCKS_REFUSED, PLAIN, slackError } from "./send.ts";
import { redacted } from "./trouble.ts";

export interface SlackPosterOptions {
  readonly botToken: string;
  /** With a slash at its end. */
  readonly apiUrl: string;
  readonly desk: Wording;
  readonly log: (line: string) => void;
  /** For one request; what has not been answered by then is unclear. */
  readonly timeoutMs?: number;
}

/** Marks an announcement of ours; Slack keeps it beside the message and shows it to nobody. */
const EVENT = "lien_thanh_announcement";

/** Posts announcements in Slack, whether or not the bot is connected. No request is ever sent twice. */
export function createSlackPoster({ botToken, apiUrl, desk, log, timeoutMs = 15_000 }: SlackPosterOptions): Poster {
  const logger = createLogger((line) => log(redacted(line)));
  const connect = (send = fetch) =>
    new webApi.WebClient(botToken, {
      slackApiUrl: apiUrl,
      timeout: timeoutMs,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger,
      fetch: send,
    });
  const client = connect();
  const unfinished: Unfinished = new Map();
  const whoAmI = remembered(() => client.auth.test());

  /** As plain text where Slack has refused the blocks: then there is nothing yet that could be there twice. */
  async function send(answer: Answer, request: Request): Promise<Posted> {
    try {
      const message = renderAnnouncement(answer, desk);
      try {
        return receipt(await request(message));
      } catch (error) {
        if (!BLOCKS_REFUSED.test(slackError(error) ?? "")) throw error;
        log(`Slack: the blocks of an announcement were refused (${slackError(error)}); sent as text.`);
        return receipt(await request({ text: message.text, blocks: [] }));
      }
    } catch (error) {
      return outcomeOf(error);
    }
  }

  return {
    chat: "slack",
    post(channel, { key, answer }, mayStillSend) {
      const sender = mayStillSend === undefined ? client : connect(inTime(fetch, mayStillSend));
      const metadata = { event_type: EVENT, event_payload: { key } };
      return send(answer, (message) => sender.chat.postMessage({ channel, ...message, ...PLAIN, metadata }));
    },
    // The metadata is left out, so that Slack keeps what is there: an announcement that was changed is still found.
    edit: (channel, reference, answer) =>
      send(answer, (message) =>
        client.chat.update({ channel, ts: reference, ...message, parse: "none", link_names: false }),
      ),
    async find(channel, key, window) {
      try {
        const { bot_id, user_id } = await whoAmI();
        const isIt = (message: HistoryMessage): boolean => {
          const isOurs = bot_id === undefined ? message.user === user_id : message.bot_id === bot_id;
          return isOurs && keyOf(message) === key;
        };
        const name = `${channel} ${window.from} ${key}`;
        return await search(client, { name, channel, window, isIt }, unfinished);
      } catch (error) {
        return notRead(outcomeOf(error));
      }
    },
    async inspect(channel) {
      try {
        return judgeChannel(channel, await client.conversations.info({ channel }));
      } catch (error) {
        return { trouble: troubleOf(outcomeOf(error)) };
      }
    },
  };
}

type Request = (message: Message) => Promise<{ readonly ts?: string }>;

const receipt = ({ ts }: { readonly ts?: string }): Posted =>
  ts === undefined ? { kind: "unclear", reason: "Slack gave no ts" } : { kind: "posted", reference: ts };

function keyOf({ metadata }: HistoryMessage): unknown {
  const payload: object = metadata?.event_payload ?? {};
  return metadata?.event_type === EVENT && "key" in payload ? payload.key : undefined;
}

function notRead(failed: Failed): Found {
  if (failed.kind === "hopeless") return { kind: "unreadable", trouble: failed.trouble };
  return { kind: "later", reason: failed.reason, retryInMs: failed.kind === "refused" ? failed.retryInMs : undefined };
}

const troubleOf = (failed: Failed): Both => (failed.kind === "hopeless" ? failed.trouble : notNow(failed.reason));

/** Asks once; a failure is not remembered. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined;
  return () => {
    known ??= ask().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}
