import { html } from "hono/html";
import { amount } from "../../core/figure.ts";
import type { Citation, Qualifier, Unit } from "../../core/knowledge.ts";
import type { Both } from "../../core/language.ts";
import { citationLabel } from "../../core/naming.ts";
import { dateLabel, isDate, periodLabel } from "../../core/period.ts";
import type { LineBelow } from "../desk.ts";
import { type Html, NOTHING, webLink } from "../html.ts";
import type { View } from "../view.ts";
import { KEYS, REFERENCES, WORDS } from "./labels.ts";
import { itemLink } from "./links.ts";

/** What the parts of an item are shown with. */
export interface Reading {
  readonly view: View;
  /** Absent where only the item's own line is known. */
  readonly lineBelow: LineBelow | undefined;
}

type Path = readonly (string | number)[];
type Group = Readonly<Record<string, unknown>>;

/** What an item holds, whatever its kind: its keys as terms, what they say beside them. */
export function groupList(group: object, leftOut: readonly string[], path: Path, reading: Reading): Html {
  const entries = Object.entries(group).filter(([key, value]) => !leftOut.includes(key) && !isEmpty(value));
  return html`<dl class="holds">${entries.map(([key, value]) => row(key, value, [...path, key], reading))}</dl>`;
}

function row(key: string, value: unknown, path: Path, reading: Reading): Html {
  const { language } = reading.view;
  const label = KEYS[key]?.[language];
  return html`<div>
    <dt>${label ?? html`<code>${key}</code>`}${path.length === 1 ? lineMark(path, reading) : NOTHING}</dt>
    <dd>${told(key, value, path, reading)}</dd>
  </div>`;
}

const lineMark = (path: Path, { lineBelow, view: { language } }: Reading): Html =>
  lineBelow === undefined
    ? NOTHING
    : html` <small class="line">${language === "vi" ? "dòng" : "line"} ${lineBelow(path)}</small>`;

function told(key: string, value: unknown, path: Path, reading: Reading): Html {
  const { view } = reading;
  if (Array.isArray(value)) return listOf(key, value, path, reading);
  if (typeof value === "boolean") return html`${YES_NO[`${value}`][view.language]}`;
  if (typeof value === "number") return html`${value}`;
  if (typeof value === "string") return textOf(key, value, view);
  return isGroup(value) ? groupOf(key, value, path, reading) : html`${JSON.stringify(value)}`;
}

const YES_NO = { true: { vi: "có", en: "yes" }, false: { vi: "không", en: "no" } } as const;

function textOf(key: string, text: string, view: View): Html {
  const { language, catalogue } = view;
  const item = REFERENCES.has(key) ? catalogue.find(text) : undefined;
  if (item !== undefined) return itemLink(item, language);
  const word = Object.hasOwn(WORDS, key) ? WORDS[key]?.[text] : undefined;
  if (word !== undefined) return html`${word[language]}`;
  if (isDate(text)) return html`<time datetime="${text}">${dateLabel(text, language)}</time>`;
  if (key === "url" || key === "link") return webLink(text);
  return html`${text}`;
}

function listOf(key: string, values: readonly unknown[], path: Path, reading: Reading): Html {
  if (values.some(isGroup)) {
    const items = values.map((value, at) => html`<li>${part(value, [...path, at], reading)}</li>`);
    return html`<ol class="parts-of">${items}</ol>`;
  }
  const items = values.map((value, at) => html`<li>${told(key, value, [...path, at], reading)}</li>`);
  const list = html`<ul class="few">${items}</ul>`;
  return key === "aliases" && values.length > FEW
    ? html`<details><summary>${values.length} ${reading.view.language === "vi" ? "tên" : "names"}</summary>${list}</details>`
    : list;
}

/** More names than these are folded away below an item: they are for the bot. */
const FEW = 3;

/** What a part of an item is called, in this order of preference. */
const CALLED = ["names", "what", "title", "text", "note"];

/** One of several: what it is called, its id and line; then what else it holds. */
function part(value: unknown, path: Path, reading: Reading): Html {
  if (!isGroup(value)) return told("", value, path, reading);
  const { view } = reading;
  const called = CALLED.find((key) => isBoth(value[key]));
  const name = called === undefined ? undefined : value[called];
  const head = isBoth(name) ? html`<b>${bothOf(name, view)}</b>` : NOTHING;
  const id = typeof value.id === "string" ? idOf(value.id, view) : NOTHING;
  return html`<p class="head">${head} ${id}${lineMark(path, reading)}</p>
    ${rest(value, ["id", ...(called === undefined ? [] : [called])], path, reading)}`;
}

function idOf(id: string, { catalogue, language }: View): Html {
  const item = catalogue.find(id);
  return item === undefined ? html`<code>${id}</code>` : itemLink(item, language);
}

function groupOf(key: string, group: Group, path: Path, reading: Reading): Html {
  const { view } = reading;
  const { language } = view;
  if (isBoth(group)) return bothOf(group, view);
  if (isBoth(group.unknown))
    return html`<em>${language === "vi" ? "Nguồn không nêu" : "The source does not say"}:</em> ${bothOf(group.unknown, view)}${rest(group, ["unknown"], path, reading)}`;
  if (isCitation(key, group)) return citationLink(group, view);
  if (isPeriod(group)) return html`${periodLabel(group, language)}${rest(group, ["from", "to"], path, reading)}`;
  if (isAmount(group)) {
    const value = amount(group.value, group.unit, group.qualifier, language);
    return groupList({ ...group, value }, ["unit", "qualifier"], path, reading);
  }
  return groupList(group, [], path, reading);
}

const rest = (group: Group, shown: readonly string[], path: Path, reading: Reading): Html =>
  Object.keys(group).some((key) => !shown.includes(key) && !isEmpty(group[key]))
    ? groupList(group, shown, path, reading)
    : NOTHING;

/** Both languages, the reader's first. */
export function bothOf(text: Both, { language }: Pick<View, "language">): Html {
  const other = language === "vi" ? "en" : "vi";
  if (text.vi === text.en) return html`${text.vi}`;
  return html`${text[language]} <span class="other" lang="${other}">${text[other]}</span>`;
}

/** Where it is written, as a link to what is known of that source. */
export function citationLink(citation: Citation, { snapshot, catalogue, language }: View, short?: string): Html {
  const label = short ?? citationLabel(snapshot.knowledge, citation, language);
  const item = catalogue.get("sources", citation.id);
  return item === undefined ? html`${label}` : itemLink(item, language, label);
}

const isGroup = (value: unknown): value is Group =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

const isBoth = (value: unknown): value is Both =>
  isGroup(value) && typeof value.vi === "string" && typeof value.en === "string" && Object.keys(value).length === 2;

const isCitation = (key: string, group: Group): group is Group & Citation =>
  key === "source" && typeof group.id === "string";

const isPeriod = (group: Group): group is Group & { from: string; to: string } =>
  typeof group.from === "string" && typeof group.to === "string" && isDate(group.from) && isDate(group.to);

const isAmount = (group: Group): group is Group & { value: string; unit: Unit; qualifier: Qualifier } =>
  typeof group.value === "string" && isBoth(group.unit) && typeof group.qualifier === "string";
