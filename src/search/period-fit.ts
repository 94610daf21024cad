import type { Analysis } from "./analyse.ts";
import type { AskDocument, FactDocument } from "./documents.ts";
import { touchesPeriod } from "./period.ts";

/** Whether the times that a question names are those of the fact, or such as the way of asking takes. */
export function fitsPeriods(
  analysis: Analysis,
  ask: AskDocument,
  document: FactDocument | undefined,
  taken: boolean,
  explained: ReadonlySet<number>,
): boolean {
  if (ask.ask.takes?.includes("period") === true) return true;
  if (document === undefined)
    return analysis.periods.every(
      (asked) => (asked.now === true) !== (taken && ask.ask.takes?.includes("item") === true),
    );
  const { periods, dated } = document.fact;
  return analysis.periods.every((asked) => {
    if (asked.now === true) return dated !== true;
    if (isOfEvent(analysis, asked, document, explained)) return true;
    if (periods.length > 0) return periods.some((period) => touchesPeriod(asked, period));
    const year = String(asked.year);
    /** Of a thing without a day of its own no day is told. */
    if (asked.day !== undefined && !document.numbers.has(String(asked.day))) return false;
    return (
      asked.year === undefined || document.says.has(year) || document.asked.has(year) || document.numbers.has(year)
    );
  });
}

/**
 * The day in the name of an event at which it was said: "at the session of 18 October". That a text has such words is not
 * enough: there are other sessions.
 */
const isOfEvent = (
  { mentions, tokens }: Analysis,
  { start, end }: { readonly start: number; readonly end: number },
  { fact }: FactDocument,
  explained: ReadonlySet<number>,
): boolean =>
  mentions.some(
    (mention) =>
      explained.has(mention.start) &&
      mention.entities.every(({ kind, id }) => kind === "event" && fact.mentions.includes(id)) &&
      (tokens[mention.start]?.start ?? end) <= start &&
      end <= (tokens[mention.end - 1]?.end ?? 0),
  );
