import { type Destination, writeChannel } from "../core/destination.ts";
import type { Both } from "../core/language.ts";
import type { Ledger } from "../core/ledger.ts";
import { DAY_MS } from "./announcements/kind.ts";

/**
 * Tells admins something that is about no announcement, through the ledger, so that it is said once for each key whatever
 * other processes do. The first line of the text is its title.
 */
export async function notice(
  ledger: Ledger,
  admins: readonly Destination[],
  key: string,
  trouble: Both,
): Promise<void> {
  const now = await ledger.now();
  for (const destination of admins)
    await ledger.add({
      key: `${key}>${writeChannel(destination)}`,
      subject: { kind: "trouble", review: "", occurrence: "", trouble },
      destination,
      dueAt: now,
      expiresAt: now + DAY_MS,
    });
}
