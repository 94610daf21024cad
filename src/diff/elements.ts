import { isGroup } from "../knowledge/value.ts";
import { alike, isRef } from "./marked.ts";

/** The places of one of a list in the two versions; undefined where it is not. */
export interface ElementPair {
  readonly before?: number | undefined;
  readonly after?: number | undefined;
}

/** Finds for each of an old list the one that it has become, in the order of the new list; what is gone comes last. */
export function pairElements(before: readonly unknown[], after: readonly unknown[]): readonly ElementPair[] {
  const old = new Set(before.keys());
  const now = new Set(after.keys());
  const pairs: ElementPair[] = [];
  const match = (fits: (was: unknown, is: unknown, from: number, to: number) => boolean): void => {
    for (const from of old)
      for (const to of now) {
        if (!fits(before[from], after[to], from, to)) continue;
        pairs.push({ before: from, after: to });
        old.delete(from);
        now.delete(to);
        break;
      }
  };
  match(alike);
  match((was, is) => idOf(was) !== undefined && idOf(was) === idOf(is));
  match((was, is) => idOf(was) !== undefined && idOf(is) !== undefined && alike(withoutId(was), withoutId(is)));
  match((was, is, from, to) => !isGroup(was) && !isGroup(is) && from === to);
  /** What has no id is known by most of what it says, and where one thing is left of each, it is that. */
  for (const share of [0.5, 0.01]) match((was, is) => haveNoId(was, is) && likeness(was, is) >= share);
  match((was, is) => haveNoId(was, is) && old.size === 1 && now.size === 1);
  const rest = [...[...now].map((after) => ({ after })), ...[...old].map((before) => ({ before }))];
  return [...pairs, ...rest].sort((a, b) => placeOf(a) - placeOf(b));
}

const placeOf = ({ after }: ElementPair): number => after ?? Number.POSITIVE_INFINITY;

function idOf(element: unknown): string | undefined {
  if (!isGroup(element)) return undefined;
  const { id } = element;
  return isRef(id) ? id.ref : typeof id === "string" ? id : undefined;
}

const withoutId = (element: unknown): unknown => (isGroup(element) ? { ...element, id: undefined } : element);

const haveNoId = (was: unknown, is: unknown): boolean =>
  isGroup(was) && isGroup(is) && idOf(was) === undefined && idOf(is) === undefined;

/** Which part of all that the two say is the same, from 0 to 1. */
function likeness(was: unknown, is: unknown): number {
  if (!isGroup(was) || !isGroup(is)) return 0;
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return keys.filter((key) => alike(was[key], is[key])).length / keys.length;
}
