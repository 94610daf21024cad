import { html } from "hono/html";
import type { Answer, Status } from "../core/answer.ts";
import { LABELS } from "../core/labels.ts";
import type { Both } from "../core/language.ts";
import { understoodAs } from "../core/understood.ts";
import { textHtml } from "./answer-text.ts";
import { choiceAddress } from "./asking.ts";
import { behind } from "./behind.ts";
import { type Html, NOTHING } from "./html.ts";
import { itemLink, placeMark } from "./knowledge/links.ts";
import { citationLink } from "./knowledge/value.ts";
import type { View } from "./view.ts";

/** An answer as plain text, how it was understood, what else to ask, and where it is written. */
export async function answerSection(answer: Answer, view: View): Promise<Html> {
  const { language, snapshot } = view;
  const understood = answer.invocation && understoodAs(answer.invocation, snapshot.bot.commands, snapshot.knowledge);
  return html`<section id="answer" class="answer ${answer.status}" tabindex="-1" aria-labelledby="answer-heading" aria-live="polite">
    <h2 id="answer-heading"><span class="status">${STATUS[answer.status][language]}</span></h2>
    <div class="text"${answer.language === language ? NOTHING : html` lang="${answer.language}"`}>
      <div class="headline">${textHtml(answer.headline, language)}</div>
      ${textHtml(answer.body, language)}
    </div>
    ${choices(answer, view)}
    <dl class="holds">
      ${understood === undefined ? NOTHING : html`<div><dt>${LABELS.understood[language]}</dt><dd>${understood}</dd></div>`}
      ${sources(answer, view)}
      ${await written(answer, view)}
    </dl>
  </section>`;
}

const STATUS: Readonly<Record<Status, Both>> = {
  answered: { vi: "Trả lời", en: "Answer" },
  unknown: { vi: "Không có trong kho tri thức", en: "Not held" },
  ambiguous: { vi: "Hỏi lại", en: "Asked back" },
};

const choices = ({ choices }: Answer, view: View): Html =>
  choices.length === 0
    ? NOTHING
    : html`<h3>${CHOICES[view.language]}</h3>
      <ul class="questions">${choices.map((one) => html`<li><a href="${choiceAddress(one, view)}">${one.question}</a></li>`)}</ul>`;

const CHOICES: Both = { vi: "Hỏi tiếp", en: "Ask one of these" };

function sources({ citations }: Answer, view: View): Html {
  const { language, catalogue } = view;
  if (citations.length === 0) return NOTHING;
  const distinct = [...new Map(citations.map((one) => [`${one.id} ${one.paragraph}`, one])).values()];
  const row = (citation: (typeof distinct)[number]): Html => {
    const source = catalogue.get("sources", citation.id);
    return html`<li>${citationLink(citation, view)} ${source === undefined ? NOTHING : placeMark(source, view)}</li>`;
  };
  return html`<div><dt>${LABELS.source[language]}</dt><dd><ul>${distinct.map(row)}</ul></dd></div>`;
}

async function written(answer: Answer, view: View): Promise<Html> {
  const { language } = view;
  const all = await behind(answer, view);
  if (all.length === 0) return NOTHING;
  return html`<div><dt>${WRITTEN[language]}</dt><dd><ul>${all.map(
    ({ item, line }) => html`<li>${itemLink(item, language)} ${placeMark(item, view, line)}</li>`,
  )}</ul></dd></div>`;
}

const WRITTEN: Both = { vi: "Ghi trong tệp", en: "Written in" };
