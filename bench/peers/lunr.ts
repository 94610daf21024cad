import lunr from "lunr";
import type { Engine } from "./engine.ts";
import { readAll } from "./reading.ts";

/** Without its pipeline, whose trimmer and stemmer are for English. */
export const lunrJs: Engine = {
  name: "Lunr",
  scores: true,
  index(texts) {
    const reading = readAll(texts);
    const builder = new lunr.Builder();
    builder.k1(1.2);
    builder.b(0.75);
    builder.ref("id");
    builder.field("terms");
    builder.field("pairs", { boost: 0.6 });
    builder.field("marked", { boost: 0.45 });
    for (const [id, read] of reading.texts.entries()) builder.add({ id, ...read });
    const index = builder.build();
    return (question, k) => {
      const { terms, pairs, marked } = reading.question(question);
      const hits = index.query((query) => {
        for (const [field, words] of Object.entries({ terms, pairs, marked }))
          for (const word of new Set(words)) query.term(word, { fields: [field], usePipeline: false });
      });
      return hits.slice(0, k).map(({ ref, score }) => ({ at: Number(ref), score }));
    };
  },
};
