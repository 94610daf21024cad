import { finish } from "../../src/core/steps.ts";
import { makingLexicon } from "../../src/search/lexicon.ts";
import { createSegments } from "../../src/search/segments.ts";
import { makingTextIndex } from "../../src/search/text-index.ts";
import { createTextReader } from "../../src/search/text-reader.ts";
import type { Engine } from "./engine.ts";
import { questionTokens } from "./reading.ts";

/** The index in which the bot looks for facts, over any texts. */
export const ours: Engine = {
  name: "Liên Thành",
  scores: true,
  index(texts) {
    const reader = createTextReader();
    const nothing = { properNames: [], personNames: [], names: [], commonPhrases: [] };
    const lexicon = finish(makingLexicon({ texts, ...nothing }, reader));
    const read = (at: number) => [reader.read(texts[at] ?? "")];
    const documents = texts.map((text) => ({ text }));
    const index = finish(makingTextIndex(documents, read, createSegments(), lexicon.near));
    return (question, k) => index.search(questionTokens(question, index.holding), k);
  },
};
