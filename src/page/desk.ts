import type { Answer } from "../core/answer.ts";
import type { Language } from "../core/language.ts";
import type { Planned } from "../core/ledger.ts";
import type { Living, Snapshot } from "../core/living.ts";
import type { Questions, Stale } from "../core/questions.ts";

/** How a chat shows what is said there: exactly the JSON that it would be sent. */
export interface ChatPreview {
  /** An answer to one person; pages from 1, those out of range are clamped. */
  answer(answer: Answer, snapshot: Snapshot, page: number): unknown | Promise<unknown>;
  /** What nobody asked for. */
  announcement(answer: Answer, snapshot: Snapshot): unknown | Promise<unknown>;
}

/** An announcement that will be posted, as it would read if nothing changed until then. */
export interface Coming {
  readonly planned: Pick<Planned, "subject" | "destination" | "dueAt">;
  readonly answer: Answer;
}

/** The line (from 1) of what lies below an item: a path of keys and places in lists. */
export type LineBelow = (path: readonly (string | number)[]) => number;

/** What the page shows, and what it needs to show it. What is absent is not shown; what rejects is said to be away. */
export interface PageDesk {
  readonly living: Living;
  readonly slack: ChatPreview;
  readonly discord: ChatPreview;
  readonly questions?: Pick<Questions, "gaps" | "feedback"> | undefined;
  /** Soonest first. */
  readonly coming?: (() => Promise<readonly Coming[]>) | undefined;
  /** Files and facts that somebody should have looked at again. */
  readonly stale?: (() => Promise<readonly Stale[]>) | undefined;
  /** All reviews as text/calendar. */
  readonly calendar?: ((language: Language) => Promise<string>) | undefined;
  /** Where the parts of an item stand; without it a part is said to stand where its item begins. */
  readonly linesOf?: ((item: object, snapshot: Snapshot) => Promise<LineBelow | undefined>) | undefined;
  /** The knowledge folder as people type it: "knowledge". */
  readonly folder: string;
  /** Where neither the reader nor the browser says another. */
  readonly language: Language;
  /** IANA: what clocks on the page show. */
  readonly timeZone: string;
  readonly version: string;
  /** Opens the page from elsewhere; without one it opens on this machine only. */
  readonly token: string | undefined;
  /** Aborted when it is time to stop: nothing stays open then. */
  readonly stopping: AbortSignal;
  /** Epoch milliseconds. */
  readonly now: () => number;
}
