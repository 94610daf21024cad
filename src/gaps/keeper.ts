import { UserError } from "../core/errors.ts";
import type { Log } from "../core/log.ts";
import type { KeptQuestion, KeptRating, QuestionStore } from "../core/question-store.ts";
import type { AskedQuestion, Questions, Rating } from "../core/questions.ts";
import { hashOf, nameless, namelessIn } from "./nameless.ts";

export interface KeeperOptions {
  /** Throws or rejects with a UserError where the state is away. */
  readonly store: () => QuestionStore;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** How long questions are kept; with 0 none is. */
  readonly days: number;
  readonly log: Log;
  /** So long what was asked waits for more of it. */
  readonly flushMs?: number;
  /** So long a state that is away is left alone. */
  readonly awayMs?: number;
  /** So much waits for a state that is away. */
  readonly most?: number;
}

export interface Keeper extends Pick<Questions, "asked" | "rated"> {
  start(): void;
  /** What was asked is kept first, where the state is there. */
  stop(): Promise<void>;
}

type Waiting = { readonly at: number; readonly asked: AskedQuestion } | { readonly at: number; readonly rated: Rating };

/** So many rows are written before others have a turn: some milliseconds. */
const AT_ONCE = 100;
const DAY_MS = 86_400_000;
const FIRST_FORGET_MS = 60_000;
const FORGOTTEN_AT_ONCE = 500;

/**
 * Keeps questions behind the answers: they wait in memory and are written together. Where the state is away for long, what comes
 * is dropped, which the log counts. What is too old is deleted day by day.
 */
export function createKeeper(options: KeeperOptions): Keeper {
  const { store, now, days, log, flushMs = 1000, awayMs = 5000, most = 2000 } = options;
  let waiting: Waiting[] = [];
  let dropped = 0;
  let timer: NodeJS.Timeout | undefined;
  let daily: NodeJS.Timeout | undefined;
  /** Never rejects. */
  let writing: Promise<void> = Promise.resolve();
  let forgetting: Promise<void> = Promise.resolve();
  let isStopping = false;

  function add(one: Waiting): void {
    if (days === 0) return;
    if (waiting.length >= most) {
      dropped += 1;
      if (dropped === 1) log.warn("Questions are not kept: the state is away.", { event: "questions" });
      return;
    }
    waiting.push(one);
    later(flushMs);
  }

  function later(ms: number): void {
    if (isStopping) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      writing = writing.then(write);
    }, ms).unref();
  }

  /** Writes all that waits; what came meanwhile comes later. */
  async function write(): Promise<void> {
    try {
      for (let some = waiting.slice(0, AT_ONCE); some.length > 0; some = waiting.slice(0, AT_ONCE)) {
        await keep(some);
        waiting = waiting.slice(some.length);
      }
      if (dropped > 0) log.warn(`${dropped} questions were not kept.`, { event: "questions", dropped });
      dropped = 0;
    } catch (error) {
      // The state tells itself that it is away.
      if (error instanceof UserError) return later(awayMs);
      const lost = waiting.splice(0, AT_ONCE).length;
      log.error(`${lost} questions were not kept.`, { event: "questions", dropped: lost, error });
      if (waiting.length > 0) later(flushMs);
    }
  }

  async function keep(some: readonly Waiting[]): Promise<void> {
    const salt = await store().salt();
    const who = (platform: string, id: string | undefined): { readonly who?: string } =>
      id === undefined ? {} : { who: hashOf(salt, platform, id) };
    const questions = some.flatMap((one): KeptQuestion[] => {
      if (!("asked" in one)) return [];
      const { question, invocation, previous, ...rest } = one.asked;
      const kept = {
        ...rest,
        at: one.at,
        question: nameless(question),
        invocation: invocation && namelessIn(invocation),
        previous: previous && namelessIn(previous),
        who: undefined,
        ...who(rest.platform, rest.who),
      };
      return kept.question === "" ? [] : [kept];
    });
    const ratings = some.flatMap((one): KeptRating[] => {
      if (!("rated" in one)) return [];
      const { invocation, reason, ...rest } = one.rated;
      const said = reason === undefined ? "" : nameless(reason);
      return [
        {
          ...rest,
          at: one.at,
          invocation: namelessIn(invocation),
          reason: said === "" ? undefined : said,
          who: undefined,
          ...who(rest.platform, rest.who),
        },
      ];
    });
    await store().keep(questions, ratings);
  }

  /** Bit by bit, so that nobody waits for it. */
  async function forget(): Promise<void> {
    try {
      const before = days === 0 ? now() + DAY_MS : now() - days * DAY_MS;
      let forgotten = 0;
      for (let some = -1; some !== 0 && !isStopping; forgotten += some)
        some = await store().forget(before, FORGOTTEN_AT_ONCE);
      if (forgotten > 0) log.info(`${forgotten} old questions were deleted.`, { event: "questions", forgotten });
      nextForget(DAY_MS);
    } catch (error) {
      if (!(error instanceof UserError)) log.error("Old questions were not deleted.", { event: "questions", error });
      nextForget(FIRST_FORGET_MS);
    }
  }

  function nextForget(ms: number): void {
    if (isStopping) return;
    daily = setTimeout(() => {
      forgetting = forget();
    }, ms).unref();
  }

  return {
    asked: (asked) => add({ at: now(), asked }),
    rated: (rated) => add({ at: now(), rated }),
    start: () => nextForget(FIRST_FORGET_MS),
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      clearTimeout(daily);
      await Promise.all([writing, forgetting]);
      await write();
      const lost = waiting.length + dropped;
      if (lost > 0) log.warn(`${lost} questions were not kept.`, { event: "questions", dropped: lost });
    },
  };
}
