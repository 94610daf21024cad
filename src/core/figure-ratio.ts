import { type Verdict, verdictOnCount } from "./claim.ts";
import { divide } from "./decimal.ts";
import { unitOf } from "./figure.ts";
import { differInScope, scopeCaveat } from "./figure-scope.ts";
import type { Figure, Knowledge } from "./knowledge.ts";
import { type Both, capital, type Language, uncapital } from "./language.ts";
import { nameOf } from "./naming.ts";
import { periodLabel } from "./period.ts";
import { type As, quotientOf } from "./quotient.ts";

/** "<chỉ số>, <kỳ>: <nơi> gấp khoảng 2,28 lần <nơi>; 25.500 : 11.181 ≈ 2,28.", of two figures that differ in one thing: the place, the period or the indicator. Undefined where there is no quotient. */
export function ratioText(
  knowledge: Knowledge,
  [a, b]: readonly [Figure, Figure],
  as: As,
  language: Language,
): string | undefined {
  const quotient = quotientOf(a, b, as, language);
  if (quotient === undefined) return undefined;
  const vi = language === "vi";
  const name = (id: string): string => nameOf(knowledge, id, language);
  const isOne = a.indicator === b.indicator;
  const isPart = knowledge.indicators.get(a.indicator)?.partOf === b.indicator;
  const period = (figure: Figure): string => periodLabel(figure.period, language);
  const [about, first, second] = !isOne
    ? [[name(a.place), period(a)], uncapital(name(a.indicator)), uncapital(name(b.indicator))]
    : a.place === b.place
      ? [[name(a.indicator), name(a.place)], period(a), period(b)]
      : [
          [name(a.indicator), period(a)],
          vi ? name(a.place) : `the figure of ${name(a.place)}`,
          vi ? name(b.place) : `that of ${name(b.place)}`,
        ];
  const verb = !vi ? "is" : as === "share" ? (isPart ? "chiếm" : "bằng") : quotient.atLeastOnce ? "gấp" : "bằng";
  const of = as === "share" ? (vi ? "" : " of") : vi ? " lần" : " times";
  const caveat = scopeCaveat(knowledge, [a, b], language);
  return `${capital(about.join(", "))}: ${first} ${verb} ${quotient.text}${of} ${second}${caveat}; ${quotient.formula}.`;
}

/** Bounds and unlike scopes settle nothing. */
export function verdictOnRatio(claim: string, [a, b]: readonly [Figure, Figure], as: As): Verdict | undefined {
  const quotient = quotientOf(a, b, as, "en");
  if (quotient === undefined || !quotient.isOfExact || differInScope([a, b])) return undefined;
  /** "Gấp ba" is said of 3,11 times too. */
  if (divide(quotient.value, "1", 0).value === claim && quotient.value !== claim) return "nearly";
  return verdictOnCount(claim, { value: quotient.value, unit: { vi: "", en: "" }, qualifier: "exactly" });
}

/** Why one is no multiple of the other; undefined where it is. */
export function reasonAgainstRatio(figures: readonly Figure[], knowledge: Knowledge): Both | undefined {
  if (
    figures.some(({ indicator: id }) => unitOf(knowledge, id).vi !== unitOf(knowledge, figures[0]?.indicator ?? "").vi)
  )
    return OTHER_UNIT;
  if (figures.some(({ indicator: id }) => knowledge.indicators.get(id)?.measures === "change")) return OF_RATES;
  return figures.some(({ readings }) => readings.length > 0) ? TWO_READINGS : undefined;
}

const OTHER_UNIT = {
  vi: "Hai số khác đơn vị, nên không tính được gấp mấy lần hay chiếm bao nhiêu phần trăm.",
  en: "The two figures have different units, so there is no ratio of them.",
};
const OF_RATES = {
  vi: "Mức tăng, giảm không so bằng số lần: chỉ so được hơn kém bao nhiêu điểm phần trăm.",
  en: "Rates of change are not told as multiples of each other: they differ by percentage points.",
};
const TWO_READINGS = {
  vi: "Có số đọc được hai cách, nên không tính được gấp mấy lần hay chiếm bao nhiêu phần trăm.",
  en: "One of the figures can be read in two ways, so there is no ratio of them.",
};
