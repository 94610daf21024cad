import type { Channel } from "./destination.ts";
import type { Language } from "./language.ts";

/** The kinds of announcement; each has a file in src/reviews/announcements. */
export const ANNOUNCEMENT_KINDS = [
  "upcoming",
  "confirmed",
  "moved",
  "cancelled",
  "updated",
  "overdue",
  "gone",
  "trouble",
  "event",
  "edit",
] as const;
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];

/**
 * pending: not due yet, or waiting for another try. sending: somebody is at it. posted, skipped and failed are final; uncertain
 * waits for an admin, since only a person can see whether it was posted.
 */
export type LedgerState = "pending" | "sending" | "posted" | "skipped" | "failed" | "uncertain";

/** Why something was not posted. */
export const SKIP_REASONS = {
  late: { vi: "quá muộn để đăng", en: "too late to post" },
  "known-later": { vi: "đến hạn trước khi lịch họp được ghi", en: "due before the meeting was recorded" },
  withdrawn: { vi: "lịch họp đã đổi hoặc không còn", en: "the meeting has changed or is gone" },
  admin: { vi: "người quản trị bỏ qua", en: "skipped by an admin" },
} as const;
export type SkipReason = keyof typeof SKIP_REASONS;

/** How an admin settles an uncertain or failed one. */
export const SETTLINGS = ["posted", "again", "skip"] as const;
export type Settling = (typeof SETTLINGS)[number];

/** What of a meeting is news by itself. */
export const CHANGED_DETAILS = ["venue", "link", "agenda", "timeZone"] as const;
export type ChangedDetail = (typeof CHANGED_DETAILS)[number];

/** "2026-10-18T14:00", or the day alone. */
export const versionOf = ({ date, time }: { readonly date: string; readonly time?: string | undefined }): string =>
  time === undefined ? date : `${date}T${time}`;

/** What an announcement is about; it is composed from the knowledge when it is posted. */
export interface Subject {
  readonly kind: AnnouncementKind;
  /** Ids of the review and of the meeting, or the date that is expected. */
  readonly review: string;
  readonly occurrence: string;
  /** Days before the meeting. */
  readonly lead?: number | undefined;
  /** News: the date and time that it is about, as versionOf writes them; it is not told by whoever knows another. */
  readonly version?: string | undefined;
  /** What is new, where date and time stay. */
  readonly changed?: readonly ChangedDetail[] | undefined;
  /** Where it was before it was moved; where it was to be, if it is gone. */
  readonly from?: { readonly date: string; readonly time?: string | undefined } | undefined;
  /** An edit: the kind of the earlier post, where it stays what it was and only its details are others. */
  readonly as?: AnnouncementKind | undefined;
  /** An event that is looked at beforehand: it was made already. */
  readonly kept?: true | undefined;
  /** An event: the ids of the meeting when it was first seen, by which its scheduled event is found. */
  readonly first?: { readonly review: string; readonly meeting: string } | undefined;
  /** The announcement that is edited, or that made trouble: its id in the ledger. */
  readonly of?: string | undefined;
  /** What went wrong, where it is about that. */
  readonly trouble?: { readonly vi: string; readonly en: string } | undefined;
}

/** An announcement as people look at it: planned or in the ledger. */
export interface Announced {
  /** Its id in the ledger; empty where it is only planned. */
  readonly id: string;
  readonly subject: Subject;
  readonly channel: Channel;
  readonly language: Language;
  /** Epoch milliseconds. */
  readonly dueAt: number;
  readonly state: LedgerState;
  readonly postedAt?: number | undefined;
  readonly reason?: string | undefined;
}
