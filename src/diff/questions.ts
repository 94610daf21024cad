import type { GoldenQuestion, Knowledge } from "../core/knowledge.ts";
import type { Language } from "../core/language.ts";
import type { AskedOften } from "../core/question-store.ts";

/** A question that both versions are asked, and why. */
export interface Asking {
  readonly question: string;
  /** Time of asking, where the question names one. */
  readonly at?: string | undefined;
  /** Of whoever asks, where it is known. */
  readonly language?: Language | undefined;
  /** What each version's golden questions expect; also what a given file of questions expects. */
  readonly before?: GoldenQuestion | undefined;
  readonly after?: GoldenQuestion | undefined;
  /** One of the golden questions of either version. */
  readonly golden: boolean;
  /** How often people asked it. */
  readonly count?: number | undefined;
}

interface Sources {
  readonly before: Knowledge | undefined;
  readonly after: Knowledge;
  readonly given: readonly GoldenQuestion[];
  readonly popular: readonly AskedOften[];
}

/** All questions to ask, each once: golden ones first, then those given, then what people ask most. */
export function gatherQuestions({ before, after, given, popular }: Sources): readonly Asking[] {
  const all = new Map<string, Asking>();
  const add = (question: string, at: string | undefined, more: Partial<Asking>): void => {
    const key = `${question}\n${at ?? ""}`;
    const known = all.get(key) ?? { question, at, golden: false };
    all.set(key, { ...more, ...known, golden: known.golden || more.golden === true, count: more.count ?? known.count });
  };
  const old = new Map(before?.questions.map((one) => [`${one.q}\n${one.at ?? ""}`, one]));
  for (const one of after.questions)
    add(one.q, one.at, { golden: true, after: one, before: old.get(`${one.q}\n${one.at ?? ""}`) });
  for (const one of before?.questions ?? []) add(one.q, one.at, { golden: true, before: one });
  for (const one of given) add(one.q, one.at, { before: one, after: one });
  for (const { question, count, language } of popular) add(question, undefined, { count, language });
  return [...all.values()];
}
