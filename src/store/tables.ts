import type { AnnouncementKind, LedgerState } from "../core/announced.ts";
import type { Chat } from "../core/destination.ts";
import type { SeenMeeting } from "../core/ledger.ts";
import type { KeptQuestion } from "../core/question-store.ts";

/**
 * What both databases hold. Only what is the same in both: text, bigint and integer; ids that we make; epoch milliseconds;
 * JSON as text; 0 and 1 for no and yes.
 */
export interface Tables {
  readonly ledger: LedgerTable;
  readonly destination: DestinationTable;
  readonly activation: ActivationTable;
  readonly gap: GapTable;
  readonly meeting_version: MeetingVersionTable;
  readonly subscription: SubscriptionTable;
  readonly audit: AuditTable;
  readonly question: QuestionTable;
  readonly rating: RatingTable;
  readonly salt: SaltTable;
  readonly state_migration: MigrationTable;
}

/** All that people would miss, in the order in which it is copied. */
export const KEPT = [
  "ledger",
  "destination",
  "activation",
  "gap",
  "meeting_version",
  "subscription",
  "audit",
  "question",
  "rating",
  "salt",
] as const satisfies readonly (keyof Tables)[];

export interface LedgerTable {
  id: string;
  key: string;
  /** Of the subject, for queries. */
  kind: AnnouncementKind;
  review: string;
  occurrence: string;
  /** JSON. */
  subject: string;
  /** Of the destination, for queries. */
  chat: Chat;
  channel: string;
  /** JSON. */
  destination: string;
  due_at: number;
  expires_at: number;
  /** When it is tried next. */
  next_at: number;
  state: LedgerState;
  attempts: number;
  /** How many attempts may have posted it, since nobody knows how they ended; a restored backup counts as one. */
  maybe_posted: number;
  /** When those may have posted it. */
  window_from: number | null;
  window_to: number | null;
  unreadable: number;
  /** Goes up with each claim. */
  fence: number;
  lease_owner: string | null;
  lease_until: number | null;
  reference: string | null;
  posted_at: number | null;
  /** How it came to be posted; "again" where an admin sent it back to be posted once more. */
  how: "posted" | "found" | "admin" | "again" | null;
  reason: string | null;
  /** When it became posted, skipped, failed or uncertain. */
  ended_at: number | null;
  created_at: number;
}

export interface DestinationTable {
  chat: Chat;
  channel: string;
  /** When it was first heard of. */
  since: number;
  /** Nothing is posted there before. */
  rest_until: number;
}

/** One row: whose reviews count. */
export interface ActivationTable {
  id: number;
  digest: string;
  at: number;
}

/** A time of which this state does not know what was posted. */
export interface GapTable {
  id: string;
  /** When the backup was made; null where the state was new, and it was all of the time before. */
  from_at: number | null;
  /** When the state was made, or the backup brought back; null in a backup. */
  to_at: number | null;
  /** When meetings were first looked at after it. */
  looked_at: number | null;
}

export interface MeetingVersionTable {
  review: string;
  meeting: string;
  sequence: number;
  state: SeenMeeting["state"];
  date: string;
  time: string | null;
  seen_at: number;
  memorandum: string | null;
  /** JSON. */
  details: string | null;
  /** JSON: [review, meeting]. */
  formerly: string | null;
  /** 1 where it is no news. */
  silent: number | null;
  doubt_from: number | null;
  doubt_to: number | null;
}

export interface SubscriptionTable {
  chat: Chat;
  channel: string;
  language: "vi" | "en";
  /** JSON; null where those of the review count. */
  leads: string | null;
  event: number | null;
  since: number;
}

export interface AuditTable {
  id: string;
  at: number;
  who: string;
  act: string;
  about: string;
}

export interface QuestionTable {
  id: string;
  at: number;
  question: string;
  status: KeptQuestion["status"];
  /** JSON, the same for the same command and values (`writeInvocation`), without the language. */
  invocation: string | null;
  /** The same, of what was answered just before. */
  previous: string | null;
  platform: string;
  language: "vi" | "en";
  /** A salted hash. */
  who: string | null;
}

export interface RatingTable {
  invocation: string;
  /** Of the answer. */
  language: "vi" | "en";
  who: string;
  at: number;
  useful: number;
  digest: string;
  reason: string | null;
  platform: string;
}

/** One row. */
export interface SaltTable {
  id: number;
  salt: string;
}

export interface MigrationTable {
  name: string;
  at: number;
}
