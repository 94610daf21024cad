import { whenLine, whenText } from "../../core/meeting.ts";
import { line } from "../../core/text.ts";
import { meetingCard } from "./card.ts";
import { type Kind, occurrenceOf } from "./kind.ts";
import { type Change, changesOf, newsOf } from "./news.ts";

/** A confirmed meeting has another date or time than it had, or its time is known at last. */
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
    const { from } = subject;
    const when = whenLine(occurrence, language);
    if (from?.date === occurrence.date && from.time === undefined) {
      const says = language === "vi" ? line`Họp lúc ` : line`The meeting is at `;
      return meetingCard(TIMED, [...says, ...when, ...line`.`], occurrence, composing);
    }
    const old = from === undefined ? "" : whenText(from, language);
    if (from?.date === occurrence.date && occurrence.time === undefined) {
      const says =
        language === "vi"
          ? [...line`Vẫn họp `, ...when, ...line`, nhưng giờ họp ${from.time ?? ""} không còn đúng; giờ mới chưa rõ.`]
          : [...line`Still on `, ...when, ...line`, but not at ${from.time ?? ""}; the new time is not known yet.`];
      return meetingCard(UNTIMED, says, occurrence, composing, ["movedFrom"]);
    }
    const says =
      language === "vi"
        ? [...line`Chuyển từ ${old} sang `, ...when, ...line`.`]
        : [...line`Moved from ${old} to `, ...when, ...line`.`];
    return meetingCard(MOVED, says, occurrence, composing, ["movedFrom"]);
  },
};

const MOVED = { vi: "Dời lịch họp", en: "Meeting moved" } as const;
const TIMED = { vi: "Đã có giờ họp", en: "Time of the meeting" } as const;
const UNTIMED = { vi: "Giờ họp thay đổi", en: "Time of the meeting changed" } as const;

/** Where it was: as this bot saw it, or as the file says of a meeting that it sees for the first time. */
function movedFrom({ occurrence, before }: Change) {
  if (occurrence.state !== "confirmed") return undefined;
  if (before === undefined) return occurrence.meeting?.movedFrom;
  return before.state === "confirmed" ? { date: before.date, time: before.time } : undefined;
}
