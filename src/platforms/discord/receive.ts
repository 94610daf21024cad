import type { ChatInputCommandInteraction, Message } from "discord.js";
import type { Request } from "../../core/bot.ts";
import type { Invocation } from "../../core/invocation.ts";
import type { Language } from "../../core/language.ts";

/** What is known about where a question was asked. */
export interface Place {
  readonly language?: Language | undefined;
  readonly previous?: Invocation | undefined;
  /** The person's id. */
  readonly who?: string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The person's language in Discord's settings: Vietnamese, or English for everybody else. */
export const languageOf = (locale: string): Language => (locale.startsWith("vi") ? "vi" : "en");

/** A slash command with what was filled in; option names arrive as they were registered. */
export function commandRequest(
  interaction: Pick<ChatInputCommandInteraction, "commandName" | "options">,
  place: Place,
): Request {
  const given = interaction.options.data.map(({ name, value }) => [name, String(value ?? "")] as const);
  return { command: interaction.commandName, input: Object.fromEntries(given), ...place };
}

/** A message in plain words, or a command typed out ("/fields …") as it cannot be used in a thread. */
export function textRequest(text: string, place: Place): Request {
  if (text === "") return { command: "help", input: "", ...place };
  const slash = /^\/(\S+)\s*([\s\S]*)$/.exec(text);
  if (slash === null) return { command: "ask", input: text, ...place };
  const [, command = "", input = ""] = slash;
  return { command: command.normalize("NFC"), input, ...place };
}

/** What was said to the bot, without its name; undefined for what is not meant for it. */
export function saidToBot(message: Message, bot: string): string | undefined {
  if (message.author.bot || message.system || message.webhookId !== null) return undefined;
  const mentioned = message.mentions.users.has(bot);
  if (message.guildId !== null && !mentioned) return undefined;
  return message.content.replaceAll(new RegExp(`<@!?${bot}>`, "g"), " ").trim();
}
