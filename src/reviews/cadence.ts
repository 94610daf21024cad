import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import type { Review } from "../core/knowledge.ts";
import { addMonths } from "./zone.ts";

/** More than any review has; a rule that never ends is cut there. */
const MOST = 2000;

/** The dates that follow from the cadence after the signing, in order and without end: take what you need. */
export function* cadenceDates(review: Review, signed: string): Generator<string, undefined> {
  if (review.everyMonths !== undefined) {
    for (let i = 1; i <= MOST; i++) yield addMonths(signed, review.everyMonths * i);
    return undefined;
  }
  if (review.rule !== undefined) yield* ruleDates(review.rule, signed);
  return undefined;
}

/** The same dates each time they are gone through; each is worked out once. */
export function remembering(dates: Generator<string, undefined>): Iterable<string> {
  const known: string[] = [];
  return {
    *[Symbol.iterator]() {
      for (let i = 0; ; i++) {
        const date = known[i] ?? dates.next().value;
        if (date === undefined) return;
        known[i] = date;
        yield date;
      }
    },
  };
}

function* ruleDates(rule: string, signed: string): Generator<string, undefined> {
  const start = signed.replaceAll("-", "");
  const recurrence = new RRuleTemporal({
    rruleString: `DTSTART;TZID=UTC:${start}T000000\nRRULE:${rule}`,
    temporal: Temporal,
    maxIterations: MOST,
  });
  let after = Temporal.PlainDate.from(signed).toZonedDateTime("UTC");
  for (let i = 0; i < MOST; i++) {
    const next = nextOf(recurrence, after.epochMilliseconds);
    if (next === undefined) return undefined;
    after = Temporal.Instant.fromEpochMilliseconds(next).toZonedDateTimeISO("UTC");
    yield after.toPlainDate().toString();
  }
  return undefined;
}

/** The library gives up by an exception where a rule never comes true (the 30th of February). */
function nextOf(recurrence: RRuleTemporal, after: number): number | undefined {
  try {
    return recurrence.next(new Date(after), false)?.epochMilliseconds;
  } catch {
    return undefined;
  }
}
