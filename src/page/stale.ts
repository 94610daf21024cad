import { html } from "hono/html";
import type { Both } from "../core/language.ts";
import { dateLabel } from "../core/period.ts";
import type { Stale } from "../core/questions.ts";
import { reached } from "./away.ts";
import { type Html, NOTHING } from "./html.ts";
import type { View } from "./view.ts";

/** What its owner should have looked at again by now. */
export async function staleSection(view: View): Promise<Html> {
  const { desk, language } = view;
  if (desk.stale === undefined) return NOTHING;
  return reached(desk.stale(), view, (all) =>
    all.length === 0
      ? NOTHING
      : html`<section aria-labelledby="overdue">
        <h2 id="overdue">${HEADING[language]}</h2>
        <ul class="items">${all.map((one) => row(one, view))}</ul>
      </section>`,
  );
}

const HEADING: Both = { vi: "Quá hạn xem lại", en: "Due for another look" };

function row({ place, what, owner, verifyBy }: Stale, { language }: View): Html {
  const date = dateLabel(verifyBy, language);
  const due = language === "vi" ? `hạn ${date}` : `due by ${date}`;
  return html`<li>${what[language]} – ${due}${owner === undefined ? NOTHING : html`, ${owner}`} <code class="place">${place}</code></li>`;
}
