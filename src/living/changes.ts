import type { Knowledge } from "../core/knowledge.ts";
import type { Reloaded } from "../core/living.ts";
import { forEach, type Steps } from "../core/steps.ts";
import type { SourceFile } from "../knowledge/read.ts";

/** Which files are new, other than before, or gone. */
export function changedFiles(before: readonly SourceFile[], after: readonly SourceFile[]): Reloaded["files"] {
  const texts = new Map(before.map(({ file, text }) => [file, text]));
  const added = after.filter(({ file }) => !texts.has(file)).map(({ file }) => file);
  const changed = after.filter(({ file, text }) => texts.has(file) && texts.get(file) !== text).map(({ file }) => file);
  const left = new Set(after.map(({ file }) => file));
  return { added, changed, removed: [...texts.keys()].filter((file) => !left.has(file)) };
}

/** How many facts and figures are new, other than before, or gone. */
export function* changedFacts(before: Knowledge, after: Knowledge): Steps<Reloaded["facts"]> {
  const counts = { added: 0, changed: 0, removed: 0 };
  const old = new Map<string, unknown>();
  yield* forEach([...before.facts, ...before.figures], (one) => void old.set(one.id, one));
  yield* forEach([...after.facts, ...after.figures], (one) => {
    const was = old.get(one.id);
    old.delete(one.id);
    if (was === undefined) counts.added++;
    else if (was !== one && JSON.stringify(was) !== JSON.stringify(one)) counts.changed++;
  });
  return { ...counts, removed: old.size };
}
