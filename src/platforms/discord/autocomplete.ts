import type { ApplicationCommandOptionChoiceData } from "discord.js";
import type { Bot } from "../../core/bot.ts";
import type { Suggestion } from "../../core/command.ts";
import type { Language } from "../../core/language.ts";
import { shortened } from "./shorten.ts";

const MOST = 25;
const LONGEST = 100;

export interface Typing {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
  readonly language: Language;
}

/** What fits while it is being typed. Where several values are taken, the last one is completed and the others stay. */
export function choicesFor(
  bot: Bot,
  { command, option, typed, language }: Typing,
): ApplicationCommandOptionChoiceData<string>[] {
  const many = bot.commands.find(({ name }) => name === command)?.options[option]?.many === true;
  const comma = many ? typed.lastIndexOf(",") : -1;
  const before = typed.slice(0, comma + 1).trim();
  const rest = typed.slice(comma + 1).trim();
  return bot
    .suggest(command, option, rest, language)
    .map((suggestion) => asChoice(suggestion, before))
    .filter(({ name, value }) => name !== "" && value !== "" && value.length <= LONGEST)
    .slice(0, MOST);
}

const asChoice = ({ label, value }: Suggestion, before: string): ApplicationCommandOptionChoiceData<string> => ({
  name: shortened(before === "" ? label : `${before} ${label}`, LONGEST),
  value: `${before}${value}`,
});
