import { type Answer, answered } from "../../../../src/core/answer.ts";
import type { Knowledge } from "../../../../src/core/knowledge.ts";
import type { Announcement, Poster } from "../../../../src/core/poster.ts";
import { moment, p } from "../../../../src/core/text.ts";
import { createDiscordPoster } from "../../../../src/platforms/discord/poster.ts";
import { createFakeDiscord, type FakeDiscord } from "./server.ts";

export const NOW = Date.UTC(2026, 9, 11, 1, 30);

/** Nothing is cited in these announcements. */
const NOTHING = {} as Knowledge;

/** A poster on a fake Discord of its own, without a gateway. Time stands still but for `later`. */
export async function openPoster() {
  const clock = { now: NOW };
  const now = () => clock.now;
  const fake = await createFakeDiscord({ now });
  const lines: string[] = [];
  const posterOf = (api: string, token = fake.token): Poster =>
    createDiscordPoster({
      token,
      api,
      knowledge: NOTHING,
      commands: [],
      now,
      log: (line) => void lines.push(line),
      timeoutMs: 300,
    });
  return {
    fake,
    lines,
    posterOf,
    poster: posterOf(fake.api),
    later(ms: number): void {
      clock.now += ms;
    },
  };
}

export const answer = (text: string): Answer => ({
  ...answered(text, {
    body: [
      p([{ kind: "text", text: "14:00 ngày 18/10/2026 (GMT+7)" }, moment(Date.UTC(2026, 9, 18, 7), "giờ của bạn")]),
    ],
  }),
  language: "vi",
});

export const announcement = (key: string, text = "Còn 7 ngày đến cuộc họp sơ kết"): Announcement => ({
  key,
  answer: answer(text),
});

/** How many requests of this kind reached the server. */
export const count = ({ calls }: FakeDiscord, method: string, path: RegExp): number =>
  calls.filter((call) => call.method === method && path.test(call.path)).length;
