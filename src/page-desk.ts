import { type Foreseen, foresee, type Remembered } from "./announce/foresee.ts";
import { readPrefix } from "./config.ts";
import type { Answer } from "./core/answer.ts";
import type { Destination } from "./core/destination.ts";
import type { Snapshot } from "./core/living.ts";
import type { ChatPreview, PageDesk } from "./page/desk.ts";

const AHEAD_MS = 400 * 86_400_000;

export interface DeskOptions extends Omit<PageDesk, "slack" | "discord" | "coming"> {
  readonly admins: readonly Destination[];
  /** What the durable state knows of announcements; rejects where it is away. */
  readonly remembered: () => Promise<Remembered>;
}

/** What the page shows, put together: the chats' own renderers, so that a preview is what is sent. */
export function pageDesk({ admins, remembered, ...desk }: DeskOptions): PageDesk {
  return {
    ...desk,
    slack: slackPreview(readPrefix()),
    discord: discordPreview,
    async coming(): Promise<Foreseen[]> {
      const { knowledge, bot } = desk.living.current();
      const held = { knowledge, calendar: bot.calendar };
      return foresee(held, await remembered(), { admins, now: desk.now(), aheadMs: AHEAD_MS });
    },
  };
}

/** Renderers are loaded when somebody looks: a bot without that chat does without its SDK. */
const slackPreview = (prefix: string): ChatPreview => ({
  async answer(answer, snapshot, page) {
    const { render } = await import("./platforms/slack/render.ts");
    return render(answer, { page, shareable: true }, { ...snapshot, prefix });
  },
  async announcement(answer, snapshot) {
    const { renderAnnouncement } = await import("./platforms/slack/announcement.ts");
    return renderAnnouncement(answer, { ...snapshot, prefix });
  },
});

const shownOf = ({ knowledge, bot }: Snapshot) => ({ knowledge, commands: bot.commands });

const discordPreview: ChatPreview = {
  async answer(answer, snapshot, page) {
    const { render } = await import("./platforms/discord/render.ts");
    const { components, ...message } = render(answer, shownOf(snapshot), { page, share: true });
    return { ...message, components: components.map((one) => one.toJSON()) };
  },
  async announcement(answer: Answer, snapshot) {
    const { cardBody } = await import("./platforms/discord/bodies.ts");
    return cardBody(answer, shownOf(snapshot), undefined);
  },
};
