import type { Language } from "./language.ts";

/** A decimal number kept exactly as a string: "305000", "6.08", "-6.35". Never a float. */
export type Decimal = string;

const DECIMAL = /^-?\d+(\.\d+)?$/;

export const isDecimal = (text: string): boolean => DECIMAL.test(text);

/** "305000" → "305.000" (vi) or "305,000" (en); "6.08" → "6,08" or "6.08". Decimals are kept as they are. */
export function formatDecimal(value: Decimal, language: Language): string {
  const [whole = "0", fraction] = value.replace("-", "").split(".");
  const [group, point] = language === "vi" ? [".", ","] : [",", "."];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return (value.startsWith("-") ? "−" : "") + grouped + (fraction === undefined ? "" : point + fraction);
}

/** 6,08 → 6.08 · 305.000 → 305000 · 1.234,5 → 1234.5: as people type it: groups of three digits are thousands, anything else a decimal. */
export function readDecimal(text: string): Decimal {
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return text.replaceAll(".", "").replace(",", ".");
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return text.replaceAll(",", "");
  return text.replaceAll(",", ".");
}

const scaleOf = (value: Decimal): number => value.split(".")[1]?.length ?? 0;

const scaled = (value: Decimal, scale: number): bigint => {
  const [whole = "0", fraction = ""] = value.split(".");
  return BigInt(whole + fraction.padEnd(scale, "0"));
};

function unscaled(value: bigint, scale: number): Decimal {
  if (scale === 0) return String(value);
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

const negative = (value: Decimal): Decimal => (value.startsWith("-") ? value.slice(1) : `-${value}`);

/** a − b, exactly. */
export const subtract = (a: Decimal, b: Decimal): Decimal => sum([a, negative(b)]);

/** All of them together, exactly, with as many decimals as the one that has most. */
export function sum(values: readonly Decimal[]): Decimal {
  const scale = scaleOfAll(values);
  return unscaled(
    values.reduce((total, value) => total + scaled(value, scale), 0n),
    scale,
  );
}

export const times = (value: Decimal, factor: number): Decimal =>
  unscaled(scaled(value, scaleOf(value)) * BigInt(factor), scaleOf(value));

/** As many decimals as the one that has most. */
export const scaleOfAll = (values: readonly Decimal[]): number => Math.max(0, ...values.map(scaleOf));

/** a ÷ b with so many decimals, a half rounded away from zero; `exact` where nothing had to be rounded. b is not 0. */
export function divide(a: Decimal, b: Decimal, decimals: number): { readonly value: Decimal; readonly exact: boolean } {
  const scale = scaleOfAll([a, b]);
  const [over, under] = [scaled(a, scale) * 10n ** BigInt(decimals), scaled(b, scale)];
  const size = (one: bigint): bigint => (one < 0n ? -one : one);
  const [whole, rest] = [size(over) / size(under), size(over) % size(under)];
  const rounded = rest * 2n >= size(under) ? whole + 1n : whole;
  return { value: unscaled(over < 0n === under < 0n ? rounded : -rounded, decimals), exact: rest === 0n };
}

/** Negative, zero or positive, as a − b is. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  const [x, y] = [scaled(a, scale), scaled(b, scale)];
  return x < y ? -1 : x > y ? 1 : 0;
}

export const absolute = (value: Decimal): Decimal => value.replace("-", "");
