import type { Request } from "../../core/bot.ts";
import type { Choice, Invocation } from "../../core/invocation.ts";
import type { Language } from "../../core/language.ts";

/** What a line is read against. */
export interface Place {
  /** What was offered with the last answer, from 1. */
  readonly choices: readonly Choice[];
  readonly previous?: Invocation | undefined;
  /** What the terminal speaks; a question's own language comes first. */
  readonly language: Language;
  /** The language that was asked for with --lang: then every answer is in it. */
  readonly forced?: Language | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

export type Received =
  | { readonly kind: "nothing" }
  | { readonly kind: "request"; readonly request: Request }
  | { readonly kind: "choice"; readonly choice: Choice }
  | { readonly kind: "no such choice"; readonly typed: number };

/** "/command arguments", the number of a choice offered before, or a question in plain words. */
export function receive(line: string, place: Place): Received {
  const text = line.normalize("NFC").trim();
  if (text === "") return { kind: "nothing" };
  const number = /^\d{1,2}$/.test(text) && place.choices.length > 0 ? Number(text) : undefined;
  if (number !== undefined) {
    const choice = place.choices[number - 1];
    return choice === undefined ? { kind: "no such choice", typed: number } : { kind: "choice", choice };
  }
  return { kind: "request", request: requestOf(text, place) };
}

/** The request that a text makes; an empty question too. */
export function requestOf(text: string, { previous, language, forced, now }: Omit<Place, "choices">): Request {
  const slash = /^\/(\S*)\s*([\s\S]*)$/.exec(text);
  if (slash === null) {
    const input = forced === undefined ? text : { question: text, language: forced };
    return { command: "ask", input, language: forced ?? language, previous, now };
  }
  const [, command = "", input = ""] = slash;
  return { command: command === "" ? "help" : command, input, language: forced ?? language, previous, now };
}
