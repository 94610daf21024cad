import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type Message,
  MessageFlags,
  PermissionFlagsBits,
  type StringSelectMenuInteraction,
} from "discord.js";
import type { Asker } from "../../core/acting.ts";
import type { Request } from "../../core/bot.ts";
import type { Command } from "../../core/command.ts";
import { sendOr } from "./send.ts";
import type { Talk } from "./talk.ts";

type Acted = ChatInputCommandInteraction | ButtonInteraction | StringSelectMenuInteraction;

/** Whether the command changes something, or looks at what changes: that takes time, and who asks counts. */
export const isActing = (talk: Talk, command: string): boolean => named(talk, command)?.act !== undefined;

/** Whether what it says is for the asker alone. */
export const isDiscreet = (talk: Talk, command: string): boolean => named(talk, command)?.discreet === true;

const named = ({ bot }: Talk, command: string): Command | undefined =>
  bot.commands.find(({ name, names }) => [name, names.vi, names.en].includes(command.toLowerCase()));

/** Does what a person asked for, and tells only that person. */
export async function act(talk: Talk, interaction: Acted, request: Request): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const answer = await talk.bot.perform({ ...request, asker: askerOf(interaction) });
  const { flags, components, allowedMentions } = talk.cards(answer, { share: false, alone: true });
  await sendOr<unknown>(
    talk,
    answer,
    () => interaction.editReply({ flags, components, allowedMentions }),
    (plainly) => interaction.editReply(plainly),
  );
}

function askerOf({ user, member, memberPermissions, guildId, channelId }: Interaction): Asker {
  const roles = member === null ? [] : Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
  return {
    chat: "discord",
    id: user.id,
    roles: withoutEveryone(roles, guildId),
    manages: memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    channel: channelId ?? "",
  };
}

/** Who wrote a message. */
export const authorOf = ({ author, member, guildId, channelId }: Message): Asker => ({
  chat: "discord",
  id: author.id,
  roles: withoutEveryone([...(member?.roles.cache.keys() ?? [])], guildId),
  manages: member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false,
  channel: channelId,
});

/** The role that everybody in a server has bears the server's id. */
const withoutEveryone = (roles: readonly string[], guild: string | null): string[] =>
  roles.filter((role) => role !== guild);
