import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import type { Found, Posted } from "../../core/poster.ts";
import { mendable } from "./mendable.ts";

export type Failed = Exclude<Posted, { readonly kind: "posted" }>;

/** Something went wrong before any request was made. */
export class NotSent extends Error {
  override name = "NotSent";
}

/** What became of what was asked for, where a request failed. Only what Discord itself refused surely did not happen. */
export function failedOf(error: unknown, channel: string): Failed {
  const trouble = mendable(error, channel);
  if (trouble !== undefined) return { kind: "hopeless", trouble };
  const reason = reasonOf(error);
  if (error instanceof RateLimitError)
    return { kind: "refused", reason, retryInMs: error.retryAfter > 0 ? Math.ceil(error.retryAfter) : undefined };
  const surelyNot = error instanceof DiscordAPIError || error instanceof NotSent || neverLeft(error);
  return { kind: surelyNot ? "refused" : "unclear", reason };
}

/** The same for a look through the history. */
export function notFoundOf(error: unknown, channel: string): Exclude<Found, { readonly kind: "found" | "absent" }> {
  const failed = failedOf(error, channel);
  if (failed.kind === "hopeless") return { kind: "unreadable", trouble: failed.trouble };
  const retryInMs = failed.kind === "refused" ? failed.retryInMs : undefined;
  return { kind: "later", reason: failed.reason, retryInMs };
}

interface SystemError {
  readonly code?: unknown;
  readonly syscall?: unknown;
  /** Of several addresses that were tried. */
  readonly errors?: readonly unknown[];
}

/** Whether there was no connection, over which nothing can have been sent: no address, nobody there, a wrong certificate. */
function neverLeft(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall, errors } = error as SystemError;
  if (errors !== undefined) return errors.length > 0 && errors.every(neverLeft);
  if (syscall === "connect" || syscall === "getaddrinfo") return true;
  return /^UND_ERR_CONNECT_TIMEOUT$|CERT/.test(String(code));
}

/** In a few words. */
export function reasonOf(error: unknown): string {
  if (error instanceof DiscordAPIError)
    return `Discord ${error.status}, code ${error.code}: ${firstLine(error.message)}`;
  if (error instanceof HTTPError) return `Discord ${error.status}`;
  if (error instanceof RateLimitError) return `Discord 429: wait ${Math.ceil(error.retryAfter / 1000)} s`;
  if (!(error instanceof Error)) return String(error);
  return error.name === "AbortError" ? "Discord did not answer in time" : firstLine(error.message);
}

const firstLine = (text: string): string => text.split("\n")[0] ?? "";
