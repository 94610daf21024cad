import { capital } from "../../core/language.ts";
import { untilText, whenLine } from "../../core/meeting.ts";
import { line } from "../../core/text.ts";
import { meetingCard } from "./card.ts";
import { type Kind, occurrenceOf } from "./kind.ts";
import { type Change, changesOf, newsOf } from "./news.ts";

/** A meeting has a date: it is new, or takes place after all, or its entry now tells of the next one. */
export const confirmed: Kind = {
  kind: "confirmed",
  plan: (situation) =>
    changesOf(situation)
      .filter((change) => change.occurrence.state === "confirmed" && isNew(change))
      .flatMap((change) => newsOf("confirmed", change, situation)),
  compose(subject, composing) {
    const occurrence = occurrenceOf(subject, composing);
    if (occurrence?.state !== "confirmed") return undefined;
    const { language, calendar, now } = composing;
    const { review, date } = occurrence;
    const until = untilText(calendar.today(review, now), date, language);
    const says = [...line`${capital(until)}: `, ...whenLine(occurrence, language), ...line`.`];
    return meetingCard(CONFIRMED, says, occurrence, composing);
  },
};

function isNew({ occurrence: { date, time, meeting }, before }: Change): boolean {
  if (before === undefined) return meeting?.movedFrom === undefined;
  // Held by mistake and put right again is no news.
  const isElsewhen = before.date !== date || before.time !== time;
  return before.state === "cancelled" || (before.state === "held" && isElsewhen);
}

const CONFIRMED = { vi: "Đã chốt lịch họp", en: "Meeting confirmed" } as const;
