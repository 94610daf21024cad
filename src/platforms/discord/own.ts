import {
  type ButtonInteraction,
  ComponentType,
  InteractionContextType,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from "discord.js";
import type { Answer } from "../../core/answer.ts";
import { readId } from "./custom-id.ts";
import type { Manner } from "./render.ts";
import { sendOr } from "./send.ts";
import type { Talk } from "./talk.ts";

/** Something pressed on a message of the bot, or a form that was opened there. */
export type OnMessage = ButtonInteraction | StringSelectMenuInteraction | ModalMessageModalSubmitInteraction;

/** How an answer is shown again; who may share it follows from where that is. */
export type Again = Omit<Manner, "share">;

/** Whether only the person who pressed sees the message, so that it may change under their hands. */
export const isOwn = ({ message, context }: OnMessage): boolean =>
  message.flags.has(MessageFlags.Ephemeral) || context === InteractionContextType.BotDM;

/** The answer as a message that takes the place of the one pressed; what was shared stays shared. */
export function instead(talk: Talk, interaction: OnMessage, answer: Answer, manner: Again) {
  const share = interaction.context !== InteractionContextType.BotDM;
  const { flags, components, allowedMentions } = talk.cards(answer, {
    shared: isDone(interaction, "share"),
    thanked: isDone(interaction, "thanked"),
    ...manner,
    share,
  });
  return { flags, components, allowedMentions } as const;
}

/** Changes the message that was pressed. */
export async function update(talk: Talk, interaction: OnMessage, answer: Answer, manner: Again): Promise<void> {
  await sendOr<unknown>(
    talk,
    answer,
    () => interaction.update(instead(talk, interaction, answer, manner)),
    (plainly) => interaction.reply({ ...plainly, flags: [plainly.flags, MessageFlags.Ephemeral] }),
  );
}

/** Whether the message says already that this was done: its button is there and cannot be pressed. */
const isDone = ({ message }: OnMessage, act: "share" | "thanked"): boolean =>
  message.components
    .flatMap((part) => (part.type === ComponentType.Container ? part.components : []))
    .flatMap((part) => (part.type === ComponentType.ActionRow ? part.components : []))
    .some((part) => part.disabled === true && readId(part.customId ?? "")?.act === act);
