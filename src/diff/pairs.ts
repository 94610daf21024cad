import type { Placed } from "../knowledge/placed.ts";
import { isGroup } from "../knowledge/value.ts";
import { isRef, marked, type Renames } from "./marked.ts";

/** One thing in both versions, with its values as they are compared. */
export interface Pair {
  readonly before: Placed;
  readonly after: Placed;
  readonly was: Readonly<Record<string, unknown>>;
  readonly is: Readonly<Record<string, unknown>>;
}

export interface Pairs {
  readonly pairs: readonly Pair[];
  readonly removed: readonly Placed[];
  readonly added: readonly Placed[];
  readonly renames: Renames;
}

/** An item that has found no partner yet. */
interface Single {
  readonly item: Placed;
  value: Readonly<Record<string, unknown>>;
}

/** Finds for each item of the old version the one that it has become: by its id, or by all but its id. */
export function pairItems(before: readonly Placed[], after: readonly Placed[]): Pairs {
  const renames = new Map<string, string>();
  const old: Single[] = before.map((item) => ({ item, value: marked(item, renames) }));
  const now: Single[] = after.map((item) => ({ item, value: marked(item, renames) }));
  const pairs: Pair[] = [];
  const match = (keyOf: (one: Single) => string | undefined, found?: (old: Single, now: Single) => void): void => {
    const waiting = Map.groupBy(now, keyOf);
    const matched = new Set<Single>();
    for (const one of old) {
      const key = keyOf(one);
      const partner = key === undefined ? undefined : waiting.get(key)?.shift();
      if (partner === undefined) continue;
      found?.(one, partner);
      pairs.push({ before: one.item, after: partner.item, was: one.value, is: partner.value });
      for (const each of [one, partner]) matched.add(each);
    }
    for (const list of [old, now]) list.splice(0, list.length, ...list.filter((one) => !matched.has(one)));
  };
  match(identity);
  // What is left may name other things that are renamed as well, also itself: who is named is then left open.
  const [gone, come] = [idsOf(old), idsOf(now)];
  match(
    (one) => nameless(one, old.includes(one) ? gone : come),
    (one, partner) => renames.set(one.item.id ?? "", partner.item.id ?? ""),
  );
  for (const one of old) one.value = marked(one.item, renames);
  if (renames.size > 0) match(identity);
  for (const key of FIGURE_KEYS) match((one) => figureBut(one, key));
  const whole = pairs.map((pair) => ({ ...pair, was: renames.size > 0 ? marked(pair.before, renames) : pair.was }));
  const alone = (singles: readonly Single[]): Placed[] => singles.map(({ item }) => item);
  return { pairs: whole, removed: alone(old), added: alone(now), renames };
}

const FIGURE_KEYS = ["indicator", "place", "period"] as const;

/** What a thing is known by. Figures and questions have no id: they are what they are about. */
function identity({ item, value }: Single): string {
  const { name } = item.kind;
  if (name === "figure") return JSON.stringify([name, ...FIGURE_KEYS.map((key) => value[key])]);
  if (name === "question") return JSON.stringify([name, value.q, value.at]);
  return JSON.stringify([name, value.id]);
}

const idsOf = (singles: readonly Single[]): ReadonlySet<string> =>
  new Set(singles.flatMap(({ item }) => item.id ?? []));

/** All that is said of a thing that has an id, but its id and those that are open. */
function nameless({ item, value }: Single, open: ReadonlySet<string>): string | undefined {
  if (item.id === undefined) return undefined;
  const { id: _, ...rest } = value;
  return JSON.stringify([item.kind.name, rest], (_, part) => (isRef(part) && open.has(part.ref) ? null : part));
}

/** All that is said of a figure but one of what it is about: its period was corrected, not another figure put in its place. */
function figureBut({ item, value }: Single, key: string): string | undefined {
  if (item.kind.name !== "figure") return undefined;
  const { [key]: left, ...rest } = value;
  return isRef(left) || isGroup(left) ? JSON.stringify(rest) : undefined;
}
