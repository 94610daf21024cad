import type { MeetingId, SeenMeeting } from "./ledger.ts";

/** A meeting as the knowledge holds it now. */
export interface HeldMeeting
  extends Pick<SeenMeeting, "review" | "meeting" | "memorandum" | "date" | "time" | "details"> {
  readonly state: Exclude<SeenMeeting["state"], "gone">;
}

/** For maps of meetings. */
export const meetingKey = ({ review, meeting }: MeetingId): string => JSON.stringify([review, meeting]);

/** The latest version of each meeting, by meetingKey; `seen` is in the order of their sequence. */
export const latestVersions = (seen: readonly SeenMeeting[]): ReadonlyMap<string, SeenMeeting> =>
  new Map(seen.map((one) => [meetingKey(one), one]));

/**
 * The versions that are new to whoever has seen those others, when the knowledge holds these meetings. A meeting of the same
 * memorandum, date and time under another id is the same one; a confirmed one that is not held any more is gone. Of a state
 * that is new, nobody knows what was announced before: all of it is silent.
 */
export function newVersions(
  seen: readonly SeenMeeting[],
  held: readonly HeldMeeting[],
  now: number,
  isNew = false,
): SeenMeeting[] {
  const latest = latestVersions(seen);
  const ids = new Set(held.map(meetingKey));
  const missing = [...latest.values()].filter(
    (one) => (one.state === "confirmed" || one.state === "gone") && !ids.has(meetingKey(one)),
  );
  const silent = isNew ? ({ silent: true } as const) : {};
  const fresh = held.flatMap((meeting): SeenMeeting[] => {
    const last = latest.get(meetingKey(meeting));
    if (last !== undefined)
      return isSame(meeting, last) ? [] : [{ ...meeting, sequence: last.sequence + 1, seenAt: now, ...silent }];
    const former = missing.find((one) => isRenamed(one, meeting));
    if (former === undefined) return [{ ...meeting, sequence: 0, seenAt: now, ...silent }];
    const { review, meeting: id, date, time, details } = former;
    const known = { ...meeting, state: "confirmed", date, time, details, sequence: 0, seenAt: now } as const;
    const renamed = { ...known, silent: true, formerly: { review, meeting: id } } as const;
    return isSame(meeting, renamed) ? [renamed] : [renamed, { ...meeting, sequence: 1, seenAt: now }];
  });
  const renamed = new Set([...seen, ...fresh].flatMap(({ formerly }) => (formerly ? [meetingKey(formerly)] : [])));
  const gone = missing.filter(
    (one) =>
      one.state === "confirmed" && !renamed.has(meetingKey(one)) && !held.some((meeting) => isRenamed(one, meeting)),
  );
  return [
    ...fresh,
    ...gone.map(({ review, meeting, memorandum, date, time, details, sequence }): SeenMeeting => {
      return { review, meeting, memorandum, state: "gone", date, time, details, sequence: sequence + 1, seenAt: now };
    }),
  ];
}

/** The ids by which a meeting was first seen; nothing where it still has them. */
export function firstIdOf(meeting: MeetingId, seen: readonly SeenMeeting[]): MeetingId | undefined {
  let first: MeetingId | undefined;
  const known = new Set<string>();
  for (let name: MeetingId | undefined = meeting; name !== undefined && !known.has(meetingKey(name)); ) {
    const key = meetingKey(name);
    known.add(key);
    name = seen.find((one) => one.formerly !== undefined && meetingKey(one) === key)?.formerly;
    first = name ?? first;
  }
  return first;
}

const isSame = (one: HeldMeeting, last: SeenMeeting): boolean =>
  one.state === last.state &&
  one.date === last.date &&
  one.time === last.time &&
  JSON.stringify(one.details) === JSON.stringify(last.details);

const isRenamed = (former: SeenMeeting, { review, memorandum, date, time }: HeldMeeting): boolean =>
  former.date === date &&
  former.time === time &&
  (former.memorandum === undefined ? former.review === review : former.memorandum === memorandum);
