import { setTimeout as wait } from "node:timers/promises";
import type { Subscription } from "../core/acting.ts";
import type { AnnouncementKind } from "../core/announced.ts";
import type { Calendar } from "../core/calendar.ts";
import { CHATS, type Destination, writeChannel } from "../core/destination.ts";
import type { Knowledge } from "../core/knowledge.ts";
import type { Changes, Claimed, Planned } from "../core/ledger.ts";
import { type Delivering, deliver, type Outcome } from "./deliver.ts";
import { allDestinations, digestOf, meetingsOf, planAll } from "./plan.ts";

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
  /** What the ledger should hold, by the knowledge in use and the state. */
  plan(): Promise<readonly Planned[]>;
  /** Plans, then posts all that is due, once. */
  runOnce(): Promise<Changes>;
  /** Plans and posts until stopped; a state that is away is waited for. */
  start(): void;
  /** What is under way is finished; nothing new begins. */
  stop(): Promise<void>;
}

/** Posts what is due, each once, together with any number of other processes on the same state. */
export function createAnnouncer(options: AnnouncerOptions): Announcer {
  const { ledger, posters, admins, subscriptions, owner, log, ended } = options;
  const { leaseMs = 60_000, pollMs = 5_000, planMs = 60_000, workers = 8 } = options;
  const chats = posters.map(({ chat }) => chat);
  const stopping = new AbortController();
  let inUse: { readonly knowledge: Knowledge; readonly calendar: Calendar; readonly digest: string } | undefined;
  let isActivated = false;
  let isAway = false;
  let plannedAt = Number.NEGATIVE_INFINITY;
  let running: Promise<unknown> = Promise.resolve();

  /** Destinations of chats that are not set up here are another process's, or nobody's. */
  const reachable = (destinations: readonly Destination[]): readonly Destination[] =>
    destinations.filter(({ chat }) => chats.includes(chat));

  async function plan(): Promise<readonly Planned[]> {
    if (inUse === undefined) return [];
    const { knowledge, calendar } = inUse;
    const subscribed = await subscriptions();
    const since = new Map(await ledger.since(reachable(allDestinations(knowledge, subscribed, admins))));
    for (const one of subscribed) if (since.has(writeChannel(one))) since.set(writeChannel(one), one.since);
    const seen = await ledger.see(meetingsOf(knowledge));
    const now = await ledger.now();
    return planAll({ knowledge, calendar, seen, subscriptions: subscribed, admins, since, now });
  }

  /** False where another process has newer knowledge: then that one announces. */
  async function activate(): Promise<boolean> {
    if (inUse === undefined) return false;
    if (!isActivated) await ledger.activate(inUse.digest);
    isActivated = true;
    return ledger.isActive(inUse.digest);
  }

  const claim = (worker: number) => ledger.claim(`${owner}.${worker}`, leaseMs, chats);

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
    let changes: Changes = { added: 0, revived: 0, withdrawn: 0 };
    if (!(await activate())) return changes;
    if (always || options.elapsed() - plannedAt >= planMs) {
      changes = await ledger.plan(await plan(), chats);
      plannedAt = options.elapsed();
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
        if (isAway) log.info("The state is back: announcements go on.");
        isAway = false;
      } catch (error) {
        // Nothing is lost: what was claimed comes back when its lease ends.
        if (!isAway) log.error("Announcements wait for the state.", { error });
        isAway = true;
      }
      await wait(pollMs, undefined, { signal }).catch(() => undefined);
    }
  }

  return {
    use(knowledge, calendar) {
      inUse = { knowledge, calendar, digest: digestOf(knowledge) };
      isActivated = false;
      plannedAt = Number.NEGATIVE_INFINITY;
      warnOfUnreachable(knowledge);
    },
    plan,
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
