import type { z } from "zod";
import type { Alias, EntityKind, Fact, Knowledge, Named } from "../core/knowledge.ts";
import type { Both } from "../core/language.ts";

export type KindName = EntityKind | "figure" | "question" | "holidays";

/** An id written in a file, where it stands in the item, and the kinds of thing that it may name. */
export interface Reference {
  readonly path: readonly (string | number)[];
  readonly id: string;
  readonly kinds: readonly KindName[];
}

/** One kind of knowledge: a folder, a schema, how its items are named and what they can be asked for. */
export interface Kind<T> {
  readonly name: KindName;
  readonly folder: string;
  /** One thing of this kind, as people call it. */
  readonly label: Both;
  readonly schema: z.ZodType<T>;
  references(item: T): readonly Reference[];
  names(item: T, knowledge: Knowledge): readonly Alias[];
  facts(item: T, knowledge: Knowledge): readonly Fact[];
}

/** A typed kind for the list of kinds; it exists for inference. */
export const defineKind = <T>(kind: Kind<T>): Kind<T> => kind;

/** Aliases of a thing with names, aliases and exact names. Upper-case names of up to three letters are exact by themselves. */
export function namesOf(kind: EntityKind, item: Named, more: readonly string[] = []): Alias[] {
  const loose = [item.names.vi, item.names.en, ...item.aliases, ...more];
  const aliases = [...new Set(loose)].map((text) => ({ kind, id: item.id, text, exact: text.length < 3 }));
  return [...aliases, ...item.exact.map((text) => ({ kind, id: item.id, text, exact: true }))];
}

/** A person is also named by an office held: its id is the person's with the number of the office, from 1. */
export const officeId = (person: string, at: number): string => `${person}/${at + 1}`;

/** The ids under which a question may name the person: their own and those of their offices. Other ids stay alone. */
export function idsOf(id: string, knowledge: Knowledge): string[] {
  return [id, ...(knowledge.people.get(id)?.offices ?? []).map((_, i) => officeId(id, i))];
}

export const bothOf = (text: { readonly vi: string; readonly en: string }): readonly string[] => [text.vi, text.en];

/** References of a list of ids. */
export const refs = (
  key: string | readonly (string | number)[],
  ids: readonly string[],
  ...kinds: readonly KindName[]
): Reference[] => {
  const path = typeof key === "string" ? [key] : key;
  return ids.map((id, i) => ({ path: [...path, i], id, kinds }));
};

/** The reference of one optional id. */
export const ref = (
  path: readonly (string | number)[],
  id: string | undefined,
  ...kinds: readonly KindName[]
): Reference[] => (id === undefined ? [] : [{ path, id, kinds }]);
