import { html } from "hono/html";
import type { Both, Language } from "../core/language.ts";

/** Markup. Only the html tag makes it, and every hole of that is escaped. */
export type Html = ReturnType<typeof html>;

export const NOTHING: Html = html``;

/** A link to the web that a file holds; anything else stays text. */
export const webLink = (url: string): Html =>
  /^https?:\/\//i.test(url) ? html`<a href="${url}" rel="noreferrer">${url}</a>` : html`${url}`;

/** "/knowledge?kind=…": values that are empty or undefined are left out. */
export function address(path: string, values: Readonly<Record<string, string | number | undefined>> = {}): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== "");
  const query = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return query === "" ? path : `${path}?${query}`;
}

/** A table that may be wider than its place is scrolled by itself, by keyboard too. */
export const wide = (table: Html, language: Language): Html =>
  html`<div class="wide" tabindex="0" role="group" aria-label="${TABLE[language]}">${table}</div>`;

const TABLE: Both = { vi: "Bảng", en: "Table" };
