import type { Asked } from "../core/command.ts";
import type { EntityKind } from "../core/knowledge.ts";
import type { Period } from "../core/period.ts";
import type { Analysis } from "./analyse.ts";
import { toPeriod } from "./period.ts";

/** What the question names, as commands see it. */
export function askedOf(analysis: Analysis): Asked {
  const named: Partial<Record<EntityKind, string[]>> = {};
  for (const mention of analysis.mentions)
    for (const { kind, id } of mention.entities) named[kind] = [...new Set([...(named[kind] ?? []), id])];
  const periods = analysis.periods.flatMap((asked) => toPeriod(asked) ?? []);
  const { operation, claim, difference, aspects, confirms, givenNumber: number, everyMonths } = analysis;
  const against = againstOf(analysis);
  return {
    named,
    periodCount: analysis.periods.length,
    periods,
    operation,
    difference,
    aspects,
    claim,
    confirms,
    number,
    everyMonths,
    against,
  };
}

/** "9 tháng 2023 so với 2022" · "so với năm 2022": the earlier one; not where it is the later of two. */
function againstOf({ periods, againstAt }: Analysis): Period | undefined {
  const asked = periods[againstAt];
  const against = asked === undefined ? undefined : toPeriod(asked);
  const isEarliest = periods.every((other) => other === asked || (toPeriod(other)?.to ?? "9999") > (against?.to ?? ""));
  return isEarliest ? against : undefined;
}
