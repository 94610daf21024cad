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

const UNIT_AFTER =
  /^\s*(?:%|(?:phan tram|per ?cent)\b|(?:nghin|ngan|trieu|ty|ti|thousand|million|billion)(?:\s+(?:nghin|ty|ti|dong|luot|nguoi|usd|do la|tan|doanh nghiep|dong|visits|tonnes|people|dollars|enterprises))*\b|(?:luot|nguoi|tan|doanh nghiep|visits|people|tonnes)\b)/;

const LEADS = new Set(
  "tang giam up down rose fell grew rise fall hon tren duoi over above under below khoang gan about nearly almost around by to than more less".split(
    " ",
  ),
);

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
    const from = tokens[first]?.start ?? token.start;
    const to = token.end + unit.length;
    const end = tokens.findIndex((other) => other.start >= to);
    return { text: text.slice(from, to).trim(), start: i, end: end < 0 ? tokens.length : end };
  }
  return undefined;
}
