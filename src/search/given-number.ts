import { type Claim, UNIT_AFTER } from "./claim.ts";
import { isNumber, type Token } from "./fold.ts";
import { WRAPPING_PHRASES } from "./function-phrases.ts";
import type { Mention } from "./gazetteer.ts";
import { phrasesOf } from "./lexicon.ts";

/** "… là con số gì", "… nói về khoản nào", "what does … refer to", folded. */
const ASKS_WHAT_IT_IS =
  /\b(?:la|nghia la|noi ve|noi toi|noi len|chi|ung voi|danh cho|thuoc|thuoc ve|cua|ve|nhac den|nhac toi)(?: (?:mot|cai|con so|so|so lieu|khoan|khoan muc|khoan tien|tien|chi so|chi tieu|linh vuc|thanh pho|tinh|noi|dia phuong|viec|dieu|ben))* (?:gi|nao|ai|dau)\b|\b(?:what|which|whose)\b.*\b(?:is|was|refers?|mean|means|stands?|belongs?|about|figure|number)\b/;

/** What a number is called, and where it stands: beside these nothing else is told of it. */
const CONTAINERS = phrasesOf(
  "đạt|tăng|giảm|bằng|dự toán|kế hoạch|cùng kỳ|so với cùng kỳ|con số|số|số liệu|khoản|khoản mục|khoản tiền|tiền|chỉ số|chỉ tiêu|lĩnh vực|báo|nói|nói về|nói tới|nói lên|nhắc tới|in|thành phố|tỉnh|địa phương|nơi|nghĩa|ý nghĩa|ứng với|dành cho|chỉ|figure|number|amount|sum|indicator|refer|refers|mean|means|stand|stands|belong|belongs|city|province|place|article|percentage".split(
    "|",
  ),
);
/** What a share or a change is counted from. */
const MEASURES = phrasesOf(
  "dự toán|kế hoạch|cùng kỳ|so với cùng kỳ|so với dự toán|of plan|of the plan|year on year".split("|"),
);
const NAMED_NUMBER = new Set(["so", "figure", "number"]);
const CONTEXT = new Set(["place", "organisation", "source"]);

/**
 * The number whose meaning is asked ("con số 57.000 tỷ nói về khoản gì"): it is all that is told, perhaps with a place or where
 * it was read. `folded` is the question, folded.
 */
export function readGivenNumber(
  folded: string,
  text: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  isFree: (at: number) => boolean,
): Claim | undefined {
  if (!ASKS_WHAT_IT_IS.test(folded)) return undefined;
  if (!mentions.every(({ entities }) => entities.every(({ kind }) => CONTEXT.has(kind)))) return undefined;
  const numbers = tokens.flatMap((token, i) => (isNumber(token) && isFree(i) ? [i] : []));
  const start = numbers.length === 1 ? numbers[0] : undefined;
  const token = start === undefined ? undefined : tokens[start];
  if (start === undefined || token === undefined) return undefined;
  const unit = UNIT_AFTER.exec(folded.slice(token.end))?.[0] ?? "";
  const isCalledSo = NAMED_NUMBER.has(tokens[start - 1]?.folded ?? "");
  if (unit === "" && !isCalledSo && !/[.,]|\d{4}/.test(token.typed)) return undefined;
  const to = token.end + unit.length;
  const after = tokens.findIndex((other) => other.start >= to);
  const end = after < 0 ? tokens.length : after;
  for (let i = 0; i < tokens.length; ) {
    const isOwn = i >= start && i < end;
    const length = isOwn || !isFree(i) ? 1 : longest(tokens, i);
    if (length === 0) return undefined;
    i += length;
  }
  const measure = MEASURES.longest(tokens, end)?.length ?? 0;
  return { text: text.slice(token.start, to).trim(), start, end: end + measure };
}

const longest = (tokens: readonly Token[], at: number): number =>
  Math.max(CONTAINERS.longest(tokens, at)?.length ?? 0, WRAPPING_PHRASES.longest(tokens, at)?.length ?? 0);
