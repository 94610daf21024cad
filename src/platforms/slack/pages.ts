import type { Answer } from "../../core/answer.ts";
import { type Block, type Inline, type Line, plainLine, type Text } from "../../core/text.ts";

/** What one page may take; the rest of a message is for sources and buttons. */
const PAGE = { rows: 25, characters: 4400 } as const;
/** What the JSON takes around a row, a cell and each part of a line: at least what it really is, so that none is too long. */
const AROUND = { row: 50, cell: 35, text: 28, moment: 200, marked: 54 } as const;
const LONGEST = 1500;
/** Of a piece that is longer, in one part. */
const PART = 1300;

type Piece =
  | { readonly kind: "paragraph"; readonly line: Line }
  | { readonly kind: "item"; readonly line: Line }
  | { readonly kind: "row"; readonly row: readonly string[]; readonly columns: readonly string[] };

/**
 * An answer in pages that each fit a message, split between rows and, where a single one is too long, between words. The
 * sentence that introduces a list stands on every page.
 */
export function pagesOf({ headline, body }: Pick<Answer, "headline" | "body">): readonly Text[] {
  const pieces = [...headline, ...body].flatMap(piecesOf).flatMap(short);
  const [first, ...rest] = pieces;
  if (first === undefined) return [[]];
  const head = first.kind === "paragraph" ? [first] : [];
  const packed = pack(
    head.length > 0 ? rest : pieces,
    PAGE.characters - head.reduce((sum, one) => sum + sizeOf(one), 0),
  );
  return packed.map((page) => assemble([...head, ...page]));
}

function piecesOf(block: Block): Piece[] {
  switch (block.kind) {
    case "paragraph":
      return [{ kind: "paragraph", line: block.line }];
    case "list":
      return block.items.map((line) => ({ kind: "item", line }));
    case "table":
      return block.rows.map((row) => ({ kind: "row", row, columns: block.columns }));
  }
}

const sizeOf = (piece: Piece): number =>
  piece.kind === "row"
    ? piece.row.reduce((sum, cell) => sum + cell.length + AROUND.cell, 0)
    : piece.line.reduce<number>((sum, part) => sum + inlineSize(part), AROUND.row);

function inlineSize(part: Inline): number {
  switch (part.kind) {
    case "text":
      return part.text.length + AROUND.text;
    case "moment":
      return part.label.length + AROUND.moment;
    default:
      return part.text.length + AROUND.marked;
  }
}

/** Pieces that are too long for a message by themselves, in parts. Rows of a table become lines, moments come last. */
function short(piece: Piece): Piece[] {
  if (sizeOf(piece) <= LONGEST) return [piece];
  const text = piece.kind === "row" ? piece.row.join(" | ") : plainLine(piece.line);
  const kind = piece.kind === "row" ? "item" : piece.kind;
  const parts = text.match(new RegExp(`[\\s\\S]{1,${PART}}(?=\\s|$)|[\\s\\S]{1,${PART}}`, "gu"));
  const moments = piece.kind === "row" ? [] : piece.line.filter((part) => part.kind === "moment");
  return (parts ?? []).map((part, at, all) => ({
    kind,
    line: [{ kind: "text", text: part.trim() }, ...(at === all.length - 1 ? moments : [])],
  }));
}

function pack(pieces: readonly Piece[], room: number): readonly (readonly Piece[])[] {
  const pages: Piece[][] = [[]];
  let used = 0;
  for (const piece of pieces) {
    const size = sizeOf(piece);
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && (used + size > room || page.length >= PAGE.rows)) {
      pages.push([piece]);
      used = size;
    } else {
      page.push(piece);
      used += size;
    }
  }
  return pages;
}

function assemble(pieces: readonly Piece[]): Text {
  const blocks: Block[] = [];
  for (const piece of pieces) {
    const last = blocks.at(-1);
    const grown = last && grow(last, piece);
    if (grown === undefined) blocks.push(blockOf(piece));
    else blocks[blocks.length - 1] = grown;
  }
  return blocks;
}

/** The block with one more row, where the piece belongs to it. */
function grow(block: Block, piece: Piece): Block | undefined {
  if (block.kind === "list" && piece.kind === "item") return { kind: "list", items: [...block.items, piece.line] };
  if (block.kind === "table" && piece.kind === "row" && block.columns === piece.columns)
    return { ...block, rows: [...block.rows, piece.row] };
  return undefined;
}

function blockOf(piece: Piece): Block {
  switch (piece.kind) {
    case "paragraph":
      return { kind: "paragraph", line: piece.line };
    case "item":
      return { kind: "list", items: [piece.line] };
    case "row":
      return { kind: "table", columns: piece.columns, rows: [piece.row] };
  }
}
