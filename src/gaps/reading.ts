import type { Answer } from "../core/answer.ts";
import type { Invocation } from "../core/invocation.ts";
import { digestOf } from "../core/invocation-code.ts";
import type { Language } from "../core/language.ts";
import type { Snapshot } from "../core/living.ts";
import { type Looks, looksOf } from "./patches/likeness.ts";
import { createSketcher, type Sketch, type Sketcher } from "./sketch.ts";

/** A question to be asked again as it was asked. */
export interface Again {
  readonly question: string;
  readonly language: Language;
  readonly previous?: Invocation | undefined;
}

/** How one state of the knowledge reads and answers what was asked; what was worked out once is kept with it. */
export interface Reading extends Snapshot, Pick<Sketcher, "namedIn" | "spoken"> {
  sketch(question: string, language: Language): Sketch;
  /** All names, as they are compared. */
  readonly names: readonly { readonly id: string; readonly looks: Looks }[];
  /** What is answered now; a bug counts as no answer. */
  answer(again: Again, now: number): Answer | undefined;
  /** The digest of what is answered to an invocation on that day; empty for a bug. */
  digest(invocation: Invocation, at: number): string;
}

/** More than is looked at between two changes of the knowledge. */
const MOST = 20_000;

export function createReading(snapshot: Snapshot): Reading {
  const { bot, knowledge } = snapshot;
  const sketcher = createSketcher(knowledge, bot.commands);
  const sketches = createKept<Sketch>();
  const answers = createKept<Answer | undefined>();
  const digests = createKept<string>();
  return {
    ...snapshot,
    names: knowledge.names.map(({ id, text }) => ({ id, looks: looksOf(text) })),
    namedIn: sketcher.namedIn,
    spoken: sketcher.spoken,
    sketch: (question, language) => sketches(`${language} ${question}`, () => sketcher.sketch(question, language)),
    answer(again, now) {
      const { question, language, previous } = again;
      const key = JSON.stringify([question, language, previous, dayOf(now)]);
      return answers(key, () => {
        const [, command = "ask", input = question] = /^\/(\S+)\s*(.*)$/s.exec(question) ?? [];
        try {
          return bot.answer({ command, input, language, previous, now });
        } catch {
          // It is in the log already, from when somebody asked it.
          return undefined;
        }
      });
    },
    digest: (invocation, at) =>
      digests(JSON.stringify([invocation, dayOf(at)]), () => {
        try {
          return digestOf(bot.run(invocation, at));
        } catch {
          return "";
        }
      }),
  };
}

/** What is answered changes from day to day at most, while the knowledge does not. */
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

function createKept<T>(): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined || kept.has(key)) return known as T;
    if (kept.size >= MOST) kept.clear();
    const made = make();
    kept.set(key, made);
    return made;
  };
}
