import { html } from "hono/html";
import type { Language } from "../../core/language.ts";
import type { Html } from "../html.ts";

/** JSON that was made for somebody else is read key by key: what is not there is empty. */
export type Fields = Readonly<Record<string, unknown>>;

export const fieldsOf = (json: unknown): Fields => (typeof json === "object" && json !== null ? (json as Fields) : {});
export const listOf = (json: unknown): readonly unknown[] => (Array.isArray(json) ? json : []);
export const textOf = (json: unknown): string => (typeof json === "string" ? json : "");

/** What no renderer here knows is shown as it is sent, never as nothing. */
export const unknownPart = (json: unknown): Html => html`<pre class="unknown">${JSON.stringify(json, null, 2)}</pre>`;

/** What a preview is drawn with. */
export interface Drawing {
  readonly language: Language;
  /** A moment (epoch milliseconds) as the reader's chat would write it. */
  readonly moment: (at: number) => string;
  /** Where a button leads by the code that it carries; undefined where pressing it changes nothing that is seen here. */
  readonly leadsTo: (code: string) => string | undefined;
}
