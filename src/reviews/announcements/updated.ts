import type { ChangedDetail } from "../../core/announced.ts";
import { type Both, capital, listOf } from "../../core/language.ts";
import { whenLine } from "../../core/meeting.ts";
import { line } from "../../core/text.ts";
import { meetingCard } from "./card.ts";
import { type Kind, occurrenceOf } from "./kind.ts";
import { changesOf, updatesOf } from "./news.ts";

/** A confirmed meeting has another venue, link, agenda or time zone, while its date and time stay. */
export const updated: Kind = {
  kind: "updated",
  plan: (situation) =>
    changesOf(situation)
      .filter(({ occurrence }) => occurrence.state === "confirmed")
      .flatMap((change) => updatesOf(change, situation)),
  compose(subject, composing) {
    const occurrence = occurrenceOf(subject, composing);
    if (occurrence?.state !== "confirmed") return undefined;
    const { language } = composing;
    const names = (subject.changed ?? []).map((name) => NAMES[name][language]);
    const what = capital(listOf(names, language));
    const says =
      language === "vi"
        ? [...line`${what} đã thay đổi. Họp `, ...whenLine(occurrence, language), ...line`.`]
        : [...line`${what} changed. The meeting: `, ...whenLine(occurrence, language), ...line`.`];
    return meetingCard(UPDATED, says, occurrence, composing);
  },
};

const UPDATED = { vi: "Cập nhật cuộc họp", en: "Meeting updated" } as const;

const NAMES: Readonly<Record<ChangedDetail, Both>> = {
  venue: { vi: "địa điểm", en: "the venue" },
  link: { vi: "liên kết", en: "the link" },
  agenda: { vi: "nội dung", en: "the agenda" },
  timeZone: { vi: "múi giờ", en: "the time zone" },
};
