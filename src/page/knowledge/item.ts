import { html } from "hono/html";
import { comparisonText, figureValue } from "../../core/figure.ts";
import type { Both } from "../../core/language.ts";
import { choiceAddress } from "../asking.ts";
import { type Html, NOTHING } from "../html.ts";
import type { Shown, View } from "../view.ts";
import type { Item } from "./catalogue.ts";
import { placeMark } from "./links.ts";
import { crumbs } from "./list.ts";
import { questionsAbout } from "./questions-about.ts";
import { bothOf, groupList } from "./value.ts";

/** What is told above the rest of an item. */
const ABOVE = ["id", "names", "name", "aliases", "exact"];

/** One item: what it is called, what it holds, where it stands in the files, and what may be asked of it. */
export async function itemPage(view: View, item: Item): Promise<Shown> {
  const { desk, language, snapshot } = view;
  const lineBelow = await desk.linesOf?.(item.value, snapshot);
  const questions = questionsAbout(item, view);
  return {
    title: item.title[language],
    main: html`${crumbs(view, item.kind)}
      <h1>${item.title[language]}</h1>
      <p>${placeMark(item, view)} · <code>${item.id}</code></p>
      ${naming(item, view)}
      <h2>${HOLDS[language]}</h2>
      ${groupList(heldBy(item, view), ABOVE, [], { view, lineBelow })}
      ${
        questions.length === 0
          ? NOTHING
          : html`<h2>${ASKED[language]}</h2>
      <ul class="questions">${questions.map((one) => html`<li><a href="${choiceAddress(one, view)}">${one.question}</a></li>`)}</ul>`
      }`,
  };
}

/** Figures are told as answers tell them; the title of a statement stands above. */
function heldBy({ kind, value }: Item, { snapshot, language }: View): object {
  const figure = kind === "figures" ? snapshot.knowledge.figures.find((one) => one === value) : undefined;
  if (figure !== undefined)
    return {
      ...figure,
      value: figureValue(snapshot.knowledge, figure, language),
      comparisons: figure.comparisons.map((one) => comparisonText(one, language)),
    };
  return kind === "statements" ? { ...value, title: undefined } : value;
}

const HOLDS: Both = { vi: "Nội dung", en: "What it holds" };
const ASKED: Both = { vi: "Có thể hỏi", en: "What may be asked of it" };

function naming({ title, value }: Item, view: View): Html {
  const { language } = view;
  const vi = language === "vi";
  const { aliases = [], exact = [] } = value as { aliases?: readonly string[]; exact?: readonly string[] };
  const list = (label: string, names: readonly string[]): Html =>
    names.length === 0
      ? NOTHING
      : html`<div><dt>${label}</dt><dd><ul class="few">${names.map((name) => html`<li>${name}</li>`)}</ul></dd></div>`;
  return html`<dl class="holds">
    <div><dt>${vi ? "Tên" : "Name"}</dt><dd>${bothOf(title, view)}</dd></div>
    ${list(vi ? "Tên gọi khác" : "Aliases", aliases)}
    ${list(vi ? "Chỉ tính khi gõ đúng" : "Only when typed so", exact)}
  </dl>`;
}
