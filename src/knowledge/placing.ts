import { LineCounter } from "yaml";
import type { Problem } from "../core/problem.ts";
import { flatMap, map, type Steps } from "../core/steps.ts";
import { type Placement, placeOf, type Spot } from "./complaint.ts";
import { frameOf } from "./frame.ts";
import { openPage } from "./page.ts";
import type { ParsedFile } from "./parse.ts";
import type { Clash, Placed } from "./placed.ts";

/** Whether reading a file again takes so long that the line of the item has to do. */
export type IsLong = (file: ParsedFile) => boolean;

/** A place that is asked for: in the file of the item. */
interface Wanted {
  readonly item: Placed;
  readonly at: Spot;
}

/** What is known of a file that has not changed since: spot → place. */
const known = new WeakMap<ParsedFile, Map<string, Placement>>();

/**
 * Gives complaints between items their places. Trees are not kept once a file is parsed; a file that something is wrong with
 * is read again to say where, one after the other.
 */
export function* placing(clashes: readonly Clash[], isLong: IsLong): Steps<readonly Problem[]> {
  const wanted = clashes.flatMap(({ item, at, other }): Wanted[] => [
    { item, at },
    ...(other === undefined ? [] : [other]),
  ]);
  for (const [file, spots] of Map.groupBy(wanted, ({ item }) => item.file)) {
    const places = known.get(file) ?? new Map<string, Placement>();
    known.set(file, places);
    const missing = yield* flatMap(spots, (spot) => (places.has(keyOf(spot)) ? [] : [spot]));
    yield;
    if (missing.length === 0) continue;
    for (const [key, place] of isLong(file) ? roughly(missing) : exactly(file, missing)) places.set(key, place);
  }
  const placeOfSpot = (spot: Wanted): Placement => known.get(spot.item.file)?.get(keyOf(spot)) ?? NOWHERE;
  return yield* map(clashes, ({ item, at, message, other, ...said }) => {
    const where = other === undefined ? "" : `${other.item.file.source.file}:${placeOfSpot(other).line}`;
    return { file: item.file.source.file, ...placeOfSpot({ item, at }), ...said, message: message(where) };
  });
}

const NOWHERE: Placement = { line: 1, column: 1, length: 1, frame: "" };

const keyOf = ({ item, at }: Wanted): string => JSON.stringify([item.path, at]);

function exactly({ source }: ParsedFile, spots: readonly Wanted[]): (readonly [string, Placement])[] {
  const page = openPage(source.file, source.text);
  return spots.map((spot) => [keyOf(spot), placeOf(page, spot.at)]);
}

/** The line on which the item begins. */
const roughly = (spots: readonly Wanted[]): (readonly [string, Placement])[] =>
  spots.map((spot) => [keyOf(spot), placeOfItem(spot.item)]);

export function placeOfItem({ file, origin: { line, column } }: Placed): Placement {
  const text = file.source.text.normalize("NFC").replace(/^\uFEFF/, "");
  const counter = new LineCounter();
  counter.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) counter.addNewLine(index + 1);
  return { line, column, length: 1, frame: frameOf({ text, counter }, line, column, 1) };
}
