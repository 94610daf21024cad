import { readDiscord, readSlack } from "./config.ts";
import type { Answer } from "./core/answer.ts";
import type { Command } from "./core/command.ts";
import type { Chat } from "./core/destination.ts";
import type { Knowledge } from "./core/knowledge.ts";
import type { Poster } from "./core/poster.ts";

interface Made {
  readonly knowledge: Knowledge;
  readonly commands: readonly Command[];
}

/** Posters of the chats whose tokens are set; none of them connects. Each SDK is imported only where it is used. */
export async function openPosters(made: Made, log: (line: string) => void): Promise<Poster[]> {
  const slack = readSlack();
  const discord = readDiscord();
  return [
    ...(slack === undefined ? [] : [await slackPoster(made, slack, log)]),
    ...(discord === undefined ? [] : [await discordPoster(made, discord, log)]),
  ];
}

async function slackPoster(
  made: Made,
  settings: NonNullable<ReturnType<typeof readSlack>>,
  log: (line: string) => void,
) {
  const { createSlackPoster } = await import("./platforms/slack/poster.ts");
  const { botToken, apiUrl, prefix } = settings;
  return createSlackPoster({ botToken, apiUrl, desk: { ...made, bot: made, prefix }, log });
}

async function discordPoster(
  made: Made,
  access: NonNullable<ReturnType<typeof readDiscord>>,
  log: (line: string) => void,
) {
  const { createDiscordPoster } = await import("./platforms/discord/poster.ts");
  return createDiscordPoster({ ...access, ...made, now: Date.now, log });
}

/** What would be sent to a chat, as it goes over the wire. */
export async function bodiesFor(chat: Chat, made: Made, prefix: string): Promise<(answer: Answer) => object> {
  if (chat === "slack") {
    const { renderAnnouncement } = await import("./platforms/slack/announcement.ts");
    return (answer) => renderAnnouncement(answer, { ...made, bot: made, prefix });
  }
  const { cardBody } = await import("./platforms/discord/bodies.ts");
  return (answer) => cardBody(answer, made, undefined);
}
