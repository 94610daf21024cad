import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** What proxies add: with one of them a request that comes from this machine may come from anywhere. */
const FORWARDED = [
  "forwarded",
  "via",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
  "cf-connecting-ip",
] as const;

const LOOPBACK = /^(::ffff:)?127\.|^::1$/;
const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * local: from a program on this machine that knows where it asks. remote: from elsewhere, or by way of a proxy. foreign: from
 * this machine but under a name that is not its own, as a page in a browser would that had its name point here.
 */
export type From = "local" | "remote" | "foreign";

/** `publicHost` is the one under which a proxy on this machine may pass requests on ("bot.example.org"). */
export function whereFrom({ socket, headers, httpVersion }: IncomingMessage, publicHost: string | undefined): From {
  if (!LOOPBACK.test(socket.remoteAddress ?? "")) return "remote";
  // Some proxies say nothing of themselves, but speak the old HTTP.
  if (FORWARDED.some((name) => name in headers) || httpVersion === "1.0") return "remote";
  const host = headers.host ?? "";
  if (LOOPBACK_HOST.test(host)) return "local";
  return host.toLowerCase() === publicHost ? "remote" : "foreign";
}

/** Whether it is the token; takes as long whatever is wrong with it. Nothing is where there is none. */
export function isToken(given: string, token: string | undefined): boolean {
  return token !== undefined && timingSafeEqual(digest(given), digest(token));
}

/** Whether the request carries it: `Authorization: Bearer TOKEN`. */
export const hasToken = ({ headers }: IncomingMessage, token: string | undefined): boolean =>
  isToken(/^Bearer +(\S+)$/i.exec(headers.authorization ?? "")?.[1] ?? "", token);

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
