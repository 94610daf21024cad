import { randomUUID } from "node:crypto";
import { createActs } from "./acts.ts";
import { meetingEvent } from "./calendar-feed/event.ts";
import { calendarFeed } from "./calendar-feed/feed.ts";
import type { AdminSettings, StateSettings } from "./config.ts";
import type { Acts } from "./core/acting.ts";
import type { Calendar } from "./core/calendar.ts";
import { UserError } from "./core/errors.ts";
import type { Knowledge } from "./core/knowledge.ts";
import type { Language } from "./core/language.ts";
import type { Log } from "./core/log.ts";
import type { Poster } from "./core/poster.ts";
import { createAnnouncer } from "./reviews/announcer.ts";
import type { Companion } from "./server/companion.ts";
import type { CalendarText } from "./server/feed.ts";
import type { Metrics } from "./server/metrics.ts";
import { openState, type State } from "./store/state.ts";

export interface KeepingOptions {
  readonly settings: StateSettings;
  readonly admins: AdminSettings;
  /** What admins are told in. */
  readonly language: Language;
  readonly posters: () => readonly Poster[];
  readonly metrics: Pick<Metrics, "announced">;
  readonly log: Log;
  readonly stopping: AbortSignal;
}

/** All that lasts and all that is announced. */
export interface Keeping {
  readonly acts: Acts;
  readonly companions: readonly Companion[];
  readonly calendar: CalendarText;
  /** This knowledge is from now on what is announced. */
  use(knowledge: Knowledge, calendar: Calendar): void;
}

/**
 * Opens the durable state and announces from it. A state in a file that can't be used is a UserError; a PostgreSQL that is down
 * is waited for while everything else goes on: answering never waits for the state.
 */
export async function openKeeping(options: KeepingOptions): Promise<Keeping> {
  const { settings, admins, language, posters, metrics, log, stopping } = options;
  let state: State | undefined;
  const opening = openState({ ...settings, log: (line) => log.warn(line), signal: stopping }).then((opened) => {
    state = opened;
    log.info(`The state is in ${opened.where}.`, { event: "state" });
    return opened;
  });
  if (settings.url === undefined) await opening;
  const there = (): State => {
    if (state === undefined) throw new UserError(NOT_YET);
    return state;
  };
  let inUse: { readonly knowledge: Knowledge; readonly calendar: Calendar } | undefined;
  let announcer: ReturnType<typeof createAnnouncer> | undefined;

  function announceFrom({ ledger, subscriptions }: State): void {
    announcer = createAnnouncer({
      ledger,
      posters: posters(),
      admins: admins.channels.map((channel) => ({ ...channel, language })),
      subscriptions: () => subscriptions.list(),
      owner: randomUUID(),
      eventOf: meetingEvent,
      elapsed: () => performance.now(),
      ended: (kind, outcome) => metrics.announced(kind, outcome),
      log,
    });
    if (inUse !== undefined) announcer.use(inUse.knowledge, inUse.calendar);
    announcer.start();
  }

  const acts = createActs({
    state: there,
    posters,
    admins: admins.admins,
    plan: async () => (await announcer?.plan()) ?? [],
  });

  return {
    acts,
    companions: [
      {
        name: "state",
        async stop() {
          await opening.then(
            (opened) => opened.close(),
            () => {},
          );
        },
        condition: async () => ({ ok: (await state?.isReachable()) === true }),
        ledgerRows: async () => state?.ledger.counts() ?? {},
      },
      {
        name: "announcements",
        start() {
          // Where it never opens, it was told to stop.
          opening.then(announceFrom).catch((error: unknown) => {
            if (!stopping.aborted) log.error("Nothing is announced.", { error });
          });
        },
        stop: async () => announcer?.stop(),
      },
    ],
    async calendar(feedLanguage) {
      if (inUse === undefined) throw new UserError(NOT_YET);
      const { seen } = await there().ledger.remembered();
      return calendarFeed({ ...inUse, language: feedLanguage, now: Date.now(), seen });
    },
    use(knowledge, calendar) {
      inUse = { knowledge, calendar };
      announcer?.use(knowledge, calendar);
    },
  };
}

const NOT_YET =
  "Kho trạng thái của bot chưa sẵn sàng: hãy thử lại sau ít phút. · The bot's state is not ready yet: please try again in a few minutes.";
