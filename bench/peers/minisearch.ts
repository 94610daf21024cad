import MiniSearch, { type Query } from "minisearch";
import type { Engine } from "./engine.ts";
import { readAll } from "./reading.ts";

const LONG_ENOUGH_FOR_SLIP = 4;

/** Words, pairs and words with marks in three fields; a slip is allowed in words that no text holds. */
export const miniSearch: Engine = {
  name: "MiniSearch",
  scores: true,
  index(texts) {
    const reading = readAll(texts);
    const known = new Set(reading.texts.flatMap(({ terms }) => terms));
    const engine = new MiniSearch({
      fields: ["terms", "pairs", "marked"],
      tokenize: (text) => text.split(" "),
      processTerm: (term) => term,
    });
    engine.addAll(
      reading.texts.map(({ terms, pairs, marked }, id) => ({
        id,
        terms: terms.join(" "),
        pairs: pairs.join(" "),
        marked: marked.join(" "),
      })),
    );
    const bm25 = { k: 1.2, b: 0.7, d: 0.5 };
    const fuzzy = (term: string) => (term.length >= LONG_ENOUGH_FOR_SLIP && !known.has(term) ? 1 : false);
    return (question, k) => {
      const { terms, pairs, marked } = reading.question(question);
      const queries: Query[] = [
        { queries: [terms.join(" ")], fields: ["terms"], fuzzy, bm25 },
        { queries: [pairs.join(" ")], fields: ["pairs"], boost: { pairs: 0.6 }, bm25 },
        { queries: [marked.join(" ")], fields: ["marked"], boost: { marked: 0.45 }, bm25 },
      ];
      return engine
        .search({ combineWith: "OR", queries })
        .slice(0, k)
        .map(({ id, score }) => ({ at: id, score }));
    };
  },
};
