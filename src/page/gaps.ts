import { html } from "hono/html";
import { LABELS } from "../core/labels.ts";
import { type Both, capital } from "../core/language.ts";
import type { Feedback, Gap, Patch } from "../core/questions.ts";
import { understoodAs } from "../core/understood.ts";
import { choiceAddress } from "./asking.ts";
import { reached } from "./away.ts";
import { type Html, NOTHING } from "./html.ts";
import type { Shown, View } from "./view.ts";
import { agoText, countText } from "./when.ts";

/** How many clusters and answers are looked at. */
export const MOST = 50;
const MOST_WORDINGS = 8;

/** What people asked in vain, with what would mend it, and what they thought of the answers. */
export async function gapsPage(view: View): Promise<Shown> {
  const { desk, language } = view;
  const { questions } = desk;
  const main =
    questions === undefined
      ? html`<p>${NOT_KEPT[language]}</p>`
      : html`${await reached(questions.gaps(MOST), view, (gaps) => gapList(gaps, view))}
        ${await reached(questions.feedback(MOST), view, (all) => feedbackList(all, view))}`;
  return { title: TITLE[language], main: html`<h1>${TITLE[language]}</h1>${main}` };
}

const TITLE: Both = { vi: "Chưa trả lời được", en: "What could not be answered" };
const NOT_KEPT: Both = {
  vi: "Chưa ghi câu hỏi nào: bot chưa chạy trên Slack hay Discord.",
  en: "No questions are kept: the bot is not running on Slack or Discord.",
};

function gapList(gaps: readonly Gap[], view: View): Html {
  const { language } = view;
  if (gaps.length === 0) return html`<p>${NONE[language]}</p>`;
  return html`<ul class="gaps">${gaps.map((gap) => gapItem(gap, view))}</ul>`;
}

const NONE: Both = {
  vi: "Chưa có câu hỏi nào bị bỏ lỡ.",
  en: "No question has gone unanswered.",
};

function gapItem(gap: Gap, view: View): Html {
  const { language } = view;
  const vi = language === "vi";
  const [first, ...others] = gap.questions.slice(0, MOST_WORDINGS);
  const left = gap.questions.length - MOST_WORDINGS;
  const asked = vi
    ? `${countText(gap.count, view)} lần, ${countText(gap.people, view)} người, ${agoText(gap.last, view)}`
    : `asked ${times(gap.count)} by ${gap.people} ${gap.people === 1 ? "person" : "people"}, last ${agoText(gap.last, view)}`;
  return html`<li class="gap">
    <h2 lang="${gap.language}">${first?.question ?? gap.id}</h2>
    <p><span class="badge">${BECAUSE[gap.because][language]}</span> ${asked}${gap.platforms.length === 0 ? NOTHING : html` (${gap.platforms.map(capital).join(", ")})`}</p>
    ${others.length === 0 ? NOTHING : html`<ul class="wordings" lang="${gap.language}">${others.map(({ question, count }) => html`<li>${question} <small>× ${count}</small></li>`)}${left > 0 ? html`<li>…</li>` : NOTHING}</ul>`}
    ${gap.nearest.length === 0 ? NOTHING : html`<h3>${NEAREST[language]}</h3><ul class="questions">${gap.nearest.map((one) => html`<li><a href="${choiceAddress(one, view)}">${one.question}</a></li>`)}</ul>`}
    ${gap.patches.map((patch, at) => patchItem(gap, patch, at, view))}
  </li>`;
}

const times = (count: number): string => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);

const BECAUSE: Readonly<Record<Gap["because"], Both>> = {
  unknown: { vi: "không có trong kho", en: "not held" },
  ambiguous: { vi: "phải hỏi lại", en: "asked back" },
  rated: { vi: "câu trả lời bị đánh giá chưa đúng", en: "the answer was rated not right" },
};
const NEAREST: Both = { vi: "Gần nhất trong kho", en: "Nearest that is held" };

/** Where a patch can be downloaded: its gap, and its number there. */
export const patchAddress = (gap: Pick<Gap, "id">, at: number): string =>
  `/gaps/${encodeURIComponent(gap.id)}/${at}.yaml`;

function patchItem(gap: Gap, { kind, file, yaml, why }: Patch, at: number, { language }: View): Html {
  const id = `patch-${gap.id}-${at}`;
  const vi = language === "vi";
  return html`<section class="patch" aria-labelledby="${id}-title">
    <h3 id="${id}-title">${PATCH[kind][language]}</h3>
    <p>${why[language]}</p>
    <p><code class="place">${file}</code></p>
    <pre id="${id}" tabindex="0">${yaml}</pre>
    <p class="doing">
      <a href="${patchAddress(gap, at)}" download>${vi ? "Tải về (.yaml)" : "Download (.yaml)"}</a>
      <button type="button" hidden data-copies="${id}" data-copied="${vi ? "Đã chép" : "Copied"}">${vi ? "Chép" : "Copy"}</button>
    </p>
  </section>`;
}

const PATCH: Readonly<Record<Patch["kind"], Both>> = {
  alias: { vi: "Đề xuất: thêm tên gọi", en: "Proposal: another name" },
  fact: { vi: "Đề xuất: thêm điều còn thiếu", en: "Proposal: what is missing" },
  question: { vi: "Đề xuất: thêm câu hỏi mẫu", en: "Proposal: a golden question" },
};

function feedbackList(all: readonly Feedback[], view: View): Html {
  const { language } = view;
  return html`<section aria-labelledby="feedback">
    <h2 id="feedback">${FEEDBACK[language]}</h2>
    ${all.length === 0 ? html`<p>${NO_FEEDBACK[language]}</p>` : html`<ul class="items feedback">${all.map((one) => feedbackItem(one, view))}</ul>`}
  </section>`;
}

const FEEDBACK: Both = { vi: "Góp ý về câu trả lời", en: "Feedback on answers" };
const NO_FEEDBACK: Both = { vi: "Chưa có góp ý nào.", en: "There is no feedback yet." };

function feedbackItem({ question, invocation, up, down, reasons, owner, last }: Feedback, view: View): Html {
  const { language, snapshot } = view;
  const vi = language === "vi";
  const understood = understoodAs(invocation, snapshot.bot.commands, snapshot.knowledge);
  const score = vi ? `${up} lượt hữu ích, ${down} lượt chưa đúng` : `${up} helpful, ${down} not right`;
  return html`<li>
    <p><a href="${choiceAddress({ question, invocation }, view)}">${question}</a></p>
    <p class="detail"><b>${score}</b>, ${agoText(last, view)}${owner === undefined ? NOTHING : html` · ${vi ? "phụ trách" : "owner"}: ${owner}`}</p>
    ${understood === undefined ? NOTHING : html`<p class="detail">${LABELS.understood[language]}: ${understood}</p>`}
    ${reasons.length === 0 ? NOTHING : html`<ul class="wordings">${reasons.map((reason) => html`<li>“${reason}”</li>`)}</ul>`}
  </li>`;
}
