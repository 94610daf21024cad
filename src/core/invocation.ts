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

/** Command and values as text that is the same whatever the order of the values; the language is not in it. */
export const writeInvocation = ({ command, values }: Invocation): string =>
  JSON.stringify([
    command,
    Object.entries(values)
      .filter(([, value]) => value !== "")
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);

/** What writeInvocation wrote. */
export function readInvocation(text: string, language: Language): Invocation {
  const [command, values] = JSON.parse(text) as [string, [string, string][]];
  return { command, values: Object.fromEntries(values), language };
}
