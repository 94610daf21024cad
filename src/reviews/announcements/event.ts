import { writeChannel } from "../../core/destination.ts";
import { whenLine } from "../../core/meeting.ts";
import { firstIdOf } from "../../core/seen.ts";
import { line } from "../../core/text.ts";
import { digest } from "../digest.ts";
import { meetingCard } from "./card.ts";
import { type Kind, occurrenceOf } from "./kind.ts";
import { changesOf } from "./news.ts";

/** A scheduled event of the chat itself for each confirmed meeting, where the destination wants it. It is kept, not composed. */
export const event: Kind = {
  kind: "event",
  plan: (situation) =>
    changesOf(situation).flatMap(({ occurrence, since, before }) => {
      const { review, id, end, meeting, state } = occurrence;
      const latest = since.at(-1);
      const isWanted = state === "confirmed" || (state === "cancelled" && before?.state === "confirmed");
      if (latest === undefined || !isWanted || end <= latest.seenAt) return [];
      const first = firstIdOf({ review: review.id, meeting: id }, situation.allSeen);
      const content = digest([meeting, review.names], 10);
      return situation.receivers
        .filter((to) => to.event === true && to.chat === "discord")
        .map((destination) => ({
          key: `event:${review.id}/${id}@${latest.sequence}.${content}>${writeChannel(destination)}`,
          subject: { kind: "event" as const, review: review.id, occurrence: id, ...(first && { first }) },
          destination,
          dueAt: Math.max(latest.seenAt, destination.since),
          expiresAt: end,
          skip: situation.now >= end ? ("late" as const) : undefined,
        }));
    }),
  /** Only for who looks ahead. */
  compose(subject, composing) {
    const occurrence = occurrenceOf(subject, composing);
    if (occurrence === undefined) return undefined;
    const what = occurrence.state === "cancelled" ? CANCELS : subject.kept === true ? CHANGES : MAKES;
    const says = [...whenLine(occurrence, composing.language), ...line`.`];
    return meetingCard(what, says, occurrence, { ...composing, dueAt: composing.now });
  },
};

const MAKES = { vi: "Tạo sự kiện Discord", en: "Makes a Discord event" } as const;
const CHANGES = { vi: "Sửa sự kiện Discord", en: "Changes its Discord event" } as const;
const CANCELS = { vi: "Hủy sự kiện Discord", en: "Cancels its Discord event" } as const;
