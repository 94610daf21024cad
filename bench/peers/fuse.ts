import Fuse from "fuse.js";
import type { Engine, Found } from "./engine.ts";
import { type Read, readAll } from "./reading.ts";

/** As its documentation begins. */
export const fusePlain: Engine = {
  name: "fuse.js, defaults",
  slow: true,
  scores: true,
  index(texts) {
    const fuse = new Fuse(texts, { includeScore: true });
    return (question, k) => fuse.search(question, { limit: k }).map(toFound);
  },
};

/** Token search over folded words and pairs in spaces, so that no word is found inside another one. */
export const fuseTokens: Engine = {
  name: "fuse.js, tokens",
  slow: true,
  scores: true,
  index(texts) {
    const reading = readAll(texts);
    const tokenize = (text: string): string[] => {
      const words = text.split(" ").filter((word) => word !== "");
      return [...words.map((word) => ` ${word} `), ...words.slice(1).map((word, i) => ` ${words[i]} ${word} `)];
    };
    const fuse = new Fuse(reading.texts.map(inSpaces), {
      includeScore: true,
      useTokenSearch: true,
      tokenize,
      threshold: 0,
      ignoreLocation: true,
    });
    return (question, k) => fuse.search(inSpaces(reading.question(question)), { limit: k }).map(toFound);
  },
};

const inSpaces = ({ terms }: Read): string => ` ${terms.join(" ")} `;

const toFound = ({ refIndex, score = 1 }: { refIndex: number; score?: number }): Found => ({
  at: refIndex,
  score: 1 - score,
});
