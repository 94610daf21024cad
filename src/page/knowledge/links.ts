import { html } from "hono/html";
import type { Language } from "../../core/language.ts";
import type { Html } from "../html.ts";
import type { View } from "../view.ts";
import type { Item } from "./catalogue.ts";

export const itemAddress = ({ kind, id }: Pick<Item, "kind" | "id">): string =>
  `/knowledge/${kind}/${encodeURIComponent(id)}`;

export const itemLink = (item: Item, language: Language, label = item.title[language]): Html =>
  html`<a href="${itemAddress(item)}">${label}</a>`;

/** "knowledge/figures/x.yaml:12", of an item or of a line in its file; nothing where it has none. */
export function placeText({ origin }: Pick<Item, "origin">, { desk }: Pick<View, "desk">, line = origin?.line): string {
  return origin === undefined ? "" : `${desk.folder}/${origin.file}:${line}`;
}

export const placeMark = (item: Pick<Item, "origin">, view: Pick<View, "desk">, line?: number): Html =>
  html`<code class="place">${placeText(item, view, line)}</code>`;
