import { cancelled } from "./cancelled.ts";
import { type Kind, occurrenceOf } from "./kind.ts";
import { moved } from "./moved.ts";

/** An earlier post says what has become of the meeting. Follows from the announcement that it was moved or cancelled. */
export const edit: Kind = {
  kind: "edit",
  plan: () => [],
  compose(subject, composing) {
    const { state } = occurrenceOf(subject, composing) ?? {};
    // Whoever scrolls back to it should not think that it is late: it says today's state.
    const today = { ...composing, dueAt: composing.now };
    return (state === "cancelled" ? cancelled : moved).compose(subject, today);
  },
};
