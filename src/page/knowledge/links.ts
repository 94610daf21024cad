import { html } from "hono/html";
import type { Language } from "../../core/language.ts";
import { type Html, NOTHING } from "../html.ts";
import type { View } from "../view.ts";
import type { Item } from "./catalogue.ts";

export const itemAddress = ({ kind, id }: Pick<Item, "kind" | "id">): string =>
  `/knowledge/${kind}/${encodeURIComponent(id)}`;

export const itemLink = (item: Item, language: Language, label = item.title[language]): Html =>
  html`<a href="${itemAddress(item)}">${label}</a>`;

/** "knowledge/figures/x.yaml:12", of an item or of a line in its file; nothing where it has none. It breaks between folders. */
export function placeMark({ origin }: Pick<Item, "origin">, { desk }: Pick<View, "desk">, line = origin?.line): Html {
  if (origin === undefined) return NOTHING;
  const [first, ...others] = `${desk.folder}/${origin.file}:${line}`.split("/");
  return html`<code class="place">${first}${others.map((part) => html`/<wbr>${part}`)}</code>`;
}
