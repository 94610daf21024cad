import { Index } from "flexsearch";
import type { Engine } from "./engine.ts";
import { readAll } from "./reading.ts";

/** Whole words with their neighbours as context; its hits have an order, but no scores. */
export const flexSearch: Engine = {
  name: "FlexSearch",
  scores: false,
  index(texts) {
    const reading = readAll(texts);
    const index = new Index({
      tokenize: "strict",
      encode: (text: string) => text.split(" "),
      context: { depth: 2, bidirectional: false, resolution: 9 },
    });
    for (const [at, { terms }] of reading.texts.entries()) index.add(at, terms.join(" "));
    return (question, k) =>
      index
        .search(reading.question(question).terms.join(" "), { limit: k, suggest: true })
        .map((at, order) => ({ at: Number(at), score: 1 / (1 + order) }));
  },
};
