import { type APIContainerComponent, ComponentType, MessageFlags } from "discord.js";
import type { Answer } from "../../core/answer.ts";
import { type Ids, withIds } from "./mark.ts";
import { NotSent } from "./outcomes.ts";
import { render, renderPlain, type Shown } from "./render.ts";

/** What is sent to Discord over HTTP alone, where nothing of the library turns our words into Discord's. */

const NO_MENTIONS = { allowed_mentions: { parse: [], replied_user: false } } as const;

const card = (container: APIContainerComponent, ids: Ids | undefined) => ({
  flags: MessageFlags.IsComponentsV2,
  components: [ids === undefined ? container : withIds(container, ids)],
  ...NO_MENTIONS,
});

/** An announcement as answers look, with its choices as the only buttons. */
export const cardBody = (answer: Answer, shown: Shown, ids: Ids | undefined) =>
  drawn(() => {
    const { components } = render(answer, shown, { share: false, alone: true });
    const container = components[0]?.toJSON();
    if (container === undefined) throw new Error("A card has no container.");
    return card(container, ids);
  });

/** The direct answer as plain text, for where Discord refuses the card; the line is what it is found by. */
export const plainBody = (answer: Answer, line: string | undefined) =>
  drawn(() => {
    const { content, flags } = renderPlain(answer);
    return { content: line === undefined ? content : `${content}\n${line}`, flags, ...NO_MENTIONS };
  });

/** The same in the place of a card, which can't become plain text again. */
export const bareBody = (answer: Answer, ids: Ids | undefined) =>
  drawn(() => {
    const text = { type: ComponentType.TextDisplay, content: renderPlain(answer).content } as const;
    return card({ type: ComponentType.Container, components: [text] }, ids);
  });

function drawn<T>(draw: () => T): T {
  try {
    return draw();
  } catch (cause) {
    throw new NotSent("could not be rendered", { cause });
  }
}
