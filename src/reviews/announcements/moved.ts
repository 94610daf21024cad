import { whenLine, whenText } from "../../core/meeting.ts";
import { line } from "../../core/text.ts";
import { meetingCard } from "./card.ts";
import { type Kind, occurrenceOf } from "./kind.ts";
import { type Change, changesOf, newsOf } from "./news.ts";

/** A confirmed meeting has another date or time than it had. */
export const moved: Kind = {
  kind: "moved",
  plan: (situation) =>
    changesOf(situation).flatMap((change) => {
      const from = movedFrom(change);
      return from === undefined ? [] : newsOf("moved", change, situation, from);
    }),
  compose(subject, composing) {
    const occurrence = occurrenceOf(subject, composing);
    if (occurrence?.state !== "confirmed") return undefined;
    const { language } = composing;
    const old = subject.from === undefined ? "" : whenText(subject.from, language);
    const when = whenLine(occurrence, language);
    const says =
      language === "vi"
        ? [...line`Chuyển từ ${old} sang `, ...when, ...line`.`]
        : [...line`Moved from ${old} to `, ...when, ...line`.`];
    return meetingCard(MOVED, says, occurrence, composing);
  },
};

const MOVED = { vi: "Dời lịch họp", en: "Meeting moved" } as const;

/** Where it was: as this bot saw it, or as the file says of a meeting that it sees for the first time. */
function movedFrom({ occurrence, before }: Change) {
  if (occurrence.state !== "confirmed") return undefined;
  if (before === undefined) return occurrence.meeting?.movedFrom;
  return before.state === "confirmed" ? { date: before.date, time: before.time } : undefined;
}
