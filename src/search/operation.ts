import type { Operation } from "../core/command.ts";
import { isNumber, type Token } from "./fold.ts";
import type { Mention } from "./gazetteer.ts";
import { phrasesOf } from "./lexicon.ts";
import { operandsIn } from "./operands.ts";
import { LEADS, OPERATIONS, type Said } from "./operation-words.ts";
import { countAsked, MANY, NOT, ordinalAsked, typeNamed } from "./ranking-words.ts";

/** What a question wants done with figures, and the tokens that say so. */
export interface AskedOperation {
  readonly operation: Operation;
  readonly spans: readonly Span[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

const MOST = phrasesOf(["nhất"]);
const FAR = 7;

/** "bình quân đầu người": another number, which no figures here add up to. */
const PER_SOMETHING = phrasesOf(
  "đầu người|mỗi người|một người|người dân|trên đầu người|theo đầu người|mỗi hộ|một hộ|mỗi tháng|một tháng|hằng tháng|hàng tháng|mỗi ngày|một ngày|mỗi quý|tháng|ngày|mỗi|per|a month|a day|each".split(
    "|",
  ),
);

/**
 * What is to be done with figures: for questions that name an indicator, since elsewhere "most" and "first" may be part of
 * a name or a title. `isFree` tells the tokens that are neither name nor period.
 */
export function readOperation(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  periodCount: number,
  isFree: (at: number) => boolean,
): AskedOperation | undefined {
  const asked = operationIn(tokens, mentions, periodCount, isFree);
  if (asked === undefined || asked.operation.name === "change") return asked;
  /** Of two indicators there is no ranking and no sum. */
  const isOther =
    operandsIn(mentions, periodCount).indicators > 1 ||
    (asked.operation.name === "rank" && ranksOthers(tokens, isFree));
  return isOther ? { ...asked, operation: { name: "other", values: {} } } : asked;
}

/** What may stand before "nào" where places or periods are ranked. */
const RANKED = new Set(
  "noi phuong pho tp tinh thanh ben nam quy thang ky cai vung vuc mien nuoc gia cho diem khi luc dau".split(" "),
);
const BRANCHES = new Set(
  "sector sectors industry industries branch company companies district field product".split(" "),
);

/** "Ngành nào", "which sector": of these nothing is held side by side. */
const ranksOthers = (tokens: readonly Token[], isFree: (at: number) => boolean): boolean =>
  tokens.some((token, i) => {
    if (BRANCHES.has(token.folded)) return isFree(i);
    const before = tokens[i - 1];
    if (token.folded !== "nao" || before === undefined || !isFree(i - 1)) return false;
    return !RANKED.has(before.folded) || (before.folded === "vuc" && tokens[i - 2]?.folded === "linh");
  });

function operationIn(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  periodCount: number,
  isFree: (at: number) => boolean,
): AskedOperation | undefined {
  const found = phrasesIn(tokens, mentions, isFree);
  const spansOf = (...kinds: Said["kind"][]): Span[] => found.filter(({ value }) => kinds.includes(value.kind));
  const { places } = operandsIn(mentions, periodCount);
  const order = found.flatMap(({ value }) => (value.kind === "order" ? [value.value] : []));
  const ordinal = ordinalAsked(tokens, isFree);
  if (ordinal !== undefined) order.push(ordinal.order ?? "all");
  if (order.length > 0) {
    const count = countAsked(tokens, isFree, places);
    const overs = found.flatMap(({ value }) => (value.kind === "over" ? [value.value] : []));
    /** "Mức cao nhất của <nơi>": of all its years, where neither a period nor its place among others is asked for. */
    const isBest = periodCount === 0 && !order.includes("position") && !NOT.has(tokens.at(-1)?.folded ?? "");
    const over = places === 1 ? (overs[0] ?? (isBest && ordinal === undefined ? "years" : undefined)) : undefined;
    const directions = new Set(order.filter((one) => one === "highest" || one === "lowest"));
    const [direction] = directions.size === 1 ? directions : [];
    const type = typeNamed(tokens, isFree, over === undefined ? places : MANY);
    return {
      operation: {
        name: "rank",
        values: {
          ...(direction === undefined ? {} : { order: direction }),
          ...(count === undefined ? {} : { top: String(count.value) }),
          ...(ordinal === undefined || places === 1 ? {} : { at: String(ordinal.value) }),
          ...type.values,
          ...(over === undefined ? {} : { over }),
        },
      },
      spans: [
        ...spansOf("order", ...(over === undefined ? [] : (["over"] as const))),
        ...(count?.spans ?? []),
        ...type.spans,
      ],
    };
  }
  if (found.some(({ value }) => value.kind === "average")) {
    const spans = spansOf("average");
    if (spans.some(({ end }) => PER_SOMETHING.longest(tokens, end) !== undefined)) return undefined;
    const type = typeNamed(tokens, isFree, places === 0 ? 0 : MANY);
    return { operation: { name: "average", values: type.values }, spans: [...spans, ...type.spans] };
  }
  const totals = found.filter(({ value }) => value.kind === "total");
  const isTotal = totals.some(({ value }) => value.kind === "total" && (!value.weak || places > 1 || periodCount > 1));
  if (isTotal && (places !== 1 || periodCount > 1)) {
    const type = typeNamed(tokens, isFree, places === 0 ? 0 : MANY);
    return { operation: { name: "total", values: type.values }, spans: [...spansOf("total"), ...type.spans] };
  }
  const changes = spansOf("change");
  return changes.length === 0 ? undefined : { operation: { name: "change", values: {} }, spans: changes };
}

type Found = Span & { readonly value: Said };

function phrasesIn(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  isFree: (at: number) => boolean,
): readonly Found[] {
  const found: Found[] = [];
  const allFree = (start: number, end: number): boolean => {
    for (let i = start; i < end; i++) if (!isFree(i)) return false;
    return true;
  };
  for (let i = 0; i < tokens.length; ) {
    const phrase = OPERATIONS.longest(tokens, i);
    const end = i + (phrase?.length ?? 1);
    if (phrase !== undefined && allFree(i, end) && isMeant(phrase.value, tokens, i, end, mentions)) {
      found.push({ start: i, end, value: phrase.value });
      i = end;
      continue;
    }
    const lead = LEADS.longest(tokens, i);
    const isBound = lead !== undefined && isAtLeast(tokens, i);
    const most = lead === undefined || isBound || !isFree(i) ? -1 : mostAfter(tokens, i + 1);
    if (lead !== undefined && most > 0) {
      const value = { kind: "order", value: lead.value } as const;
      found.push({ start: i, end: i + 1, value }, { start: most, end: most + 1, value });
    }
    i++;
  }
  return found;
}

/** Of "nhiều … nhất", where the last word stands; −1 without. */
function mostAfter(tokens: readonly Token[], from: number): number {
  for (let i = from; i < Math.min(tokens.length, from + FAR); i++)
    if (MOST.longest(tokens, i) !== undefined) return NOT_SUPERLATIVE.has(tokens[i - 1]?.folded ?? "") ? -1 : i;
  return -1;
}

/** "thống nhất", "gần nhất", "mới nhất", "thứ nhất": no superlative of an amount. */
const NOT_SUPERLATIVE = new Set(["thong", "gan", "moi", "thu", "duy", "dong", "hop"]);

/** "ít nhất 5 …": a bound. */
const isAtLeast = (tokens: readonly Token[], at: number): boolean => {
  const after = tokens[at + 2];
  return tokens[at]?.folded === "it" && tokens[at + 1]?.folded === "nhat" && after !== undefined && isNumber(after);
};

function isMeant(
  value: Said,
  tokens: readonly Token[],
  start: number,
  end: number,
  mentions: readonly Mention[],
): boolean {
  const text = tokens.slice(start, end).map(({ folded }) => folded);
  if (isAtLeast(tokens, start)) return false;
  if (text[0] === "most" && tokens[start - 1]?.folded === "at") return false;
  if (value.kind !== "total" || text.length > 1) return true;
  /** Without marks "cong" is many a word: it adds where it stands between two names, or before the first. */
  if (text[0] === "cong" && tokens[start]?.marked === false)
    return (start === 0 || mentions.some((m) => m.end === start)) && mentions.some((m) => m.start === end);
  return true;
}
