import type { Figure, Knowledge } from "./knowledge.ts";
import { type Period, readPeriod, samePeriod, writePeriod, years } from "./period.ts";

const byIndicator = new WeakMap<readonly Figure[], ReadonlyMap<string, readonly Figure[]>>();

/** The figures of an indicator, in the order of the files; sorted once, also while the knowledge is still being made. */
export function figuresOf({ figures }: Pick<Knowledge, "figures">, indicator: string): readonly Figure[] {
  const groups = byIndicator.get(figures) ?? Map.groupBy(figures, (figure) => figure.indicator);
  byIndicator.set(figures, groups);
  return groups.get(indicator) ?? [];
}

/** A place and a time for which a figure was asked. */
export interface Cell {
  readonly place: string;
  readonly period: Period;
}

/** The figures of one indicator that are held for what was asked, and the cells for which none is. */
export interface Held {
  readonly places: readonly string[];
  readonly periods: readonly Period[];
  readonly figures: readonly Figure[];
  readonly gaps: readonly Cell[];
}

/**
 * The figures of places × periods, place by place. Without places all that have one, without periods the latest that most of
 * them have; a range of years that nobody has a figure for stands for its years.
 */
export function heldFor(all: readonly Figure[], places: readonly string[], periods: readonly Period[]): Held {
  const wanted = places.length > 0 ? places : [...new Set(all.map((figure) => figure.place))];
  const byPlace = Map.groupBy(all, (figure) => figure.place);
  const ofPlaces = wanted.flatMap((place) => byPlace.get(place) ?? []);
  const when = periods.length > 0 ? periods.flatMap((one) => inYears(one, ofPlaces)) : latestShared(ofPlaces);
  const figures: Figure[] = [];
  const gaps: Cell[] = [];
  for (const place of wanted)
    for (const period of when) {
      const found = (byPlace.get(place) ?? []).filter((figure) => samePeriod(figure.period, period));
      figures.push(...found);
      if (found.length === 0) gaps.push({ place, period });
    }
  return { places: wanted, periods: when, figures, gaps };
}

/** "2021–2023" as its years, where no figure is one of the whole range. */
function inYears(period: Period, all: readonly Figure[]): Period[] {
  const [first, last] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))];
  if (first === last || all.some((figure) => samePeriod(figure.period, period))) return [period];
  return Array.from({ length: last - first + 1 }, (_, i) => years(first + i, first + i));
}

/** The latest period that most of the places have. */
function latestShared(all: readonly Figure[]): Period[] {
  const counted = new Map<string, Set<string>>();
  for (const figure of all) {
    const key = writePeriod(figure.period);
    counted.set(key, (counted.get(key) ?? new Set()).add(figure.place));
  }
  const [best] = [...counted]
    .flatMap(([text, held]) => {
      const period = readPeriod(text);
      return period === undefined ? [] : [{ period, size: held.size }];
    })
    .sort(
      (a, b) => b.size - a.size || compareText(b.period.to, a.period.to) || compareText(a.period.from, b.period.from),
    );
  return best === undefined ? [] : [best.period];
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The larger places that this one lies in. */
export function around(knowledge: Knowledge, place: string): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (id: string): void => {
    for (const wider of knowledge.places.get(id)?.within ?? [])
      if (!found.has(wider)) {
        found.add(wider);
        add(wider);
      }
  };
  add(place);
  return found;
}

/** Those that no other of them lies in: a country is no rival of its cities. */
export function peers(knowledge: Knowledge, places: readonly string[]): string[] {
  const wider = new Set(places.flatMap((place) => [...around(knowledge, place)]));
  return places.filter((place) => !wider.has(place));
}

/** Figures that can be put side by side and those that can't: of another scope than most, or readable in two ways. */
export function alike(figures: readonly Figure[]): { readonly like: Figure[]; readonly unlike: Figure[] } {
  const scopeOf = (figure: Figure): string => figure.scope?.vi ?? "";
  const groups = [...Map.groupBy(figures, scopeOf)].sort(
    ([a, x], [b, y]) => y.length - x.length || Number(a !== "") - Number(b !== ""),
  );
  const scope = groups[0]?.[0];
  const isLike = (figure: Figure): boolean => scopeOf(figure) === scope && figure.readings.length === 0;
  return { like: figures.filter(isLike), unlike: figures.filter((figure) => !isLike(figure)) };
}
