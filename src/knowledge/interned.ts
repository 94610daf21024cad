import type { Alias, Fact } from "../core/knowledge.ts";
import { forEach, map, type Steps } from "../core/steps.ts";
import { isRecord } from "./value.ts";

/** The facts, where they are the same as before as the same objects: whoever has worked on one knows it again. */
export function* internedFacts(facts: readonly Fact[], before: readonly Fact[]): Steps<readonly Fact[]> {
  const known = new Map<string, Fact>();
  yield* forEach(before, (fact) => void known.set(fact.id, fact));
  return yield* map(facts, (fact) => {
    const one = known.get(fact.id);
    return one !== undefined && isSame(one, fact) ? one : fact;
  });
}

/** The same for names. */
export function* internedNames(names: readonly Alias[], before: readonly Alias[]): Steps<readonly Alias[]> {
  const keyOf = ({ kind, id, text, exact }: Alias): string => `${kind} ${id} ${exact} ${text}`;
  const known = new Map<string, Alias>();
  yield* forEach(before, (name) => void known.set(keyOf(name), name));
  return yield* map(names, (name) => known.get(keyOf(name)) ?? name);
}

/** For plain data only. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((one: unknown, i) => isSame(one, b[i]));
  if (!isRecord(a) || !isRecord(b)) return false;
  for (const key in b) if (!(key in a)) return false;
  for (const key in a) if (!isSame(a[key], b[key])) return false;
  return true;
}
