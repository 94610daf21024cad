import { html } from "hono/html";
import { comparisonText, figureValue } from "../../core/figure.ts";
import type { Citation, Figure } from "../../core/knowledge.ts";
import type { Both } from "../../core/language.ts";
import { nameOf } from "../../core/naming.ts";
import { periodLabel, writePeriod } from "../../core/period.ts";
import { type Html, NOTHING } from "../html.ts";
import { pageOf } from "../pager.ts";
import { asked, type Shown, type View } from "../view.ts";
import { countText } from "../when.ts";
import type { Item } from "./catalogue.ts";
import { KINDS } from "./kinds.ts";
import { itemLink, placeMark } from "./links.ts";
import { crumbs, searchForm } from "./list.ts";
import { citationLink } from "./value.ts";

interface Row {
  readonly item: Item;
  readonly figure: Figure;
}

const SHOWN = 100;

/** All figures by indicator, period and place; narrowed by what is chosen and typed. */
export async function figuresPage(view: View): Promise<Shown> {
  const { catalogue, language, snapshot } = view;
  const { figures } = snapshot.knowledge;
  const title = KINDS.figures[language];
  const byValue = new Map<object, Figure>(figures.map((figure) => [figure, figure]));
  const found = await catalogue.search(asked(view, "q"), catalogue.of("figures"));
  const rows = found
    .flatMap((item): Row[] => {
      const figure = byValue.get(item.value);
      return figure !== undefined && isWanted(figure, view) ? [{ item, figure }] : [];
    })
    .sort(inOrder);
  const page = pageOf(rows, SHOWN, view);
  const tables = Map.groupBy(page.rows, ({ figure }) => figure.indicator);
  return {
    title,
    main: html`${crumbs(view)}
      <h1>${title}</h1>
      ${searchForm("/knowledge/figures", SEARCH, view, choosers(figures, view))}
      <p role="status">${countText(rows.length, view)} ${COUNTED[language]}</p>
      ${[...tables].map(([indicator, some]) => table(indicator, some, view))}
      ${page.links}`,
  };
}

const SEARCH: Both = {
  vi: "Tìm trong số liệu, có dấu hay không dấu",
  en: "Search figures, with or without marks",
};
const COUNTED: Both = { vi: "số liệu", en: "figures" };

function isWanted({ indicator, place, period }: Figure, view: View): boolean {
  const held = { indicator, place, period: writePeriod(period) };
  return (Object.keys(held) as (keyof typeof held)[]).every((key) => ["", held[key]].includes(asked(view, key)));
}

/** Newest first within an indicator, places side by side. */
const inOrder = ({ figure: a }: Row, { figure: b }: Row): number =>
  compare(a.indicator, b.indicator) || compare(b.period.to, a.period.to) || compare(a.place, b.place);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function choosers(figures: readonly Figure[], view: View): Html {
  const { language, snapshot } = view;
  const named = (id: string): string => nameOf(snapshot.knowledge, id, language);
  const periods = new Map(figures.map(({ period }) => [writePeriod(period), periodLabel(period, language)]));
  return html`${chooser("indicator", HEADS.indicator, entriesOf(figures, "indicator", named), view)}
    ${chooser("place", HEADS.place, entriesOf(figures, "place", named), view)}
    ${chooser(
      "period",
      HEADS.period,
      [...periods].sort(([a], [b]) => compare(b, a)),
      view,
    )}`;
}

const entriesOf = (figures: readonly Figure[], key: "indicator" | "place", named: (id: string) => string) =>
  [...new Set(figures.map((figure) => figure[key]))].map((id): [string, string] => [id, named(id)]);

function chooser(name: string, label: Both, entries: readonly [string, string][], view: View): Html {
  const { language } = view;
  const chosen = asked(view, name);
  const option = ([value, text]: readonly [string, string]): Html =>
    html`<option value="${value}"${value === chosen ? html` selected` : NOTHING}>${text}</option>`;
  return html`<label>${label[language]}
    <select name="${name}"><option value="">${language === "vi" ? "tất cả" : "all"}</option>${entries.map(option)}</select>
  </label>`;
}

const HEADS = {
  indicator: { vi: "Chỉ số", en: "Indicator" },
  place: { vi: "Nơi", en: "Place" },
  period: { vi: "Kỳ", en: "Period" },
  value: { vi: "Giá trị", en: "Value" },
  comparisons: { vi: "So sánh", en: "Comparisons" },
  source: { vi: "Nguồn", en: "Source" },
  file: { vi: "Tệp", en: "File" },
} as const satisfies Readonly<Record<string, Both>>;

const COLUMNS = ["period", "place", "value", "comparisons", "source", "file"] as const;

function table(indicator: string, rows: readonly Row[], view: View): Html {
  const { language, catalogue, snapshot } = view;
  const item = catalogue.get("indicators", indicator);
  return html`<h2>${item === undefined ? nameOf(snapshot.knowledge, indicator, language) : itemLink(item, language)}</h2>
    <table class="figures" role="table">
      <thead role="rowgroup"><tr role="row">${COLUMNS.map((key) => html`<th scope="col" role="columnheader" class="${key}">${HEADS[key][language]}</th>`)}</tr></thead>
      <tbody role="rowgroup">${rows.map((row) => tableRow(row, view))}</tbody>
    </table>`;
}

/** The source by its own name: the title of each article would fill the table. */
function shortly({ id, paragraph }: Citation, { snapshot, language }: View): string {
  const name = nameOf(snapshot.knowledge, id, language);
  return paragraph === undefined ? name : `${name}, ${language === "vi" ? "đoạn" : "paragraph"} ${paragraph}`;
}

function tableRow({ item, figure }: Row, view: View): Html {
  const { language, snapshot } = view;
  const { knowledge } = snapshot;
  const scope = figure.scope === undefined ? "" : ` (${figure.scope[language]})`;
  const cells: Readonly<Record<(typeof COLUMNS)[number], Html>> = {
    period: html`${periodLabel(figure.period, language)}${scope}`,
    place: html`${nameOf(knowledge, figure.place, language)}`,
    value: itemLink(item, language, figureValue(knowledge, figure, language)),
    comparisons: html`${figure.comparisons.map((one) => comparisonText(one, language)).join("; ")}`,
    source: citationLink(figure.source, view, shortly(figure.source, view)),
    file: placeMark(item, view),
  };
  return html`<tr role="row">${COLUMNS.map((key) => html`<td role="cell" data-label="${HEADS[key][language]}">${cells[key]}</td>`)}</tr>`;
}
