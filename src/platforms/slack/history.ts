import { setTimeout } from "node:timers/promises";
import type { webApi } from "@slack/bolt";
import type { Found, Window } from "../../core/poster.ts";
import { outcomeOf } from "./outcome.ts";

export type HistoryMessage = NonNullable<webApi.ConversationsHistoryResponse["messages"]>[number];

/** A message that is looked for; of the same name are searches for the same one. */
export interface Search {
  readonly name: string;
  readonly channel: string;
  readonly window: Window;
  readonly isIt: (message: HistoryMessage) => boolean;
}

/** From where on each search that was not finished has still to look. */
export type Unfinished = Map<string, number>;

/** What is searched in one go: a rate limit in the middle of days of messages must not send it back to their start. */
const SPAN_MS = 6 * 3_600_000;
const PAGE = 200;
/** How long rate limits are waited for in one search. */
const PATIENCE_MS = 10_000;
const SHORTEST_WAIT_MS = 250;

/** Goes on where an earlier search had to stop. Rejects where Slack does not answer, or wants to be left alone for long. */
export async function search(
  client: webApi.WebClient,
  { name, ...what }: Search,
  unfinished: Unfinished,
): Promise<Found> {
  const { to } = what.window;
  const waiting = { patienceMs: PATIENCE_MS };
  for (let from = unfinished.get(name) ?? what.window.from; ; from += SPAN_MS) {
    // The last span may still be going on.
    if (from <= to - SPAN_MS) unfinished.set(name, from);
    const end = Math.min(from + SPAN_MS, to);
    const found = await searchSpan(client, { ...what, window: { from, to: end } }, waiting);
    if (found.kind === "absent" && end < to) continue;
    unfinished.delete(name);
    return found;
  }
}

/** Page by page, newest first. */
async function searchSpan(
  client: webApi.WebClient,
  { channel, window, isIt }: Omit<Search, "name">,
  waiting: { patienceMs: number },
): Promise<Found> {
  // Slack counts microseconds: the last millisecond belongs to it whole.
  const times = { oldest: seconds(window.from), latest: seconds(window.to + 0.999), inclusive: true };
  const span = { channel, ...times, include_all_metadata: true, limit: PAGE };
  let page = await patiently(waiting, () => client.conversations.history(span));
  for (;;) {
    const reference = page.messages?.find(isIt)?.ts;
    if (reference !== undefined) return { kind: "found", reference };
    const cursor = page.response_metadata?.next_cursor;
    if (!cursor) return page.has_more === true ? { kind: "later", reason: "Slack gave no cursor" } : { kind: "absent" };
    page = await patiently(waiting, () => client.conversations.history({ ...span, cursor }));
  }
}

const seconds = (ms: number): string => (ms / 1000).toFixed(6);

/** Asks again while Slack wants to be left alone for a moment, as long as the patience lasts. */
async function patiently<T>(waiting: { patienceMs: number }, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.kind !== "refused" || outcome.retryInMs === undefined) throw error;
      const waitMs = Math.max(outcome.retryInMs, SHORTEST_WAIT_MS);
      waiting.patienceMs -= waitMs;
      if (waiting.patienceMs < 0) throw error;
      await setTimeout(waitMs);
    }
  }
}
