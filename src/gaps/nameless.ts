import { createHmac } from "node:crypto";
import type { Invocation } from "../core/invocation.ts";

/** Who somebody is, so that it can be told from others' but not turned back: HMAC-SHA-256 with the salt of the state. */
export const hashOf = (salt: string, platform: string, who: string): string =>
  createHmac("sha256", salt).update(`${platform}\n${who}`).digest("base64url").slice(0, 22);

/** Mentions, ids of Slack and Discord, addresses of mail: they name people, and no question is answered by them. */
const PEOPLE = [
  /<[@#!][^>]*>/g,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /@(?:everyone|here|channel)\b/gi,
  /\b[UW](?=[A-Z0-9]*\d)[A-Z0-9]{7,14}\b/g,
  /(?<!\d)\d{15,20}(?!\d)/g,
];

/** What was typed, on one line, without what names people. */
export const nameless = (text: string): string =>
  PEOPLE.reduce((rest, pattern) => rest.replace(pattern, " "), text.normalize("NFC"))
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, " ")
    .trim();

/** The same for what stands in an invocation. */
export const namelessIn = (invocation: Invocation): Invocation => ({
  ...invocation,
  values: Object.fromEntries(Object.entries(invocation.values).map(([name, value]) => [name, nameless(value)])),
});
