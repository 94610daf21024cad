import { setTimeout as wait } from "node:timers/promises";

/** Takes many signs of a change together. */
export interface Burst {
  /** Something may have changed. */
  told(): void;
  /** Resolves when all that was told has been worked on. */
  settled(): Promise<void>;
  /** Nothing new is begun; resolves when what is under way is done. */
  stop(): Promise<void>;
}

export interface BurstOptions {
  /**
   * Works on what was told, with the moment of its first sign by performance.now(). `isStill` tells whether nothing was told
   * since. Resolves to false where it has to be done once more, since that was not so. Must not reject.
   */
  readonly work: (since: number, isStill: () => boolean) => Promise<boolean>;
  /** Once it has been quiet for so long, or after this time whatever happens. */
  readonly quietMs: number;
  readonly longestMs: number;
}

export function createBurst({ work, quietMs, longestMs }: BurstOptions): Burst {
  let first: number | undefined;
  let last = 0;
  let isStopped = false;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (first !== undefined && !isStopped) {
      const since = first;
      const isLong = (): boolean => performance.now() - since >= longestMs;
      for (let left = quietMs; left > 0 && !isLong(); left = last + quietMs - performance.now())
        await wait(Math.min(left, quietMs));
      first = undefined;
      const isStill = (): boolean => first === undefined || isLong();
      if (!(await work(since, isStill))) first = since;
    }
    running = undefined;
  }

  return {
    told() {
      if (isStopped) return;
      last = performance.now();
      first ??= last;
      running ??= run();
    },
    settled: () => running ?? Promise.resolve(),
    async stop() {
      isStopped = true;
      await running;
    },
  };
}
