import { hostname } from "node:os";
import { commands } from "../../commands/index.ts";
import { meetingEvent } from "../calendar-feed/event.ts";
import { UserError } from "../core/errors.ts";
import type { Log } from "../core/log.ts";
import { openPosters } from "../posters.ts";
import { createAnnouncer } from "../reviews/announcer.ts";
import type { AnnounceOptions } from "./index.ts";
import { adminDestinations, openHeld, withState } from "./open.ts";

const LOG: Log = {
  debug() {},
  info() {},
  warn: (message) => console.error(message),
  error: (message, fields) => console.error(message, fields?.error ?? ""),
};

/** Posts what is due now and ends: for a timer of the system's own, in the place of a bot that stays. */
export async function runOnce({ knowledge: folder, language, say }: AnnounceOptions): Promise<void> {
  const { knowledge, calendar } = await openHeld(folder, language);
  const posters = await openPosters({ knowledge, commands }, LOG.warn);
  if (posters.length === 0) throw new UserError(NOBODY[language]);
  const counts = new Map<string, number>();
  await withState(async ({ ledger, subscriptions }) => {
    const announcer = createAnnouncer({
      ledger,
      posters,
      admins: adminDestinations(language),
      subscriptions: () => subscriptions.list(),
      owner: `${hostname()}.${process.pid}`,
      eventOf: meetingEvent,
      elapsed: () => performance.now(),
      ended: (_kind, outcome) => void counts.set(outcome, (counts.get(outcome) ?? 0) + 1),
      log: LOG,
    });
    announcer.use(knowledge, calendar);
    await announcer.runOnce();
  });
  say(counts.size === 0 ? NOTHING[language] : [...counts].map(([outcome, count]) => `${outcome}: ${count}`).join(", "));
}

const NOBODY = {
  vi: "Chưa thiết lập Slack hay Discord nên không đăng vào đâu được: xem README, Connect Slack, Connect Discord.",
  en: "Neither Slack nor Discord is set up, so there is nowhere to post: see the README, Connect Slack, Connect Discord.",
} as const;
const NOTHING = { vi: "Không có gì đến hạn.", en: "Nothing is due." } as const;
