import {
  type APIMessageTopLevelComponent,
  type ButtonInteraction,
  ComponentType,
  MessageFlags,
  type StringSelectMenuInteraction,
} from "discord.js";
import type { Answer } from "../../core/answer.ts";
import type { Language } from "../../core/language.ts";
import { escaped } from "./escape.ts";
import { type Again, instead } from "./own.ts";
import { languageOf } from "./receive.ts";
import { NO_MENTIONS } from "./render.ts";
import { sendOr } from "./send.ts";
import type { Talk } from "./talk.ts";
import { sharedBy, TEXTS } from "./texts.ts";

type Sharing = ButtonInteraction | StringSelectMenuInteraction;

/** Posts a private answer for all in the channel, with the name of who shared it; the private one then says so. */
export async function share(talk: Talk, interaction: Sharing, answer: Answer, manner: Again): Promise<void> {
  const by = sharedByWhom(interaction, answer.language);
  const notice = manner.notice === undefined ? by : `${by}\n-# ${manner.notice}`;
  const card = talk.cards(answer, { ...manner, share: false, notice });
  await interaction.deferUpdate();
  if (!talk.once(`share ${interaction.message.id} ${manner.page ?? 1}`)) return;
  try {
    await sendOr<unknown>(
      talk,
      answer,
      () => interaction.followUp(card),
      (plainly) => interaction.followUp(plainly),
    );
    await interaction.editReply(instead(talk, interaction, answer, { ...manner, shared: true }));
  } catch (error) {
    talk.log(talk.describe(error));
    const notShared = instead(talk, interaction, answer, { ...manner, notice: TEXTS.notShared[answer.language] });
    await interaction.editReply(notShared);
  }
}

/** The same for an answer that cannot be found again: what stands in the message, without its buttons. */
export async function shareAsIs(talk: Talk, interaction: Sharing): Promise<void> {
  await interaction.deferUpdate();
  if (!talk.once(`share ${interaction.message.id}`)) return;
  const by = sharedByWhom(interaction, languageOf(interaction.locale));
  const notice = { type: ComponentType.TextDisplay, content: `-# ${by}` } as const;
  const shown = interaction.message.components.map((part) => part.toJSON() as APIMessageTopLevelComponent);
  const components = [notice, ...shown.flatMap(withoutButtons)];
  await interaction.followUp({ components, flags: MessageFlags.IsComponentsV2, allowedMentions: NO_MENTIONS });
}

function withoutButtons(part: APIMessageTopLevelComponent): APIMessageTopLevelComponent[] {
  if (part.type === ComponentType.ActionRow) return [];
  if (part.type !== ComponentType.Container) return [part];
  return [{ ...part, components: part.components.filter(({ type }) => type !== ComponentType.ActionRow) }];
}

const sharedByWhom = (interaction: Sharing, language: Language): string => sharedBy(nameOf(interaction))[language];

/** As people see it in this channel, where Discord told. */
function nameOf({ member, user }: Sharing): string {
  const here = member === null ? undefined : "displayName" in member ? member.displayName : member.nick;
  return escaped(here ?? user.displayName);
}
