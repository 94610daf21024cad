import { html } from "hono/html";
import type { Answer } from "../../core/answer.ts";
import type { Chat } from "../../core/destination.ts";
import { readCode } from "../../core/invocation-code.ts";
import type { Both } from "../../core/language.ts";
import { address, type Html, NOTHING } from "../html.ts";
import type { View } from "../view.ts";
import { discordMessage } from "./discord.ts";
import { type Drawing, fieldsOf, textOf } from "./json.ts";
import { slackBlocks } from "./slack.ts";

/** The answer as both chats would show it, drawn from the JSON that they would be sent. */
export async function previews(answer: Answer, page: number, view: View): Promise<Html> {
  const { desk, snapshot, language } = view;
  const [slack, discord] = await Promise.all([
    desk.slack.answer(answer, snapshot, page),
    desk.discord.answer(answer, snapshot, page),
  ]);
  const drawing = drawingOf(answer, page, view);
  return html`<section class="previews" aria-labelledby="previews">
    <h2 id="previews">${HEADING[language]}</h2>
    <div class="side-by-side">
      ${figure("slack", slack, drawing, view)}
      ${figure("discord", discord, drawing, view)}
    </div>
  </section>`;
}

const HEADING: Both = { vi: "Trong Slack và trong Discord", en: "In Slack and in Discord" };

/** An announcement as the chat that it goes to would show it. */
export async function announcementPreview(chat: Chat, answer: Answer, view: View): Promise<Html> {
  const json = await view.desk[chat].announcement(answer, view.snapshot);
  return figure(chat, json, drawingOf(answer, 1, view), view);
}

export const CHAT_NAMES: Readonly<Record<Chat, string>> = { slack: "Slack", discord: "Discord" };

function figure(chat: Chat, json: unknown, drawing: Drawing, { language }: View): Html {
  const body = chat === "slack" ? slackBlocks(json, drawing) : discordMessage(json, drawing);
  const notified = chat === "slack" ? textOf(fieldsOf(json).text) : "";
  return html`<figure class="preview ${chat}">
    <figcaption>${CHAT_NAMES[chat]}</figcaption>
    <div class="message">
      <span class="avatar" aria-hidden="true">LT</span>
      <div class="said">
        <p class="who"><b>Liên Thành</b> <span class="app">APP</span></p>
        ${body}
      </div>
    </div>
    ${notified === "" ? NOTHING : html`<details><summary>${NOTIFIED[language]}</summary><p class="notified">${notified}</p></details>`}
    <details><summary>${JSON_SENT[language]}</summary><pre tabindex="0">${JSON.stringify(json, null, 2)}</pre></details>
  </figure>`;
}

const NOTIFIED: Both = { vi: "Lời báo và trình đọc màn hình", en: "Notification and screen readers" };
const JSON_SENT: Both = { vi: "JSON được gửi", en: "The JSON that is sent" };

function drawingOf({ invocation, language }: Answer, page: number, { desk, snapshot }: View): Drawing {
  const { bot, knowledge } = snapshot;
  return {
    language,
    moment: (at) =>
      new Intl.DateTimeFormat(language === "vi" ? "vi-VN" : "en-GB", {
        timeZone: desk.timeZone,
        dateStyle: "full",
        timeStyle: "short",
      }).format(at),
    leadsTo(code) {
      const read = readCode(code, bot.commands, knowledge);
      if (read === undefined) return undefined;
      const isShown = read.page === page && JSON.stringify(read.invocation) === JSON.stringify(invocation);
      return isShown ? undefined : `${address("/", { code })}#answer`;
    },
  };
}
