import { type FSWatcher, watch } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

/** Tells that something may have changed in a folder; what has, is for whoever looks. */
export interface Watching {
  /**
   * Watches these folders and no others. Resolves to whether one of them was not watched before: what happened there since it
   * was found, nobody has told.
   */
  watch(folders: readonly string[]): Promise<boolean>;
  stop(): void;
}

export interface WatchOptions {
  readonly folder: string;
  /** Where something was touched, as far as that is known. */
  readonly told: (path?: string) => void;
  /** The system gives no more watches: from now on the folder is looked at every two seconds. */
  readonly blind: (error: unknown) => void;
}

/** How often it is looked whether the folder is still the same one, and how often a quiet one is looked at all the same. */
const POLL_MS = 2000;
const POLLS_A_LOOK = 15;

interface Watched {
  readonly watcher: FSWatcher;
  /** Another folder may come to lie in the same place. */
  readonly identity: string;
}

/**
 * The system tells of changes in the folders that it watches. What it does not tell (a network drive changed by another
 * machine, a link in the way to the folder that leads elsewhere now) is found by looking now and then.
 */
export function watchFolder({ folder, told, blind }: WatchOptions): Watching {
  const above = dirname(resolve(folder));
  const watched = new Map<string, Watched>();
  let isStopped = false;
  let isBlind = false;
  let is: string | undefined;
  let polls = 0;

  const timer = setInterval(() => void poll(), POLL_MS);
  timer.unref();

  async function poll(): Promise<void> {
    const now = await identityOf(folder);
    if (isStopped) return;
    if (isBlind || now !== is || ++polls % POLLS_A_LOOK === 0) told();
    is = now;
  }

  function drop(path: string): void {
    watched.get(path)?.watcher.close();
    watched.delete(path);
  }

  /** False where it was watched already, or can't be. */
  function add(path: string, identity: string): boolean {
    if (isStopped || watched.get(path)?.identity === identity) return false;
    drop(path);
    try {
      const watcher = watch(path, { persistent: false }, (_, name) => {
        // The folder itself went away: a new one in its place has to be watched anew.
        if (name === basename(path)) drop(path);
        if (path === above) return name === null || name === basename(folder) ? told() : undefined;
        told(name === null ? undefined : join(path, name));
      });
      watcher.on("error", () => {
        drop(path);
        told();
      });
      watched.set(path, { watcher, identity });
      return true;
    } catch (error) {
      if (!isGone(error) && !isBlind) blind(error);
      isBlind ||= !isGone(error);
      return false;
    }
  }

  return {
    async watch(folders) {
      const wanted = new Map<string, string>();
      const identify = async (path: string): Promise<void> => {
        const identity = await identityOf(path);
        if (identity !== undefined) wanted.set(path, identity);
      };
      await Promise.all([above, ...folders].map(identify));
      for (const path of [...watched.keys()]) if (!wanted.has(path)) drop(path);
      is = await identityOf(folder);
      return [...wanted].filter(([path, identity]) => add(path, identity)).length > 0;
    },
    stop() {
      isStopped = true;
      clearInterval(timer);
      for (const path of [...watched.keys()]) drop(path);
    },
  };
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");

/** Which folder it is, wherever links lead; undefined where there is none. */
async function identityOf(path: string): Promise<string | undefined> {
  try {
    const real = await realpath(path);
    const { dev, ino } = await stat(real);
    return `${real} ${dev} ${ino}`;
  } catch {
    return undefined;
  }
}
