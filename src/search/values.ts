import type { Asked, Command } from "../core/command.ts";
import { figuresOf } from "../core/held.ts";
import type { Fact, Knowledge } from "../core/knowledge.ts";
import { months, type Period, writePeriod, years } from "../core/period.ts";
import { askedOf } from "./asked.ts";
import type { AskDocument } from "./documents.ts";
import type { Names } from "./names.ts";
import { type AskedPeriod, asksForPeriod, toPeriod } from "./period.ts";
import type { Question } from "./question.ts";
import type { Candidate } from "./score.ts";

/** The words in which people speak of what a command tells, of whichever thing. */
export const genericTerms = (asks: readonly AskDocument[]): ReadonlyMap<Command, ReadonlySet<string>> =>
  new Map(
    [...Map.groupBy(asks, ({ command }) => command)].map(([command, some]) => [
      command,
      new Set(some.flatMap(({ terms }) => [...terms])),
    ]),
  );

/**
 * The values of the command that the chosen candidate stands for: what the question names, and when. `generic` is what genericTerms
 * gives.
 */
export function valuesOf(
  candidate: Candidate,
  looked: Question,
  knowledge: Knowledge,
  names: Names,
  generic: ReturnType<typeof genericTerms>,
): Record<string, string> {
  const { ask, document } = candidate;
  const { analysis } = looked;
  const values: Record<string, string> = {};
  for (const mention of analysis.mentions) {
    const entities = [mention, ...mention.inner].flatMap((m) => m.entities);
    const taken = entities.map((entity) => names.takenAs(entity, ask)).find((found) => found !== undefined);
    if (taken === undefined) continue;
    const many = ask.command.options[taken.option]?.many === true;
    const before = values[taken.option];
    if (before === undefined || !many) values[taken.option] = taken.id;
    else if (!before.split(",").includes(taken.id)) values[taken.option] = `${before},${taken.id}`;
  }
  const fact = document?.fact;
  const asked: Asked = {
    ...askedOf(analysis),
    fact,
    // Few ask for it, and it means going through all facts.
    get meant() {
      return fact && meantBy(fact, looked, knowledge, generic.get(ask.command));
    },
  };
  if (ask.ask.takes?.includes("period") !== true) return { ...values, ...ask.ask.values?.(asked) };
  const periods = analysis.periods.flatMap((one) =>
    concrete(one, { indicator: document?.fact.subject, ...values }, knowledge, analysis.now),
  );
  if (periods.length > 0) values.period = [...new Set(periods.map(writePeriod))].join(",");
  return { ...values, ...ask.ask.values?.(asked) };
}

/** By a name of its own or by what it is about; "the review" is no name where there are several. */
function meantBy(
  fact: Fact,
  { analysis, spokenOf }: Question,
  knowledge: Knowledge,
  generic: ReadonlySet<string> = new Set(),
): Fact | undefined {
  const all = knowledge.facts.filter(({ type }) => type === fact.type);
  if (all.every(({ subject }) => subject === fact.subject)) return fact;
  const isNamed = analysis.mentions
    .flatMap((mention) => [mention, ...mention.inner])
    .some(
      ({ start, end, entities }) =>
        entities.some(({ id }) => fact.mentions.includes(id)) &&
        !analysis.tokens.slice(start, end).every(({ term }) => generic.has(term)),
    );
  if (isNamed) return fact;
  const [spoken, ...others] = all.filter(({ mentions }) => mentions.some((id) => spokenOf.has(id)));
  return others.length === 0 ? spoken : undefined;
}

const dayOf = (now: number): Period => {
  const day = new Date(now).toISOString().slice(0, 10);
  return { from: day, to: day };
};

/** An asked period as a whole one: where the year was not said, that of the latest figure that fits. */
function concrete(
  asked: AskedPeriod,
  values: Readonly<Record<string, string | undefined>>,
  knowledge: Knowledge,
  now: number,
): Period[] {
  const whole = toPeriod(asked);
  if (whole !== undefined) return [whole];
  if (asked.now === true) return [dayOf(now)];
  if (asked.whole === true) {
    // All their years as arguments of one call would be too many.
    const last = knowledge.figures.reduce((latest, { period: { to } }) => (to > latest ? to : latest), "0000");
    const year = Number(last.slice(0, 4));
    return [years(year, year)];
  }
  if (asked.part === undefined) return [];
  const places = values.places?.split(",");
  const all = values.indicator === undefined ? knowledge.figures : figuresOf(knowledge, values.indicator);
  const figures = places === undefined ? all : all.filter((figure) => places.includes(figure.place));
  const fitting = figures.filter((figure) => asksForPeriod(asked, figure.period));
  const latest = [...(fitting.length > 0 ? fitting : figures)].sort((a, b) => (a.period.to < b.period.to ? 1 : -1))[0];
  if (latest === undefined) return [];
  return fitting.length > 0 ? [latest.period] : [months(Number(latest.period.to.slice(0, 4)), ...asked.part)];
}
