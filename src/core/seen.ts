import type { SeenMeeting } from "./ledger.ts";

/** A meeting as the knowledge holds it now. */
export type HeldMeeting = Omit<SeenMeeting, "sequence" | "seenAt">;

/** Of these meetings the versions that are new to whoever has seen those others. */
export function newVersions(seen: readonly SeenMeeting[], held: readonly HeldMeeting[], now: number): SeenMeeting[] {
  return held.flatMap((meeting) => {
    const last = seen.filter((one) => one.review === meeting.review && one.meeting === meeting.meeting).at(-1);
    const isKnown =
      last !== undefined && last.state === meeting.state && last.date === meeting.date && last.time === meeting.time;
    return isKnown ? [] : [{ ...meeting, sequence: last === undefined ? 0 : last.sequence + 1, seenAt: now }];
  });
}
