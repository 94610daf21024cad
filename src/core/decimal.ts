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

const scaleOf = (value: Decimal): number => value.split(".")[1]?.length ?? 0;

const scaled = (value: Decimal, scale: number): bigint => {
  const [whole = "0", fraction = ""] = value.split(".");
  return BigInt(whole + fraction.padEnd(scale, "0"));
};

/** a − b, exactly. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  const difference = scaled(a, scale) - scaled(b, scale);
  if (scale === 0) return String(difference);
  const digits = String(difference < 0n ? -difference : difference).padStart(scale + 1, "0");
  return `${difference < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Negative, zero or positive, as a − b is. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  const [x, y] = [scaled(a, scale), scaled(b, scale)];
  return x < y ? -1 : x > y ? 1 : 0;
}

export const absolute = (value: Decimal): Decimal => value.replace("-", "");
