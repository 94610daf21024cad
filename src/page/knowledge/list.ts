import { html } from "hono/html";
import type { Both } from "../../core/language.ts";
import { address, type Html, NOTHING } from "../html.ts";
import { pageOf } from "../pager.ts";
import { asked, type Shown, type View } from "../view.ts";
import { countText } from "../when.ts";
import type { Item } from "./catalogue.ts";
import { KINDS, type KindFolder } from "./kinds.ts";
import { itemLink, placeMark } from "./links.ts";

const SHOWN = 50;

/** All kinds with how much there is of each, or what was found of a search in all of them. */
export async function knowledgePage(view: View): Promise<Shown> {
  const { catalogue, language } = view;
  const typed = asked(view, "q");
  const kinds = Object.keys(KINDS) as KindFolder[];
  const overview = html`<ul class="kinds">${kinds.map(
    (kind) =>
      html`<li><a href="/knowledge/${kind}"><span>${KINDS[kind][language]}</span> <b>${countText(catalogue.of(kind).length, view)}</b></a></li>`,
  )}</ul>`;
  return {
    title: TITLE[language],
    main: html`<h1>${TITLE[language]}</h1>
      ${searchForm("/knowledge", SEARCH_ALL, view)}
      ${typed === "" ? overview : found(await catalogue.search(typed), typed, view)}`,
  };
}

export const TITLE: Both = { vi: "Tri thức", en: "Knowledge" };

const SEARCH_ALL: Both = {
  vi: "Tìm trong toàn bộ tri thức, có dấu hay không dấu",
  en: "Search all knowledge, with or without marks",
};

/** All items of one kind, or those that a search found. */
export async function kindPage(view: View, kind: KindFolder): Promise<Shown> {
  const { catalogue, language } = view;
  const title = KINDS[kind][language];
  const typed = asked(view, "q");
  const items = await catalogue.search(typed, catalogue.of(kind));
  return {
    title,
    main: html`${crumbs(view)}
      <h1>${title}</h1>
      ${searchForm(`/knowledge/${kind}`, searchIn(KINDS[kind]), view)}
      ${found(items, typed, view)}`,
  };
}

const searchIn = (kind: Both): Both => ({
  vi: `Tìm trong ${kind.vi.toLocaleLowerCase("vi")}, có dấu hay không dấu`,
  en: `Search ${kind.en.toLowerCase()}, with or without marks`,
});

/** Where a page below the knowledge page hangs. */
export const crumbs = ({ language }: View, kind?: KindFolder): Html =>
  html`<nav class="crumbs" aria-label="${language === "vi" ? "Vị trí" : "Breadcrumb"}">
    <a href="/knowledge">${TITLE[language]}</a>${kind === undefined ? NOTHING : html` <span aria-hidden="true">›</span> <a href="/knowledge/${kind}">${KINDS[kind][language]}</a>`}
  </nav>`;

export function searchForm(path: string, label: Both, view: View, more: Html = NOTHING): Html {
  const { language } = view;
  return html`<form class="search" role="search" action="${path}" method="get">
    <label for="find">${label[language]}</label>
    <div class="row">
      <input id="find" name="q" type="search" value="${asked(view, "q")}" maxlength="200" autocomplete="off">
      ${more}
      <button>${language === "vi" ? "Tìm" : "Search"}</button>
    </div>
  </form>`;
}

function found(items: readonly Item[], typed: string, view: View): Html {
  const { language } = view;
  const vi = language === "vi";
  if (items.length === 0)
    return html`<p role="status">${
      typed === ""
        ? vi
          ? "Chưa có mục nào."
          : "There is nothing of this kind yet."
        : vi
          ? html`Không tìm thấy mục nào có “${typed}”. <a href="${address("/", { q: typed })}">Hỏi bot câu này</a>`
          : html`Nothing holds “${typed}”. <a href="${address("/", { q: typed })}">Ask the bot</a>`
    }</p>`;
  const { rows, links } = pageOf(items, SHOWN, view);
  return html`<p role="status">${countText(items.length, view)} ${vi ? "mục" : items.length === 1 ? "item" : "items"}</p>
    <ul class="items">${rows.map((item) => entry(item, view))}</ul>
    ${links}`;
}

const entry = (item: Item, view: View): Html => html`<li>
  <span class="kind">${KINDS[item.kind][view.language]}</span>
  ${itemLink(item, view.language)}
  ${placeMark(item, view)}
</li>`;
