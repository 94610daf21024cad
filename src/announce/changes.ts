import { withFolderBefore } from "../before.ts";
import { writeChannel } from "../core/destination.ts";
import { plain } from "../core/text.ts";
import type { Foreseen, Held } from "./foresee.ts";
import type { AnnounceOptions } from "./index.ts";
import { openHeld } from "./open.ts";
import { asData, foreseen } from "./preview.ts";
import { clockText } from "./when.ts";

/** What an edit of the YAML files changes in what will be announced: a dry run. */
export async function changes(options: AnnounceOptions): Promise<void> {
  const { knowledge, language, against = "HEAD", json, say } = options;
  const after = await openHeld(knowledge, language);
  const [gone, come] = await withFolderBefore(knowledge, against, language, async (folder) => {
    const before = await openHeld(folder, language);
    const known = before.knowledge;
    const [old, now] = [await foreseen(before, options, known), await foreseen(after, options, known)];
    return [without(old, now, before), without(now, old, after)] as const;
  });
  if (json)
    return say(JSON.stringify({ gone: gone.map(({ one }) => asData(one)), come: come.map(({ one }) => asData(one)) }));
  if (gone.length + come.length === 0) return say(SAME[language]);
  for (const { one, when } of gone) say(`- ${line(one, when)}`);
  for (const { one, when } of come) say(`+ ${line(one, when)}`);
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
