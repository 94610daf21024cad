import type { Steps } from "../core/steps.ts";
import { couldBeSyllable } from "../search/telex.ts";
import type { Sketch } from "./sketch.ts";

/** Questions as alike as this, 0 to 1, are one. */
const ALIKE = 0.65;

/** What words of little content count for. */
const LIGHT = 0.3;

/** What each thing that is named counts for, beside words. */
const FRAMED = 0.7;

/** So many questions are looked at before others have a turn. */
const STEP = 200;

/**
 * Which questions are alike, as their places in the list: each cluster begins with the one that comes first, to which the others
 * are alike. The same list gives the same clusters.
 */
export function* clusterAlike(sketches: readonly Sketch[]): Steps<readonly (readonly number[])[]> {
  const put = putRight(sketches);
  yield;
  const telling = sketches.map(({ words }) => words.filter((word) => !word.startsWith("-")));
  const wordsOf = telling.map((words) => [...new Set(words.map((word) => put.get(word) ?? word))]);
  const weightOf = rarity(wordsOf);
  const names = namesAmong(sketches);
  yield;
  const frames = sketches.map(({ frame }) => frame.length * FRAMED);
  const sizes = wordsOf.map((words, i) => words.reduce((sum, word) => sum + weightOf(word), frames[i] ?? 0));
  const clusters: number[][] = [];
  /** Clusters by what their first question shares with another. */
  const byWord = new Map<string, number[]>();
  for (const [i, { language, frame, words }] of sketches.entries()) {
    const named = words.map(bare).filter((word) => names.has(word));
    const own = wordsOf[i] ?? [];
    const keys = keysOf([language, ...frame, ...named].join(" "), own);
    const shared = new Map<number, number>();
    for (const [n, key] of keys.entries())
      for (const cluster of byWord.get(key) ?? [])
        shared.set(cluster, (shared.get(cluster) ?? frames[i] ?? 0) + weightOf(own[n] ?? ""));
    const likeness = ([cluster, weight]: readonly [number, number]): number => {
      const whole = (sizes[i] ?? 0) + (sizes[clusters[cluster]?.[0] ?? 0] ?? 0);
      return whole === 0 ? 1 : (2 * weight) / whole;
    };
    const best = mostAlike(shared, likeness);
    if (best !== undefined) clusters[best]?.push(i);
    else {
      for (const key of keys) append(byWord, key, clusters.length);
      clusters.push([i]);
    }
    if (i % STEP === STEP - 1) yield;
  }
  return clusters;
}

/** The first of those most alike, where any is alike enough. */
function mostAlike(
  shared: ReadonlyMap<number, number>,
  likeness: (one: readonly [number, number]) => number,
): number | undefined {
  let best: number | undefined;
  let most = ALIKE;
  for (const one of shared) {
    const alike = likeness(one);
    if (alike > most || (alike === most && best === undefined)) [best, most] = [one[0], alike];
  }
  return best;
}

/** Words so often typed with a capital are names: questions that differ in one are not alike. Function words seldom are. */
const OFTEN = 0.3;
const MOSTLY = 0.7;

function namesAmong(sketches: readonly Sketch[]): ReadonlySet<string> {
  const counts = new Map<string, { all: number; capital: number; idle: boolean }>();
  for (const { words, capitals } of sketches) {
    for (const word of words) {
      const plain = bare(word);
      let count = counts.get(plain);
      if (count === undefined) {
        count = { all: 0, capital: 0, idle: word.startsWith("-") };
        counts.set(plain, count);
      }
      count.all += 1;
      if (capitals.includes(plain)) count.capital += 1;
    }
  }
  const often = ({ all, capital, idle }: { all: number; capital: number; idle: boolean }): boolean =>
    capital >= (idle ? MOSTLY : OFTEN) * all;
  return new Set([...counts].flatMap(([word, count]) => (often(count) ? [word] : [])));
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

const bare = (word: string): string => (word.startsWith("~") || word.startsWith("-") ? word.slice(1) : word);

/** By its words, and where those are none of weight by the frame alone. */
const keysOf = (frame: string, words: readonly string[]): readonly string[] => {
  const keys = words.map((word) => `${frame}\n${word}`);
  return words.every((word) => word.startsWith("~")) ? [...keys, frame] : keys;
};

/** What few questions say tells more than what many do. */
function rarity(wordsOf: readonly (readonly string[])[]): (word: string) => number {
  const counts = countsOf(wordsOf);
  const weights = new Map<string, number>();
  for (const [word, count] of counts)
    weights.set(word, Math.log(1 + wordsOf.length / count) * (word.startsWith("~") ? LIGHT : 1));
  return (word) => weights.get(word) ?? 0;
}

function countsOf(wordsOf: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const words of wordsOf) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Slips of the keys: a rare word that is none, one letter from one that more people typed, or that is one. */
function putRight(sketches: readonly Sketch[]): ReadonlyMap<string, string> {
  const counts = countsOf(sketches.map(({ words }) => words));
  const byForm = new Map<string, string[]>();
  for (const word of counts.keys()) for (const form of withoutOneLetter(word)) append(byForm, form, word);
  const right = new Map<string, string>();
  for (const [word, count] of counts) {
    if (!mayBeSlip(word)) continue;
    const others = withoutOneLetter(word)
      .flatMap((form) => byForm.get(form) ?? [])
      .filter((other) => Math.abs(other.length - word.length) <= 1)
      .filter((other) => (counts.get(other) ?? 0) > count || (counts.get(other) === count && !mayBeSlip(other)))
      .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
    if (others[0] !== undefined) right.set(word, others[0]);
  }
  return right;
}

const mayBeSlip = (word: string): boolean => /^[a-z]{4,}$/.test(word) && (word.length >= 7 || !couldBeSyllable(word));

function withoutOneLetter(word: string): string[] {
  const forms = [word];
  if (/^[a-z]{4,}$/.test(word)) for (let i = 0; i < word.length; i++) forms.push(word.slice(0, i) + word.slice(i + 1));
  return forms;
}
