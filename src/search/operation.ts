import type { Operation } from "../core/command.ts";
import { isNumber, type Token } from "./fold.ts";
import type { Mention } from "./gazetteer.ts";
import { createPhrases, phrasesOf } from "./lexicon.ts";
import { operandsIn } from "./operands.ts";

/** What a question wants done with figures, and the tokens that say so. */
export interface AskedOperation {
  readonly operation: Operation;
  readonly spans: readonly Span[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

type Said =
  | { readonly kind: "order"; readonly value: "highest" | "lowest" | "all" | "position" }
  | { readonly kind: "total"; readonly weak: boolean }
  | { readonly kind: "average" }
  | { readonly kind: "change" }
  | { readonly kind: "over"; readonly value: "years" | "quarters" | "months" };

const said = (value: Said, phrases: string): (readonly [string, Said])[] =>
  phrases.split("|").map((phrase) => [phrase, value] as const);

const OPERATIONS = createPhrases<Said>([
  ...said(
    { kind: "order", value: "highest" },
    "cao nhất|lớn nhất|nhiều nhất|đông nhất|nhanh nhất|mạnh nhất|tốt nhất|dẫn đầu|đứng đầu|đứng nhất|đứng thứ nhất|xếp thứ nhất|xếp đầu|đầu bảng|số một|highest|largest|biggest|most|fastest|greatest|best|strongest|leads|leading|number one|ranks first|ranked first|first place|highest first",
  ),
  ...said(
    { kind: "order", value: "lowest" },
    "thấp nhất|nhỏ nhất|ít nhất|chậm nhất|kém nhất|yếu nhất|tệ nhất|bét bảng|đứng bét|xếp bét|đứng cuối|xếp cuối|cuối bảng|đội sổ|từ thấp đến cao|từ thấp lên cao|lowest|smallest|least|fewest|slowest|worst|weakest|last place|ranks last|ranked last|lowest first",
  ),
  ...said(
    { kind: "order", value: "all" },
    "xếp hạng|bảng xếp hạng|thứ hạng|xếp thứ tự|xếp theo thứ tự|theo thứ tự|thứ tự|từ cao đến thấp|từ cao xuống thấp|sắp xếp|top|ranking|rankings|rank|ranked|in order|league table|sort|sorted",
  ),
  ...said(
    { kind: "order", value: "position" },
    "đứng thứ mấy|xếp thứ mấy|thứ mấy|hạng mấy|đứng hạng mấy|xếp hạng mấy|xếp hạng thứ mấy|đứng thứ bao nhiêu|xếp thứ bao nhiêu|hạng bao nhiêu|đứng ở vị trí nào|vị trí thứ mấy|what rank|which rank|what place|which place does",
  ),
  ...said(
    { kind: "total", weak: false },
    "tổng cộng|tổng cộng lại|cộng lại|gộp lại|cộng dồn|cộng với|tính gộp|tính chung|gộp chung|cả thảy|tổng của|combined|in total|together|altogether|sum|sum of|add up|added up|added together|plus",
  ),
  ...said({ kind: "total", weak: true }, "tổng|cộng|total"),
  ...said(
    { kind: "average" },
    "trung bình cộng|trung bình|bình quân|trung bình mỗi năm|trung bình hằng năm|trung bình hàng năm|trung bình một năm|bình quân mỗi năm|bình quân hằng năm|bình quân hàng năm|bình quân năm|average|averaged|mean|on average|average per year|annual average|yearly average",
  ),
  ...said(
    { kind: "change" },
    "tăng hay giảm|tăng hay là giảm|tăng lên hay giảm xuống|tăng giảm|tăng giảm thế nào|tăng giảm ra sao|tăng bao nhiêu|giảm bao nhiêu|tăng thêm bao nhiêu|tăng thêm|giảm đi|giảm đi bao nhiêu|tăng lên|giảm xuống|hụt|hụt bao nhiêu|hụt đi|sụt|sụt giảm|sụt bao nhiêu|tụt|tụt bao nhiêu|tăng mấy|giảm mấy|tăng nhiêu|giảm nhiêu|bằng bao nhiêu so với cùng kỳ|bằng mấy so với cùng kỳ|so với cùng kỳ năm trước|so với cùng kỳ năm ngoái|có tăng không|có giảm không|so với năm trước|so với năm ngoái|so với cùng kỳ|so với năm trước đó|so với kỳ trước|biến động|rise or fall|rose or fell|fall or rise|up or down|go up|go down|went up|went down|did it rise|rise|rose|fell|increase or decrease|increase|increased|decrease|decreased|year on year|compared with the year before|compared to the year before|than the year before|from the year before|the year before|compared with last year|compared to last year|the previous year|a year earlier",
  ),
  ...said({ kind: "over", value: "years" }, "năm nào|những năm nào|which year|what year|in which year"),
  ...said({ kind: "over", value: "quarters" }, "quý nào|which quarter|what quarter"),
  ...said({ kind: "over", value: "months" }, "tháng nào|which month|what month"),
]);

/** "nhiều khách nhất": the superlative may stand apart from its word. */
const LEADS = createPhrases<"highest" | "lowest">([
  ..."cao|lớn|nhiều|nhanh|mạnh|tốt".split("|").map((word) => [word, "highest"] as const),
  ..."thấp|nhỏ|ít|chậm|kém|yếu".split("|").map((word) => [word, "lowest"] as const),
]);
const MOST = phrasesOf(["nhất"]);
const FAR = 7;

const PLACES = createPhrases<string>([
  ...["thành phố", "tp", "city", "cities"].map((word) => [word, "city"] as const),
  ...["tỉnh", "province", "provinces"].map((word) => [word, "province"] as const),
  ...["quốc gia", "nước nào", "các nước", "country", "countries"].map((word) => [word, "country"] as const),
  ...["vùng", "khu vực", "miền", "region", "regions"].map((word) => [word, "region"] as const),
  ...["tỉnh thành", "tỉnh, thành phố", "thành phố trực thuộc"].map((word) => [word, "several"] as const),
  ...["địa phương", "nơi", "chỗ", "place", "places", "localities"].map((word) => [word, "any"] as const),
]);

const COUNTS: Readonly<Record<string, number>> = {
  hai: 2,
  ba: 3,
  bon: 4,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

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

const MANY = 2;

/** "thành phố nào": a city is wanted; nothing where several places are named, or several kinds. */
function typeNamed(
  tokens: readonly Token[],
  isFree: (at: number) => boolean,
  places: number,
): { readonly values: { readonly among?: string }; readonly spans: readonly Span[] } {
  const types = new Set<string>();
  const spans: Span[] = [];
  for (let i = 0; i < tokens.length; ) {
    const phrase = PLACES.longest(tokens, i);
    const end = i + (phrase?.length ?? 1);
    if (phrase !== undefined && (isFree(i) || WHICH.has(tokens[i - 1]?.folded ?? ""))) {
      if (phrase.value !== "any") types.add(phrase.value);
      /** "nào" asks for it. */
      spans.push({ start: i, end: ASKING.has(tokens[end - 1]?.folded ?? "") ? end - 1 : end });
    }
    i = end;
  }
  const [type] = types;
  if (places >= MANY || type === undefined || type === "several" || types.size > 1) return { values: {}, spans: [] };
  return { values: { among: type }, spans };
}

const ASKING = new Set(["nao"]);
/** "which city …": the city is asked for, also where that word begins the name of the indicator. */
const WHICH = new Set(["which", "what"]);

/** "top 3", "3 tỉnh": how many are wanted, unless it is the number of those that are named. */
function countAsked(
  tokens: readonly Token[],
  isFree: (at: number) => boolean,
  places: number,
): { readonly value: number; readonly spans: readonly Span[] } | undefined {
  for (const [i, token] of tokens.entries()) {
    if (!isFree(i)) continue;
    const value = isNumber(token) ? Number(token.folded) : COUNTS[token.folded];
    if (value === undefined || !Number.isInteger(value) || value < 1 || value > 99) continue;
    const isTop =
      tokens[i - 1]?.folded === "top" || PLACES.longest(tokens, i + 1) !== undefined || isOrder(tokens, i + 1);
    if (!isTop) continue;
    const spans = [{ start: i, end: i + 1 }];
    return places > 1 && value >= places ? undefined : { value, spans };
  }
  return undefined;
}

const ORDINALS: Readonly<Record<string, number>> = { nhi: 2, second: 2, third: 3, fourth: 4, fifth: 5 };
const NOT = new Set(["khong", "ko", "chua"]);
const STANDS = new Set(["dung", "xep", "hang"]);

/** "cao thứ hai", "đứng thứ 3", "second highest": which place of the ranking is asked for. */
function ordinalAsked(
  tokens: readonly Token[],
  isFree: (at: number) => boolean,
): { readonly value: number; readonly order?: "highest" | "lowest"; readonly spans: readonly Span[] } | undefined {
  for (const [i, token] of tokens.entries()) {
    const [before, after] = [tokens[i - 1], tokens[i + 1]];
    if (!isFree(i) || after === undefined || !isFree(i + 1)) continue;
    const english = ORDINALS[token.folded];
    if (english !== undefined && isOrder(tokens, i + 1)) return { value: english, spans: [{ start: i, end: i + 1 }] };
    if (token.folded !== "thu" || before === undefined || !isFree(i - 1)) continue;
    const value = isNumber(after) ? Number(after.folded) : (ORDINALS[after.folded] ?? COUNTS[after.folded]);
    const lead = LEADS.longest(tokens, i - 1)?.value;
    if (value === undefined || (lead === undefined && !STANDS.has(before.folded))) continue;
    return { value, ...(lead === undefined ? {} : { order: lead }), spans: [{ start: i - 1, end: i + 2 }] };
  }
  return undefined;
}

const isOrder = (tokens: readonly Token[], at: number): boolean =>
  OPERATIONS.longest(tokens, at)?.value.kind === "order";
