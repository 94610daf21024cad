import { isMap, isScalar, isSeq } from "yaml";
import { keyOf, type Path } from "./locate.ts";

/**
 * The plain value of a YAML tree. A number whose spelling JavaScript would lose (24.60, or more digits than a float
 * holds) becomes the text that was typed, so that figures stay as printed. Aliases have no value.
 */
export function plainValue(node: unknown): unknown {
  if (isScalar(node)) {
    const { value, source } = node;
    return typeof value === "number" && source !== undefined && source !== String(value) ? source : value;
  }
  if (isSeq(node)) return node.items.map(plainValue);
  if (!isMap(node)) return undefined;
  const group: Record<string, unknown> = {};
  for (const pair of node.items) {
    const key = keyOf(pair);
    if (key !== "__proto__") group[key] = plainValue(pair.value);
  }
  return group;
}

/** What stands at a path in a plain value; undefined where there is nothing. */
export function dig(value: unknown, path: Path): unknown {
  let found = value;
  for (const step of path) {
    if (!isRecord(found) || !Object.hasOwn(found, step)) return undefined;
    found = found[step];
  }
  return found;
}

/** True for maps and lists. */
export const isRecord = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === "object" && value !== null;

/** True for maps only. */
export const isGroup = (value: unknown): value is Record<string, unknown> => isRecord(value) && !Array.isArray(value);
