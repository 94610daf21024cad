/** Notices a connection that says nothing any more: no heartbeat acknowledged and no event for too long. */
export interface Watchdog {
  /** Something was heard at this time. */
  heard(at: number): void;
  /** Whether nothing was heard for too long; then the waiting starts anew. */
  silent(now: number): boolean;
}

export function createWatchdog(now: number, patienceMs: number): Watchdog {
  let last = now;
  return {
    heard: (at) => {
      last = Math.max(last, at);
    },
    silent: (at) => {
      if (at - last <= patienceMs) return false;
      last = at;
      return true;
    },
  };
}
