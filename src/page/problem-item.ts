import { html } from "hono/html";
import type { Both, Language } from "../core/language.ts";
import type { Problem } from "../core/problem.ts";
import { type Html, NOTHING } from "./html.ts";

/** Golden questions that fail are problems too; they are told with the others of their kind. */
export const GOLDEN = "golden-question";

/** What is wrong, what to write instead, and the lines around it. */
export function problemItem({ file, line, column, severity, message, hint, frame }: Problem, language: Language): Html {
  return html`<li class="problem ${severity}">
    <p><span class="badge">${SEVERITY[severity][language]}</span> <code class="place">${file}:${line}:${column}</code></p>
    <p>${message[language]}</p>
    ${hint === undefined ? NOTHING : html`<p class="hint"><span aria-hidden="true">→</span> ${hint[language]}</p>`}
    ${frame === "" ? NOTHING : html`<pre class="frame" tabindex="0">${frame}</pre>`}
  </li>`;
}

const SEVERITY: Readonly<Record<Problem["severity"], Both>> = {
  error: { vi: "lỗi", en: "error" },
  warning: { vi: "cảnh báo", en: "warning" },
};
