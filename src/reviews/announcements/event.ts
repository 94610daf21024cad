import { createHash } from "node:crypto";
import { writeChannel } from "../../core/destination.ts";
import type { Kind } from "./kind.ts";
import { changesOf } from "./news.ts";

/** A scheduled event of the chat itself for each confirmed meeting, where the destination wants it. It is kept, not composed. */
export const event: Kind = {
  kind: "event",
  plan: (situation) =>
    changesOf(situation).flatMap(({ occurrence, current, before }) => {
      const { review, id, end, meeting, state } = occurrence;
      const isWanted = state === "confirmed" || (state === "cancelled" && before?.state === "confirmed");
      if (!isWanted || end <= current.seenAt) return [];
      const content = createHash("sha256")
        .update(JSON.stringify([meeting, review.names]))
        .digest("base64url")
        .slice(0, 10);
      return situation.receivers
        .filter((to) => to.event === true && to.chat === "discord")
        .map((destination) => ({
          key: `event:${review.id}/${id}@${current.sequence}.${content}>${writeChannel(destination)}`,
          subject: { kind: "event" as const, review: review.id, occurrence: id },
          destination,
          dueAt: Math.max(current.seenAt, destination.since),
          expiresAt: end,
          skip: situation.now >= end ? ("late" as const) : undefined,
        }));
    }),
  compose: () => undefined,
};
