import type { Language } from "./language.ts";

/**
 * A command with its values: what every question is resolved to. Values are ids, period notations (core/period.ts),
 * choices or free text, by option name; several values of one option are joined by commas.
 */
export interface Invocation {
  readonly command: string;
  readonly values: Readonly<Record<string, string>>;
  readonly language: Language;
}

/** An invocation offered to the person, worded as a question that leads to it when asked. */
export interface Choice {
  readonly question: string;
  readonly invocation: Invocation;
}
