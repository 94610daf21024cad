import { figureLabel } from "./figure.ts";
import type { Invocation } from "./invocation.ts";
import type { Figure, Knowledge, Upkeep } from "./knowledge.ts";
import { type Both, both } from "./language.ts";
import { namedById } from "./naming.ts";
import { readPeriod, samePeriod } from "./period.ts";
import type { Stale } from "./questions.ts";

export interface StaleItem extends Stale {
  /** As the knowledge holds it. */
  readonly item: object;
}

/** What somebody should have looked at again before this day (an ISO date), longest overdue first. */
export function staleItems(knowledge: Knowledge, today: string): StaleItem[] {
  const stale: StaleItem[] = [];
  for (const { item, what } of itemsOf(knowledge)) {
    const { owner, verifyBy } = item;
    if (verifyBy === undefined || verifyBy >= today) continue;
    const origin = knowledge.origins.get(item);
    stale.push({ item, place: `${origin?.file}:${origin?.line}`, what: what(), owner, verifyBy });
  }
  return stale.sort((a, b) => (a.verifyBy < b.verifyBy ? -1 : a.verifyBy > b.verifyBy ? 1 : 0));
}

interface Described {
  readonly item: Upkeep;
  /** What people call it; not worked out where nobody asks. */
  readonly what: () => Both;
}

function* itemsOf(knowledge: Knowledge): Iterable<Described> {
  const { sources, places, organisations, people, memoranda, programmes, events } = knowledge;
  const { documents, indicators, reviews, holidays, statements, figures, questions } = knowledge;
  const named = [sources, places, organisations, people, memoranda, programmes, events, documents, indicators, reviews];
  for (const kind of [...named, holidays]) for (const item of kind.values()) yield { item, what: () => item.names };
  for (const item of statements.values()) yield { item, what: () => item.title };
  for (const item of questions) yield { item, what: () => both(item.q) };
  for (const item of figures)
    yield { item, what: () => ({ vi: figureLabel(knowledge, item, "vi"), en: figureLabel(knowledge, item, "en") }) };
}

/** Who looks after what an answer states: the figures that it is about, else the things that it names. */
export function ownerOf({ values }: Invocation, knowledge: Knowledge): string | undefined {
  const given = Object.values(values).flatMap((value) => value.split(","));
  const figures = knowledge.figures.filter((figure) => isAbout(figure, given, knowledge));
  const things = given.map((id) => namedById(knowledge, id) ?? knowledge.statements.get(id));
  return [...figures, ...things].find((item) => item?.owner !== undefined)?.owner;
}

/** A figure of an indicator that is given, and of the places and periods, where any are. */
function isAbout({ indicator, place, period }: Figure, given: readonly string[], knowledge: Knowledge): boolean {
  const periods = given.flatMap((text) => readPeriod(text) ?? []);
  return (
    given.includes(indicator) &&
    (given.includes(place) || !given.some((id) => knowledge.places.has(id))) &&
    (periods.length === 0 || periods.some((one) => samePeriod(one, period)))
  );
}
