import type { Answer } from "./answer.ts";
import type { Chat } from "./destination.ts";
import type { Both } from "./language.ts";

/** A card that is posted once. */
export interface Announcement {
  /** What is announced to whom; the same key is never posted twice. Any text, at most 300 characters. */
  readonly key: string;
  /** What it says, in the language of the destination. Its choices become buttons (for admins). */
  readonly answer: Answer;
}

/** How a post ended. Nothing is tried again inside of a post: whether and when that is safe is for the ledger. */
export type Posted =
  | { readonly kind: "posted" /** The message's id there. */; readonly reference: string }
  /** Surely not posted; another try may help. */
  | { readonly kind: "refused"; readonly reason: string; readonly retryInMs?: number | undefined }
  /** Surely not posted, and no other try will help before a person mends something (not in the channel, no such channel). */
  | { readonly kind: "hopeless"; readonly trouble: Both }
  /** Perhaps posted: a lost answer, a timeout, status 5xx. */
  | { readonly kind: "unclear"; readonly reason: string };

/** What a look through a channel's history found. */
export type Found =
  | { readonly kind: "found"; readonly reference: string }
  | { readonly kind: "absent" }
  /** The history can't be read: no scope, not in the channel. */
  | { readonly kind: "unreadable"; readonly trouble: Both }
  /** Not now: rate limits, a server that is down. */
  | { readonly kind: "later"; readonly reason: string; readonly retryInMs?: number | undefined };

/** Epoch milliseconds, both ends included. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** A confirmed meeting as a scheduled event. */
export interface MeetingEvent {
  /** Stays the same for a meeting whatever changes. */
  readonly uid: string;
  readonly name: string;
  readonly description: string;
  readonly location: string;
  /** The address at the end of one of the description's lines, to be opened. */
  readonly link?: string | undefined;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly cancelled: boolean;
}

/** Posts announcements on one chat. Its methods never reject. */
export interface Poster {
  readonly chat: Chat;
  /** Where `mayStillSend` says no in the last moment, nothing is sent. */
  post(channel: string, announcement: Announcement, mayStillSend?: () => boolean): Promise<Posted>;
  /** Looks for the announcement of this key among the bot's own messages of that time. */
  find(channel: string, key: string, window: Window): Promise<Found>;
  /** Puts another answer in the place of an earlier post. Harmless when done twice. */
  edit(channel: string, reference: string, answer: Answer): Promise<Posted>;
  /** What the channel is called, or why the bot can't post or read there. */
  inspect(channel: string): Promise<{ readonly name: string } | { readonly trouble: Both }>;
  /** Makes, changes or cancels the scheduled event of a meeting, looking for it first. Harmless when done twice. */
  keepEvent?(channel: string, event: MeetingEvent): Promise<Posted>;
}
