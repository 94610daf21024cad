import { html } from "hono/html";
import type { Occurrence } from "../core/calendar.ts";
import type { Both } from "../core/language.ts";
import { meetingDetails, untilText, whenText } from "../core/meeting.ts";
import { announcementsSection } from "./announcements.ts";
import { lineHtml } from "./answer-text.ts";
import { type Html, NOTHING } from "./html.ts";
import { itemAddress, placeMark } from "./knowledge/links.ts";
import type { Shown, View } from "./view.ts";

type Group = "upcoming" | "expected" | "overdue" | "held" | "cancelled";

/** In the order in which they matter. */
const GROUPS: Readonly<Record<Group, { readonly name: Both; readonly note?: Both }>> = {
  overdue: {
    name: { vi: "Quá hạn", en: "Overdue" },
    note: {
      vi: "Ngày đã qua mà tệp chưa ghi cuộc họp nào là đã họp: sửa “meetings” trong tệp lịch sơ kết.",
      en: "The day has passed and no meeting is recorded as held: see “meetings” in the review’s file.",
    },
  },
  upcoming: { name: { vi: "Sắp họp", en: "Upcoming" } },
  expected: {
    name: { vi: "Dự kiến", en: "Expected" },
    note: {
      vi: "Suy ra từ định kỳ, chưa được xác nhận.",
      en: "They follow from the cadence and are not confirmed.",
    },
  },
  held: { name: { vi: "Đã họp", en: "Held" } },
  cancelled: { name: { vi: "Đã hủy", en: "Cancelled" } },
};

/** When reviews take place, took place or should, and what will be announced of them. */
export async function calendarPage(view: View): Promise<Shown> {
  const { language, snapshot, now } = view;
  const { bot, knowledge } = snapshot;
  const all = [...knowledge.reviews.values()].flatMap((review) => bot.calendar.occurrences(review, now));
  const groups = Map.groupBy(all, groupOf);
  return {
    title: TITLE[language],
    main: html`<h1>${TITLE[language]}</h1>
      ${feedNote(view)}
      ${all.length === 0 ? html`<p>${NONE[language]}</p>` : NOTHING}
      ${(Object.keys(GROUPS) as Group[]).map((group) => section(group, groups.get(group) ?? [], view))}
      ${await announcementsSection(view)}`,
  };
}

const TITLE: Both = { vi: "Lịch sơ kết", en: "Review calendar" };
const NONE: Both = { vi: "Chưa có lịch sơ kết nào.", en: "There are no reviews yet." };

const groupOf = ({ state }: Occurrence): Group => (state === "confirmed" ? "upcoming" : state);

function feedNote({ desk, language }: View): Html {
  if (desk.calendar === undefined) return NOTHING;
  return html`<p>${
    language === "vi"
      ? html`<a href="/lien-thanh.ics" download>Tải lịch (.ics)</a>, hoặc cho phần mềm lịch trên máy này đăng ký địa chỉ <code>/calendar.ics</code> (từ máy khác: <code>/calendar/PAGE_TOKEN.ics</code>).`
      : html`<a href="/lien-thanh.ics" download>Download the calendar (.ics)</a>, or subscribe to <code>/calendar.ics</code> on this machine (from another: <code>/calendar/PAGE_TOKEN.ics</code>).`
  }</p>`;
}

function section(group: Group, some: readonly Occurrence[], view: View): Html {
  if (some.length === 0) return NOTHING;
  const { language } = view;
  const { name, note } = GROUPS[group];
  const isPast = group === "held" || group === "cancelled";
  const sorted = [...some].sort((a, b) => (isPast ? b.start - a.start : a.start - b.start));
  return html`<section aria-labelledby="${group}">
    <h2 id="${group}">${name[language]}</h2>
    ${note === undefined ? NOTHING : html`<p class="hint">${note[language]}</p>`}
    <ul class="meetings ${group}">${sorted.map((one) => meeting(one, group, view))}</ul>
  </section>`;
}

function meeting(occurrence: Occurrence, group: Group, view: View): Html {
  const { language, snapshot, catalogue, now } = view;
  const { review, date } = occurrence;
  const item = catalogue.get("reviews", review.id);
  const isAhead = group === "upcoming" || group === "expected";
  const today = snapshot.bot.calendar.today(review, now);
  return html`<li>
    <p class="date"><time datetime="${date}">${whenText(occurrence, language)}</time>${isAhead ? html` <span class="until">${untilText(today, date, language)}</span>` : NOTHING}</p>
    <p>${item === undefined ? review.names[language] : html`<a href="${itemAddress(item)}">${review.names[language]}</a> ${placeMark(item, view)}`}</p>
    ${meetingDetails(occurrence, snapshot.knowledge, language).map((line) => html`<p class="detail">${lineHtml(line)}</p>`)}
  </li>`;
}
