import { isNumber, type Token } from "./fold.ts";
import { createPhrases } from "./lexicon.ts";
import type { Span } from "./operation.ts";
import { isOrder, LEADS } from "./operation-words.ts";

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

/** So many places are several. */
export const MANY = 2;

/** "thành phố nào": a city is wanted; nothing where several places are named, or several kinds. */
export function typeNamed(
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
export function countAsked(
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
export const NOT = new Set(["khong", "ko", "chua"]);
const STANDS = new Set(["dung", "xep", "hang"]);

/** "cao thứ hai", "đứng thứ 3", "second highest": which place of the ranking is asked for. */
export function ordinalAsked(
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
