import { html } from "hono/html";
import { type Html, NOTHING } from "./html.ts";
import { asked, type View } from "./view.ts";

export interface PageOf<T> {
  readonly rows: readonly T[];
  /** Links to the other pages; nothing where all fits one. */
  readonly links: Html;
}

/** The part of a long list that `?page=` asks for; a page out of range is clamped. */
export function pageOf<T>(all: readonly T[], size: number, view: View): PageOf<T> {
  const { url, language } = view;
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(1, Math.floor(Number(asked(view, "page"))) || 1), pages);
  const rows = all.slice((page - 1) * size, page * size);
  if (pages === 1) return { rows, links: NOTHING };
  const to = (wanted: number, label: string): Html => {
    const query = new URLSearchParams(url.searchParams);
    query.set("page", String(wanted));
    return wanted < 1 || wanted > pages
      ? html`<span aria-disabled="true">${label}</span>`
      : html`<a href="${url.pathname}?${query.toString()}">${label}</a>`;
  };
  const vi = language === "vi";
  return {
    rows,
    links: html`<nav class="pager" aria-label="${vi ? "Các trang" : "Pages"}">
      ${to(page - 1, vi ? "‹ Trước" : "‹ Previous")}
      <span>${vi ? `Trang ${page}/${pages}` : `Page ${page} of ${pages}`}</span>
      ${to(page + 1, vi ? "Sau ›" : "Next ›")}
    </nav>`,
  };
}
