import {
  type ButtonInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from "discord.js";
import type { Answer } from "../../core/answer.ts";
import { type Coded, digestOf, readCode } from "../../core/invocation-code.ts";
import { act, isActing } from "./acting.ts";
import { replyPrivately } from "./asked.ts";
import { NO_CODE } from "./controls.ts";
import { readId } from "./custom-id.ts";
import { rate } from "./feedback.ts";
import { questionForm, reasonForm } from "./modals.ts";
import { type Again, isOwn, type OnMessage, update } from "./own.ts";
import { languageOf } from "./receive.ts";
import { NO_MENTIONS } from "./render.ts";
import { share, shareAsIs } from "./share.ts";
import type { Talk } from "./talk.ts";
import { TEXTS } from "./texts.ts";

/** A button or a menu that the bot once sent, perhaps before it was last started. */
export async function press(talk: Talk, interaction: ButtonInteraction | StringSelectMenuInteraction): Promise<void> {
  const id = readId(interaction.customId);
  const language = languageOf(interaction.locale);
  if (id?.act === "again") return void (await interaction.showModal(questionForm(language, questionIn(talk, id.code))));
  const code = interaction.isStringSelectMenu() ? (interaction.values[0] ?? "") : (id?.code ?? "");
  if (id?.act === "share" && code === NO_CODE) return shareAsIs(talk, interaction);
  const coded = read(talk, code);
  if (id === undefined || coded === undefined) return tell(interaction, TEXTS.outdated[language]);
  const { command, values, language: spoken } = coded.invocation;
  if (isActing(talk, command))
    return act(talk, interaction, { command, input: values, language: spoken, now: talk.now() });
  const { answer, manner } = rerun(talk, coded);
  switch (id.act) {
    case "choice":
    case "choose":
      return replyPrivately(talk, interaction, answer, manner);
    case "page":
      return isOwn(interaction)
        ? update(talk, interaction, answer, manner)
        : replyPrivately(talk, interaction, answer, manner);
    case "share":
      return share(talk, interaction, answer, manner);
    case "useful":
      rate(talk, interaction, coded, true);
      return thank(talk, interaction, answer, manner);
    case "useless":
      rate(talk, interaction, coded, false);
      return void (await interaction.showModal(reasonForm(language, code)));
    default:
      return void (await interaction.deferUpdate());
  }
}

/** The reason that a form asked for. */
export async function takeReason(talk: Talk, interaction: ModalSubmitInteraction, code: string): Promise<void> {
  const reason = interaction.fields.getTextInputValue("reason").trim();
  const coded = read(talk, code);
  if (coded !== undefined && reason !== "") rate(talk, interaction, coded, false, reason);
  if (coded === undefined || !interaction.isFromMessage())
    return tell(interaction, TEXTS.thanks[languageOf(interaction.locale)]);
  const { answer, manner } = rerun(talk, coded);
  return thank(talk, interaction, answer, manner);
}

/** On the message itself where it is the person's own, else in a word to the person. */
const thank = (talk: Talk, interaction: OnMessage, answer: Answer, manner: Again): Promise<void> =>
  isOwn(interaction)
    ? update(talk, interaction, answer, { ...manner, thanked: true })
    : tell(interaction, TEXTS.thanks[languageOf(interaction.locale)]);

const read = (talk: Talk, code: string): Coded | undefined => readCode(code, talk.shown.commands, talk.shown.knowledge);

/** The answer as it is now, and a word where it is not what it was. */
function rerun(talk: Talk, { invocation, digest, page }: Coded): { answer: Answer; manner: Again } {
  const answer = talk.bot.run(invocation, talk.now());
  const changed = digest !== "" && digest !== digestOf(answer);
  return { answer, manner: { page, notice: changed ? TEXTS.changed[answer.language] : undefined } };
}

const questionIn = (talk: Talk, code: string): string | undefined => read(talk, code)?.invocation.values.question;

async function tell(interaction: Pick<ButtonInteraction, "reply">, content: string): Promise<void> {
  await interaction.reply({ content, flags: MessageFlags.Ephemeral, allowedMentions: NO_MENTIONS });
}
