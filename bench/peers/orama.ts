import { create, insertMultiple, search } from "@orama/orama";
import type { Engine } from "./engine.ts";
import { type Read, readAll } from "./reading.ts";

/** Its search is by the beginnings of words, of which syllables are full: an end mark makes it one by whole words. */
const END = "$";

export const orama: Engine = {
  name: "Orama",
  scores: true,
  async index(texts) {
    const reading = readAll(texts);
    const tokenize = (text: string): string[] => text.split(" ").map((word) => word + END);
    const database = create({
      schema: { terms: "string", pairs: "string", marked: "string" },
      components: { tokenizer: { language: "english", normalizationCache: new Map(), tokenize } },
    });
    const documents = reading.texts.map((read, at) => ({ id: String(at), ...fieldsOf(read) }));
    await insertMultiple(database, documents);
    return async (question, k) => {
      const { terms, pairs, marked } = fieldsOf(reading.question(question));
      const { hits } = await search(database, {
        term: [...new Set(`${terms} ${pairs} ${marked}`.split(" "))].join(" "),
        limit: k,
        boost: { terms: 1, pairs: 0.6, marked: 0.45 },
        relevance: { k: 1.2, b: 0.3, d: 1 },
      });
      return hits.map(({ id, score }) => ({ at: Number(id), score }));
    };
  },
};

const fieldsOf = ({ terms, pairs, marked }: Read) => ({
  terms: terms.join(" "),
  pairs: pairs.join(" "),
  marked: marked.join(" "),
});
