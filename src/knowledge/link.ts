import type { Knowledge } from "../core/knowledge.ts";
import type { Problem } from "../core/problem.ts";
import { finish, type Steps } from "../core/steps.ts";
import { aliasClashes } from "./alias-clashes.ts";
import { building } from "./build.ts";
import { mixedComparisons } from "./comparisons.ts";
import { inOrder, problemOn, type Said, valueAt } from "./complaint.ts";
import { duplicateFigures, duplicateIds } from "./duplicates.ts";
import type { Path } from "./locate.ts";
import { openPage } from "./page.ts";
import type { ParsedFile } from "./parse.ts";
import type { Clash, Placed } from "./placed.ts";
import { type IsLong, placeOfItem, placing } from "./placing.ts";
import { circles, danglingReferences } from "./references.ts";

const CHECKS = [duplicateIds, duplicateFigures, mixedComparisons, danglingReferences, circles, aliasClashes];

/** A problem with something that the knowledge holds, at one of its keys or a path in it: what only shows once the knowledge is in use. */
export type ProblemAbout = (
  value: object,
  at: string | Path,
  said: Said & Pick<Problem, "severity">,
) => Problem | undefined;

export interface Linked {
  readonly knowledge: Knowledge | undefined;
  readonly problems: readonly Problem[];
  /** None of the problems is between items. */
  readonly fit: boolean;
  readonly problemAbout: ProblemAbout;
}

/** Checks what files say of each other, and makes one knowledge of them unless anything is wrong. */
export const link = (files: readonly ParsedFile[]): Linked => finish(linking(files));

export interface Linking {
  /** What is the same as in this state is not made anew. */
  readonly earlier?: Knowledge | undefined;
  readonly isLong?: IsLong | undefined;
  /** Where it is known already that nothing is wrong between items, that is not looked for. */
  readonly fit?: boolean | undefined;
}

/** The same, step by step. */
export function* linking(
  files: readonly ParsedFile[],
  { earlier, isLong = () => false, fit = false }: Linking = {},
): Steps<Linked> {
  const clashes = fit ? [] : yield* clashing(files);
  const placed = yield* placing(clashes, isLong);
  const problems = inOrder([...files.flatMap((file) => file.problems), ...placed]);
  const wrong = problems.some(({ severity }) => severity === "error");
  const problemAbout: ProblemAbout = (value, at, said) => {
    const item = files.flatMap(placedIn).find((one) => one.value === value);
    if (item === undefined) return undefined;
    const { file, text } = item.file.source;
    if (isLong(item.file)) return { file, ...placeOfItem(item), ...said };
    return problemOn(openPage(file, text), { ...said, at: valueAt([...item.path, ...[at].flat()]) });
  };
  const knowledge = wrong
    ? undefined
    : yield* building(
        files.flatMap(({ items }) => items),
        earlier,
      );
  return { knowledge, problems, fit: clashes.length === 0, problemAbout };
}

function* clashing(files: readonly ParsedFile[]): Steps<readonly Clash[]> {
  const items = files.flatMap(placedIn);
  const clashes: Clash[] = [];
  for (const check of CHECKS) {
    clashes.push(...(yield* check(items)));
    yield;
  }
  return clashes;
}

const known = new WeakMap<ParsedFile, readonly Placed[]>();

/** The items of a file; of the same file always the same objects. */
function placedIn(file: ParsedFile): readonly Placed[] {
  const items = known.get(file) ?? file.items.map((item): Placed => ({ ...item, file }));
  known.set(file, items);
  return items;
}
