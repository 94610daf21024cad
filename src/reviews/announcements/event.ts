import { writeChannel } from "../../core/destination.ts";
import { firstIdOf } from "../../core/seen.ts";
import { digest } from "../digest.ts";
import type { Kind } from "./kind.ts";
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
  compose: () => undefined,
};
