import type { RawBuilder } from "kysely";
import type { Destination } from "../core/destination.ts";
import type { Planned } from "../core/ledger.ts";

/** What the plan says of a row, as it is kept. */
export function planColumns({ subject, destination, dueAt, expiresAt }: Planned) {
  return {
    kind: subject.kind,
    review: subject.review,
    occurrence: subject.occurrence,
    subject: JSON.stringify(subject),
    chat: destination.chat,
    channel: destination.id,
    destination: writeDestination(destination),
    due_at: dueAt,
    expires_at: expiresAt,
  };
}

/** Always in this order, and nothing that came along with it, so that equal ones are equal as text. */
const writeDestination = ({ chat, id, language, leads, event }: Destination): string =>
  JSON.stringify({ chat, id, language, leads, event });

/** A row that is new: pending, or its skip. */
export function newRow(planned: Planned, id: string, now: RawBuilder<number>) {
  const { key, dueAt, skip, doubt } = planned;
  return {
    id,
    key,
    ...planColumns(planned),
    next_at: dueAt,
    state: skip === undefined ? ("pending" as const) : ("skipped" as const),
    attempts: 0,
    maybe_posted: doubt === undefined ? 0 : 1,
    window_from: doubt?.from ?? null,
    window_to: doubt?.to ?? null,
    unreadable: 0,
    fence: 0,
    lease_owner: null,
    lease_until: null,
    reference: null,
    posted_at: null,
    how: null,
    reason: skip ?? null,
    ended_at: skip === undefined ? null : now,
    created_at: now,
  };
}

/** How many parameters a new row takes at most. */
export const ROW_PARAMETERS = 25;
