import type { Bot } from "../core/bot.ts";
import type { Knowledge } from "../core/knowledge.ts";
import type { KnowledgeStatus, Living, Snapshot } from "../core/living.ts";
import type { Log } from "../core/log.ts";
import type { Problem } from "../core/problem.ts";
import type { Steps } from "../core/steps.ts";
import { inOrder } from "../knowledge/complaint.ts";
import type { Loaded } from "../knowledge/load.ts";
import type { Begun } from "./begin.ts";
import { createBurst } from "./burst.ts";
import { changedFacts, changedFiles } from "./changes.ts";
import { warningsInUse } from "./in-use.ts";
import { createKeeper, type Kept } from "./kept.ts";
import { inBackground, inSlices } from "./pace.ts";
import { type Watching, watchFolder } from "./watch.ts";

/** Puts a bot together, step by step, and works out what its first answers would wait for. */
export type Assembler = (knowledge: Knowledge) => Steps<{ readonly bot: Bot; readonly warming: () => Steps<void> }>;

export interface LivingOptions {
  readonly folder: string;
  readonly begun: Begun;
  readonly kept: Kept;
  readonly assembler: Assembler;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Log;
  /** What is saved together is taken together: once it is quiet for so long; 40 ms unless told otherwise. */
  readonly quietMs?: number;
}

/** Knowledge that follows its files from `start` to `stop`. */
export interface FollowingLiving extends Living {
  readonly name: string;
  start(): void;
  stop(): Promise<void>;
}

/** Where it is never quiet, this long at most. */
const LONGEST_MS = 1500;

/** Answers from the files as they are; while they are broken, from their last good state. */
export async function createLiving(options: LivingOptions): Promise<FollowingLiving> {
  const { folder, begun, assembler, now, log, quietMs = 40 } = options;
  const keeper = createKeeper(options.kept, log);
  const hearers = new Set<Parameters<Living["follow"]>[0]>();
  let assembled = await inSlices(assembler(begun.knowledge));
  let snapshot: Snapshot = { knowledge: begun.knowledge, bot: assembled.bot };
  /** What it was made of, and how the files are now. */
  let taken = begun.from;
  let seen = begun.found;
  let status: KnowledgeStatus = {
    since: now(),
    files: taken.files,
    facts: sizeOf(snapshot.knowledge),
    ...(begun.fromSnapshot ? stale(begun.found, now()) : well(begun.found)),
    fromSnapshot: begun.fromSnapshot,
  };
  let watching: Watching | undefined;
  let isStopped = false;
  let keeping: Promise<void> | undefined;
  /** What was touched since it was last looked at; undefined where that may be anything. */
  let touched: Set<string> | undefined;
  const burst = createBurst({ work: look, quietMs, longestMs: LONGEST_MS });

  function say(next: KnowledgeStatus): void {
    status = next;
    for (const hear of hearers)
      try {
        hear(status, snapshot);
      } catch (error) {
        log.error("Somebody could not be told of a change of the knowledge.", { event: "bug", error });
      }
  }

  function told(path?: string): void {
    if (path === undefined) touched = undefined;
    else touched?.add(path);
    burst.told();
  }

  async function look(since: number, isStill: () => boolean): Promise<boolean> {
    try {
      const before = touched;
      touched = new Set();
      const found = await begun.loader.load(inSlices, before);
      if (await watching?.watch(found.folders)) told();
      // Somebody is still writing: what was read may be half of it.
      if (!isStill()) return false;
      if (found.problems === seen.problems) return true;
      const { knowledge } = found;
      if (knowledge === undefined) say({ ...status, ...stale(found, status.staleSince ?? now()) });
      else await take(found, knowledge, since);
      seen = found;
    } catch (error) {
      touched = undefined;
      log.error("The knowledge could not be reloaded.", { event: "bug", error });
    }
    return true;
  }

  async function take(found: Loaded, knowledge: Knowledge, since: number): Promise<void> {
    const files = changedFiles(taken.sources, found.sources);
    if (files.added.length + files.changed.length + files.removed.length === 0) {
      taken = found;
      say({ ...status, ...well(found) });
    } else {
      const facts = await inSlices(changedFacts(snapshot.knowledge, knowledge));
      assembled = await inSlices(assembler(knowledge));
      taken = found;
      snapshot = { knowledge, bot: assembled.bot };
      const at = now();
      const last = { at, files, facts, ms: Math.round(performance.now() - since) };
      say({ since: at, files: found.files, facts: sizeOf(knowledge), ...well(found), last });
    }
    keeper.keep(found.sources);
    void afterwards();
  }

  /** Nobody waits for this: it goes on only while nothing is reloaded, and ends where there is a newer knowledge. */
  async function afterwards(): Promise<void> {
    const [asked, from, { warming }] = [snapshot, taken, assembled];
    const mayGoOn = async (): Promise<boolean> => {
      await burst.settled();
      return !isStopped && taken === from;
    };
    try {
      await inBackground(warming(), mayGoOn);
      const warnings = await inBackground(warningsInUse(asked, from, now()), mayGoOn);
      if (warnings === undefined || warnings.length === 0 || status.staleSince !== undefined) return;
      say({ ...status, problems: inOrder([...from.problems, ...warnings]) });
    } catch (error) {
      log.error("What only shows in use could not be looked for.", { event: "bug", error });
    }
  }

  /** For the next start; nobody waits for it. */
  async function keepChecked(): Promise<void> {
    if (begun.trouble !== undefined) log.warn(NOT_WHOLE, { error: begun.trouble });
    await begun.checked?.keep(begun.loader.checked()).catch((error: unknown) => log.warn(NOT_KEPT, { error }));
  }

  return {
    name: "knowledge",
    current: () => snapshot,
    status: () => status,
    async reload() {
      told();
      await burst.settled();
      return status;
    },
    follow(hear) {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
    start() {
      begun.aside.start();
      watching = watchFolder({ folder, told, blind: (error) => log.warn(BLIND, { error }) });
      // Whatever has happened since it was read.
      told();
      keeping = keepChecked();
      if (begun.fromSnapshot) return;
      keeper.keep(taken.sources);
      void afterwards();
    },
    async stop() {
      isStopped = true;
      watching?.stop();
      await burst.stop();
      await begun.aside.stop();
      await keeping;
      await keeper.done();
    },
  };
}

const sizeOf = ({ facts, figures }: Knowledge): number => facts.length + figures.length;

const errorsIn = ({ problems }: Loaded): readonly Problem[] => problems.filter(({ severity }) => severity === "error");

const stale = (found: Loaded, staleSince: number) => ({ staleSince, problems: errorsIn(found) });

const well = ({ problems }: Loaded) => ({ staleSince: undefined, fromSnapshot: false, problems });

const BLIND =
  "Hệ điều hành không báo được thay đổi của tệp tri thức (hết lượt theo dõi?): bot tự xem lại hai giây một lần. · The system can't tell of changes to the knowledge files (no watches left?): the bot looks every two seconds.";

const NOT_WHOLE =
  "Bộ nhớ đệm của các tệp đã kiểm tra bị hỏng, nên bỏ qua: mọi tệp được kiểm tra lại. · The cache of checked files is damaged and was ignored: all files were checked again.";

const NOT_KEPT =
  "Không lưu được kết quả kiểm tra tệp: lần khởi động sau sẽ chậm hơn. · What was checked could not be kept: the next start will be slower.";
