import type { AnnouncementKind, Subject } from "../../core/announced.ts";
import type { Occurrence } from "../../core/calendar.ts";
import { writeChannel } from "../../core/destination.ts";
import type { Planned, SeenMeeting } from "../../core/ledger.ts";
import { NEWS_MS, type Situation } from "./kind.ts";

/** A meeting as it is now, the version of it that was last seen, and what it was before. */
export interface Change {
  readonly occurrence: Occurrence;
  readonly current: SeenMeeting;
  readonly before: SeenMeeting | undefined;
}

/** What changed last of each meeting that is recorded. */
export const changesOf = ({ occurrences, seen }: Situation): Change[] =>
  occurrences.flatMap((occurrence) => {
    const versions = seen.filter(({ meeting }) => occurrence.meeting !== undefined && meeting === occurrence.id);
    const current = versions.at(-1);
    return current === undefined ? [] : [{ occurrence, current, before: versions.at(-2) }];
  });

/** News goes out at once, to everybody who was there when it came, as long as it is news and the meeting lies ahead. */
export function newsOf(
  kind: AnnouncementKind,
  { occurrence, current }: Change,
  { receivers, now }: Situation,
  from?: Subject["from"],
): Planned[] {
  const { review, id, start, end, time } = occurrence;
  const dueAt = current.seenAt;
  const expiresAt = Math.min(dueAt + NEWS_MS, time === undefined ? end : start);
  // A meeting that was over before it was heard of is no news.
  if (expiresAt <= dueAt) return [];
  return receivers
    .filter(({ since }) => since <= dueAt)
    .map((destination) => ({
      key: `${kind}:${review.id}/${id}@${current.sequence}>${writeChannel(destination)}`,
      subject: { kind, review: review.id, occurrence: id, ...(from === undefined ? {} : { from }) },
      destination,
      dueAt,
      expiresAt,
      skip: now >= expiresAt ? "late" : undefined,
    }));
}
