import type { Choice, Invocation } from "./invocation.ts";
import type { Citation } from "./knowledge.ts";
import type { Language } from "./language.ts";
import { type Line, list, p, type Text } from "./text.ts";

/** What gets rendered. The headline is the direct answer, with its rows where it is a list; the body is detail. */
export interface Card {
  readonly headline: Text;
  readonly body: Text;
  readonly citations: readonly Citation[];
}

/**
 * answered: the knowledge base states it (also that a source is silent about it). unknown: not held; the headline says what
 * is not held. ambiguous: asked back; `choices` are the readings.
 */
export type Status = "answered" | "unknown" | "ambiguous";

/** What a command returns; the bot adds the language and how the question was understood. */
export interface Reply extends Card {
  readonly status: Status;
  readonly choices: readonly Choice[];
  /** Of a question in plain words that is not held: what it is about, phrase by phrase, apart from what it names. */
  readonly missed?: readonly string[] | undefined;
  /** The question's own language, where it differs from the one the command was given. */
  readonly language?: Language | undefined;
}

export interface Answer extends Reply {
  readonly language: Language;
  /** How the question was understood; absent where it was not. */
  readonly invocation?: Invocation | undefined;
}

type Detail = { readonly body?: Text; readonly citations?: readonly Citation[]; readonly choices?: readonly Choice[] };

const reply = (status: Status, headline: string | Line, rows: readonly (string | Line)[], detail: Detail): Reply => ({
  status,
  headline: rows.length === 0 ? [p(headline)] : [p(headline), list(rows)],
  body: detail.body ?? [],
  citations: detail.citations ?? [],
  choices: detail.choices ?? [],
});

/** The knowledge base says so. */
export const answered = (headline: string | Line, detail: Detail = {}): Reply =>
  reply("answered", headline, [], detail);

/** The answer is a list: the headline introduces the rows. */
export const answeredList = (headline: string | Line, rows: readonly (string | Line)[], detail: Detail = {}): Reply =>
  reply("answered", headline, rows, detail);

/** Not held; the headline says what is not, and the choices what is near. */
export const notHeld = (headline: string | Line, detail: Detail = {}): Reply => reply("unknown", headline, [], detail);

/** Asked back. */
export const askedBack = (headline: string | Line, choices: readonly Choice[]): Reply =>
  reply("ambiguous", headline, [], { choices });
