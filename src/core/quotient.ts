import { compareDecimals, type Decimal, divide, formatDecimal, times } from "./decimal.ts";
import { amount } from "./figure.ts";
import type { Qualifier } from "./knowledge.ts";
import type { Language } from "./language.ts";

/** How many times another number a number is, or how many per cent of it. */
export type As = "times" | "share";

export interface Quotient {
  /** Rounded. */
  readonly value: Decimal;
  /** Both numbers are exact ones. */
  readonly isOfExact: boolean;
  /** "khoảng 2,28" · "42,5%": "about" where it was rounded, or where one of the numbers is no exact one. */
  readonly text: string;
  /** "25.500 : 11.181 ≈ 2,28" */
  readonly formula: string;
  /** The first number is the larger one, or they are equal. */
  readonly atLeastOnce: boolean;
}

interface Numbered {
  readonly value: Decimal;
  readonly qualifier: Qualifier;
}

/** a ÷ b; undefined where that says nothing: one of them is not above 0. */
export function quotientOf(a: Numbered, b: Numbered, as: As, language: Language): Quotient | undefined {
  if ([a, b].some(({ value }) => compareDecimals(value, "0") <= 0)) return undefined;
  const over = as === "share" ? times(a.value, 100) : a.value;
  const { value, exact } = divide(over, b.value, compareDecimals(over, b.value) < 0 ? FINE : COARSE);
  const unit = as === "share" ? { vi: "%", en: "%" } : { vi: "", en: "" };
  const number = withoutZeros(value);
  const isOfExact = a.qualifier === "exactly" && b.qualifier === "exactly";
  const isSure = exact && isOfExact;
  return {
    value: number,
    isOfExact,
    text: amount(number, unit, isSure ? "exactly" : "about", language).trim(),
    formula: `${formatDecimal(a.value, language)} : ${formatDecimal(b.value, language)} ${exact ? "=" : "≈"} ${amount(number, unit, "exactly", language).trim()}`,
    atLeastOnce: compareDecimals(a.value, b.value) >= 0,
  };
}

/** Decimals of what is at least one, and of what is less. */
const COARSE = 2;
const FINE = 4;

const withoutZeros = (value: Decimal): Decimal => (value.includes(".") ? value.replace(/\.?0+$/, "") : value);
