import type { Request } from "../../core/bot.ts";
import type { Invocation } from "../../core/invocation.ts";
import type { Language } from "../../core/language.ts";

/** What a question is read against. */
export interface Asking {
  /** The person's language where it is known. */
  readonly language: Language | undefined;
  readonly previous?: Invocation | undefined;
  /** The person's id. */
  readonly who?: string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A question in plain words; nothing said is a wish for help. */
export function questionOf(text: string, asking: Asking): Request {
  const input = plainWords(text);
  return input === "" ? { command: "help", input: {}, ...asking } : { command: "ask", input, ...asking };
}

/** A slash command with what was typed after it. */
export const commandOf = (command: string, text: string, asking: Asking): Request => ({
  command,
  input: plainWords(text),
  ...asking,
});

/**
 * What a person wrote, from Slack's notation: <@U1> and <#C1|name> are people and channels, <https://…|label> an address, and
 * &, < and > are escaped. The bot's own mention is no part of a question; others are left by name where Slack gives one.
 */
export const plainWords = (text: string): string =>
  !/[<>&\s]/.test(text)
    ? text
    : text
        .replace(/<([^<>\s|]*)(?:\|([^<>]*))?>/g, (_, inside: string, label?: string) => wordsOf(inside, label))
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&amp;", "&")
        .replace(/\s+/g, " ")
        .trim();

function wordsOf(inside: string, label: string | undefined): string {
  switch (inside.charAt(0)) {
    case "@":
      return label === undefined ? " " : ` ${label} `;
    case "#":
      return label === undefined ? " " : ` #${label} `;
    case "!":
      return " ";
    default:
      return label ?? inside;
  }
}

/** Slack's locale ("vi-VN", "en-US") as a language of ours: Vietnamese where it is Vietnamese, else English. */
export const languageOf = (locale: string | undefined): Language | undefined =>
  locale === undefined || locale === "" ? undefined : /^vi\b/i.test(locale) ? "vi" : "en";
