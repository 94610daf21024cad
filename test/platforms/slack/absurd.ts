import type { Knowledge } from "../../../src/core/knowledge.ts";
import type { Both } from "../../../src/core/language.ts";
import { both } from "../../../src/core/language.ts";

const LONG = "Một cái tên dài đến mức không ai đọc hết được <!channel> *đậm* & `mã` ".repeat(12);

const longer = (names: Both): Both => ({ vi: `${names.vi} ${LONG}`, en: `${names.en} ${LONG}` });

/** The same knowledge with names of some 800 characters, and 500 figures more. */
export function absurd(knowledge: Knowledge): Knowledge {
  const named = <T extends { readonly names: Both }>(things: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...things].map(([id, thing]) => [id, { ...thing, names: longer(thing.names) }]));
  const [figure] = knowledge.figures;
  if (figure === undefined) throw new Error("The knowledge base has no figure.");
  const many = Array.from({ length: 500 }, (_, i) => ({
    ...figure,
    period: { from: `${1500 + i}-01-01`, to: `${1500 + i}-12-31` },
  }));
  return {
    ...knowledge,
    places: named(knowledge.places),
    organisations: named(knowledge.organisations),
    people: named(knowledge.people),
    memoranda: named(knowledge.memoranda),
    programmes: named(knowledge.programmes),
    events: named(knowledge.events),
    documents: named(knowledge.documents),
    indicators: named(knowledge.indicators),
    reviews: named(knowledge.reviews),
    sources: new Map([...knowledge.sources].map(([id, source]) => [id, { ...source, names: both(LONG), title: LONG }])),
    statements: new Map(
      [...knowledge.statements].map(([id, one]) => [id, { ...one, title: longer(one.title), text: longer(one.text) }]),
    ),
    figures: [...knowledge.figures, ...many],
  };
}
