import { html } from "hono/html";
import type { Language } from "../core/language.ts";
import { type Block, codeBlockOf, type Inline, type Line, type Text } from "../core/text.ts";
import { type Html, NOTHING, wide } from "./html.ts";

/** What the bot says, as headings, lists and tables that a screen reader knows. The words are those of the plain text. */
export const textHtml = (text: Text, language: Language): Html =>
  html`${text.map((block) => blockHtml(block, language))}`;

function blockHtml(block: Block, language: Language): Html {
  switch (block.kind) {
    case "paragraph":
      return paragraphHtml(block.line);
    case "list":
      return html`<ul>${block.items.map((item) => html`<li>${lineHtml(item)}</li>`)}</ul>`;
    case "table":
      return wide(
        html`<table>
        <thead><tr>${block.columns.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
        <tbody>${block.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
      </table>`,
        language,
      );
  }
}

function paragraphHtml(line: Line): Html {
  const copied = codeBlockOf(line);
  return copied === undefined ? html`<p>${lineHtml(line)}</p>` : html`<pre tabindex="0"><code>${copied}</code></pre>`;
}

export const lineHtml = (line: Line): Html => html`${line.map(inlineHtml)}`;

function inlineHtml(part: Inline): Html {
  switch (part.kind) {
    case "text":
      return html`${part.text}`;
    case "strong":
      return html`<strong>${part.text}</strong>`;
    case "emphasis":
      return html`<em>${part.text}</em>`;
    case "code":
      return html`<code>${part.text}</code>`;
    case "link":
      return html`<a href="${part.text}" rel="noopener noreferrer">${part.text}</a>`;
    // The wall-clock time at the review stands beside it.
    case "moment":
      return NOTHING;
  }
}
