import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from "yaml";
import type { Page } from "./page.ts";

/** The way from the top of a file to a value: keys and places in lists. */
export type Path = readonly (string | number)[];

type Range = readonly [number, number];

export const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : String(pair.key));

const pairOf = (map: YAMLMap, key: PropertyKey): Pair | undefined =>
  map.items.findLast((pair) => keyOf(pair) === String(key));

/**
 * The range of the value or the key at a path. A value that is empty or spreads over lines is shown at its key; a key
 * that is missing, at the first key of the map that misses it.
 */
export function rangeAt(page: Page, path: Path, on: "value" | "key"): Range {
  let node: unknown = page.document.contents;
  let range = shown(node) ?? [0, 0];
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = pairOf(node, step);
      if (pair === undefined) return shown(node.items[0]?.key) ?? range;
      const key = shown(pair.key);
      range = (last && on === "key") || spreads(pair.value) ? (key ?? range) : (shown(pair.value) ?? key ?? range);
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      range = shown(node) ?? range;
    }
  }
  return range;
}

/** The first scalar below a path that says exactly this text; else the place of the path itself. */
export function rangeOfText(page: Page, path: Path, text: string): Range {
  const node = path.length === 0 ? page.document.contents : page.document.getIn(path, true);
  return findText(node, text) ?? rangeAt(page, path, "value");
}

function findText(node: unknown, text: string): Range | undefined {
  if (isScalar(node)) return String(node.value).trim() === text ? shown(node) : undefined;
  const children = isMap(node) ? node.items.map((pair) => pair.value) : isSeq(node) ? node.items : [];
  for (const child of children) {
    const found = findText(child, text);
    if (found !== undefined) return found;
  }
  return undefined;
}

const spreads = (node: unknown): boolean => (isMap(node) || isSeq(node)) && node.flow !== true;

/** The range of a node that can be seen; an empty one has none. A map in a list is shown at its first key. */
function shown(node: unknown): Range | undefined {
  if (isMap(node) && node.flow !== true && node.items.length > 0) return shown(node.items[0]?.key);
  if (!(isScalar(node) || isMap(node) || isSeq(node)) || !node.range) return undefined;
  const [from, to] = node.range;
  return to > from ? [from, to] : undefined;
}
