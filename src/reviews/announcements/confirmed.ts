import { capital } from "../../core/language.ts";
import { untilText, whenLine } from "../../core/meeting.ts";
import { line } from "../../core/text.ts";
import { meetingCard } from "./card.ts";
import { type Kind, occurrenceOf } from "./kind.ts";
import { changesOf, newsOf } from "./news.ts";

/** A meeting has a date: it is new, or takes place after all. */
export const confirmed: Kind = {
  kind: "confirmed",
  plan: (situation) =>
    changesOf(situation)
      .filter(({ occurrence, before }) =>
        before === undefined
          ? occurrence.state === "confirmed" && occurrence.meeting?.movedFrom === undefined
          : occurrence.state === "confirmed" && before.state === "cancelled",
      )
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

const CONFIRMED = { vi: "Đã chốt lịch họp", en: "Meeting confirmed" } as const;
