import type { AutocompleteInteraction, Interaction, MessageContextMenuCommandInteraction } from "discord.js";
import { answerCommand, answerForm } from "./asked.ts";
import { choicesFor } from "./autocomplete.ts";
import { readId } from "./custom-id.ts";
import { questionForm } from "./modals.ts";
import { press, takeReason } from "./pressed.ts";
import { languageOf } from "./receive.ts";
import type { Talk } from "./talk.ts";

/** Whatever a person did with a command, a button, a menu or a form. */
export async function answerInteraction(talk: Talk, interaction: Interaction): Promise<void> {
  if (interaction.isChatInputCommand()) return answerCommand(talk, interaction);
  if (interaction.isAutocomplete()) return suggest(talk, interaction);
  if (interaction.isButton() || interaction.isStringSelectMenu()) return press(talk, interaction);
  if (interaction.isMessageContextMenuCommand()) return askAbout(interaction);
  if (!interaction.isModalSubmit()) return;
  const id = readId(interaction.customId);
  if (id?.act === "question") return answerForm(talk, interaction);
  if (id?.act === "reason") return takeReason(talk, interaction, id.code);
}

/** "Ask about this": the message becomes a question that the person can still change. */
async function askAbout(interaction: MessageContextMenuCommandInteraction): Promise<void> {
  await interaction.showModal(questionForm(languageOf(interaction.locale), interaction.targetMessage.content));
}

async function suggest({ bot }: Talk, interaction: AutocompleteInteraction): Promise<void> {
  const { name: option, value: typed } = interaction.options.getFocused(true);
  const language = languageOf(interaction.locale);
  await interaction.respond(choicesFor(bot, { command: interaction.commandName, option, typed, language }));
}
