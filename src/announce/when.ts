import type { Planned } from "../core/ledger.ts";
import type { Held } from "./foresee.ts";

/** "2027-09-18 08:30" on the clock of the review; of one that is gone, in UTC. */
export function clockText(
  { dueAt, subject }: Pick<Planned, "dueAt" | "subject">,
  { knowledge, calendar }: Held,
): string {
  const review = knowledge.reviews.get(subject.review);
  if (review === undefined) return new Date(dueAt).toISOString();
  return `${calendar.today(review, dueAt)} ${calendar.clock(review, dueAt)}`;
}
