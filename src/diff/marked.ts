import type { Path } from "../knowledge/locate.ts";
import type { Placed } from "../knowledge/placed.ts";
import { isGroup } from "../knowledge/value.ts";

/** An id in an item that names another item. */
export interface Ref {
  readonly ref: string;
}

export const isRef = (value: unknown): value is Ref => isGroup(value) && typeof value.ref === "string";

/** Old ids by which things are no longer called, each with the new one. */
export type Renames = ReadonlyMap<string, string>;

const keyOf = (path: Path): string => path.join("\n");

/**
 * The value of an item for comparing: what names other items is a Ref, by its new id; what is not there has no key; and an
 * id that the schema has made up is none.
 */
export function marked({ kind, id, value }: Placed, renames: Renames): Readonly<Record<string, unknown>> {
  const references = new Set(kind.references(value).map(({ path }) => keyOf(path)));
  const mark = (one: unknown, path: Path): unknown => {
    if (typeof one === "string" && references.has(keyOf(path))) return { ref: renames.get(one) ?? one };
    if (Array.isArray(one)) return one.map((part: unknown, i) => mark(part, [...path, i]));
    if (!isGroup(one)) return one;
    const entries = Object.entries(one).filter(([, part]) => part !== undefined);
    return Object.fromEntries(entries.map(([key, part]) => [key, mark(part, [...path, key])]));
  };
  const whole = mark(value, []);
  if (!isGroup(whole)) return {};
  const { id: own, ...rest } = whole;
  return id === undefined ? rest : { id: own, ...rest };
}

/** The same with ids as they are written, for tools. */
export function unmarked(value: unknown): unknown {
  if (isRef(value)) return value.ref;
  if (Array.isArray(value)) return value.map(unmarked);
  if (!isGroup(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unmarked(part)]));
}

export const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
