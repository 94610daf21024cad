import { scopeCaveat } from "./figure-scope.ts";
import type { Figure, Knowledge } from "./knowledge.ts";
import { capital, type Language, uncapital } from "./language.ts";
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
          vi ? name(a.place) : `that of ${name(a.place)}`,
          vi ? name(b.place) : `that of ${name(b.place)}`,
        ];
  const verb = !vi ? "is" : as === "share" ? (isPart ? "chiếm" : "bằng") : quotient.atLeastOnce ? "gấp" : "bằng";
  const of = as === "share" ? (vi ? "" : " of") : vi ? " lần" : " times";
  const caveat = scopeCaveat(knowledge, [a, b], language);
  return `${capital(about.join(", "))}: ${first} ${verb} ${quotient.text}${of} ${second}${caveat}; ${quotient.formula}.`;
}
