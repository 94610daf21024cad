import { createHash } from "node:crypto";
import type { Context } from "hono";
import { LANGUAGES, type Language } from "../core/language.ts";

/** The calendar of all reviews as text/calendar, the same text until something changes. */
export type CalendarText = (language: Language) => Promise<string>;

/** Answers with the calendar, or that it is the one the reader has: calendars ask again and again. */
export function createFeed(calendar: CalendarText, now: () => number): (context: Context) => Promise<Response> {
  const seen = new Map<Language, { readonly tag: string; readonly since: Date }>();
  return async (context) => {
    const language = LANGUAGES.find((one) => one === context.req.query("lang")) ?? "vi";
    const text = await calendar(language);
    const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
    const last = seen.get(language);
    // HTTP dates have whole seconds.
    const since = last?.tag === tag ? last.since : new Date(Math.floor(now() / 1000) * 1000);
    seen.set(language, { tag, since });
    const headers = { etag: tag, "last-modified": since.toUTCString(), "cache-control": "private, no-cache" };
    if (isHad(context, tag, since)) return context.body(null, 304, headers);
    return context.body(text, 200, {
      ...headers,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="lien-thanh.ics"',
      "content-language": language,
    });
  };
}

/** Whether the reader has this text already; the tag counts where both are given (RFC 9110, 13.2.2). */
function isHad({ req }: Context, tag: string, since: Date): boolean {
  const tags = req.header("if-none-match");
  if (tags !== undefined) return tags === "*" || tags.split(/\s*,\s*/).some((one) => one.replace(/^W\//, "") === tag);
  const date = Date.parse(req.header("if-modified-since") ?? "");
  return date >= since.getTime();
}
