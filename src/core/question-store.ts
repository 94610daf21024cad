import type { Status } from "./answer.ts";
import type { Invocation } from "./invocation.ts";
import type { Language } from "./language.ts";

/** A question as it is kept: nobody's name or id is in it. Times are epoch milliseconds. */
export interface KeptQuestion {
  readonly at: number;
  /** As it was typed; a command begins with "/". */
  readonly question: string;
  readonly status: Status | "failed";
  readonly invocation?: Invocation | undefined;
  /** What was answered just before in the same conversation. */
  readonly previous?: Invocation | undefined;
  readonly platform: string;
  readonly language: Language;
  /** A salted hash of who asked. */
  readonly who?: string | undefined;
}

export interface KeptRating {
  readonly at: number;
  readonly useful: boolean;
  readonly invocation: Invocation;
  /** Of the answer that was rated, as a code tells it. */
  readonly digest: string;
  readonly reason?: string | undefined;
  readonly platform: string;
  readonly who?: string | undefined;
}

export interface AskedOften {
  readonly question: string;
  readonly language: Language;
  readonly count: number;
}

/** Where questions are kept. All methods reject where the state is away. */
export interface QuestionStore {
  /** All of them or none. A second rating of one answer by the same person takes the place of the first. */
  keep(questions: readonly KeptQuestion[], ratings: readonly KeptRating[]): Promise<void>;
  /** Made once for each state; without it, hashes of the same person can't be told to be alike. */
  salt(): Promise<string>;
  /** Questions that were not answered, or asked back, newest first: at most `count`, those before the last one that is given. */
  unanswered(count: number, before?: Place | undefined): Promise<readonly (KeptQuestion & Place)[]>;
  /** Newest first. */
  ratings(count: number): Promise<readonly KeptRating[]>;
  /** Questions that were understood so, newest first. */
  askedAs(invocations: readonly Invocation[], count: number): Promise<readonly KeptQuestion[]>;
  /** In plain words, those asked most first; only what is typed exactly alike counts as one. */
  often(count: number): Promise<readonly AskedOften[]>;
  /** Deletes what is older than that, at most so many of each; says how many. */
  forget(before: number, most: number): Promise<number>;
}

/** Where a question stands among the others. */
export interface Place {
  readonly at: number;
  readonly id: string;
}
