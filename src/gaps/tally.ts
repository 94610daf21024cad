import type { KeptQuestion } from "../core/question-store.ts";
import type { Gap } from "../core/questions.ts";
import { fold } from "../search/fold.ts";
import type { Again } from "./reading.ts";

/** One question, however its letters were typed, and each time that it was asked. */
export interface Tally extends Again {
  /** As it was most often typed. */
  readonly question: string;
  readonly asked: readonly KeptQuestion[];
}

export interface Counter {
  add(question: KeptQuestion): void;
  /** The one asked most first. */
  tallies(): readonly Tally[];
}

export function createCounter(): Counter {
  const all = new Map<string, KeptQuestion[]>();
  /** Mostly the same is typed alike. */
  const byTyped = new Map<string, KeptQuestion[]>();

  function alike({ question, language, previous }: KeptQuestion): KeptQuestion[] {
    const context = previous === undefined ? language : `${language} ${JSON.stringify(previous)}`;
    const typed = `${context} ${question}`;
    const known = byTyped.get(typed);
    if (known !== undefined) return known;
    const key = `${context} ${foldedQuestion(question)}`;
    const some = all.get(key) ?? [];
    all.set(key, some);
    byTyped.set(typed, some);
    return some;
  }

  return {
    add: (question) => void alike(question).push(question),
    tallies: () =>
      [...all.values()]
        .map((asked): Tally => ({ question: mostTyped(asked), ...contextOf(asked), asked }))
        .sort((a, b) => b.asked.length - a.asked.length || compare(a.question, b.question)),
  };
}

/** The same for one question with and without marks, capitals and a mark at its end. */
export const foldedQuestion = (question: string): string => fold(question).replace(/[\s?!.…]+$/u, "");

function contextOf([first]: readonly KeptQuestion[]): Pick<Again, "language" | "previous"> {
  return { language: first?.language ?? "vi", previous: first?.previous };
}

function mostTyped(asked: readonly KeptQuestion[]): string {
  if (asked.length < 3) return asked[0]?.question ?? "";
  const counts = new Map<string, number>();
  for (const { question } of asked) counts.set(question, (counts.get(question) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0] ?? "";
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** All of some tallies together. Where nobody knows who asked, it was somebody. */
export function together(
  tallies: readonly Tally[],
): Pick<Gap, "questions" | "count" | "people" | "platforms" | "last"> {
  const all = tallies.flatMap(({ asked }) => asked);
  return {
    questions: tallies.map(({ question, asked }) => ({ question, count: asked.length })),
    count: all.length,
    people: Math.max(1, new Set(all.flatMap(({ who }) => who ?? [])).size),
    platforms: [...new Set(all.map(({ platform }) => platform))].sort(),
    last: all.reduce((latest, { at }) => Math.max(latest, at), 0),
  };
}
