import { DatabaseSync } from "node:sqlite";
import type { Engine } from "./engine.ts";
import { readAll } from "./reading.ts";

/** SQLite's full-text search in memory; its BM25 has fixed parameters. */
export const fts5: Engine = {
  name: "SQLite FTS5",
  scores: true,
  index(texts) {
    const reading = readAll(texts);
    const database = new DatabaseSync(":memory:");
    database.exec(
      `CREATE VIRTUAL TABLE texts USING fts5(terms, pairs, marked, tokenize = "unicode61 remove_diacritics 0 tokenchars '_~.'")`,
    );
    const insert = database.prepare("INSERT INTO texts (rowid, terms, pairs, marked) VALUES (?, ?, ?, ?)");
    database.exec("BEGIN");
    for (const [at, { terms, pairs, marked }] of reading.texts.entries())
      insert.run(at + 1, terms.join(" "), pairs.join(" "), marked.join(" "));
    database.exec("COMMIT");
    const select = database.prepare(
      "SELECT rowid, bm25(texts, 1, 1.2, 0.9) AS score FROM texts WHERE texts MATCH ? ORDER BY score LIMIT ?",
    );
    return (question, k) => {
      const wanted = Object.entries(reading.question(question))
        .filter(([, words]: [string, readonly string[]]) => words.length > 0)
        .map(([column, words]) => `${column} : (${words.map((word: string) => `"${word}"`).join(" OR ")})`);
      if (wanted.length === 0) return [];
      return select
        .all(wanted.join(" OR "), k)
        .map(({ rowid, score }) => ({ at: Number(rowid) - 1, score: -Number(score) }));
    };
  },
};
