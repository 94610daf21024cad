import type { Status } from "./answer.ts";
import type { Choice, Invocation } from "./invocation.ts";
import type { Both, Language } from "./language.ts";

/** A question that was asked, as it is kept: never who asked, only a salted hash, so that people can be counted. */
export interface AskedQuestion {
  readonly question: string;
  readonly status: Status | "failed";
  /** How it was understood; undefined where it was not. */
  readonly invocation?: Invocation | undefined;
  /** What was answered just before in the same conversation. */
  readonly previous?: Invocation | undefined;
  readonly platform: string;
  readonly language: Language;
  /** Who asked, as the platform names them; it is hashed before it is kept. */
  readonly who?: string | undefined;
}

/** 👍 or 👎 on an answer. */
export interface Rating {
  readonly useful: boolean;
  readonly invocation: Invocation;
  /** What the answer said when it was rated (`digestOf`): it says nothing of another answer. */
  readonly digest: string;
  /** What was wrong, in the person's own words. */
  readonly reason?: string | undefined;
  readonly platform: string;
  readonly who?: string | undefined;
}

/** A change of YAML that a person may take over: text to copy, never written by the bot. */
export interface Patch {
  /** alias: another name of something; fact: a stub of what is missing; question: a golden question. */
  readonly kind: "alias" | "fact" | "question";
  /** Where it goes: "figures/…yaml", a file that exists or a new one. */
  readonly file: string;
  readonly yaml: string;
  readonly why: Both;
}

/** Questions alike that got no answer, or a bad one. */
export interface Gap {
  /** Stays the same while the cluster does. */
  readonly id: string;
  /** The one most often asked first. */
  readonly questions: readonly { readonly question: string; readonly count: number }[];
  readonly count: number;
  readonly people: number;
  readonly platforms: readonly string[];
  readonly language: Language;
  readonly last: number;
  /** Refused, asked back, or answered and rated 👎. */
  readonly because: "unknown" | "ambiguous" | "rated";
  readonly nearest: readonly Choice[];
  readonly patches: readonly Patch[];
}

/** What people thought of one answer. */
export interface Feedback {
  readonly invocation: Invocation;
  readonly question: string;
  readonly up: number;
  readonly down: number;
  readonly reasons: readonly string[];
  /** Who looks after what it states; undefined where the knowledge names nobody. */
  readonly owner?: string | undefined;
  readonly last: number;
}

/** A file or fact that its owner should have looked at again. */
export interface Stale {
  /** "figures/…yaml:12" */
  readonly place: string;
  readonly what: Both;
  readonly owner?: string | undefined;
  /** ISO date. */
  readonly verifyBy: string;
}

/** What the bot remembers of questions, for admins. All methods but `asked` reject where the state is away. */
export interface Questions {
  /** Keeps a question; returns at once, and what can't be kept is only counted in the log: answering never waits. */
  asked(question: AskedQuestion): void;
  rated(rating: Rating): void;
  gaps(count: number): Promise<readonly Gap[]>;
  feedback(count: number): Promise<readonly Feedback[]>;
  /** The questions most often asked, whatever came of them. */
  mostAsked(
    count: number,
  ): Promise<readonly { readonly question: string; readonly count: number; readonly language: Language }[]>;
}
