import type { Steps } from "../core/steps.ts";
import type { Item, ParsedFile } from "../knowledge/parse.ts";
import { belowFolder, type SourceFile } from "../knowledge/read.ts";

type PackedItem = readonly [line: number, column: number, flow: 0 | 1, value: unknown, id?: string];

/** A checked file without what it repeats or what is known of it anyway: half as much to read back. */
interface Packed extends Pick<ParsedFile, "refers" | "problems"> {
  readonly listed: boolean;
  readonly items: readonly PackedItem[];
}

export const packed = (file: ParsedFile): string => written(pack(file, file.items));

/** So many items are read back in a millisecond. */
const ITEMS_A_PIECE = 64;

/** In pieces that are read back one by one: the file without its items, and then those. */
export function packedInPieces(file: ParsedFile): readonly string[] {
  const pieces = [written(pack(file, []))];
  for (let at = 0; at < file.items.length; at += ITEMS_A_PIECE)
    pieces.push(written(file.items.slice(at, at + ITEMS_A_PIECE).map(packItem)));
  return pieces;
}

const pack = ({ items, refers, problems }: ParsedFile, packed: readonly Item[]): Packed => ({
  refers,
  problems,
  listed: items.some(({ path }) => path.length > 0),
  items: packed.map(packItem),
});

/** In JSON without a letter beyond ASCII: letters of one byte are read back ten times as fast. */
const written = (one: Packed | readonly PackedItem[]): string =>
  JSON.stringify(one).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

const packItem = ({ id, value, origin: { line, column, flow } }: Item): PackedItem =>
  id === undefined ? [line, column, flow ? 1 : 0, value] : [line, column, flow ? 1 : 0, value, id];

/** The same as checking the file once more. */
export function unpacked(json: string, source: SourceFile): ParsedFile {
  const { items, refers, problems, listed }: Packed = JSON.parse(json);
  return { source, refers, problems, items: items.map(unpackerOf(source, listed)) };
}

/** The same of pieces, piece by piece. */
export function* unpackingPieces([head = "", ...pieces]: readonly string[], source: SourceFile): Steps<ParsedFile> {
  const { refers, problems, listed }: Packed = JSON.parse(head);
  const unpack = unpackerOf(source, listed);
  const items: Item[] = [];
  for (const piece of pieces) {
    const packedItems: readonly PackedItem[] = JSON.parse(piece);
    for (const item of packedItems) items.push(unpack(item, items.length));
    yield;
  }
  return { source, refers, problems, items };
}

function unpackerOf(source: SourceFile, listed: boolean) {
  const file = belowFolder(source);
  return ([line, column, flow, value, id]: PackedItem, index: number): Item => ({
    kind: source.kind,
    path: listed ? [index] : [],
    id,
    value: value ?? undefined,
    origin: { file, line, column, listed, flow: flow === 1 },
  });
}
