import {
  type ChatInputCommandInteraction,
  InteractionContextType,
  type Message,
  type MessageCreateOptions,
  MessageFlags,
  type ModalSubmitInteraction,
} from "discord.js";
import { type Answer, notHeld } from "../../core/answer.ts";
import { act, authorOf, isActing, isDiscreet } from "./acting.ts";
import type { Again } from "./own.ts";
import { commandRequest, languageOf, saidToBot, textRequest } from "./receive.ts";
import { sendOr, withToken } from "./send.ts";
import type { Talk } from "./talk.ts";
import { TEXTS } from "./texts.ts";

type Privately = Pick<ChatInputCommandInteraction | ModalSubmitInteraction, "reply" | "context">;

/** Answers a command or a button so that only the person who asked sees it. */
export async function replyPrivately(
  talk: Talk,
  interaction: Privately,
  answer: Answer,
  manner: Again = {},
): Promise<void> {
  const share = interaction.context !== InteractionContextType.BotDM;
  const message = talk.cards(answer, { ...manner, share });
  await sendOr<unknown>(
    talk,
    answer,
    () => interaction.reply({ ...message, flags: [message.flags, MessageFlags.Ephemeral] }),
    (plainly) => interaction.reply({ ...plainly, flags: [plainly.flags, MessageFlags.Ephemeral] }),
  );
}

/** A slash command. */
export function answerCommand(talk: Talk, interaction: ChatInputCommandInteraction): Promise<void> {
  const place = { language: languageOf(interaction.locale), now: talk.now(), who: interaction.user.id };
  const request = commandRequest(interaction, place);
  if (isActing(talk, request.command)) return act(talk, interaction, request);
  return replyPrivately(talk, interaction, talk.bot.answer(request));
}

/** A question typed into a form. */
export function answerForm(talk: Talk, interaction: ModalSubmitInteraction): Promise<void> {
  const typed = interaction.fields.getTextInputValue("question").trim();
  const place = { language: languageOf(interaction.locale), now: talk.now(), who: interaction.user.id };
  return replyPrivately(
    talk,
    interaction,
    talk.bot.answer({ ...textRequest(typed, place), command: "ask", input: typed }),
  );
}

/** A message that mentions the bot is replied to, without a ping; a direct message is answered plainly. */
export async function answerMessage(talk: Talk, message: Message): Promise<void> {
  const said = saidToBot(message, message.client.user.id);
  if (said === undefined || !message.channel.isSendable()) return;
  const { channel } = message;
  const direct = message.guildId === null;
  const conversation = direct || channel.isThread() ? channel.id : undefined;
  const before = conversation ?? message.reference?.messageId;
  const previous = before === undefined ? undefined : talk.previous.get(before);
  const request = textRequest(said, { language: previous?.language, previous, now: talk.now() });
  const language = request.language ?? "vi";
  const answer =
    !direct && isDiscreet(talk, request.command)
      ? { ...notHeld(TEXTS.discreet[language]), language }
      : await talk.bot.perform({ ...request, asker: authorOf(message) });
  const reply = direct ? {} : { reply: { messageReference: message.id, failIfNotExists: false } };
  const card = talk.cards(answer, { share: false, alone: isActing(talk, request.command) });
  const send = (content: MessageCreateOptions, nonce: string) =>
    withToken<{ readonly id: string }>(talk, () => channel.send({ ...content, ...reply, nonce, enforceNonce: true }));
  const sent = await sendOr(
    talk,
    answer,
    () => send(card, message.id),
    (plainly) => send(plainly, `${message.id}p`),
  );
  if (answer.invocation === undefined || answer.status === "unknown") return;
  talk.previous.set(conversation ?? sent.id, answer.invocation);
}
