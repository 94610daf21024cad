import { getCookie, setCookie } from "hono/cookie";
import { LANGUAGES, type Language } from "../core/language.ts";
import type { Manner } from "./layout.ts";
import type { StaticFiles } from "./static.ts";
import { THEMES } from "./view.ts";
import type { PageContext } from "./web.ts";

const YEAR_S = 365 * 86_400;

/** What the reader chose with a link, now or earlier; else what the browser says. A choice is kept in a cookie. */
export function mannerOf(context: PageContext, fallback: Language, files: StaticFiles): Manner {
  return {
    files,
    language: chosen(context, "lang", LANGUAGES) ?? accepted(context.req.header("accept-language")) ?? fallback,
    theme: chosen(context, "theme", THEMES) ?? "auto",
  };
}

function chosen<T extends string>(context: PageContext, name: string, values: readonly T[]): T | undefined {
  const cookie = `lien-thanh-${name}`;
  const now = values.find((one) => one === context.req.query(name));
  if (now === undefined) return values.find((one) => one === getCookie(context, cookie));
  setCookie(context, cookie, now, { path: "/", maxAge: YEAR_S, sameSite: "Lax", httpOnly: true });
  return now;
}

/** The first of our languages in "fr, en-GB;q=0.9, vi;q=0.8": browsers list the preferred ones first. */
function accepted(header = ""): Language | undefined {
  const tags = header.split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  return tags.flatMap((tag) => LANGUAGES.find((one) => one === tag) ?? [])[0];
}
