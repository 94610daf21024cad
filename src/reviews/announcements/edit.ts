import { cancelled } from "./cancelled.ts";
import { confirmed } from "./confirmed.ts";
import { type Kind, occurrenceOf } from "./kind.ts";
import { moved } from "./moved.ts";
import { upcoming } from "./upcoming.ts";
import { updated } from "./updated.ts";

const KINDS: readonly Kind[] = [upcoming, updated];

/** An earlier post says what has become of the meeting. Follows from the news of it. */
export const edit: Kind = {
  kind: "edit",
  plan: () => [],
  compose(subject, composing) {
    const { state } = occurrenceOf(subject, composing) ?? {};
    // Whoever scrolls back to it should not think that it is late: it says today's state.
    const today = { ...composing, dueAt: composing.now };
    if (state === "cancelled") return cancelled.compose(subject, today);
    const same = KINDS.find(({ kind }) => kind === subject.as);
    return (same ?? (subject.from === undefined ? confirmed : moved)).compose(subject, today);
  },
};
