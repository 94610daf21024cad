import { html } from "hono/html";
import type { AnnouncementKind } from "../core/announced.ts";
import type { Both } from "../core/language.ts";
import { plain } from "../core/text.ts";
import { reached } from "./away.ts";
import type { Coming } from "./desk.ts";
import { type Html, NOTHING } from "./html.ts";
import { announcementPreview, CHAT_NAMES } from "./preview/previews.ts";
import type { View } from "./view.ts";
import { momentText } from "./when.ts";

const SHOWN = 20;

/** What will be announced next: when, where, and how it reads there. */
export async function announcementsSection(view: View): Promise<Html> {
  const { desk, language } = view;
  if (desk.coming === undefined) return NOTHING;
  const told = await reached(desk.coming(), view, async (all) => {
    if (all.length === 0) return html`<p>${NONE[language]}</p>`;
    const entries = await Promise.all(all.slice(0, SHOWN).map((one) => entry(one, view)));
    const left = all.length - SHOWN;
    const more = language === "vi" ? `… và ${left} thông báo nữa.` : `… and ${left} more.`;
    return html`<ul class="meetings">${entries}</ul>${left > 0 ? html`<p>${more}</p>` : NOTHING}`;
  });
  return html`<section aria-labelledby="announcements"><h2 id="announcements">${HEADING[language]}</h2>${told}</section>`;
}

const HEADING: Both = { vi: "Thông báo sắp đăng", en: "Next announcements" };
const NONE: Both = {
  vi: "Không có thông báo nào sắp đăng: chưa lịch sơ kết nào ghi kênh nhận (announce: to), chưa kênh nào đăng ký, hoặc chưa đến kỳ.",
  en: "Nothing will be announced: no review names a channel (announce: to), no channel is subscribed, or nothing is due.",
};

async function entry({ planned, answer }: Coming, view: View): Promise<Html> {
  const { language } = view;
  const { subject, destination, dueAt } = planned;
  const [first = ""] = plain(answer.headline).split("\n");
  return html`<li>
    <p class="date"><time datetime="${new Date(dueAt).toISOString()}">${momentText(dueAt, view)}</time> <span class="until">${KINDS[subject.kind][language]}</span></p>
    <p lang="${destination.language}">${first}</p>
    <p class="detail">${CHAT_NAMES[destination.chat]} <code class="place">${destination.id}</code></p>
    ${subject.kind === "event" ? NOTHING : html`<details><summary>${READS[language]}</summary>${await announcementPreview(destination.chat, answer, view)}</details>`}
  </li>`;
}

const READS: Both = { vi: "Xem như sẽ đăng", en: "As it will be posted" };
const KINDS: Readonly<Record<AnnouncementKind, Both>> = {
  upcoming: { vi: "nhắc trước", en: "reminder" },
  confirmed: { vi: "đã chốt lịch", en: "confirmed" },
  moved: { vi: "dời lịch", en: "moved" },
  cancelled: { vi: "hủy", en: "cancelled" },
  updated: { vi: "cập nhật", en: "updated" },
  overdue: { vi: "quá hạn", en: "overdue" },
  gone: { vi: "mất khỏi tệp", en: "gone from the files" },
  trouble: { vi: "cần xử lý", en: "needs attention" },
  event: { vi: "sự kiện Discord", en: "Discord event" },
  edit: { vi: "sửa bài đã đăng", en: "edits an earlier post" },
};
