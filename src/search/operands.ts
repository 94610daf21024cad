import type { Entity, Mention } from "./gazetteer.ts";

/** How many things of each kind a question names: what there is to be put together, or held against each other. */
export interface Operands {
  readonly indicators: number;
  readonly places: number;
  readonly periods: number;
}

export function operandsIn(mentions: readonly Mention[], periods: number): Operands {
  const named = (isOne: (entity: Entity) => boolean): number =>
    new Set(mentions.flatMap(({ entities }) => entities.find(isOne)?.id ?? [])).size;
  return {
    indicators: new Set(mentions.flatMap(({ entities: [first] }) => (first?.kind === "indicator" ? [first.id] : [])))
      .size,
    places: named(({ kind }) => kind === "place" || kind === "organisation"),
    periods,
  };
}
