import { isDate } from "../core/period.ts";
import type { AskedPeriod } from "./period.ts";

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  "1st": 1,
  "2nd": 2,
  "3rd": 3,
  "4th": 4,
  dau: 1,
  cuoi: 2,
};

const MONTHS = "january february march april may june july august september october november december".split(" ");
const MONTH_NAMES = [...MONTHS.map((name) => `${name}|${name.slice(0, 3)}`), "sept"].join("|");

export const count = (text: string): number => NUMBER_WORDS[text] ?? Number(text);
const monthNumber = (name: string): number => MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1;

/** After "năm" two digits are a year, unless they count something: "9 tháng đầu năm 23". */
const SHORT_YEAR =
  "(?<=\\bnam\\s+)[12]\\d(?=\\s*(?:$|[?!,;.](?!\\d))|\\s+(?:tang|giam|dat|duoc|la|so|cua|thi|bao|may|co|thu|chi|va|voi|o|tai)\\b)";
const YEAR = `((?:19|20)\\d{2}|${SHORT_YEAR})`;
/** An optional year after a part of it: "năm 2023", "/2023", "of 2023", "2023". */
const OF_YEAR = `(?:\\s*(?:of|in|cua|nam|,|/|-|\\.)?\\s*(?:the\\s+)?(?:year|nam)?\\s*${YEAR}\\b)?`;
const SMALL = "(\\d{1,2}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)";
const SMALL_EN = "(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)";

/** "9 tháng", "9T", "chín tháng", but not "bat". */
const MONTHS_OF = `${SMALL}(?:(?<=\\d)\\s*t|(?:(?<=\\d)\\s*|\\s+)thang)`;

/** What has come together by a month is that of all months up to it. */
const UP_TO =
  "(?:tinh\\s+)?(?:den|toi)(?:\\s+het)?|het|by(?:\\s+the\\s+end\\s+of)?|up\\s+to|as\\s+of|through|until|to\\s+the\\s+end\\s+of";

type Reader = (groups: readonly (string | undefined)[], now: Date) => Omit<AskedPeriod, "start" | "end"> | undefined;

const fullYear = (text: string): string => text.padStart(4, "20");
const year = (text: string | undefined): { year?: number } =>
  text === undefined ? {} : { year: Number(fullYear(text)) };
const part = (from: number, to: number, ofYear: string | undefined) =>
  from >= 1 && to <= 12 && from <= to ? { part: [from, to] as const, ...year(ofYear) } : undefined;

function day(dayText: string | undefined, month: number, yearText: string | undefined) {
  const found = { day: Number(dayText), part: [month, month] as const, ...year(yearText) };
  const date = `${fullYear(yearText ?? "2024")}-${String(month).padStart(2, "0")}-${String(found.day).padStart(2, "0")}`;
  if (isDate(date)) return found;
  /** Without a year "30/2" may be something else. */
  return yearText === undefined ? undefined : { impossible: true };
}

/** Longer and more exact forms first: a later reader never sees what an earlier one took. */
const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/\b(\d{4})-(\d{2})-(\d{2})\b/g, ([y, m, d]) => day(d, Number(m), y)],
  [new RegExp(`\\b(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*${YEAR}\\b`, "g"), ([d, m, y]) => day(d, Number(m), y)],
  [
    new RegExp(`\\b(?:ngay\\s+)?(\\d{1,2})\\s+thang\\s+(\\d{1,2}|muoi)\\b${OF_YEAR}`, "g"),
    ([d, m, y]) => day(d, count(m ?? ""), y),
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH_NAMES})\\b${OF_YEAR}`, "g"),
    ([d, m, y]) => day(d, monthNumber(m ?? ""), y),
  ],
  [
    new RegExp(`\\b(${MONTH_NAMES})\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b${OF_YEAR}`, "g"),
    ([m, d, y]) => day(d, monthNumber(m ?? ""), y),
  ],
  [
    new RegExp(
      `\\b(?:tu\\s+|giai doan\\s+|from\\s+|between\\s+)?(?:nam\\s+)?${YEAR}\\s*(?:-|–|—|~|den|toi|to|through|until)\\s*(?:nam\\s+)?${YEAR}\\b`,
      "g",
    ),
    ([a = "", b = ""]) => {
      const [first, last] = [Number(fullYear(a)), Number(fullYear(b))];
      return first < last ? { year: first, lastYear: last } : undefined;
    },
  ],
  [
    new RegExp(`\\b(?:tu\\s+)?thang\\s+(\\d{1,2})\\s*(?:-|–|den|toi)\\s*(?:thang\\s+)?(\\d{1,2})\\b${OF_YEAR}`, "g"),
    ([a, b, y]) => part(Number(a), Number(b), y),
  ],
  [
    new RegExp(`\\b(?:from\\s+)?(${MONTH_NAMES})\\s*(?:-|–|to|through|until)\\s*(${MONTH_NAMES})\\b${OF_YEAR}`, "g"),
    ([a, b, y]) => part(monthNumber(a ?? ""), monthNumber(b ?? ""), y),
  ],
  [
    new RegExp(`\\b${SMALL}\\s*thang\\s+cuoi(?:\\s+nam)?\\b${OF_YEAR}`, "g"),
    ([n, y]) => part(13 - count(n ?? ""), 12, y),
  ],
  [
    new RegExp(`\\b(?:the\\s+)?last\\s+${SMALL_EN}\\s+months\\b${OF_YEAR}`, "g"),
    ([n, y]) => part(13 - count(n ?? ""), 12, y),
  ],
  [
    new RegExp(
      `\\b(?:(\\d|hai|ba|two|three)\\s+quy\\s+dau(?:\\s+(?:tien|nam(?!\\s*(?:19|20)\\d\\d)))?|(?:the\\s+)?first\\s+(\\d|two|three)\\s+quarters)\\b${OF_YEAR}`,
      "g",
    ),
    ([a, b, y]) => part(1, 3 * count(a ?? b ?? ""), y),
  ],
  [new RegExp(`\\b${MONTHS_OF}\\s*/\\s*(\\d\\d)(?!\\d)`, "g"), ([n, y]) => part(1, count(n ?? ""), `20${y}`)],
  [
    new RegExp(
      `\\b${MONTHS_OF}\\b(?:\\s*dau)?(?:\\s+(?:tien|cua\\s+nam|nam(?!\\s*(?:19|20)\\d\\d)|year)\\b)?${OF_YEAR}`,
      "g",
    ),
    ([n, y]) => part(1, count(n ?? ""), y),
  ],
  [new RegExp(`\\b${MONTHS_OF}${YEAR}\\b`, "g"), ([n, y]) => part(1, count(n ?? ""), y)],
  [/\b(\d{1,2})t([12]\d)\b/g, ([n, y]) => part(1, count(n ?? ""), y)],
  [
    new RegExp(`\\b(?:the\\s+)?(?:first\\s+)?${SMALL_EN}[\\s-]*(?:months?|m)\\b${OF_YEAR}`, "g"),
    ([n, y]) => part(1, count(n ?? ""), y),
  ],
  [
    new RegExp(`\\bnua\\s+(dau|cuoi)(?:\\s+nam)?\\b${OF_YEAR}`, "g"),
    ([n, y]) => (n === "dau" ? part(1, 6, y) : part(7, 12, y)),
  ],
  [
    new RegExp(`\\b(?:the\\s+)?(first|second|1st|2nd)\\s+half\\b${OF_YEAR}`, "g"),
    ([n, y]) => (count(n ?? "") === 1 ? part(1, 6, y) : part(7, 12, y)),
  ],
  [new RegExp(`\\bh([12])\\b${OF_YEAR}`, "g"), ([n, y]) => (n === "1" ? part(1, 6, y) : part(7, 12, y))],
  [
    new RegExp(`\\b(?:quy\\s*(iii|ii|iv|i|[1-4]|mot|hai|ba|bon|tu|dau)|q([1-4]))\\b${OF_YEAR}`, "g"),
    ([a, b, y]) => quarter(a ?? b ?? "", y),
  ],
  [
    new RegExp(`\\b(?:the\\s+)?(first|second|third|fourth|1st|2nd|3rd|4th)\\s+quarter\\b${OF_YEAR}`, "g"),
    ([n, y]) => quarter(n ?? "", y),
  ],
  [new RegExp(`\\b(?:${UP_TO})\\s+thang\\s+(\\d{1,2}|muoi)\\b${OF_YEAR}`, "g"), ([m, y]) => part(1, count(m ?? ""), y)],
  [
    new RegExp(`\\b(?:${UP_TO})\\s+(${MONTH_NAMES})\\b\\s*,?\\s*(?:of\\s+)?${YEAR}\\b`, "g"),
    ([m, y]) => part(1, monthNumber(m ?? ""), y),
  ],
  [new RegExp(`\\bthang\\s+(\\d{1,2}|muoi)\\b${OF_YEAR}`, "g"), ([m, y]) => part(count(m ?? ""), count(m ?? ""), y)],
  [
    new RegExp(`\\b(${MONTH_NAMES})\\b\\s*,?\\s*(?:of\\s+)?${YEAR}\\b`, "g"),
    ([m, y]) => part(monthNumber(m ?? ""), monthNumber(m ?? ""), y),
  ],
  [
    new RegExp(`\\b(?:in|of|since|by|on|during)\\s+(${MONTHS.join("|")})\\b`, "g"),
    ([m]) => part(monthNumber(m ?? ""), monthNumber(m ?? ""), undefined),
  ],
  [/\b(\d{1,2})\s*[/]\s*(\d{1,2})\b/g, ([d, m]) => day(d, Number(m), undefined)],
  [new RegExp(`\\b(?:ca|toan|tron|het|nguyen)\\s+nam\\b(?:\\s*${YEAR})?`, "g"), ([y]) => ({ whole: true, ...year(y) })],
  [new RegExp(`\\b(?:nam\\s+)?${YEAR}\\s+(?:ca|toan|tron)\\s+nam\\b`, "g"), ([y]) => ({ whole: true, ...year(y) })],
  [
    new RegExp(`\\b(?:the\\s+)?(?:full|whole|entire)[\\s-]+year\\b(?:\\s*(?:of|in)?\\s*${YEAR})?`, "g"),
    ([y]) => ({ whole: true, ...year(y) }),
  ],
  [new RegExp(`\\b(?:the\\s+)?(?:whole|all)\\s+of\\s+${YEAR}\\b`, "g"), ([y]) => ({ whole: true, ...year(y) })],
  [/\b(?:nam nay|this year)\b/g, (_, now) => ({ year: now.getUTCFullYear() })],
  [/(?<!cung ky |so voi |so |voi )\bnam truoc\b/g, (_, now) => ({ year: now.getUTCFullYear() - 1 })],
  [/\b(?:nam ngoai|last year)\b/g, (_, now) => ({ year: now.getUTCFullYear() - 1 })],
  [/\b(?:nam sau|nam toi|sang nam|next year)\b/g, (_, now) => ({ year: now.getUTCFullYear() + 1 })],
  [
    /\b(?:hien nay|hien tai|(?<!thuc |the |xuat |phat )hien(?= (?:dang|giu|la|lam|con))|bay gio|(?:cho )?(?:toi|den) (?:gio|nay)|hom nay|luc nay|duong nhiem|still|today|now|nowadays|current|currently|at present|right now)\b/g,
    () => ({ now: true }),
  ],
  [new RegExp(`\\b(?:nam|year|in|trong nam|dip|tet)?\\s*${YEAR}\\b`, "g"), ([y]) => year(y)],
];

function quarter(name: string, ofYear: string | undefined) {
  const n = count(name);
  return part(n * 3 - 2, n * 3, ofYear);
}

/** The periods that a folded question names, in the order of the words. `now` is what "this year" means (UTC is near enough). */
export function readAskedPeriods(folded: string, now: number): AskedPeriod[] {
  const found: AskedPeriod[] = [];
  let rest = folded;
  for (const [pattern, read] of READERS) {
    rest = rest.replace(pattern, (match, ...args: (string | number | undefined)[]) => {
      const offset = args.findIndex((arg) => typeof arg === "number");
      const start = args[offset] as number;
      const value = read(args.slice(0, offset) as (string | undefined)[], new Date(now));
      if (value === undefined) return match;
      const lead = match.length - match.trimStart().length;
      found.push({ ...value, start: start + lead, end: start + match.length });
      return "\u0001".repeat(match.length);
    });
  }
  return merged(
    withSharedYear(
      found.sort((a, b) => a.start - b.start),
      folded,
    ),
    folded,
  );
}

/** "quý 1 và quý 2 năm 2022": both are of that year. */
const withSharedYear = (periods: readonly AskedPeriod[], folded: string): AskedPeriod[] =>
  periods.map((one, i) => {
    if (one.part === undefined || one.year !== undefined) return one;
    const beside = [periods[i + 1], periods[i - 1]].find((other) => {
      if (other?.part === undefined || other.year === undefined) return false;
      const [first, second] = other.start > one.start ? [one, other] : [other, one];
      return JOINED.test(folded.slice(first.end, second.start));
    });
    return beside?.year === undefined ? one : { ...one, year: beside.year };
  });

const JOINED = /^\s*(?:,|va|voi|cong|and|so voi|den|toi|to|hay|or|than|plus|&|-|–)?\s*$/;

/** Between two periods these keep them apart. */
const COMPARES = /so voi|\bhon\b|\bvs\b|compared|\bthan\b|against|,/;

/** "9 tháng đầu nămm 2022": a part of a year and a year beside it are one period, so that the year is never passed over. */
function merged(periods: readonly AskedPeriod[], folded: string): AskedPeriod[] {
  const [first, second] = periods;
  if (
    periods.some(({ impossible }) => impossible) ||
    periods.length !== 2 ||
    first === undefined ||
    second === undefined
  )
    return [...periods];
  const [partial, whole] = first.part === undefined ? [second, first] : [first, second];
  const isPart = partial.part !== undefined && partial.year === undefined;
  const isYear = whole.year !== undefined && whole.part === undefined && whole.lastYear === undefined;
  if (!isPart || !isYear || COMPARES.test(folded.slice(first.end, second.start))) return [...periods];
  return [{ ...partial, ...whole, start: first.start, end: second.end }];
}
