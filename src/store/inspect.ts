import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { refuseNewer } from "./migrate.ts";
import { DAMAGED, explainSqlite, isBusy, needsWriting } from "./sqlite-trouble.ts";
import { userError } from "./trouble.ts";

/**
 * What is in a state file, without changing it: nothing yet, or a state that this version can use. Throws where it is
 * damaged, something else, or from a newer version; call it by steadily, which says so.
 */
export function inspectFile(file: string): "absent" | "empty" | "state" {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) return "absent";
  if (size === 0) return "empty";
  try {
    return inspectWith(file, true);
  } catch (error) {
    if (!needsWriting(error)) throw error;
    return inspectWith(file, false);
  }
}

function inspectWith(file: string, readOnly: boolean): "empty" | "state" {
  const database = new DatabaseSync(file, { readOnly, timeout: 1000 });
  try {
    const texts = (query: string): string[] => database.prepare(query).all().flatMap(Object.values).map(String);
    const [found = "ok"] = texts("pragma quick_check(1)");
    if (found !== "ok") throw userError(DAMAGED(file, found.replaceAll(/\s+/g, " ")));
    const tables = texts("select name from sqlite_schema where type = 'table'");
    if (tables.length === 0) return "empty";
    if (!tables.includes("state_migration"))
      throw userError(DAMAGED(file, `tables: ${tables.join(", ").slice(0, 100)}`));
    refuseNewer(texts("select name from state_migration"), file);
    return "state";
  } finally {
    database.close();
  }
}

/** For steadily, before there is an engine. */
export const fileTrouble = (file: string) => ({
  isClash: isBusy,
  explain: (error: unknown) => explainSqlite(error, file),
});
