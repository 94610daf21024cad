import { webApi } from "@slack/bolt";
import type { Posted } from "../../core/poster.ts";
import { channelTrouble } from "./channel-trouble.ts";
import { slackError } from "./send.ts";
import { reasonOf } from "./socket.ts";
import { redacted } from "./trouble.ts";

/** How a call that failed ended. */
export type Failed = Exclude<Posted, { readonly kind: "posted" }>;

const refused = (reason: string, retryInMs?: number): Failed => ({ kind: "refused", reason, retryInMs });
const unclear = (reason: string): Failed => ({ kind: "unclear", reason });

/**
 * Sorts what a call of Slack's client rejected with. Whatever is not known to have had no effect is unclear: a look through
 * the history costs little, a second announcement costs trust.
 */
export function outcomeOf(error: unknown): Failed {
  const trouble = channelTrouble(error);
  if (trouble !== undefined) return { kind: "hopeless", trouble };
  if (error instanceof webApi.WebAPIRateLimitedError) return refused("ratelimited", error.retryAfter * 1000);
  if (error instanceof webApi.WebAPIHTTPError) return byStatus(error.statusCode);
  const named = slackError(error);
  if (named !== undefined) return byName(named, error);
  const reason = redacted(reasonOf(error));
  return WITHOUT_TIME.test(reason) || neverSent(error) ? refused(reason) : unclear(reason);
}

/** The client's words for status 429 that does not say how long. */
const WITHOUT_TIME = /^Retry header did not contain a valid timeout/;

const REQUEST_TIMEOUT = 408;

const byStatus = (status: number): Failed =>
  status >= 400 && status < 500 && status !== REQUEST_TIMEOUT ? refused(`HTTP ${status}`) : unclear(`HTTP ${status}`);

/** Slack's names for "busy", told with status 200. */
const RATES: ReadonlySet<string> = new Set(["ratelimited", "rate_limited"]);

/** "It's possible some aspect of the operation succeeded before the error was raised." */
const PERHAPS_DONE: ReadonlySet<string> = new Set([
  "fatal_error",
  "internal_error",
  "service_unavailable",
  "request_timeout",
  "update_failed",
]);

function byName(named: string, error: unknown): Failed {
  if (RATES.has(named)) return refused(named, retryInMsOf(error));
  // A page of a proxy or half an answer: the client takes whatever it can't read for Slack's name of an error.
  if (!/^[a-z][a-z0-9_]{2,60}$/.test(named)) return unclear("an answer that is none of Slack's");
  return PERHAPS_DONE.has(named) ? unclear(named) : refused(named);
}

function retryInMsOf(error: unknown): number | undefined {
  const seconds = error instanceof webApi.WebAPIPlatformError ? error.data.response_metadata?.retryAfter : undefined;
  return typeof seconds === "number" ? seconds * 1000 : undefined;
}

const BEFORE_SENDING: ReadonlySet<unknown> = new Set(["connect", "getaddrinfo"]);

/** Whether there was no connection over which anything could have been sent. Where several addresses were tried, to none. */
function neverSent(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(neverSent);
  if (!(error instanceof Error)) return false;
  if ("code" in error && error.code === "UND_ERR_CONNECT_TIMEOUT") return true;
  if ("syscall" in error && BEFORE_SENDING.has(error.syscall)) return true;
  return error.cause !== undefined && neverSent(error.cause);
}
