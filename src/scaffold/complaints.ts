import type { Problem } from "../core/problem.ts";
import { compose } from "./compose.ts";
import type { Desk, Draft } from "./desk.ts";
import type { Answers, Scaffold } from "./scaffold.ts";

/** What the loader says of an item, and the options whose answers it is about. */
export interface Complaint {
  readonly problem: Problem;
  readonly options: readonly string[];
}

/** The file that the items would be, under a name made of the last one unless it has one. */
export function draftOf(scaffold: Scaffold, items: readonly Answers[], desk: Desk, name?: string): Draft {
  const path = name ?? scaffold.fileName(items[0] ?? new Map());
  const { text } = compose(scaffold, items, desk.known(), path.split("/").length - 1);
  return { kind: scaffold.kind, file: fileFor(scaffold, desk, path), text };
}

/** "knowledge/figures/2024.yaml". */
export const fileFor = (scaffold: Scaffold, { folder }: Desk, path: string): string =>
  `${folder.replace(/[/\\]+$/, "")}/${scaffold.kind.folder}/${path}.yaml`;

/**
 * All that the loader would say of the last item were the file written now. Examples stand for what has not been answered, so
 * what is said of a line without an answer is not said.
 */
export function complaintsAbout(scaffold: Scaffold, items: readonly Answers[], desk: Desk): readonly Complaint[] {
  const { optionsOn } = compose(scaffold, items, desk.known());
  return desk
    .problemsOf(draftOf(scaffold, items, desk, UNNAMED))
    .map((problem) => ({ problem, options: optionsOn(problem.line) }));
}

const UNNAMED = "tep-moi";
