import type { Alias, ById, Fact, Knowledge, Origin } from "../core/knowledge.ts";
import { forEach, type Steps } from "../core/steps.ts";
import { internedFacts, internedNames } from "./interned.ts";
import type { Kind } from "./kind.ts";
import { ALL_KINDS, KINDS } from "./kinds/index.ts";
import { isRecord } from "./value.ts";

/** An item that its kind's schema has accepted. */
export interface CheckedItem {
  readonly kind: Kind<unknown>;
  readonly value: unknown;
  readonly origin: Origin;
}

/** Items by the name of their kind. */
type ByKind = ReadonlyMap<string, readonly CheckedItem[]>;

const byKind = (items: readonly CheckedItem[]): ByKind => Map.groupBy(items, ({ kind }) => kind.name);

// The schema of the kind has made the value, so it is a T; the list of items has forgotten that.
const itemsOf = <T>(kind: Kind<T>, items: ByKind): readonly T[] =>
  (items.get(kind.name) ?? []).map((item) => item.value as T);

const byId = <T extends { readonly id: string }>(kind: Kind<T>, items: ByKind): ById<T> =>
  new Map(itemsOf(kind, items).map((item) => [item.id, item]));

/** The items by kind and id, without the names and facts that look at them, and without saying where they stand. */
export const buildItems = (items: readonly CheckedItem[]): Knowledge => itemsByKind(byKind(items));

const itemsByKind = (items: ByKind): Knowledge => ({
  sources: byId(KINDS.source, items),
  places: byId(KINDS.place, items),
  organisations: byId(KINDS.organisation, items),
  people: byId(KINDS.person, items),
  memoranda: byId(KINDS.memorandum, items),
  programmes: byId(KINDS.programme, items),
  events: byId(KINDS.event, items),
  documents: byId(KINDS.document, items),
  indicators: byId(KINDS.indicator, items),
  figures: itemsOf(KINDS.figure, items),
  statements: byId(KINDS.statement, items),
  reviews: byId(KINDS.review, items),
  holidays: byId(KINDS.holidays, items),
  questions: itemsOf(KINDS.question, items),
  names: [],
  facts: [],
  origins: new Map(),
});

/**
 * One linked state of the knowledge base, out of items in the order of their files, step by step. Facts and names that are the
 * same as in an earlier state are the same objects.
 */
export function* building(items: readonly CheckedItem[], earlier?: Knowledge): Steps<Knowledge> {
  const sorted = byKind(items);
  const base = itemsByKind(sorted);
  const names: Alias[] = [];
  const facts: Fact[] = [];
  for (const kind of ALL_KINDS) {
    yield* forEach(
      itemsOf(kind, sorted),
      (item) => {
        names.push(...kind.names(item, base));
        facts.push(...kind.facts(item, base));
      },
      ITEMS_A_STEP,
    );
    yield;
  }
  let origins: Knowledge["origins"] | undefined;
  return {
    ...base,
    names: earlier === undefined ? names : yield* internedNames(names, earlier.names),
    facts: earlier === undefined ? facts : yield* internedFacts(facts, earlier.facts),
    // Only who looks after the knowledge wants to know, and nobody of those is in a hurry.
    get origins() {
      origins ??= originsOf(items);
      return origins;
    },
  };
}

/** Of an indicator all figures are looked through. */
const ITEMS_A_STEP = 8;

function originsOf(items: readonly CheckedItem[]): ReadonlyMap<object, Origin> {
  const origins = new Map<object, Origin>();
  for (const { value, origin } of items) if (isRecord(value)) origins.set(value, origin);
  return origins;
}
