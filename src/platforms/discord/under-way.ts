import { setTimeout as wait } from "node:timers/promises";

/** What is being answered, so that stopping can wait for it. */
export interface UnderWay {
  /** A promise that never rejects. */
  add(answer: Promise<void>): void;
  /** Resolves when all is answered, or when it took too long. */
  done(): Promise<void>;
}

const LONGEST_MS = 10_000;

export function createUnderWay(): UnderWay {
  const answers = new Set<Promise<void>>();
  return {
    add(answer) {
      answers.add(answer);
      void answer.finally(() => answers.delete(answer));
    },
    async done() {
      const cancel = new AbortController();
      const late = wait(LONGEST_MS, undefined, { signal: cancel.signal }).catch(() => undefined);
      await Promise.race([Promise.all(answers), late]);
      cancel.abort();
    },
  };
}
