import type { Announced } from "../core/announced.ts";
import { writeChannel } from "../core/destination.ts";
import type { AnnounceOptions } from "./index.ts";
import { openHeld, withState } from "./open.ts";
import { clockText } from "./when.ts";

const SHOWN = 200;

/** What was posted, skipped, failed or is uncertain, newest first. */
export async function history({ knowledge, language, json, say }: AnnounceOptions): Promise<void> {
  const all = await withState(({ ledger }) => ledger.history(SHOWN));
  if (json) return say(JSON.stringify(all));
  if (all.length === 0) return say(language === "vi" ? "Chưa có thông báo nào." : "Nothing has been announced yet.");
  const held = await openHeld(knowledge, language);
  for (const one of all) say(`${clockText(one, held)} → ${writeChannel(one.channel)}: ${told(one)}`);
}

function told({ id, subject, state, reason }: Announced): string {
  const lead = subject.lead === undefined ? "" : ` T-${subject.lead}`;
  const why = reason === undefined ? "" : ` (${reason})`;
  return `${subject.kind}${lead} ${subject.review}/${subject.occurrence}: ${state}${why} [${id}]`;
}
