import { writeSync } from "node:fs";
import type { Ledger } from "../../src/core/ledger.ts";
import type { Poster } from "../../src/core/poster.ts";
import { type Fate, isPause, type Step } from "./fate.ts";

/** The real ledger and posters, with the places between their steps where this process is killed or stopped. */
export function createDanger(fates: readonly Fate[]) {
  const passed = new Map<string, number>();

  function pass(at: Fate["at"]): void {
    const times = (passed.get(at) ?? 0) + 1;
    passed.set(at, times);
    if (!fates.some((fate) => fate.at === at && fate.after === times)) return;
    say({ meets: at });
    process.kill(process.pid, isPause(at) ? "SIGSTOP" : "SIGKILL");
  }

  return {
    ledger: (ledger: Ledger): Ledger => ({
      ...ledger,
      async claim(...given) {
        pass("before the claim");
        const row = await ledger.claim(...given);
        if (row !== undefined) pass("after the claim");
        return row;
      },
      async markSending(row, leaseMs) {
        const isMine = await ledger.markSending(row, leaseMs);
        say({ key: row.key, did: isMine ? "may send" : "may not send" });
        if (isMine) pass("marked, not yet sending");
        return isMine;
      },
      async posted(row, ...given) {
        const isNoted = await ledger.posted(row, ...given);
        say({ key: row.key, did: isNoted ? "noted" : "could not note" });
        pass("after the record");
        return isNoted;
      },
    }),
    poster: (poster: Poster): Poster => ({
      ...poster,
      async post(channel, announcement, ...given) {
        pass("marked, before the request");
        const sending = poster.post(channel, announcement, ...given);
        pass("sending, nothing sent yet");
        const ended = await sending;
        say({ key: announcement.key, did: `sent: ${ended.kind}` });
        pass("answered, before the record");
        return ended;
      },
      async find(channel, key, window) {
        const found = await poster.find(channel, key, window);
        say({ key, did: `looked: ${found.kind}` });
        pass("after looking, before noting");
        return found;
      },
    }),
  };
}

/** At once: nothing is written after a kill. */
function say(step: Step): void {
  writeSync(1, `${JSON.stringify(step)}\n`);
}

/** A poster that forgets to look. */
export const blinded = (poster: Poster): Poster => ({ ...poster, find: async () => ({ kind: "absent" }) });
