import type { Announced, Settling, SkipReason, Subject } from "./announced.ts";
import type { Chat, Destination } from "./destination.ts";
import type { Both } from "./language.ts";
import type { Window } from "./poster.ts";
import type { HeldMeeting } from "./seen.ts";

/** An announcement that should be posted, or that is known not to be. */
export interface Planned {
  readonly key: string;
  readonly subject: Subject;
  readonly destination: Destination;
  /** Epoch milliseconds; all times here are. */
  readonly dueAt: number;
  /** Not posted from then on. */
  readonly expiresAt: number;
  /** Recorded as skipped for this reason. */
  readonly skip?: SkipReason | undefined;
  /** It may have been posted then by what this state does not know of: it is looked for first. */
  readonly doubt?: Window | undefined;
}

/** A row of the ledger that this process holds the lease of. */
export interface Claimed {
  readonly id: string;
  readonly key: string;
  readonly subject: Subject;
  readonly destination: Destination;
  readonly dueAt: number;
  readonly expiresAt: number;
  readonly attempts: number;
  /** It may have been posted already: an attempt of unknown end, or nobody knows since it is late. Look for it first. */
  readonly maybePosted: boolean;
  /** When it may have been posted. */
  readonly window: Window;
  /** Its time has passed: it is not posted any more, only looked for. */
  readonly expired: boolean;
  /** How often in a row the history could not be read. */
  readonly unreadable: number;
  readonly claimedAt: number;
  /** Goes up with each claim: who holds an older one can't write any more. */
  readonly fence: number;
}

export interface Changes {
  readonly added: number;
  readonly revived: number;
  readonly withdrawn: number;
}

/** What of a meeting is news where date and time stay. Absent in what an older version of the bot saw. */
export interface MeetingDetails {
  readonly venue?: Both | undefined;
  readonly link?: string | undefined;
  readonly agenda?: Both | undefined;
  /** IANA. */
  readonly timeZone: string;
}

/** A version of a meeting that this bot has seen in the knowledge. */
export interface SeenMeeting {
  readonly review: string;
  readonly meeting: string;
  readonly memorandum?: string | undefined;
  /** gone: it was confirmed, and then it was not in the files any more. */
  readonly state: "confirmed" | "held" | "cancelled" | "gone";
  readonly date: string;
  readonly time?: string | undefined;
  readonly details?: MeetingDetails | undefined;
  /** 0 for the first version of a meeting. */
  readonly sequence: number;
  readonly seenAt: number;
  /** No news: the state began with it, or it is a meeting that was seen before under another id. */
  readonly silent?: true | undefined;
  /** The id that it had before, where only that has changed. */
  readonly formerly?: MeetingId | undefined;
  /** When it may have been announced without this state knowing of it. */
  readonly doubt?: Window | undefined;
}

export type MeetingId = Pick<SeenMeeting, "review" | "meeting">;

export interface RememberedLedger {
  readonly seen: readonly SeenMeeting[];
  /** Nothing was ever looked at by it: what the files hold then is no news. */
  readonly isNew: boolean;
  readonly since: ReadonlyMap<string, number>;
  /** Keys of what has been posted, or skipped by an admin. */
  readonly done: ReadonlySet<string>;
}

/** Who has what and when: each announcement is posted once, or its skip is recorded. All methods reject where the state is away. */
export interface Ledger {
  /** The state's own clock: replicas may differ in theirs. */
  now(): Promise<number>;
  /**
   * This process's reviews, as a digest, are from now on what counts: those of a process that started earlier do not any more.
   */
  activate(digest: string): Promise<void>;
  isActive(digest: string): Promise<boolean>;
  /**
   * Records versions of meetings that are new (newVersions); returns all that were ever seen, by meeting and sequence. Undefined,
   * and nothing is recorded, where a digest is given that does not count any more.
   */
  see(meetings: readonly HeldMeeting[], digest?: string): Promise<readonly SeenMeeting[] | undefined>;
  /** What a look ahead needs; nothing is recorded. */
  remembered(): Promise<RememberedLedger>;
  /** When each destination was first heard of, by writeChannel. New ones are recorded as of now. */
  since(destinations: readonly Destination[]): Promise<ReadonlyMap<string, number>>;
  /**
   * The ledger as it should be: new rows are added, skipped ones that should be posted after all come back, pending ones that
   * are not planned any more are withdrawn; what may have been posted is left alone. Other chats are another process's.
   * Undefined, and nothing is changed, where a digest is given that does not count any more.
   */
  plan(planned: readonly Planned[], chats?: readonly Chat[], digest?: string): Promise<Changes | undefined>;
  /** Adds one row that no plan knows (kinds trouble and edit); nothing where the key exists. */
  add(planned: Planned): Promise<void>;
  /** The oldest due row of these chats whose destination nobody is busy with; none where the digest does not count any more. */
  claim(owner: string, leaseMs: number, chats?: readonly Chat[], digest?: string): Promise<Claimed | undefined>;
  /** To be called just before the request leaves. False where the lease is lost: then nothing may be sent. */
  markSending(row: Claimed, leaseMs: number): Promise<boolean>;
  posted(row: Claimed, reference: string, how: "posted" | "found"): Promise<boolean>;
  /** Surely not posted: another try at that time; nothing else goes to this destination before. */
  refused(row: Claimed, retryInMs: number, reason: string): Promise<boolean>;
  /** Perhaps posted: to be looked for when the lease ends. */
  unclear(row: Claimed, reason: string): Promise<boolean>;
  /** Looking for it failed for now; `unreadable` where the history can't be read. */
  lookLater(row: Claimed, retryInMs: number, reason: string, unreadable: boolean): Promise<boolean>;
  failed(row: Claimed, reason: string): Promise<boolean>;
  uncertain(row: Claimed, reason: string): Promise<boolean>;
  skipped(row: Claimed, reason: SkipReason): Promise<boolean>;
  /** False where there is none of that id that waits to be settled. "again" comes back at once, for so long. */
  settle(id: string, how: Settling, expiresInMs: number): Promise<boolean>;
  /** Newest first. */
  history(count: number): Promise<readonly Announced[]>;
  /** Posts of a meeting at a destination, also under ids that it had before, with their references, oldest first. */
  postsOf(
    review: string,
    occurrence: string,
    channel: string,
  ): Promise<readonly { readonly id: string; readonly reference: string; readonly subject: Subject }[]>;
  /** How many rows are in each state. */
  counts(): Promise<Readonly<Record<string, number>>>;
}
