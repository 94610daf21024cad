import { html } from "hono/html";
import { UserError } from "../core/errors.ts";
import type { Html } from "./html.ts";
import type { View } from "./view.ts";

/** Shows what comes from the durable state, or says that this is away: the rest of the page does without. */
export async function reached<T>(
  asked: Promise<T>,
  view: View,
  show: (value: T) => Html | Promise<Html>,
): Promise<Html> {
  let value: T;
  try {
    value = await asked;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return html`<p class="away" role="status">${inLanguage(error.message, view)}</p>`;
  }
  return show(value);
}

/** Where nobody's language is known, errors are said in both: "… · …". */
function inLanguage(message: string, { language }: View): string {
  const [vi = message, en, ...more] = message.split(" · ");
  return en === undefined || more.length > 0 ? message : { vi, en }[language];
}
