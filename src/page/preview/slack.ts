import { html } from "hono/html";
import { type Html, NOTHING, wide } from "../html.ts";
import { type Drawing, type Fields, fieldsOf, listOf, textOf, unknownPart } from "./json.ts";

/** How Slack shows a message's blocks: those that the bot sends. https://docs.slack.dev/reference/block-kit/blocks */
export const slackBlocks = (message: unknown, drawing: Drawing): Html =>
  html`${listOf(fieldsOf(message).blocks).map((block) => blockOf(block, drawing))}`;

function blockOf(json: unknown, drawing: Drawing): Html {
  const block = fieldsOf(json);
  const elements = listOf(block.elements);
  switch (block.type) {
    case "header":
      return html`<p class="s-header">${plainText(block.text)}</p>`;
    case "section":
      return html`<p class="s-text">${plainText(block.text)}</p>`;
    case "divider":
      return html`<hr>`;
    case "rich_text":
      return html`<div class="s-rich">${elements.map((one) => richOf(one, drawing))}</div>`;
    case "context":
      return html`<div class="s-context">${elements.map((one) => html`<p>${plainText(one)}</p>`)}</div>`;
    case "actions":
      return html`<div class="s-actions">${elements.map((one) => buttonOf(one, drawing))}</div>`;
    case "context_actions":
      return html`<div class="s-feedback">${elements.map(feedbackOf)}</div>`;
    case "table":
      return tableOf(block, drawing);
    default:
      return unknownPart(json);
  }
}

/** Text objects that Slack shows as they are; mrkdwn would need reading. */
function plainText(json: unknown): Html {
  const { type, text } = fieldsOf(json);
  return type === "plain_text" ? html`${textOf(text)}` : unknownPart(json);
}

function richOf(json: unknown, drawing: Drawing): Html {
  const { type, style, elements } = fieldsOf(json);
  const parts = listOf(elements);
  if (type === "rich_text_section") return html`<p>${parts.map((one) => inlineOf(one, drawing))}</p>`;
  if (type === "rich_text_preformatted")
    return html`<pre tabindex="0">${parts.map((one) => inlineOf(one, drawing))}</pre>`;
  if (type === "rich_text_list" && style === "bullet")
    return html`<ul>${parts.map((one) => html`<li>${listOf(fieldsOf(one).elements).map((part) => inlineOf(part, drawing))}</li>`)}</ul>`;
  return unknownPart(json);
}

function inlineOf(json: unknown, drawing: Drawing): Html {
  const { type, text, style, timestamp } = fieldsOf(json);
  if (type === "date" && typeof timestamp === "number") return html`<time>${drawing.moment(timestamp * 1000)}</time>`;
  if (type !== "text") return unknownPart(json);
  const { bold, italic, code } = fieldsOf(style);
  const shown = html`${textOf(text)}`;
  if (code === true) return html`<code>${shown}</code>`;
  if (bold === true) return html`<strong>${shown}</strong>`;
  return italic === true ? html`<em>${shown}</em>` : shown;
}

function buttonOf(json: unknown, { leadsTo }: Drawing): Html {
  const { type, text, value, style } = fieldsOf(json);
  if (type !== "button") return unknownPart(json);
  const look = style === undefined ? "s-button" : `s-button ${textOf(style)}`;
  const target = leadsTo(textOf(value));
  return target === undefined
    ? html`<span class="${look}">${plainText(text)}</span>`
    : html`<a class="${look}" href="${target}">${plainText(text)}</a>`;
}

function feedbackOf(json: unknown): Html {
  const { type, positive_button, negative_button } = fieldsOf(json);
  if (type !== "feedback_buttons") return unknownPart(json);
  const button = (sign: string, one: unknown): Html =>
    html`<span class="s-thumb"><span aria-hidden="true">${sign}</span> ${plainText(fieldsOf(one).text)}</span>`;
  return html`${button("👍", positive_button)}${button("👎", negative_button)}`;
}

function tableOf({ rows }: Fields, { language }: Drawing): Html {
  const [head, ...body] = listOf(rows).map(listOf);
  if (head === undefined) return NOTHING;
  const cell = (json: unknown): Html => {
    const { type, text } = fieldsOf(json);
    return type === "raw_text" ? html`${textOf(text)}` : unknownPart(json);
  };
  const table = html`<table class="s-table">
    <thead><tr>${head.map((one) => html`<th scope="col">${cell(one)}</th>`)}</tr></thead>
    <tbody>${body.map((row) => html`<tr>${row.map((one) => html`<td>${cell(one)}</td>`)}</tr>`)}</tbody>
  </table>`;
  return wide(table, language);
}
