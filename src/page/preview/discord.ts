import { html } from "hono/html";
import { type Html, NOTHING } from "../html.ts";
import { type Drawing, type Fields, fieldsOf, listOf, textOf, unknownPart } from "./json.ts";
import { markdown } from "./markdown.ts";

/** https://docs.discord.com/developers/components/reference: the components that the bot sends. */
const CONTAINER = 17;
const TEXT_DISPLAY = 10;
const SEPARATOR = 14;
const ACTION_ROW = 1;
const BUTTON = 2;
const STRING_SELECT = 3;

/** How Discord shows a message: its components, or its content as markdown. */
export function discordMessage(message: unknown, drawing: Drawing): Html {
  const { content, components } = fieldsOf(message);
  const text = textOf(content);
  return html`${text === "" ? NOTHING : html`<div class="d-text">${markdown(text, drawing.moment)}</div>`}${listOf(components).map((one) => componentOf(one, drawing))}`;
}

function componentOf(json: unknown, drawing: Drawing): Html {
  const component = fieldsOf(json);
  const inside = (): Html => html`${listOf(component.components).map((one) => componentOf(one, drawing))}`;
  switch (component.type) {
    case CONTAINER:
      return html`<div class="d-container">${accent(component)}${inside()}</div>`;
    case TEXT_DISPLAY:
      return html`<div class="d-text">${markdown(textOf(component.content), drawing.moment)}</div>`;
    case SEPARATOR:
      return html`<hr>`;
    case ACTION_ROW:
      return html`<div class="d-row">${inside()}</div>`;
    case BUTTON:
      return buttonOf(component, drawing);
    case STRING_SELECT:
      return selectOf(component, drawing);
    default:
      return unknownPart(json);
  }
}

/** An attribute of SVG, since the page allows no styles but its own file. */
function accent({ accent_color }: Fields): Html {
  if (typeof accent_color !== "number") return NOTHING;
  const colour = `#${accent_color.toString(16).padStart(6, "0")}`;
  return html`<svg class="d-accent" aria-hidden="true" focusable="false"><rect width="100%" height="100%" fill="${colour}"/></svg>`;
}

const STYLES: Readonly<Record<number, string>> = { 1: "primary", 3: "success", 4: "danger" };

/** Discord's ids of buttons: a letter of what they do, then the code. */
const codeOf = (id: string): string => id.replace(/^[a-z]:/, "");

function buttonOf({ style, label, emoji, disabled, custom_id }: Fields, { leadsTo }: Drawing): Html {
  const look = `d-button ${STYLES[Number(style)] ?? "secondary"}${disabled === true ? " disabled" : ""}`;
  const { name } = fieldsOf(emoji);
  const sign = name === undefined ? NOTHING : html`<span aria-hidden="true">${textOf(name)}</span> `;
  const target = disabled === true ? undefined : leadsTo(codeOf(textOf(custom_id)));
  return target === undefined
    ? html`<span class="${look}">${sign}${textOf(label)}</span>`
    : html`<a class="${look}" href="${target}">${sign}${textOf(label)}</a>`;
}

function selectOf({ placeholder, options }: Fields, { leadsTo }: Drawing): Html {
  const option = (json: unknown): Html => {
    const { label, value } = fieldsOf(json);
    const target = leadsTo(textOf(value));
    return html`<li>${target === undefined ? textOf(label) : html`<a href="${target}">${textOf(label)}</a>`}</li>`;
  };
  return html`<details class="d-select"><summary>${textOf(placeholder)}</summary><ul>${listOf(options).map(option)}</ul></details>`;
}
