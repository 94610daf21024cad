import type { EntityKind } from "../core/knowledge.ts";
import type { Both } from "../core/language.ts";
import type { Problem } from "../core/problem.ts";
import { type Spot, valueAt } from "./complaint.ts";
import type { Kind, KindName } from "./kind.ts";
import { ALL_KINDS } from "./kinds/index.ts";
import type { Item, ParsedFile } from "./parse.ts";

/** An item and the file it stands in. */
export interface Placed extends Item {
  readonly file: ParsedFile;
}

/** A complaint about an item that can't be seen without other items. */
export interface Clash {
  readonly item: Placed;
  readonly at: Spot;
  readonly severity: Problem["severity"];
  readonly code: string;
  /** Told where the other item stands, if there is one. */
  readonly message: (other: string) => Both;
  readonly other?: { readonly item: Placed; readonly at: Spot } | undefined;
  readonly hint?: Both | undefined;
}

/** The place of an item's id. */
export const idSpot = (item: Placed): Spot => valueAt([...item.path, "id"]);

/** Items that a schema has accepted, of one kind. The schema has made the values, so they are Ts. */
export const valid = <T>(
  kind: Kind<T>,
  items: readonly Placed[],
): readonly { readonly item: Placed; readonly value: T }[] =>
  items
    .filter((item) => item.kind.name === kind.name && item.value !== undefined)
    .map((item) => ({ item, value: item.value as T }));

/** "a place", "một địa danh" without the article. */
export const labelOf = (name: KindName | EntityKind): Both =>
  ALL_KINDS.find((kind) => kind.name === name)?.label ?? { vi: name, en: name };
