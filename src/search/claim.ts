import type { Token } from "./fold.ts";
import { isNumber } from "./fold.ts";

/** A number that a question wants confirmed, as typed with its unit, and the tokens that say it. */
export interface Claim {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Questions that a yes or no answers, folded. */
const WANTS_YES_OR_NO =
  /(?:dung|phai|chinh xac|that|chuan) (?:khong|ko|k|chua|hong|chu)\b|\bco (?:phai|dung)\b|\bco\b.*\bkhong\b|(?:khong|ko|chu|a|nhi|ha)\s*\?*$|^(?:is|was|were|are|did|does|do|has|have)\b|\b(?:right|correct|true|isn t it)\b/;

/** A unit that stands right after a number, in a folded text. */
export const UNIT_AFTER =
  /^\s*(?:%|(?:phan tram|per ?cent)\b|(?:nghin|ngan|trieu|ty|ti|thousand|million|billion)(?:\s+(?:nghin|ty|ti|dong|luot|nguoi|usd|do la|tan|doanh nghiep|dong|visits|tonnes|people|dollars|enterprises))*\b|(?:luot|nguoi|tan|doanh nghiep|visits|people|tonnes)\b)/;

const BOUNDS = new Set(
  "hon tren duoi over above under below khoang gan about nearly almost around by to than more less".split(" "),
);
const LEADS = new Set(["tang", "giam", "up", "down", "rose", "fell", "grew", "rise", "fall", ...BOUNDS]);

/** Whether a yes or no is wanted in so many words: "phải không", "is it". */
const CONFIRMS =
  /\b(?:dung|phai|chinh xac|that|chuan) (?:khong|ko|k|chua|hong|hok|chu|hem)\b|\bco (?:phai|dung|that)\b|\bphai chang\b|\bco (?:\w+ ){0,2}\d.*\b(?:khong|ko|hong|hok)\b|\bco (?:du|toi|den|hon)\b.*\b(?:khong|ko|hong|hok)\b|^(?:is|was|were|are|did|does|do|has|have)\b|\b(?:right|correct|true|really|isn t it)\b/;

export const wantsConfirming = (folded: string): boolean => CONFIRMS.test(folded.trim());

/** Of which something else is told: a part, an article, a day. */
const NO_COUNT_BEFORE = new Set(
  "trong of so nghi quyet dieu ngay thang quy nam thu lan khoa among the hang".split(" "),
);
const NO_COUNT_AFTER = new Set(
  "thang nam quy tuan ngay lan gio phut month months year years day days week weeks times".split(" "),
);
const STRESS = new Set("du ca tan chi dung co la really exactly only just all".split(" "));
const MONEY_AFTER =
  /^\s*(?:(?:nghin|ngan|trieu|ty|ti)(?: (?:ty|ti|dong|usd|do la))*|(?:thousand|million|billion)(?: (?:dong|usd|dollars|vnd))*)\b/;
const OR = new Set(["hay", "hoac", "or"]);
const UNITS = new Set("nghin ngan trieu ty ti dong thousand million billion dong la".split(" "));
const LEAST_COUNT = 3;

/** A number of things, or an amount, that is to be confirmed, or to be chosen from two: "đủ 63 địa phương", "60 hay 400 chuỗi". */
export interface CountClaim extends Claim {
  readonly isMoney: boolean;
}

/** The same of what is counted, outside figures; undefined where no number is claimed, or more than one. */
export function readCountClaim(
  folded: string,
  text: string,
  tokens: readonly Token[],
  isFree: (at: number) => boolean,
): CountClaim | undefined {
  const numbers = tokens.flatMap((token, i) => (isNumber(token) && isFree(i) ? [i] : []));
  const [first = -1, second] = numbers;
  const between = second === undefined ? [] : tokens.slice(first + 1, second).map(({ folded: word }) => word);
  const isChoice =
    numbers.length === 2 && OR.has(between.at(-1) ?? "") && between.slice(0, -1).every((word) => UNITS.has(word));
  if (first < 0 || (numbers.length > 1 && !isChoice) || (!isChoice && !wantsConfirming(folded))) return undefined;
  const last = isChoice ? (second ?? first) : first;
  const [one, end] = [tokens[first], tokens[last]?.end ?? 0];
  if (one === undefined || !numbers.every((at) => Number(tokens[at]?.folded) >= LEAST_COUNT)) return undefined;
  const money = MONEY_AFTER.exec(folded.slice(end))?.[0];
  const next = tokens[last + 1];
  const isCount = next !== undefined && isFree(last + 1) && !NO_COUNT_AFTER.has(next.folded);
  if (NO_COUNT_BEFORE.has(tokens[first - 1]?.folded ?? "") || (money === undefined && !isCount)) return undefined;
  let start = first;
  while (start > 0 && isFree(start - 1) && isLead(tokens[start - 1])) start--;
  const to = end + (money?.length ?? 0);
  const after = tokens.findIndex((token) => token.start >= to);
  const from = tokens.slice(start, first).find(({ folded: word }) => LEADS.has(word))?.start ?? one.start;
  return {
    text: text.slice(from, to).trim(),
    start,
    end: after < 0 ? tokens.length : after,
    isMoney: money !== undefined,
  };
}

const isLead = (token: Token | undefined): boolean =>
  token !== undefined && (LEADS.has(token.folded) || STRESS.has(token.folded));

/** The claim of a question that names an indicator; undefined where it claims no number. `folded` is the question, folded. */
export function readClaim(
  folded: string,
  text: string,
  tokens: readonly Token[],
  isFree: (at: number) => boolean,
): Claim | undefined {
  if (!WANTS_YES_OR_NO.test(folded.trim())) return undefined;
  for (const [i, token] of tokens.entries()) {
    if (!isNumber(token) || !isFree(i)) continue;
    const unit = UNIT_AFTER.exec(folded.slice(token.end))?.[0] ?? "";
    if (unit === "" && !/[.,]|\d{5}/.test(token.typed)) continue;
    let first = i;
    while (first > 0 && i - first < 3 && isFree(first - 1) && LEADS.has(tokens[first - 1]?.folded ?? "")) first--;
    /** "Tăng" also tells what the number is of. */
    let start = i;
    while (start > first && BOUNDS.has(tokens[start - 1]?.folded ?? "")) start--;
    const from = tokens[first]?.start ?? token.start;
    const to = token.end + unit.length;
    const end = tokens.findIndex((other) => other.start >= to);
    return { text: text.slice(from, to).trim(), start, end: end < 0 ? tokens.length : end };
  }
  return undefined;
}
