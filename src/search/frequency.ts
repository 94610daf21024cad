import { count } from "./period-reading.ts";

/** How often something takes place, as a question says it. */
export interface AskedFrequency {
  /** "6 tháng một lần" is 6, "hai lần một năm" too. */
  readonly everyMonths: number;
  /** False for "hằng năm", which may as well be part of a name. */
  readonly isAsked: boolean;
  /** Offsets into the folded question of the words that say it; what stands between them may say what takes place. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

const N = "(\\d{1,2}|nua|mot|hai|ba|bon|sau|muoi hai)";
const MONTHS: Readonly<Record<string, number>> = {
  thang: 1,
  quy: 3,
  nam: 12,
  month: 1,
  quarter: 3,
  year: 12,
};
const HALF = 0.5;
const countOf = (text: string | undefined): number =>
  text === "nua" ? HALF : text === "muoi hai" ? 12 : text === "twice" ? 2 : text === "once" ? 1 : count(text ?? "1");

const IN_PASSING = /^(?:hang|quarterly|annually|yearly)/;

type Reader = (groups: readonly (string | undefined)[]) => number;

const READERS: readonly (readonly [RegExp, Reader])[] = [
  /** "6 tháng sơ kết một lần", "nửa năm/lần" */
  [
    new RegExp(`\\b(?:cu |moi |cach )?${N} (thang|quy|nam)\\b(?:.*?)((?: ?/ ?| moi | )(?:mot |1 )?lan\\b)`, "d"),
    ([n, unit]) => countOf(n) * (MONTHS[unit ?? ""] ?? 0),
  ],
  /** "mỗi năm hai lần" */
  [
    new RegExp(`\\b(?:moi|mot|1) (thang|quy|nam)\\b(?:.*?)( ${N} lan\\b)`, "d"),
    ([unit, , n]) => (MONTHS[unit ?? ""] ?? 0) / countOf(n),
  ],
  /** "hai lần mỗi năm" */
  [
    new RegExp(`\\b${N} lan (?:moi|mot|1|tren|/) ?(thang|quy|nam)\\b`, "d"),
    ([n, unit]) => (MONTHS[unit ?? ""] ?? 0) / countOf(n),
  ],
  [/\bhang (thang|quy|nam)\b/d, ([unit]) => MONTHS[unit ?? ""] ?? 0],
  [
    /\bevery (\d{1,2}|two|three|four|six|twelve)? ?(month|quarter|year)s?\b/d,
    ([n, unit]) => (n === undefined ? 1 : n === "twelve" ? 12 : countOf(n)) * (MONTHS[unit ?? ""] ?? 0),
  ],
  [
    /\b(once|twice|(?:\d|two|three|four|six)(?= times)) ?(?:times )?(?:a|per|each|every) (month|quarter|year)\b/d,
    ([n, unit]) => (MONTHS[unit ?? ""] ?? 0) / countOf(n),
  ],
  [/\b(?:half-?yearly|every half year|semi-?annually)\b/d, () => 6],
  [/\bquarterly\b/d, () => 3],
  [/\b(?:annually|yearly|every year|once yearly)\b/d, () => 12],
];

/** How often a question says that something takes place; undefined where it says nothing of the kind. */
export function readFrequency(folded: string): AskedFrequency | undefined {
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    const everyMonths = read(match.slice(1));
    const [start, end] = match.indices?.[0] ?? [0, 0];
    const last = match.slice(1).findIndex((group) => group?.endsWith("lan") === true) + 1;
    const tail = last > 0 ? match.indices?.[last] : undefined;
    const head = tail === undefined ? end : (match.indices?.[last - 1]?.[1] ?? end);
    if (!(everyMonths > 0)) continue;
    return {
      everyMonths,
      isAsked: !IN_PASSING.test(match[0]),
      spans: [{ start, end: head }, ...(tail === undefined ? [] : [{ start: tail[0], end: tail[1] }])],
    };
  }
  return undefined;
}
