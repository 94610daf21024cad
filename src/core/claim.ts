import type { Reply } from "./answer.ts";
import { absolute, compareDecimals, type Decimal, readDecimal, subtract, times } from "./decimal.ts";
import { changeOf, unitOf } from "./figure.ts";
import type { Figure, Knowledge, Qualifier, Unit } from "./knowledge.ts";
import type { Language } from "./language.ts";
import { line, p } from "./text.ts";

export type Verdict = "yes" | "no" | "nearly";

const CLAIM =
  /^(?:(?<up>tang|up|rose|grew|rise|grow|increased)|(?<down>giam|down|fell|fall|dropped|decreased))?(?:\s*(?:by|to))?\s*(?:(?<over>hon|tren|over|above|more than)|(?<under>duoi|under|below|less than)|(?<about>khoang|gan|about|nearly|almost|around))?\s*(?<number>\d[\d.,]*)\s*(?<unit>.*)$/;

/** Without marks and capitals, "tỉ" as "tỷ". */
export const plainly = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/\bti\b/g, "ty")
    .trim();

/**
 * Whether a claimed number ("tăng 5,47%", "hơn 305.000 tỷ đồng") is that of a figure; "nearly" where the source gives only a
 * bound. Undefined where the two can't be held against each other: another unit, a rough claim, two readings.
 */
export function verdictOn(
  claim: string,
  figure: Figure,
  aspect: string | undefined,
  knowledge: Knowledge,
): Verdict | undefined {
  const said = CLAIM.exec(plainly(claim))?.groups;
  const number = said?.number === undefined ? undefined : readDecimal(said.number);
  if (said === undefined || number === undefined || figure.readings.length > 0) return undefined;
  const isPercent = /^(?:%|phan tram|per ?cent)/.test(said.unit ?? "");
  const hasDirection = said.up !== undefined || said.down !== undefined;
  const value = said.down === undefined ? number : `-${number}`;
  const numbers = comparable(figure, { unit: said.unit ?? "", isPercent, hasDirection, aspect }, knowledge);
  if (numbers === undefined || numbers.length === 0) return undefined;
  return verdictOnNumbers(said, value, numbers, numbers[0] === figure.value ? figure.qualifier : "exactly");
}

interface Bound {
  readonly down?: string | undefined;
  readonly over?: string | undefined;
  readonly under?: string | undefined;
  readonly about?: string | undefined;
}

/** A claimed value against the numbers that it may mean; `qualifier` is that of the first of them. */
function verdictOnNumbers(
  said: Bound,
  value: Decimal,
  numbers: readonly Decimal[],
  qualifier: Qualifier,
): Verdict | undefined {
  const isEqual = numbers.some((one) => compareDecimals(one, value) === 0);
  if (said.about !== undefined) return isEqual ? "yes" : undefined;
  if (said.over !== undefined || said.under !== undefined) {
    const sign = (said.over === undefined ? -1 : 1) * (said.down === undefined ? 1 : -1);
    const isBound = ["over", "atLeast"].includes(qualifier) && said.over !== undefined;
    const holds = numbers.some((one) => sign * compareDecimals(one, value) > 0);
    // "Under 310,000" of what is "over 305,000": it may be that, or more.
    const isOpen = said.under === undefined ? qualifier === "atMost" : ["over", "atLeast"].includes(qualifier);
    if (holds && isOpen) return undefined;
    return holds || (isEqual && isBound) ? "yes" : "no";
  }
  if (!isEqual) return numbers.some((one) => isRoundedTo(one, value)) ? "nearly" : "no";
  return qualifier !== "exactly" ? "nearly" : "yes";
}

const LEAST_DIGITS = 2;

/** 232681 told as 232000 or as 233000, 6.08 as 6.1: the claim's digits are those of the number, cut off or rounded. */
function isRoundedTo(number: Decimal, claim: Decimal): boolean {
  const digits = claim.replace(/^-/, "").replace(".", "").replace(/^0+/, "").replace(/0+$/, "");
  if (digits.length < LEAST_DIGITS || claim.startsWith("-") !== number.startsWith("-")) return false;
  const [whole = "", fraction = ""] = claim.replace("-", "").split(".");
  const unit: Decimal =
    fraction === ""
      ? `1${"0".repeat(whole.length - whole.replace(/0+$/, "").length)}`
      : `0.${"0".repeat(fraction.length - 1)}1`;
  const away = subtract(absolute(number), absolute(claim));
  return (
    compareDecimals(absolute(times(away, 2)), unit) <= 0 ||
    (compareDecimals(away, "0") > 0 && compareDecimals(away, unit) < 0)
  );
}

/** The same of what is counted: "đủ 63 địa phương", "hơn 12 tỷ đồng". */
export function verdictOnCount(claim: string, { value, unit, qualifier }: Counted): Verdict | undefined {
  const said = CLAIM.exec(plainly(claim))?.groups;
  /** "60 hay 400": the fact itself tells which. */
  const isChoice = /\d/.test(said?.unit ?? "");
  if (said?.number === undefined || said.up !== undefined || said.down !== undefined || isChoice) return undefined;
  const isMoney = /^(?:nghin|ngan|trieu|ty|thousand|million|billion)/.test(said.unit ?? "");
  if (isMoney && ![unit.vi, unit.en].some((one) => startsWithUnit(plainly(one), said.unit ?? ""))) return undefined;
  return verdictOnNumbers(said, readDecimal(said.number), [value], qualifier);
}

interface Counted {
  readonly value: Decimal;
  readonly unit: Unit;
  readonly qualifier: Qualifier;
}

const startsWithUnit = (name: string, said: string): boolean =>
  said === "" || name === said || name.startsWith(`${said} `) || said.startsWith(`${name} `);

/** The reply with the yes or no before it. */
export const withVerdict = (reply: Reply, verdict: Verdict | undefined, language: Language): Reply =>
  verdict === undefined ? reply : withLead(reply, VERDICTS[verdict][language]);

/** An answer with a sentence before it. */
export function withLead(reply: Reply, lead: string): Reply {
  const [first, ...rest] = reply.headline;
  if (reply.status !== "answered" || first?.kind !== "paragraph") return reply;
  return { ...reply, headline: [p([...line`${lead} `, ...first.line]), ...rest] };
}

const VERDICTS = {
  yes: { vi: "Đúng.", en: "Yes." },
  no: { vi: "Không.", en: "No." },
  nearly: { vi: "Gần đúng.", en: "Nearly." },
} as const;

interface Said {
  readonly unit: string;
  readonly isPercent: boolean;
  readonly hasDirection: boolean;
  readonly aspect: string | undefined;
}

/** The numbers of the figure that the claim may mean; undefined where its unit is another. */
function comparable(figure: Figure, said: Said, knowledge: Knowledge): Decimal[] | undefined {
  const unit = unitOf(knowledge, figure.indicator);
  const measuresChange = knowledge.indicators.get(figure.indicator)?.measures === "change";
  const change = measuresChange ? figure.value : changeOf(figure);
  const of = (kind: string): Decimal[] => figure.comparisons.flatMap((c) => (c.kind === kind ? [c.value] : []));
  if (said.isPercent && unit.vi.startsWith("%") && !(said.hasDirection && !measuresChange)) return [figure.value];
  if (said.isPercent) {
    if (said.aspect === "plan") return of("share-of-plan");
    if (said.hasDirection) return change === undefined ? undefined : [change];
    return [...of("share-of-plan"), ...of("ratio"), ...(change === undefined ? [] : [absolute(change)])];
  }
  if (said.hasDirection) return undefined;
  const isUnit = [unit.vi, unit.en].some((one) => {
    const name = plainly(one);
    return name === said.unit || name.startsWith(`${said.unit} `) || said.unit === "";
  });
  return isUnit ? [figure.value] : undefined;
}
