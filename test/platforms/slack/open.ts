import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Bot } from "../../../src/core/bot.ts";
import type { Knowledge } from "../../../src/core/knowledge.ts";
import type { Snapshot } from "../../../src/core/living.ts";
import type { Platform } from "../../../src/core/platform.ts";
import type { Rating } from "../../../src/core/questions.ts";
import { createSlack } from "../../../src/platforms/slack/index.ts";
import { openBot } from "../../bots.ts";
import { createPeople, type Here, httpDeliver } from "./fake/people.ts";
import { type FakeSlack, openFakeSlack } from "./fake/server.ts";

/** A day on which nothing in the knowledge changes. */
export const NOW = Date.UTC(2024, 5, 1);
export const SECRET = "a-signing-secret";

export const CHANNEL = "C1";
export const MINH: Here = { channel: CHANNEL, user: "UMINH" };
export const ANN: Here = { channel: CHANNEL, user: "UANN" };

/** The second knowledge base, with the bot's own commands. */
export const openKnowledge = (): Promise<{ readonly bot: Bot; readonly knowledge: Knowledge }> =>
  openBot("test/knowledge");

export interface Opened {
  readonly slack: FakeSlack;
  readonly platform: Platform;
  readonly people: ReturnType<typeof createPeople>;
  readonly log: string[];
  readonly ratings: Rating[];
  /** Where Slack calls the bot over HTTP. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface OpenOptions {
  readonly mode?: "socket" | "http";
  readonly prefix?: string;
  readonly slack?: FakeSlack;
  readonly botToken?: string;
  readonly appToken?: string;
}

/** The bot, connected to a local Slack of two people and a channel. */
export const openSlack = (bot: Bot, knowledge: Knowledge, options: OpenOptions = {}): Promise<Opened> =>
  openFollowing(() => ({ bot, knowledge }), options);

/** The same where the knowledge changes meanwhile. */
export async function openFollowing(current: () => Snapshot, options: OpenOptions = {}): Promise<Opened> {
  const { bot, knowledge } = current();
  const slack = options.slack ?? (await openFakeSlack());
  slack.workspace.people.set(MINH.user, { locale: "vi-VN", name: "Minh" });
  slack.workspace.people.set(ANN.user, { locale: "en-GB", name: "Ann" });
  slack.workspace.channels.add(CHANNEL);
  const log: string[] = [];
  const ratings: Rating[] = [];
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  const platform = createSlack({
    botToken: options.botToken ?? "xoxb-good",
    apiUrl: slack.url,
    prefix: options.prefix ?? "lt-",
    knowledge,
    commands: bot.commands,
    now: () => NOW,
    rated: (rating) => void ratings.push(rating),
    log: (line) => void log.push(line),
    ...(options.mode === "http"
      ? { mode: "http", signingSecret: SECRET, mount: (_, listener) => void server.on("request", listener) }
      : { mode: "socket", appToken: options.appToken ?? "xapp-good" }),
  });
  const deliver = options.mode === "http" ? httpDeliver(url, SECRET) : slack.envelope;
  const stop = async (): Promise<void> => {
    await platform.stop();
    server.closeAllConnections();
    server.close();
    await slack.close();
  };
  try {
    await platform.start(current);
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
  return { slack, platform, people: createPeople(slack, deliver), log, ratings, url, stop };
}
