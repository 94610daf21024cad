import type { Announced, Settling, SkipReason, Subject } from "./announced.ts";
import type { Chat, Destination } from "./destination.ts";

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
  /** When it may have been posted; both ends included. */
  readonly window: { readonly from: number; readonly to: number };
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

/** A version of a meeting that this bot has seen in the knowledge. */
export interface SeenMeeting {
  readonly review: string;
  readonly meeting: string;
  readonly state: "confirmed" | "held" | "cancelled";
  readonly date: string;
  readonly time?: string | undefined;
  /** 0 for the first version of a meeting. */
  readonly sequence: number;
  readonly seenAt: number;
}

export interface RememberedLedger {
  readonly seen: readonly SeenMeeting[];
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
  /** Records versions of meetings that are new; returns all that were ever seen, by meeting and sequence. */
  see(meetings: readonly Omit<SeenMeeting, "sequence" | "seenAt">[]): Promise<readonly SeenMeeting[]>;
  /** What a look ahead needs; nothing is recorded. */
  remembered(): Promise<RememberedLedger>;
  /** When each destination was first heard of, by writeChannel. New ones are recorded as of now. */
  since(destinations: readonly Destination[]): Promise<ReadonlyMap<string, number>>;
  /**
   * The ledger as it should be: new rows are added, skipped ones that should be posted after all come back, pending ones that
   * are not planned any more are withdrawn; what may have been posted is left alone. Other chats are another process's.
   */
  plan(planned: readonly Planned[], chats?: readonly Chat[]): Promise<Changes>;
  /** Adds one row that no plan knows (kinds trouble and edit); nothing where the key exists. */
  add(planned: Planned): Promise<void>;
  /** The oldest due row of these chats whose destination nobody is busy with. */
  claim(owner: string, leaseMs: number, chats?: readonly Chat[]): Promise<Claimed | undefined>;
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
  /** Posts of these meetings at a destination, with their references, oldest first. */
  postsOf(
    review: string,
    occurrence: string,
    channel: string,
  ): Promise<readonly { readonly id: string; readonly reference: string; readonly subject: Subject }[]>;
  /** How many rows are in each state. */
  counts(): Promise<Readonly<Record<string, number>>>;
}
