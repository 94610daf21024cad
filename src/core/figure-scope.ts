import type { Figure, Knowledge } from "./knowledge.ts";
import { type Language, listOf } from "./language.ts";
import { nameOf } from "./naming.ts";
import { periodLabel, samePeriod } from "./period.ts";

/** True where one of them is of another scope: only part of what the others hold. */
export const differInScope = (figures: readonly Figure[]): boolean =>
  figures.some(({ scope }) => scope?.vi !== figures[0]?.scope?.vi);

/** ", nhưng các số không cùng phạm vi (<nơi>: chỉ tính …)" for what was computed all the same; "" where they have one. */
export function scopeCaveat(knowledge: Knowledge, figures: readonly Figure[], language: Language): string {
  if (!differInScope(figures)) return "";
  const [first] = figures;
  const isSame = (key: "place" | "indicator"): boolean => figures.every((figure) => figure[key] === first?.[key]);
  const whose = (figure: Figure): string => {
    if (!isSame("place")) return nameOf(knowledge, figure.place, language);
    if (!isSame("indicator")) return nameOf(knowledge, figure.indicator, language);
    return figures.every(({ period }) => first !== undefined && samePeriod(period, first.period))
      ? ""
      : periodLabel(figure.period, language);
  };
  const scopes = figures.flatMap((figure) => {
    const name = whose(figure);
    return figure.scope === undefined ? [] : [`${name}${name === "" ? "" : ": "}${figure.scope[language]}`];
  });
  const told = listOf(scopes, language);
  return language === "vi"
    ? `, nhưng các số không cùng phạm vi (${told})`
    : `, but the figures differ in scope (${told})`;
}
