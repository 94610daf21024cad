import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { meetingEvent } from "../../src/calendar-feed/event.ts";
import type { Destination } from "../../src/core/destination.ts";
import type { Log } from "../../src/core/log.ts";
import { createAnnouncer } from "../../src/reviews/announcer.ts";
import { openState } from "../../src/store/state.ts";
import { createChat } from "./chat.ts";
import { reviewed } from "./knowledge.ts";

export const ADMINS: readonly Destination[] = [{ chat: "slack", id: "C0ADMIN", language: "en" }];

export const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };

const LEASE_MS = 60_000;

/** A bot that announces, over a real state in a folder of its own and with a clock that is set by hand. */
export async function openAnnouncing(start: string) {
  const folder = await mkdtemp(join(tmpdir(), "state-"));
  let now = Date.parse(start);
  const clock = (): number => now;
  const chat = createChat(clock);
  const warnings: string[] = [];
  const open = () => openState({ folder, clock, log: () => {} });
  let state = await open();
  const create = () =>
    createAnnouncer({
      ledger: state.ledger,
      posters: [chat.poster],
      admins: ADMINS,
      subscriptions: () => state.subscriptions.list(),
      owner: "test",
      leaseMs: LEASE_MS,
      eventOf: meetingEvent,
      elapsed: clock,
      log: { ...SILENT, warn: (message) => void warnings.push(message) },
    });
  let announcer = create();
  return {
    ...chat,
    warnings,
    ledger: () => state.ledger,
    subscriptions: () => state.subscriptions,
    /** Time passes, and everything due is posted. */
    async at(moment: string): Promise<void> {
      now = Date.parse(moment);
      await announcer.runOnce();
    },
    async later(milliseconds: number): Promise<void> {
      now += milliseconds;
      await announcer.runOnce();
    },
    /** An admin saves the file of the review. */
    async save(lines: string): Promise<void> {
      const { knowledge, calendar } = await reviewed(lines);
      await announcer.use(knowledge, calendar);
    },
    /** An admin saves the file of the review while the bot is at it. */
    async saveMeanwhile(lines: string): Promise<void> {
      const { knowledge, calendar } = await reviewed(lines);
      const running = announcer.runOnce();
      announcer.use(knowledge, calendar);
      await running;
    },
    /** What another process, which has these files, says is coming. */
    async comingBy(lines: string): Promise<readonly string[]> {
      const { knowledge, calendar } = await reviewed(lines);
      const other = create();
      other.use(knowledge, calendar);
      return (await other.coming()).map(({ key }) => key);
    },
    /** The process ends and another one takes over, with this file. */
    async restart(lines: string): Promise<void> {
      await state.close();
      state = await open();
      announcer = create();
      await this.save(lines);
    },
    async close(): Promise<void> {
      await state.close();
      await rm(folder, { recursive: true });
    },
  };
}
