import { setTimeout as wait } from "node:timers/promises";
import { UserError } from "../../core/errors.ts";
import type { Both } from "../../core/language.ts";
import { reasonOf } from "./socket.ts";
import { inBoth, unreachable } from "./trouble.ts";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

export interface Reaching {
  readonly apiUrl: string;
  /** What a person has to mend before it can succeed; that is thrown as a UserError at once. */
  readonly troubleOf: (error: unknown) => Both | undefined;
  readonly log: (line: string) => void;
  readonly stopping: AbortSignal;
}

/** Tries until Slack is there: a machine may start before its network does. Undefined where it is told to stop meanwhile. */
export async function untilReached<T>(attempt: () => Promise<T>, reaching: Reaching): Promise<T | undefined> {
  const { apiUrl, troubleOf, log, stopping } = reaching;
  for (let failed = 0; !stopping.aborted; failed++) {
    try {
      return await attempt();
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble !== undefined) throw new UserError(inBoth(trouble));
      const waitMs = Math.min(FIRST_WAIT_MS * 2 ** failed, LONGEST_WAIT_MS);
      log(`Slack: ${inBoth(unreachable(apiUrl, reasonOf(error)))} Again in ${waitMs / 1000} s.`);
      await wait(waitMs, undefined, { signal: stopping }).catch(() => {});
    }
  }
  return undefined;
}
