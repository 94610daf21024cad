import { commands } from "../../commands/index.ts";
import { calendarFeed } from "../../src/calendar-feed/feed.ts";
import type { Answer } from "../../src/core/answer.ts";
import type { KnowledgeStatus, Living, Snapshot } from "../../src/core/living.ts";
import type { Problem } from "../../src/core/problem.ts";
import { brokenQuestions } from "../../src/evaluation/golden.ts";
import type { ChatPreview, PageDesk } from "../../src/page/desk.ts";
import { cardBody } from "../../src/platforms/discord/bodies.ts";
import { render as renderDiscord } from "../../src/platforms/discord/render.ts";
import { renderAnnouncement } from "../../src/platforms/slack/announcement.ts";
import { render as renderSlack } from "../../src/platforms/slack/render.ts";
import { NOW, openBot } from "../bots.ts";

/** What a test may do to the knowledge of a running page. */
export interface Driven {
  readonly desk: PageDesk;
  /** As if the files had been saved: tells everybody who follows. */
  become(status: Partial<KnowledgeStatus>, snapshot?: Snapshot): void;
  /** How many follow. */
  readonly followers: () => number;
}

const wordingOf = ({ bot, knowledge }: Snapshot) => ({ bot, knowledge, prefix: "lt-" });

/** The renderers of the chats themselves. */
export const SLACK: ChatPreview = {
  answer: (answer, snapshot, page) => renderSlack(answer, { page, shareable: true }, wordingOf(snapshot)),
  announcement: (answer, snapshot) => renderAnnouncement(answer, wordingOf(snapshot)),
};

export const DISCORD: ChatPreview = {
  answer: (answer, { knowledge }, page) => sent(renderDiscord(answer, { knowledge, commands }, { page, share: true })),
  announcement: (answer: Answer, { knowledge }) => cardBody(answer, { knowledge, commands }, undefined),
};

/** As discord.js sends it. */
function sent({ allowedMentions: { parse, repliedUser }, ...message }: ReturnType<typeof renderDiscord>): unknown {
  return { ...JSON.parse(JSON.stringify(message)), allowed_mentions: { parse, replied_user: repliedUser } };
}

const bots = new Map<string, Promise<Snapshot>>();

/** Read once for all tests of a file: nothing changes it. */
function botOver(folder: string): Promise<Snapshot> {
  const known = bots.get(folder) ?? openBot(folder);
  bots.set(folder, known);
  return known;
}

/** A page's desk over a folder of the project, with the renderers of the chats and a knowledge that the test drives. */
export async function openDesk(folder: string, changed: Partial<PageDesk> = {}): Promise<Driven> {
  const { bot, knowledge } = await botOver(folder);
  let snapshot: Snapshot = { bot, knowledge };
  let status: KnowledgeStatus = {
    since: NOW - 3_600_000,
    files: new Set([...knowledge.origins.values()].map(({ file }) => file)).size,
    facts: knowledge.facts.length + knowledge.figures.length,
    fromSnapshot: false,
    problems: [],
  };
  const followers = new Set<Parameters<Living["follow"]>[0]>();
  const living: Living = {
    current: () => snapshot,
    status: () => status,
    reload: async () => status,
    follow(hear) {
      followers.add(hear);
      return () => void followers.delete(hear);
    },
  };
  return {
    desk: {
      living,
      slack: SLACK,
      discord: DISCORD,
      folder,
      language: "vi",
      timeZone: "Asia/Ho_Chi_Minh",
      version: "1.2.3",
      token: undefined,
      stopping: new AbortController().signal,
      now: () => NOW,
      calendar: async (language) =>
        calendarFeed({ knowledge: snapshot.knowledge, calendar: bot.calendar, language, now: NOW, seen: [] }),
      ...changed,
    },
    become(next, nextSnapshot = snapshot) {
      snapshot = nextSnapshot;
      status = { ...status, ...next };
      for (const hear of followers) hear(status, snapshot);
    },
    followers: () => followers.size,
  };
}

/** The golden questions that fail, each as a problem at its line. */
export function goldenProblems({ bot, knowledge }: Snapshot, folder: string): readonly Problem[] {
  return brokenQuestions(bot, knowledge.questions, NOW).map(({ question, message, hint }) => {
    const { file = "", line = 1, column = 1 } = knowledge.origins.get(question) ?? {};
    const place = { file: `${folder}/${file}`, line, column, length: 1, frame: "" };
    return { ...place, severity: "warning", code: "golden-question", message, hint };
  });
}
