import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { createActs } from "./acts.ts";
import { meetingEvent } from "./calendar-feed/event.ts";
import { calendarFeed } from "./calendar-feed/feed.ts";
import type { AdminSettings, DeskSettings, StateSettings } from "./config.ts";
import type { About, Acts, Subscription } from "./core/acting.ts";
import type { Calendar } from "./core/calendar.ts";
import { UserError } from "./core/errors.ts";
import type { Knowledge } from "./core/knowledge.ts";
import type { Both, Language } from "./core/language.ts";
import type { RememberedLedger } from "./core/ledger.ts";
import type { Living } from "./core/living.ts";
import type { Log } from "./core/log.ts";
import type { Poster } from "./core/poster.ts";
import type { Questions, Stale } from "./core/questions.ts";
import type { Pace } from "./core/steps.ts";
import { staleItems } from "./core/upkeep.ts";
import { createQuestions } from "./gaps/questions.ts";
import { clockAt, createReminders } from "./gaps/reminders.ts";
import { createAnnouncer } from "./reviews/announcer.ts";
import { notice } from "./reviews/notice.ts";
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
  readonly desk: DeskSettings;
  /** The knowledge of the running bot, which is there once people can ask. */
  readonly living: () => Pick<Living, "current" | "status" | "reload">;
  readonly about: () => About;
  /** Lets others have their turn while much is looked through. */
  readonly pace: Pace;
  /** IANA: on whose days things are overdue. */
  readonly timeZone: string;
}

/** All that lasts and all that is announced. */
export interface Keeping {
  readonly acts: Acts;
  readonly companions: readonly Companion[];
  readonly calendar: CalendarText;
  /** This knowledge is from now on what is announced. */
  use(knowledge: Knowledge, calendar: Calendar): void;
  /** Tells the admins in their channels, once for each key whatever replicas do; a state that is away is waited for. */
  tell(key: string, said: Both): void;
  readonly questions: Questions;
  /** What somebody should have looked at again by now. */
  stale(): readonly Stale[];
  /** What the state knows of announcements, for a look ahead. Rejects where it is away. */
  remembered(): Promise<Remembered>;
}

/** What of the state a look ahead needs. */
export interface Remembered extends RememberedLedger {
  readonly subscriptions: readonly Subscription[];
}

/**
 * Opens the durable state and announces from it. A state in a file that can't be used is a UserError; a PostgreSQL that is down
 * is waited for while everything else goes on: answering never waits for the state.
 */
export async function openKeeping(options: KeepingOptions): Promise<Keeping> {
  const { settings, admins, language, posters, metrics, log, stopping, desk, living, timeZone } = options;
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
      admins: adminChannels,
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

  const adminChannels = admins.channels.map((channel) => ({ ...channel, language }));

  async function tellAdmins(key: string, said: Both): Promise<void> {
    const { ledger } = await opening;
    while (!stopping.aborted)
      try {
        return await notice(ledger, adminChannels, key, said);
      } catch {
        // The log says already that the state is away.
        await wait(TELL_AGAIN_MS, undefined, { signal: stopping }).catch(() => undefined);
      }
  }

  const questions = createQuestions({
    ...{ store: () => there().questions, current: () => living().current(), now: Date.now },
    ...{ days: desk.questionDays, log, pace: options.pace },
  });
  const acts = createActs({
    state: there,
    posters,
    admins: admins.admins,
    coming: async () => (await announcer?.coming()) ?? [],
    ...{ living, questions, about: options.about, log },
  });
  const staleOn = (day: string): readonly Stale[] => staleItems(living().current().knowledge, day);
  const reminders = createReminders({ stale: staleOn, tell: tellLater, timeZone, now: Date.now });

  /** A state that never opens has been told of already. */
  function tellLater(key: string, said: Both): void {
    void tellAdmins(key, said).catch(() => undefined);
  }

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
      { name: "questions", start: questions.start, stop: questions.stop },
      ...(desk.verifyReminders ? [{ name: "reminders", ...reminders }] : []),
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
    async remembered() {
      const { ledger, subscriptions } = there();
      return { ...(await ledger.remembered()), subscriptions: await subscriptions.list() };
    },
    use(knowledge, calendar) {
      if (inUse?.knowledge === knowledge) return;
      inUse = { knowledge, calendar };
      announcer?.use(knowledge, calendar);
    },
    tell: tellLater,
    questions,
    stale: () => staleOn(clockAt(Date.now(), timeZone).day),
  };
}

const TELL_AGAIN_MS = 15_000;

const NOT_YET =
  "Kho trạng thái của bot chưa sẵn sàng: hãy thử lại sau ít phút. · The bot's state is not ready yet: please try again in a few minutes.";
