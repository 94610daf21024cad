import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Command, Option } from "../../core/command.ts";
import type { Both } from "../../core/language.ts";
import { TEXTS } from "./texts.ts";

type Definition = RESTPostAPIApplicationCommandsJSONBody;
type OptionDefinition = NonNullable<Extract<Definition, { description: string }>["options"]>[number];

const nfc = (text: string): string => text.normalize("NFC");

const localised = ({ vi, en }: Both) => ({
  description: nfc(en),
  description_localizations: { vi: nfc(vi) },
});

/** Everywhere: in servers, in messages to the bot, between people; installed by a server or by a person. */
const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** What is registered with Discord: every command, and "ask about this" on messages. A server's own list takes no contexts. */
export function definitionsOf(commands: readonly Command[], scope: "everywhere" | "server"): Definition[] {
  const where = scope === "everywhere" ? EVERYWHERE : {};
  const about = TEXTS.askAbout;
  return [
    ...commands.map((command) => ({ ...commandDefinition(command), ...where })),
    { type: ApplicationCommandType.Message, name: about.en, name_localizations: { vi: nfc(about.vi) }, ...where },
  ];
}

const commandDefinition = ({ name, names, description, options }: Command) => ({
  type: ApplicationCommandType.ChatInput as const,
  name,
  name_localizations: { vi: nfc(names.vi) },
  ...localised(description),
  options: Object.entries(options)
    .sort(([, a], [, b]) => Number(b.required === true) - Number(a.required === true))
    .map(([id, option]) => optionDefinition(id, option)),
});

function optionDefinition(id: string, option: Option): OptionDefinition {
  const base = {
    type: ApplicationCommandOptionType.String as const,
    name: id,
    name_localizations: { vi: nfc(option.names.vi) },
    ...localised(option.description),
    required: option.required === true,
  };
  switch (option.kind) {
    case "entity":
    case "period":
      return { ...base, autocomplete: true };
    case "choice":
      return { ...base, choices: choicesOf(option) };
    case "text":
      return { ...base, max_length: 1000 };
  }
}

const choicesOf = ({ choices }: Option) =>
  Object.entries(choices ?? {}).map(([value, { vi, en }]) => ({
    name: nfc(en),
    name_localizations: { vi: nfc(vi) },
    value,
  }));
