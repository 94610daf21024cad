import { html } from "hono/html";
import type { Both } from "../core/language.ts";
import type { Reloaded } from "../core/living.ts";
import type { Problem } from "../core/problem.ts";
import { errorsIn } from "./banner.ts";
import { goldenSection } from "./golden.ts";
import { type Html, NOTHING } from "./html.ts";
import { GOLDEN, problemItem } from "./problem-item.ts";
import { staleSection } from "./stale.ts";
import type { Shown, View } from "./view.ts";
import { countText, momentText } from "./when.ts";

/** More than anybody mends at a time. */
const SHOWN = 200;

/** What is wrong with the files now, which golden questions hold, and what the last reload changed. */
export async function problemsPage(view: View): Promise<Shown> {
  const { language, status } = view;
  const problems = status.problems.filter(({ code }) => code !== GOLDEN);
  return {
    title: TITLE[language],
    isLive: true,
    main: html`<h1>${TITLE[language]}</h1>
      <p class="summary">${summary(view)}</p>
      ${problems.length === 0 ? NOTHING : list(problems, view)}
      ${goldenSection(view)}
      ${await staleSection(view)}
      <section aria-labelledby="state">
        <h2 id="state">${STATE[language]}</h2>
        ${state(view)}
      </section>`,
  };
}

const TITLE: Both = { vi: "Vấn đề", en: "Problems" };
const STATE: Both = { vi: "Tri thức đang dùng", en: "The knowledge in use" };

function summary({ status, language }: View): string {
  const errors = errorsIn(status).length;
  const golden = status.problems.filter(({ code }) => code === GOLDEN).length;
  const warnings = status.problems.length - errors - status.problems.filter(isGoldenWarning).length;
  const vi = language === "vi";
  const parts = [
    ...(errors === 0 ? [] : [vi ? `${errors} lỗi` : `${errors} ${errors === 1 ? "error" : "errors"}`]),
    ...(warnings === 0 ? [] : [vi ? `${warnings} cảnh báo` : `${warnings} ${warnings === 1 ? "warning" : "warnings"}`]),
    ...(golden === 0
      ? []
      : [
          vi
            ? `${golden} câu hỏi mẫu không đạt`
            : `${golden} golden ${golden === 1 ? "question fails" : "questions fail"}`,
        ]),
  ];
  if (parts.length === 0) return vi ? "Không có vấn đề nào: các tệp đều đúng." : "No problems: all files are right.";
  return `${parts.join(", ")}.`;
}

const isGoldenWarning = ({ code, severity }: Problem): boolean => code === GOLDEN && severity === "warning";

function list(problems: readonly Problem[], { language }: View): Html {
  const files = Map.groupBy(problems.slice(0, SHOWN), ({ file }) => file);
  const left = problems.length - SHOWN;
  return html`${[...files].map(
    ([file, some]) =>
      html`<section class="file"><h2><code>${file}</code></h2><ul class="problems">${some.map((one) => problemItem(one, language))}</ul></section>`,
  )}
  ${left <= 0 ? NOTHING : html`<p>${language === "vi" ? `… và ${left} vấn đề khác: xem bằng npm run check.` : `… and ${left} more: see npm run check.`}</p>`}`;
}

function state(view: View): Html {
  const { status, language } = view;
  const vi = language === "vi";
  const row = (term: string, told: string | Html): Html => html`<div><dt>${term}</dt><dd>${told}</dd></div>`;
  const size = vi
    ? `${countText(status.files, view)} tệp, ${countText(status.facts, view)} dữ kiện`
    : `${countText(status.files, view)} files, ${countText(status.facts, view)} facts`;
  return html`<dl class="holds">
    ${row(vi ? "Dùng từ" : "In use since", momentText(status.since, view))}
    ${row(vi ? "Gồm" : "It holds", size)}
    ${status.last === undefined ? NOTHING : row(vi ? "Lần nạp gần nhất" : "Last reload", reload(status.last, view))}
  </dl>`;
}

function reload({ at, files, facts, ms }: Reloaded, view: View): Html {
  const vi = view.language === "vi";
  const told = (mark: string, label: string, names: readonly string[]): Html =>
    html`${names.slice(0, SHOWN).map((name) => html`<li><span class="sign" aria-hidden="true">${mark}</span> ${label} <code>${name}</code></li>`)}`;
  const counts = vi
    ? `dữ kiện: thêm ${facts.added}, đổi ${facts.changed}, bớt ${facts.removed}`
    : `facts: ${facts.added} added, ${facts.changed} changed, ${facts.removed} removed`;
  return html`${momentText(at, view)}; ${counts} (${Math.round(ms)} ms)
    <ul class="few">
      ${told("+", vi ? "thêm" : "added", files.added)}
      ${told("~", vi ? "sửa" : "changed", files.changed)}
      ${told("−", vi ? "xóa" : "removed", files.removed)}
    </ul>`;
}
