import { positionAt, valueAt } from "../knowledge/complaint.ts";
import type { Kind } from "../knowledge/kind.ts";
import { ALL_KINDS } from "../knowledge/kinds/index.ts";
import type { Path } from "../knowledge/locate.ts";
import { openPage, type Page } from "../knowledge/page.ts";
import type { ParsedFile } from "../knowledge/parse.ts";
import type { Placed } from "../knowledge/placed.ts";
import { changedFields, type FieldChange } from "./fields.ts";
import type { Renames } from "./marked.ts";
import { type Pair, pairItems } from "./pairs.ts";
import type { Side } from "./side.ts";

/** renamed: only the id differs. */
export type Change = "added" | "changed" | "renamed" | "removed";

/** A thing that the two versions do not say alike. */
export type FactChange = {
  readonly change: Change;
  readonly kind: Kind<unknown>;
  readonly fields: readonly (FieldChange & { readonly line: number })[];
} & (
  | { readonly before: Placed; readonly after: Placed }
  | { readonly before?: undefined; readonly after: Placed }
  | { readonly before: Placed; readonly after?: undefined }
);

/** The thing in the new version; in the old one, where it is gone. */
export const itemOf = ({ before, after }: FactChange): Placed => after ?? before;

/** Things that are now in another file. */
export interface Move {
  /** Paths below the knowledge folder. */
  readonly from: string;
  readonly to: string;
  /** The old file is gone, and everything in it went the same way. */
  readonly whole: boolean;
  readonly facts: number;
  /** How many of them are said otherwise as well. */
  readonly changed: number;
}

export interface Facts {
  /** By kind, then in the order of the files. */
  readonly changes: readonly FactChange[];
  readonly moves: readonly Move[];
  readonly renames: Renames;
  /** True where the two versions say the same things in the same order, so that no answer can differ. */
  readonly same: boolean;
}

/** What differs between two versions without errors. */
export function compareFacts(before: Side, after: Side): Facts {
  const { pairs, added, removed, renames } = pairItems(before.items, after.items);
  const place = createPlaces();
  const met = pairs.flatMap((pair): FactChange[] => {
    const { before, after } = pair;
    const fields = changedFields(pair.was, pair.is).map((field) => {
      const side = field.after === undefined ? "before" : "after";
      return { ...field, line: place(pair[side], pathOf(field, side)) };
    });
    if (fields.length === 0) return [];
    const renamed = fields.every(({ steps }) => steps.length === 1 && steps[0] === "id");
    return [{ change: renamed ? "renamed" : "changed", kind: after.kind, before, after, fields }];
  });
  const come = added.map((after): FactChange => ({ change: "added", kind: after.kind, after, fields: [] }));
  const gone = removed.map((before): FactChange => ({ change: "removed", kind: before.kind, before, fields: [] }));
  const changes = [...met, ...gone, ...come].sort(inOrder);
  const inPlace = pairs.every((pair, i) => pair.before === before.items[i] && pair.after === after.items[i]);
  return {
    changes,
    moves: movesOf(pairs, after, new Set(met.map((one) => one.after))),
    renames,
    same: changes.length === 0 && inPlace,
  };
}

/** Lines in files that are opened once. */
function createPlaces(): (item: Placed, path: Path) => number {
  const pages = new Map<ParsedFile, Page>();
  return ({ file, path }, below) => {
    const page = pages.get(file) ?? openPage(file.source.file, file.source.text);
    pages.set(file, page);
    return positionAt(page, valueAt([...path, ...below])).line;
  };
}

const pathOf = ({ steps }: FieldChange, side: "before" | "after"): Path =>
  steps.map((step) => (typeof step === "string" ? step : (step[side] ?? step.before ?? step.after ?? 0)));

function inOrder(a: FactChange, b: FactChange): number {
  const [one, other] = [itemOf(a).origin, itemOf(b).origin];
  const byKind = ALL_KINDS.indexOf(a.kind) - ALL_KINDS.indexOf(b.kind);
  return byKind || (one.file < other.file ? -1 : one.file > other.file ? 1 : one.line - other.line);
}

function movesOf(pairs: readonly Pair[], after: Side, changed: ReadonlySet<Placed | undefined>): readonly Move[] {
  const count = (of: string): number => pairs.filter(({ before }) => before.origin.file === of).length;
  const moved = pairs.filter((pair) => pair.before.origin.file !== pair.after.origin.file);
  return [...Map.groupBy(moved, (pair) => `${pair.before.origin.file}\n${pair.after.origin.file}`)].map(
    ([way, some]) => {
      const [from = "", to = ""] = way.split("\n");
      const whole = !after.files.has(from) && some.length === count(from);
      return { from, to, whole, facts: some.length, changed: some.filter((one) => changed.has(one.after)).length };
    },
  );
}
