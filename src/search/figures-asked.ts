import { readComparison } from "./comparison.ts";
import type { Token } from "./fold.ts";
import type { Mention } from "./gazetteer.ts";
import { operandsIn } from "./operands.ts";
import { type AskedOperation, readOperation } from "./operation.ts";
import type { AskedPeriod } from "./period.ts";
import { readRelation } from "./relation.ts";

/** What a question that names an indicator wants done with its figures. */
export function askedOfFigures(
  folded: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  periodCount: number,
  isFree: (at: number) => boolean,
): AskedOperation | undefined {
  const operands = operandsIn(mentions, periodCount);
  const relation = readRelation(folded, tokens, operands);
  if (relation !== undefined) return relation;
  const asked = readOperation(tokens, mentions, periodCount, isFree);
  if (asked !== undefined && asked.operation.name !== "change") return asked;
  const comparison = readComparison(folded, tokens, mentions, operands);
  return comparison === undefined ? asked : { ...comparison, spans: [...comparison.spans, ...(asked?.spans ?? [])] };
}

/** "so với 2022", "than in 2021": the period that comes right after; −1 without. */
export const periodAgainst = (folded: string, text: string, periods: readonly AskedPeriod[]): number =>
  periods.findIndex(
    ({ start, now, day }) =>
      now !== true &&
      day === undefined &&
      AGAINST.test(folded.slice(0, start)) &&
      !NUMBER_OF.test(text.slice(0, start)),
  );

/** "số 9 tháng": the number of that time. */
const NUMBER_OF = /(?<!\p{L})số\s*$/u;

const AGAINST =
  /(?:\bso(?: sanh)? voi|\bso|\bhon|\bcompared (?:with|to)|\bagainst|\bthan|\bvs|\bversus|\bfrom)(?: (?:cung ky|cung thoi diem|nam|ky|the|that|those|of|in|same period|period|year|voi))*\s*$/;
