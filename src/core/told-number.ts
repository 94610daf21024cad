import { plainly } from "./claim.ts";
import { absolute, compareDecimals, type Decimal, readDecimal } from "./decimal.ts";
import { amount, changeOf, figureSentence, unitOf } from "./figure.ts";
import type { Activity, Citation, Figure, Knowledge, Unit } from "./knowledge.ts";
import { capital, type Language } from "./language.ts";

/** What a number stands for. */
export interface Meaning {
  readonly text: string;
  readonly citation: Citation;
}

interface Told {
  readonly value: Decimal;
  readonly unit: string;
}

/** Everything held that is exactly the number ("57.000 tỷ", "24,6%"), of these places or of all; each thing is told whole. */
export function meaningsOf(
  text: string,
  places: readonly string[],
  knowledge: Knowledge,
  language: Language,
): Meaning[] {
  const said = /^(\d[\d.,]*)\s*(.*)$/.exec(plainly(text));
  if (said === null) return [];
  const told: Told = { value: readDecimal(said[1] ?? ""), unit: said[2] ?? "" };
  const isOf = (ids: readonly string[]): boolean => places.length === 0 || ids.some((id) => places.includes(id));
  const figures = knowledge.figures.filter((figure) => isOf([figure.place]) && isFigure(figure, told, knowledge));
  const activities = [...knowledge.programmes.values(), ...knowledge.events.values()];
  return [
    ...figures.map((figure) => ({ text: figureSentence(knowledge, figure, language), citation: figure.source })),
    ...activities.filter((item) => isOf(item.places)).flatMap((item) => countsOf(item, told, language)),
  ];
}

const PERCENT = /^(?:%|phan tram|per ?cent)/;

const isSame = (a: Decimal, told: Told): boolean => compareDecimals(a, told.value) === 0;

function isFigure(figure: Figure, told: Told, knowledge: Knowledge): boolean {
  const change = changeOf(figure);
  const shares = [...figure.comparisons.map(({ value }) => value), ...(change === undefined ? [] : [change])];
  const values = [figure.value, ...figure.readings.map(({ value }) => value)];
  const fits = fitsUnit(told.unit, unitOf(knowledge, figure.indicator));
  const mayBeShare = told.unit === "" || PERCENT.test(told.unit);
  return [...(fits ? values : []), ...(mayBeShare ? shares : [])].some((value) => isSame(absolute(value), told));
}

function fitsUnit(said: string, unit: Unit): boolean {
  if (said === "") return true;
  if (PERCENT.test(said)) return unit.vi.startsWith("%");
  return [unit.vi, unit.en].map(plainly).some((name) => name === said || name.startsWith(`${said} `));
}

const countsOf = (item: Activity, told: Told, language: Language): Meaning[] =>
  item.counts
    .filter(({ value, unit }) => isSame(value, told) && fitsUnit(told.unit, unit))
    .map(({ what, value, unit, qualifier, source }) => ({
      text: `${capital(what[language])}: ${amount(value, unit, qualifier, language)} (${item.names[language]}).`,
      citation: source,
    }));
