import { whenLine } from "../../core/meeting.ts";
import { line } from "../../core/text.ts";
import { meetingCard } from "./card.ts";
import { type Kind, occurrenceOf } from "./kind.ts";
import { changesOf, newsOf } from "./news.ts";

/** A meeting that was announced as confirmed does not take place. */
export const cancelled: Kind = {
  kind: "cancelled",
  plan: (situation) =>
    changesOf(situation)
      .filter(({ occurrence, before }) => occurrence.state === "cancelled" && before?.state === "confirmed")
      .flatMap((change) => newsOf("cancelled", change, situation)),
  compose(subject, composing) {
    const occurrence = occurrenceOf(subject, composing);
    if (occurrence?.state !== "cancelled") return undefined;
    const { language } = composing;
    const when = whenLine(occurrence, language);
    const says =
      language === "vi"
        ? [...line`Không họp `, ...when, ...line` như đã báo.`]
        : [...line`The meeting announced for `, ...when, ...line` does not take place.`];
    return meetingCard(CANCELLED, says, occurrence, composing);
  },
};

const CANCELLED = { vi: "Hủy họp", en: "Meeting cancelled" } as const;
