import type { Knowledge } from "../core/knowledge.ts";
import type { Problem } from "../core/problem.ts";
import { aliasClashes } from "./alias-clashes.ts";
import { buildKnowledge } from "./build.ts";
import { mixedComparisons } from "./comparisons.ts";
import { type Complaint, inOrder, lineOf, problemOn, type Said, valueAt } from "./complaint.ts";
import { duplicateFigures, duplicateIds } from "./duplicates.ts";
import { openPage, type Page } from "./page.ts";
import type { ParsedFile } from "./parse.ts";
import type { Clash, Placed } from "./placed.ts";
import { circles, danglingReferences } from "./references.ts";

const CHECKS = [duplicateIds, duplicateFigures, mixedComparisons, danglingReferences, circles, aliasClashes];

/** A problem with something that the knowledge holds, at one of its keys: what only shows once the knowledge is in use. */
export type ProblemAbout = (value: object, key: string, said: Said & Pick<Problem, "severity">) => Problem | undefined;

/** Checks what files say of each other, and makes one knowledge of them unless anything is wrong. */
export function link(files: readonly ParsedFile[]): {
  readonly knowledge: Knowledge | undefined;
  readonly problems: readonly Problem[];
  readonly problemAbout: ProblemAbout;
} {
  const items = files.flatMap((file) => file.items.map((item): Placed => ({ ...item, file })));
  const clashes = CHECKS.flatMap((check) => check(items));
  const problems = inOrder([...files.flatMap((file) => file.problems), ...placed(clashes)]);
  const wrong = problems.some(({ severity }) => severity === "error");
  const problemAbout: ProblemAbout = (value, key, said) => {
    const item = items.find((one) => one.value === value);
    return (
      item &&
      problemOn(openPage(item.file.source.file, item.file.source.text), { ...said, at: valueAt([...item.path, key]) })
    );
  };
  return { knowledge: wrong ? undefined : buildKnowledge(items), problems, problemAbout };
}

/** Trees are not kept once a file is parsed; a file that something is wrong with is read again to say where. */
function placed(clashes: readonly Clash[]): readonly Problem[] {
  const pages = new Map<ParsedFile, Page>();
  const pageOf = (file: ParsedFile): Page => {
    const page = pages.get(file) ?? openPage(file.source.file, file.source.text);
    pages.set(file, page);
    return page;
  };
  return clashes.map(({ item, message, other, ...rest }) => {
    const where = other === undefined ? "" : lineOf(pageOf(other.item.file), other.at);
    const complaint: Complaint = { ...rest, message: message(where) };
    return problemOn(pageOf(item.file), complaint);
  });
}
