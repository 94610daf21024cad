import { withFolderBefore } from "../before.ts";
import { writeChannel } from "../core/destination.ts";
import { meetingKey } from "../core/seen.ts";
import { plain } from "../core/text.ts";
import { goneText } from "../reviews/announcements/gone.ts";
import type { Foreseen, Held } from "./foresee.ts";
import type { AnnounceOptions } from "./index.ts";
import { openHeld, remembered } from "./open.ts";
import { asData, foreseen } from "./preview.ts";
import { clockText } from "./when.ts";

/** What an edit of the YAML files changes in what will be announced: a dry run. */
export async function changes(options: AnnounceOptions): Promise<void> {
  const { knowledge, language, against = "HEAD", json, say } = options;
  const after = await openHeld(knowledge, language);
  const kept = await remembered(language);
  const { minus, plus, gone } = await withFolderBefore(knowledge, against, language, async (folder) => {
    const before = await openHeld(folder, language);
    const [old, now] = [await foreseen(before, options, kept, before), await foreseen(after, options, kept, before)];
    return {
      minus: without(old.posts, now.posts, before),
      plus: without(now.posts, old.posts, after),
      gone: now.gone.filter((one) => !old.gone.some((other) => meetingKey(other) === meetingKey(one))),
    };
  });
  if (json)
    return say(
      JSON.stringify({
        gone: minus.map(({ one }) => asData(one)),
        come: plus.map(({ one }) => asData(one)),
        meetingsGone: gone.map(({ review, meeting, date, time = null }) => ({ review, meeting, date, time })),
      }),
    );
  if (minus.length + plus.length + gone.length === 0) return say(SAME[language]);
  for (const one of gone) say(`! ${goneText(one)[language]}`);
  for (const { one, when } of minus) say(`- ${line(one, when)}`);
  for (const { one, when } of plus) say(`+ ${line(one, when)}`);
}

interface Told {
  readonly one: Foreseen;
  readonly when: string;
}

/** Those that are not among the others: other place, time or words. */
function without(some: readonly Foreseen[], others: readonly Foreseen[], held: Held): Told[] {
  const known = new Set(others.map((one) => JSON.stringify(asData(one))));
  return some
    .filter((one) => !known.has(JSON.stringify(asData(one))))
    .map((one) => ({ one, when: clockText(one.planned, held) }));
}

const line = ({ planned, answer }: Foreseen, when: string): string =>
  `${when} → ${writeChannel(planned.destination)}: ${plain(answer.headline).replaceAll("\n", " ")}`;

const SAME = {
  vi: "Không có gì thay đổi trong các thông báo sắp đăng.",
  en: "Nothing changes in what will be announced.",
} as const;
