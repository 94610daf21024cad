import type { Knowledge } from "../core/knowledge.ts";
import type { Problem } from "../core/problem.ts";
import { inOrder } from "./complaint.ts";
import { link, type ProblemAbout } from "./link.ts";
import { parseFile } from "./parse.ts";
import { readFolder } from "./read.ts";

export interface Loaded {
  /** Undefined when any error exists. */
  readonly knowledge: Knowledge | undefined;
  /** All problems of all files, by file, line and column. */
  readonly problems: readonly Problem[];
  /** How many YAML files were read. */
  readonly files: number;
  readonly problemAbout: ProblemAbout;
}

/** Reads, checks and links a folder of YAML. It never rejects: what is wrong, even a missing folder, is a problem. */
export async function loadKnowledge(folder: string): Promise<Loaded> {
  const { files, problems } = await readFolder(folder);
  const linked = link(files.map(parseFile));
  const wrong = problems.some(({ severity }) => severity === "error");
  return {
    knowledge: wrong ? undefined : linked.knowledge,
    problems: inOrder([...problems, ...linked.problems]),
    files: files.length,
    problemAbout: linked.problemAbout,
  };
}
