import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { meetingEvent } from "../../src/calendar-feed/event.ts";
import type { Destination } from "../../src/core/destination.ts";
import type { Log } from "../../src/core/log.ts";
import { createAnnouncer } from "../../src/reviews/announcer.ts";
import { backupState } from "../../src/store/backup.ts";
import { restoreState } from "../../src/store/restore.ts";
import { openState, stateFile } from "../../src/store/state.ts";
import { createChat } from "./chat.ts";
import { reviewed } from "./knowledge.ts";

export const ADMINS: readonly Destination[] = [{ chat: "slack", id: "C0ADMIN", language: "en" }];

export const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };

const LEASE_MS = 60_000;

/** A bot that announces, over a real state in a folder of its own and with a clock that is set by hand. */
export async function openAnnouncing(start: string, { isNew = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "state-"));
  let now = Date.parse(start);
  const clock = (): number => now;
  const chat = createChat(clock);
  const warnings: string[] = [];
  const open = () => openState({ folder, clock, log: () => {} });
  let state = await open();
  // It has looked at files before, in which there was no meeting.
  if (!isNew) await state.ledger.see([]);
  const create = (ledger = state.ledger) =>
    createAnnouncer({
      ledger,
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
    /** Another process on the same state, with this file. It does what is due when it is called, and lets happen what is given just before it looks at meetings. */
    async another(lines: string): Promise<(meanwhile?: () => Promise<void>) => Promise<unknown>> {
      const { knowledge, calendar } = await reviewed(lines);
      let happens: (() => Promise<void>) | undefined;
      const { ledger } = state;
      const other = create({
        ...ledger,
        async see(...given) {
          await happens?.();
          return ledger.see(...given);
        },
      });
      other.use(knowledge, calendar);
      await other.runOnce();
      return (meanwhile) => {
        happens = meanwhile;
        return other.runOnce();
      };
    },
    /** What another process, which has these files, says is coming. */
    async comingBy(lines: string): Promise<readonly string[]> {
      const { knowledge, calendar } = await reviewed(lines);
      const other = create();
      other.use(knowledge, calendar);
      return (await other.coming()).map(({ key }) => key);
    },
    /** The state as it is now, put aside. */
    backup: () => backupState({ folder }, join(folder, "backup.sqlite"), clock),
    /** The state is lost; the backup takes its place, and the bot starts with this file. */
    async restore(lines: string): Promise<void> {
      await state.close();
      await restoreState(join(folder, "backup.sqlite"), folder, { force: true, clock });
      await this.restart(lines);
    },
    /** The state is lost, and the bot starts with this file. */
    async lose(lines: string): Promise<void> {
      await state.close();
      await rm(stateFile(folder));
      await this.restart(lines);
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
