import type { ById, Knowledge } from "../core/knowledge.ts";
import type { Kind } from "./kind.ts";
import { ALL_KINDS, KINDS } from "./kinds/index.ts";

/** An item that its kind's schema has accepted. */
export interface CheckedItem {
  readonly kind: Kind<unknown>;
  readonly value: unknown;
}

// The schema of the kind has made the value, so it is a T; the list of items has forgotten that.
const itemsOf = <T>(kind: Kind<T>, items: readonly CheckedItem[]): readonly T[] =>
  items.filter((item) => item.kind.name === kind.name).map((item) => item.value as T);

const byId = <T extends { readonly id: string }>(kind: Kind<T>, items: readonly CheckedItem[]): ById<T> =>
  new Map(itemsOf(kind, items).map((item) => [item.id, item]));

/** The items by kind and id, without the names and facts that look at them. */
export function buildItems(items: readonly CheckedItem[]): Knowledge {
  return {
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
  };
}

/** One linked state of the knowledge base, out of items in the order of their files. */
export function buildKnowledge(items: readonly CheckedItem[]): Knowledge {
  const base = buildItems(items);
  return {
    ...base,
    names: ALL_KINDS.flatMap((kind) => itemsOf(kind, items).flatMap((item) => kind.names(item, base))),
    facts: ALL_KINDS.flatMap((kind) => itemsOf(kind, items).flatMap((item) => kind.facts(item, base))),
  };
}
