import { setTimeout as wait } from "node:timers/promises";
import type { Engine } from "./engine.ts";
import { StateAway } from "./trouble.ts";

const PATIENCE_MS = 10_000;

/** Does it again where two writers met; rejects with what Engine.explain makes of an error. */
export async function steadily<T>(engine: Pick<Engine, "isClash" | "explain">, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!engine.isClash(error) || performance.now() - start > PATIENCE_MS) throw engine.explain(error);
      await wait(1 + Math.random() * 30);
    }
  }
}

/** Tells one line when the state goes away, and one when what failed works again. */
export interface Watch {
  failed(what: string, error: StateAway): void;
  worked(what: string): void;
}

export function createWatch(log: (line: string) => void, back: string): Watch {
  const failing = new Set<string>();
  return {
    failed(what, error) {
      if (failing.size === 0) log(error.detail);
      failing.add(what);
    },
    worked(what) {
      // A full disk can still be read: only what failed before tells that it is over.
      if (!failing.has(what)) return;
      failing.clear();
      log(back);
    },
  };
}

/** The same methods, each done steadily and watched. */
export function steadied<T extends object>(engine: Engine, watch: Watch, methods: T): T {
  const steady = Object.entries(methods).map(([name, method]) => [
    name,
    async (...given: unknown[]): Promise<unknown> => {
      try {
        const result: unknown = await steadily(engine, () => method(...given));
        watch.worked(name);
        return result;
      } catch (error) {
        if (error instanceof StateAway) watch.failed(name, error);
        throw error;
      }
    },
  ]);
  return Object.fromEntries(steady) as T;
}
