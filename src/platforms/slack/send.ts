import { setTimeout } from "node:timers/promises";
import type { webApi } from "@slack/bolt";
import type { Message } from "./render.ts";

/** How a message goes to a response_url: who sees it, and whether it takes the place of the one that was pressed. */
export interface Reply {
  readonly response_type: "ephemeral" | "in_channel";
  readonly replace_original: boolean;
  readonly thread_ts?: string | undefined;
}

/** Where a message is posted. */
export interface Spot {
  readonly channel: string;
  readonly thread_ts?: string | undefined;
}

export interface Sender {
  /** By the address that came with a command or a button: five times within thirty minutes. */
  respond(url: string, message: Message, reply: Reply): Promise<void>;
  post(message: Message, spot: Spot): Promise<void>;
  /** To one person in a channel. */
  whisper(message: Message, spot: Spot & { readonly user: string }): Promise<void>;
}

const TRIES = 5;
const FIRST_WAIT_MS = 200;

/** Nothing in a text is read as markup, a name or an address, and no preview is fetched. */
export const PLAIN = {
  mrkdwn: false,
  parse: "none",
  link_names: false,
  unfurl_links: false,
  unfurl_media: false,
} as const;

/** What Slack says to blocks that it does not take. */
export const BLOCKS_REFUSED = /invalid_blocks|msg_blocks_too_long|invalid_attachments|only_one_table_allowed/;

/**
 * Sends, and again where Slack is busy or broken, so that no answer is lost. The client does the same for its own calls.
 * Where Slack refuses the blocks, the same as plain text goes out.
 */
export function createSender(client: webApi.WebClient, log: (line: string) => void): Sender {
  const orAsText = async (message: Message, send: (message: Partial<Message> & { text: string }) => Promise<void>) => {
    try {
      await send(message);
    } catch (error) {
      const refused = `${slackError(error) ?? ""} ${error instanceof Refused ? error.message : ""}`;
      if (!BLOCKS_REFUSED.test(refused)) throw error;
      log(`Slack: blocks were refused (${refused.trim()}); sent as text.`);
      await send({ text: message.text });
    }
  };
  return {
    respond: (url, message, reply) =>
      orAsText(message, (some) => respond(url, JSON.stringify({ ...reply, ...some, ...PLAIN }))),
    post: (message, { channel, thread_ts }) => {
      const where = thread_ts === undefined ? { channel } : { channel, thread_ts };
      return orAsText(message, (some) => calling(() => client.chat.postMessage({ ...where, ...some, ...PLAIN })));
    },
    whisper: (message, { channel, user, thread_ts }) => {
      const where = thread_ts === undefined ? { channel, user } : { channel, user, thread_ts };
      const plain = { parse: "none", link_names: false } as const;
      return orAsText(message, (some) => calling(() => client.chat.postEphemeral({ ...where, ...some, ...plain })));
    },
  };
}

const respond = (url: string, body: string): Promise<void> =>
  patiently(async () => {
    const headers = { "content-type": "application/json; charset=utf-8" };
    const response = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(10_000) });
    if (response.ok) return undefined;
    if (response.status !== 429 && response.status < 500)
      throw new Refused(`Slack answered ${response.status} to a response_url: ${(await response.text()).slice(0, 80)}`);
    return Number(response.headers.get("retry-after") ?? Number.NaN);
  });

/** A call of the client, which waits on status 429 by itself, but takes the same told with status 200 for a refusal. */
const calling = (call: () => Promise<unknown>): Promise<void> =>
  patiently(async () => {
    try {
      await call();
      return undefined;
    } catch (error) {
      if (slackError(error) === "ratelimited" || slackError(error) === "rate_limited") return 1;
      throw error;
    }
  });

/** What another try would not change. */
class Refused extends Error {
  override name = "Refused";
}

/** Tries until it gives undefined; a number is how many seconds Slack wants to be left alone. */
async function patiently(attempt: () => Promise<number | undefined>): Promise<void> {
  for (let tried = 1; ; tried++) {
    const waitMs = FIRST_WAIT_MS * 3 ** (tried - 1);
    let seconds: number | undefined;
    try {
      seconds = await attempt();
      if (seconds === undefined) return;
    } catch (error) {
      if (tried >= TRIES || !(error instanceof TypeError || isTimeout(error))) throw error;
    }
    if (tried >= TRIES) throw new Refused("Slack did not take an answer, however often it was sent.");
    await setTimeout(seconds === undefined || Number.isNaN(seconds) ? waitMs : seconds * 1000);
  }
}

const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === "TimeoutError";

/** Slack's own name of what went wrong ("not_in_channel"); undefined where it did not say. */
export function slackError(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("data" in error)) return undefined;
  const { data } = error;
  const named = typeof data === "object" && data !== null && "error" in data ? data.error : undefined;
  return typeof named === "string" ? named : undefined;
}
