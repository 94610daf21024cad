import type { Bot } from "./bot.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Problem } from "./problem.ts";

/** One immutable state of the knowledge with the bot over it. A request takes it once and keeps to it. */
export interface Snapshot {
  readonly bot: Bot;
  readonly knowledge: Knowledge;
}

/** What is made of a snapshot: once for each, and always of the current one. */
export function perSnapshot<T>(current: () => Snapshot, make: (snapshot: Snapshot) => T): () => T {
  let made: { readonly of: Snapshot; readonly value: T } | undefined;
  return () => {
    const snapshot = current();
    if (made?.of !== snapshot) made = { of: snapshot, value: make(snapshot) };
    return made.value;
  };
}

/** What a reload changed. Files by their path as people see it. */
export interface Reloaded {
  /** Epoch milliseconds; all times here are. */
  readonly at: number;
  readonly files: {
    readonly added: readonly string[];
    readonly changed: readonly string[];
    readonly removed: readonly string[];
  };
  readonly facts: { readonly added: number; readonly changed: number; readonly removed: number };
  /** From the first sign of a change to the new answer. */
  readonly ms: number;
}

/** How the knowledge that is answered from stands to the files. */
export interface KnowledgeStatus {
  /** Epoch milliseconds: since when it is what is answered from. */
  readonly since: number;
  readonly files: number;
  readonly facts: number;
  /** Since when the files are broken, so that an earlier state is answered from; undefined where they are not. */
  readonly staleSince?: number | undefined;
  /** It was read from the last good snapshot when the process started, not from the files. */
  readonly fromSnapshot: boolean;
  /** What is wrong with the files now: errors where it is stale, else warnings and golden questions that fail. */
  readonly problems: readonly Problem[];
  readonly last?: Reloaded | undefined;
}

/** The knowledge of a running bot: it follows the files, and keeps to the last good state where they are broken. */
export interface Living {
  current(): Snapshot;
  status(): KnowledgeStatus;
  /** Looks at the files now. Never rejects. */
  reload(): Promise<KnowledgeStatus>;
  /** Hears of each change of what is answered from, or of its status; returns how to stop that. */
  follow(hear: (status: KnowledgeStatus, snapshot: Snapshot) => void): () => void;
}
