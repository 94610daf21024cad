import { html } from "hono/html";
import type { KnowledgeStatus } from "../core/living.ts";
import { type Html, NOTHING } from "./html.ts";
import type { View } from "./view.ts";
import { agoText, momentText } from "./when.ts";

/** Stands on every page while the files are broken: since when, and how many errors. Empty, it waits for the script. */
export const staleBanner = (view: View): Html =>
  html`<div id="banner" role="status" data-live>${
    view.status.staleSince === undefined ? NOTHING : banner(view.status.staleSince, view)
  }</div>`;

function banner(since: number, view: View): Html {
  const { status, language } = view;
  const vi = language === "vi";
  const errors = errorsIn(status).length;
  const when = `${momentText(since, view)} (${agoText(since, view)})`;
  const last = status.fromSnapshot
    ? vi
      ? "Bot đang trả lời từ bản lưu tốt gần nhất, vì lúc khởi động các tệp đã lỗi."
      : "The bot answers from the last good snapshot, since the files were broken when it started."
    : vi
      ? "Bot vẫn trả lời từ tri thức trước lúc đó."
      : "The bot still answers from the knowledge before that.";
  const title = vi ? `Tệp tri thức đang lỗi từ ${when}.` : `The knowledge files have been broken since ${when}.`;
  const link = vi ? `Xem ${errors} lỗi` : `See ${errors === 1 ? "the error" : `all ${errors} errors`}`;
  return html`<div class="banner"><p><strong>${title}</strong> ${last} <a href="/problems">${link}</a></p></div>`;
}

export const errorsIn = ({ problems }: KnowledgeStatus) => problems.filter(({ severity }) => severity === "error");
