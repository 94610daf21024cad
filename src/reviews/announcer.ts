import { setTimeout as wait } from "node:timers/promises";
import type { Subscription } from "../core/acting.ts";
import type { AnnouncementKind } from "../core/announced.ts";
import type { Calendar } from "../core/calendar.ts";
import { CHATS, type Destination, writeChannel } from "../core/destination.ts";
import type { Knowledge } from "../core/knowledge.ts";
import type { Changes, Claimed, Planned } from "../core/ledger.ts";
import { newVersions } from "../core/seen.ts";
import { DAY_MS } from "./announcements/kind.ts";
import { beginningOf } from "./beginning.ts";
import { type Delivering, deliver, type Outcome } from "./deliver.ts";
import { notice } from "./notice.ts";
import { allDestinations, digestOf, meetingsOf, planAll } from "./plan.ts";

/** How far people look ahead. */
const COMING_MS = 400 * DAY_MS;

const NO_CHANGES: Changes = { added: 0, revived: 0, withdrawn: 0 };

const REPLACED =
  "Nothing is announced from here: another process announces by other files. Restart this one to announce by its own.";

export interface AnnouncerOptions extends Omit<Delivering, "knowledge" | "calendar" | "leaseMs"> {
  readonly subscriptions: () => Promise<readonly Subscription[]>;
  /** Names this process among its replicas. */
  readonly owner: string;
  readonly leaseMs?: number;
  readonly pollMs?: number;
  readonly planMs?: number;
  /** How many announcements are on their way at once; each destination has one at most. */
  readonly workers?: number;
  readonly ended?: (kind: AnnouncementKind, outcome: Outcome) => void;
}

export interface Announcer {
  /** This knowledge is from now on what is announced. */
  use(knowledge: Knowledge, calendar: Calendar): void;
  /** What lies ahead by the knowledge in use and the state, and has not been posted. Nothing is written. */
  coming(): Promise<readonly Planned[]>;
  /** Plans, then posts all that is due, once. */
  runOnce(): Promise<Changes>;
  /** Plans and posts until stopped; a state that is away is waited for. */
  start(): void;
  /** What is under way is finished; nothing new begins. */
  stop(): Promise<void>;
}

interface InUse {
  readonly knowledge: Knowledge;
  readonly calendar: Calendar;
  readonly digest: string;
}

/** Posts what is due, each once, together with any number of other processes on the same state. */
export function createAnnouncer(options: AnnouncerOptions): Announcer {
  const { ledger, posters, admins, subscriptions, owner, log, ended } = options;
  const { leaseMs = 60_000, pollMs = 5_000, planMs = 60_000, workers = 8 } = options;
  const chats = posters.map(({ chat }) => chat);
  const stopping = new AbortController();
  let inUse: InUse | undefined;
  /** Other files may come while something is waited for: which were activated and planned by is told by what they are. */
  let activated: InUse | undefined;
  let plannedBy: InUse | undefined;
  let trouble: string | undefined;
  let isReplaced = false;
  let plannedAt = Number.NEGATIVE_INFINITY;
  let running: Promise<unknown> = Promise.resolve();

  /** Destinations of chats that are not set up here are another process's, or nobody's. */
  const reachable = (destinations: readonly Destination[]): readonly Destination[] =>
    destinations.filter(({ chat }) => chats.includes(chat));

  /** Undefined where another process has newer files by now: what this one remembered would be taken for news. */
  async function plan({ knowledge, calendar, digest }: InUse): Promise<readonly Planned[] | undefined> {
    const subscribed = await subscriptions();
    const since = new Map(await ledger.since(reachable(allDestinations(knowledge, subscribed, admins))));
    for (const one of subscribed) if (since.has(writeChannel(one))) since.set(writeChannel(one), one.since);
    const seen = await ledger.see(meetingsOf(knowledge, calendar), digest);
    if (seen === undefined) return undefined;
    const now = await ledger.now();
    const beginning = beginningOf(seen, { knowledge, calendar, now });
    if (beginning !== undefined) await notice(ledger, admins, beginning.key, beginning.said);
    return planAll({ knowledge, calendar, seen, subscriptions: subscribed, admins, since, now });
  }

  /** Only looks: a process that was replaced must not take its old files for news. */
  async function coming(): Promise<readonly Planned[]> {
    if (inUse === undefined) return [];
    const { knowledge, calendar } = inUse;
    const { seen: before, since: heard, done, isNew } = await ledger.remembered();
    const subscribed = await subscriptions();
    const now = await ledger.now();
    const channels = reachable(allDestinations(knowledge, subscribed, admins)).map(writeChannel);
    const since = new Map(channels.map((channel) => [channel, heard.get(channel) ?? now]));
    const seen = [...before, ...newVersions(before, meetingsOf(knowledge, calendar), now, isNew)];
    const all = planAll({
      knowledge,
      calendar,
      seen,
      subscriptions: subscribed,
      admins,
      since,
      now,
      aheadMs: COMING_MS,
    });
    return all.filter(({ key, skip, expiresAt }) => skip === undefined && expiresAt > now && !done.has(key));
  }

  /** False where another process has newer knowledge: then that one announces. */
  async function activate(current: InUse): Promise<boolean> {
    if (activated !== current) await ledger.activate(current.digest);
    activated = current;
    const isActive = await ledger.isActive(current.digest);
    if (!isActive && !isReplaced) log.warn(REPLACED);
    isReplaced = !isActive;
    return isActive;
  }

  /** Nothing where there are newer files by now, here or elsewhere: what is due is composed by those. */
  async function claim(worker: number): Promise<Claimed | undefined> {
    if (inUse === undefined || activated !== inUse) return undefined;
    return ledger.claim(`${owner}.${worker}`, leaseMs, chats, inUse.digest);
  }

  async function work(worker: number, first?: Claimed): Promise<void> {
    for (let row = first ?? (await claim(worker)); row !== undefined; row = await claim(worker)) {
      if (inUse === undefined) return;
      const { knowledge, calendar } = inUse;
      const outcome = await deliver(row, { ...options, knowledge, calendar, leaseMs });
      log.info(`Announcement ${outcome}.`, { event: "announcement", key: row.key, outcome });
      ended?.(row.subject.kind, outcome);
      if (stopping.signal.aborted) return;
    }
  }

  async function run(always: boolean): Promise<Changes> {
    let changes: Changes = NO_CHANGES;
    const current = inUse;
    if (current === undefined || !(await activate(current))) return changes;
    if (always || plannedBy !== current || options.elapsed() - plannedAt >= planMs) {
      const planned = await plan(current);
      const done = planned && (await ledger.plan(planned, chats, current.digest));
      if (done === undefined) return changes;
      changes = done;
      plannedAt = options.elapsed();
      plannedBy = current;
    }
    // Mostly nothing is due: then one look is enough.
    const first = await claim(0);
    if (first === undefined) return changes;
    const done = await Promise.allSettled(
      Array.from({ length: workers }, (_, worker) => work(worker, worker === 0 ? first : undefined)),
    );
    const failed = done.find((one) => one.status === "rejected");
    if (failed !== undefined) throw failed.reason;
    return changes;
  }

  async function loop(): Promise<void> {
    const { signal } = stopping;
    while (!signal.aborted) {
      try {
        await run(false);
        if (trouble !== undefined) log.info("Announcements go on.");
        trouble = undefined;
      } catch (error) {
        // Nothing is lost: what was claimed comes back when its lease ends.
        if (trouble !== String(error)) log.error("Announcements wait: something went wrong.", { error });
        trouble = String(error);
      }
      await wait(pollMs, undefined, { signal }).catch(() => undefined);
    }
  }

  return {
    use(knowledge, calendar) {
      inUse = { knowledge, calendar, digest: digestOf(knowledge) };
      warnOfUnreachable(knowledge);
    },
    coming,
    runOnce: () => run(true),
    start() {
      running = loop();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };

  function warnOfUnreachable(knowledge: Knowledge): void {
    const all = allDestinations(knowledge, [], admins);
    for (const chat of CHATS.filter((one) => !chats.includes(one))) {
      const left = all.filter((one) => one.chat === chat).map(writeChannel);
      if (left.length > 0) log.warn(`Not announced to, since ${chat} is not set up here: ${left.join(", ")}.`);
    }
  }
}
