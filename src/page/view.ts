import type { Language } from "../core/language.ts";
import type { KnowledgeStatus, Snapshot } from "../core/living.ts";
import type { PageDesk } from "./desk.ts";
import type { Html } from "./html.ts";
import type { Catalogue } from "./knowledge/catalogue.ts";
import type { StaticFiles } from "./static.ts";

/** auto: as the reader's machine is set. */
export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** What one request is answered from: one state of the knowledge, for one reader. */
export interface View {
  readonly desk: PageDesk;
  readonly snapshot: Snapshot;
  readonly status: KnowledgeStatus;
  readonly catalogue: Catalogue;
  readonly files: StaticFiles;
  readonly language: Language;
  readonly theme: Theme;
  /** Epoch milliseconds. */
  readonly now: number;
  /** As it was asked; only path and query count. */
  readonly url: URL;
  /** By a cookie: then there is something to sign out of. */
  readonly isSignedIn: boolean;
}

/** A page as its maker gives it; the document around it is the same for all. */
export interface Shown {
  readonly title: string;
  readonly main: Html;
  /** 200 where it is left out. */
  readonly status?: 200 | 404;
  /** All of it is renewed when the knowledge changes; where it is not, the reader is told. */
  readonly isLive?: boolean;
}

/** The first value of a query parameter, trimmed; "" where there is none. */
export const asked = ({ url }: View, name: string): string => (url.searchParams.get(name) ?? "").trim();
