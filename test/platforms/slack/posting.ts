import { commands } from "../../../commands/index.ts";
import { type Answer, answered } from "../../../src/core/answer.ts";
import { line, moment } from "../../../src/core/text.ts";
import { createSlackPoster } from "../../../src/platforms/slack/poster.ts";
import { type Failure, openFakeSlack } from "./fake/server.ts";
import { CHANNEL, openKnowledge } from "./open.ts";

const { knowledge } = await openKnowledge();

export const inVietnamese = (reply: ReturnType<typeof answered>): Answer => ({ ...reply, language: "vi" });

export const KEY = "upcoming:so-ket:2026-10-20:7:slack:C1";
const START = Date.UTC(2026, 9, 20, 1, 30);
export const ANSWER = inVietnamese(answered(line`Họp sơ kết lúc 08:30 ngày 20/10/2026${moment(START, "giờ của bạn")}`));

export const refusal = (error: string, rest: object = {}): Failure => ({ body: { ok: false, error, ...rest } });

export type Posting = Awaited<ReturnType<typeof openPosting>>;

/** A Slack, and what posts there. The bot itself is not connected: the command line posts too. */
export async function openPosting() {
  const slack = await openFakeSlack();
  slack.workspace.channels.add(CHANNEL);
  const log: string[] = [];
  const began = Date.now();
  const poster = (apiUrl = slack.url) =>
    createSlackPoster({
      botToken: "xoxb-good",
      apiUrl,
      desk: { bot: { commands }, knowledge, prefix: "lt-" },
      log: (one) => void log.push(one),
      timeoutMs: 300,
    });
  return {
    slack,
    log,
    poster,
    post: (key = KEY) => poster().post(CHANNEL, { key, answer: ANSWER }),
    find: (key = KEY, window = { from: began, to: Date.now() }) => poster().find(CHANNEL, key, window),
    callsOf: (method: string): number => slack.calls.filter((one) => one === method).length,
  };
}
