import { commands } from "../../commands/index.ts";
import { meetingEvent } from "../../src/calendar-feed/event.ts";
import type { Knowledge } from "../../src/core/knowledge.ts";
import type { Log } from "../../src/core/log.ts";
import type { Poster } from "../../src/core/poster.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { createAnnouncer } from "../../src/reviews/announcer.ts";
import { createCalendar } from "../../src/reviews/calendar.ts";
import { openState } from "../../src/store/state.ts";
import { blinded, createDanger } from "./endangered.ts";
import type { Life } from "./fate.ts";

/** One process of the bot, as far as it announces: all parts are the real ones. */
const life: Life = JSON.parse(process.argv[2] ?? "");
const { fates, knowledge: folder, leaseMs, name } = life;
// Whoever started it is gone.
process.stdin.resume().on("close", () => process.exit());

const say = (message: string, fields: object = {}): void => console.error(name, message, fields);
const log: Log = { debug() {}, info() {}, warn: say, error: say };

const { knowledge, problems } = await loadKnowledge(folder);
if (knowledge === undefined) throw new Error(problems.map(({ message }) => message.en).join("\n"));
const danger = createDanger(fates);
const posters = (await postersOf(life, knowledge))
  .map((poster) => (life.blind ? blinded(poster) : poster))
  .map(danger.poster);
const leaving = new AbortController();
const state = await openState({ ...life.state, log: say, signal: leaving.signal });
const announcer = createAnnouncer({
  ledger: danger.ledger(state.ledger),
  posters,
  admins: [],
  subscriptions: () => state.subscriptions.list(),
  owner: name,
  leaseMs,
  pollMs: 100,
  planMs: 5_000,
  eventOf: meetingEvent,
  elapsed: () => performance.now(),
  log,
});
announcer.use(knowledge, createCalendar(knowledge));
announcer.start();
process.once("SIGTERM", () => void leave());

async function leave(): Promise<void> {
  leaving.abort();
  await announcer.stop();
  await state.close();
  process.exit();
}

/** Each chat's software is loaded only where it is needed. */
async function postersOf({ slack, discord, timeoutMs }: Life, knowledge: Knowledge): Promise<Poster[]> {
  const made: Poster[] = [];
  if (slack !== undefined) {
    const { createSlackPoster } = await import("../../src/platforms/slack/poster.ts");
    const desk = { bot: { commands }, knowledge, prefix: "lt-" };
    made.push(createSlackPoster({ botToken: "xoxb-chaos", apiUrl: slack, desk, log: say, timeoutMs }));
  }
  if (discord !== undefined) {
    const { createDiscordPoster } = await import("../../src/platforms/discord/poster.ts");
    const access = { token: "chaos", api: discord, timeoutMs };
    made.push(createDiscordPoster({ ...access, knowledge, commands, now: Date.now, log: say }));
  }
  return made;
}
