import type { Snapshot } from "./living.ts";
import type { Poster } from "./poster.ts";

/** A place where people talk to the bot. */
export interface Platform {
  readonly name: string;
  /**
   * Connects and answers until stopped, each request from the snapshot that is current when it comes in. Rejects with a
   * UserError that says what to do where the settings are wrong.
   */
  start(current: () => Snapshot): Promise<void>;
  /** Answers what is under way, then closes. */
  stop(): Promise<void>;
  /** Whether what is asked now would arrive; absent where a platform can't tell: then it does from start to stop. */
  readonly isConnected?: () => boolean;
  /** Posts announcements; absent where nobody is announced to. It works without `start`. */
  readonly poster?: Poster;
}
