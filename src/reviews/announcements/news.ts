import {
  type AnnouncementKind,
  CHANGED_DETAILS,
  type ChangedDetail,
  type Subject,
  versionOf,
} from "../../core/announced.ts";
import type { Occurrence } from "../../core/calendar.ts";
import { writeChannel } from "../../core/destination.ts";
import type { Language } from "../../core/language.ts";
import type { MeetingDetails, Planned, SeenMeeting } from "../../core/ledger.ts";
import { digest } from "../digest.ts";
import { NEWS_MS, type Receiver, type Situation } from "./kind.ts";

/** A meeting as it is now, when it became so, and what it was before. */
export interface Change {
  readonly occurrence: Occurrence;
  /** The version by which it got the state, date and time that it has. */
  readonly current: SeenMeeting;
  /** The last one with other state, date or time. */
  readonly before: SeenMeeting | undefined;
  /** All with this state, date and time since then, `current` first: they differ in details. */
  readonly since: readonly SeenMeeting[];
  /** How often it has become so: 1 unless it was so before, and otherwise in between. */
  readonly times: number;
}

/** What changed last of each meeting that is recorded. */
export const changesOf = ({ occurrences, seen }: Situation): Change[] =>
  occurrences.flatMap((occurrence) => {
    const isOf = ({ meeting, state }: SeenMeeting) =>
      occurrence.meeting !== undefined && meeting === occurrence.id && state !== "gone";
    const runs = runsOf(seen.filter(isOf));
    const since = runs.at(-1) ?? [];
    const [current] = since;
    if (current === undefined) return [];
    const times = runs.filter(([first]) => first !== undefined && isAlike(first, current)).length;
    return [{ occurrence, current, before: runs.at(-2)?.at(-1), since, times }];
  });

/** Versions that follow each other and differ in details only. */
function runsOf(versions: readonly SeenMeeting[]): SeenMeeting[][] {
  const runs: SeenMeeting[][] = [];
  for (const version of versions) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && isAlike(last, version)) runs.at(-1)?.push(version);
    else runs.push([version]);
  }
  return runs;
}

const isAlike = (one: SeenMeeting, other: SeenMeeting): boolean =>
  one.state === other.state && one.date === other.date && one.time === other.time;

/**
 * That a meeting was confirmed, moved or cancelled. It goes out at once, to everybody who was there when it came, as long as it
 * is news and the meeting lies ahead. Its key tells the meeting's version alone, so that each is one piece of news, whatever a
 * state that was lost or set back takes it for.
 */
export function newsOf(
  kind: AnnouncementKind,
  { occurrence, current, times }: Change,
  situation: Situation,
  from?: Subject["from"],
): Planned[] {
  if (current.silent === true) return [];
  const { review, id } = occurrence;
  const version = versionOf(current);
  return situation.receivers.flatMap((to) =>
    told(current, occurrence, to, situation, {
      key: `news:${review.id}/${id}@${current.state}.${version}#${times}`,
      subject: { kind, review: review.id, occurrence: id, version, ...(from === undefined ? {} : { from }) },
    }),
  );
}

/** That only details of a confirmed meeting have changed, each time; whoever reads nothing else in their language hears nothing. */
export function updatesOf({ occurrence, since, times }: Change, situation: Situation): Planned[] {
  const { review, id } = occurrence;
  return since.flatMap((version, index) => {
    const before = since[index - 1];
    if (before === undefined || version.silent === true) return [];
    const content = digest(version.details, 10);
    const nth = since.slice(0, index + 1).filter(({ details }) => digest(details, 10) === content).length;
    return situation.receivers.flatMap((to) => {
      const changed = changedDetails(before.details, version.details, to.language);
      if (changed.length === 0) return [];
      const subject = { review: review.id, occurrence: id, version: versionOf(version), changed };
      return told(version, occurrence, to, situation, {
        key: `updated:${review.id}/${id}@${versionOf(version)}#${times}.${content}#${nth}`,
        subject: { kind: "updated", ...subject },
      });
    });
  });
}

function told(
  { seenAt: dueAt, doubt }: SeenMeeting,
  { start, end, time }: Occurrence,
  to: Receiver,
  { now }: Situation,
  { key, subject }: Pick<Planned, "key" | "subject">,
): Planned[] {
  const expiresAt = Math.min(dueAt + NEWS_MS, time === undefined ? end : start);
  // A meeting that was over before it was heard of is no news.
  if (expiresAt <= dueAt || to.since > dueAt) return [];
  const skip = now >= expiresAt ? "late" : undefined;
  return [{ key: `${key}>${writeChannel(to)}`, subject, destination: to, dueAt, expiresAt, skip, doubt }];
}

function changedDetails(
  before: MeetingDetails | undefined,
  now: MeetingDetails | undefined,
  language: Language,
): ChangedDetail[] {
  // What an older version of the bot did not note may have been so all along.
  if (before === undefined || now === undefined) return [];
  const read = (details: MeetingDetails, name: ChangedDetail): string | undefined => {
    const value = details[name];
    return typeof value === "object" ? value[language] : value;
  };
  return CHANGED_DETAILS.filter((name) => read(before, name) !== read(now, name));
}
