import type { Config } from "../config.ts";
import { UserError } from "../core/errors.ts";
import type { Both } from "../core/language.ts";
import type { Loaded } from "../knowledge/load.ts";
import type { StateLook } from "../store/look.ts";
import type { Reached } from "./reach.ts";

/** ok: as it should be. warning: the bot runs, but somebody may miss something. error: it does not do what it is set up for. */
export type Mark = "ok" | "warning" | "error";

export interface Finding {
  readonly mark: Mark;
  readonly text: Both;
  /** What to do about it. */
  readonly hint?: Both | undefined;
}

/** What several checks look at; each is looked at once. */
export interface Patient {
  readonly config: Config;
  readonly knowledge: () => Promise<Loaded>;
  readonly state: () => Promise<StateLook>;
  /** What Slack and Discord say to our token; undefined where there is none. */
  readonly slack: () => Promise<Reached | undefined>;
  readonly discord: () => Promise<Reached | undefined>;
}

export interface Check {
  readonly name: string;
  /** What it throws is a finding too. */
  run(patient: Patient): Promise<readonly Finding[]>;
}

export const ok = (vi: string, en: string): Finding => ({ mark: "ok", text: { vi, en } });
export const warning = (text: Both, hint?: Both): Finding => ({ mark: "warning", text, hint });
export const wrong = (text: Both, hint?: Both): Finding => ({ mark: "error", text, hint });

/** What was thrown, as a finding: a person's mistake in its own sentence, in the language that is wanted. */
export function wrongBy(error: unknown, check: string): Finding {
  if (error instanceof UserError) return wrong(apart(error.message));
  const reason = error instanceof Error ? error.message : String(error);
  return wrong({ vi: `Không kiểm tra được (${check}): ${reason}`, en: `Could not be checked (${check}): ${reason}` });
}

/** Sentences in both languages are joined where nobody's language is known. */
export function apart(message: string): Both {
  const [vi = message, ...en] = message.split(" · ");
  return { vi, en: en.length === 0 ? vi : en.join(" · ") };
}
