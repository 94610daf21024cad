import { isGroup } from "../knowledge/value.ts";
import { type ElementPair, pairElements } from "./elements.ts";
import { alike } from "./marked.ts";
import { isQuantity, isWhole, titleOf } from "./whole.ts";

/** One of a list: what it is, and its places in the two versions. */
export interface Element extends ElementPair {
  readonly element: unknown;
}

/** A way into an item: a key, or one of a list. */
export type Step = string | Element;

/** One thing that is said otherwise: undefined where it is not said. Of `order`, only the order of the list differs. */
export interface FieldChange {
  readonly steps: readonly Step[];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly order?: true;
}

/** Everything that differs between two values, as deep as people would say it. */
export function changedFields(before: unknown, after: unknown, steps: readonly Step[] = []): readonly FieldChange[] {
  if (alike(before, after)) return [];
  if (isListOrNothing(before) && isListOrNothing(after)) return changedElements(before ?? [], after ?? [], steps);
  if (!isGroup(before) || !isGroup(after) || isWhole(before) || isWhole(after)) return [{ steps, before, after }];
  if ("unknown" in before !== "unknown" in after) return [{ steps, before, after }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  /** A number is read with its unit and qualifier. */
  const quantity = [before, after].every(isQuantity);
  const rest = quantity ? keys.filter((key) => !QUANTITY.includes(key)) : keys;
  return [
    ...(quantity ? changedFields(quantityOf(before), quantityOf(after), [...steps, "value"]) : []),
    ...rest.flatMap((key) => changedFields(before[key], after[key], [...steps, key])),
  ];
}

const QUANTITY = ["value", "qualifier", "unit"];
const quantityOf = (group: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(group).filter(([key]) => QUANTITY.includes(key)));

const isListOrNothing = (value: unknown): value is readonly unknown[] | undefined =>
  value === undefined || Array.isArray(value);

function changedElements(
  before: readonly unknown[],
  after: readonly unknown[],
  steps: readonly Step[],
): readonly FieldChange[] {
  /** Numbers are read as a whole: which of them became which is nobody's thought. */
  if ([...before, ...after].every((one) => typeof one === "number")) return [{ steps, before, after }];
  const changes = pairElements(before, after).flatMap((pair): readonly FieldChange[] => {
    const was = pair.before === undefined ? undefined : before[pair.before];
    const is = pair.after === undefined ? undefined : after[pair.after];
    const into = [...steps, { ...pair, element: was ?? is }];
    const inside = titleOf(was) !== undefined && titleOf(is) !== undefined;
    return inside ? changedFields(was, is, into) : alike(was, is) ? [] : [{ steps: into, before: was, after: is }];
  });
  return changes.length > 0 ? changes : [{ steps, before, after, order: true }];
}
