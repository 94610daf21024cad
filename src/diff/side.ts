import type { Knowledge } from "../core/knowledge.ts";
import type { Problem } from "../core/problem.ts";
import { finish } from "../core/steps.ts";
import { inOrder } from "../knowledge/complaint.ts";
import { linking } from "../knowledge/link.ts";
import { type ParsedFile, parseFile } from "../knowledge/parse.ts";
import type { Placed } from "../knowledge/placed.ts";
import { readFolder } from "../knowledge/read.ts";

/** One version of a knowledge base: its items with their places, and what they make together. */
export interface Side {
  /** By their paths below the folder, with slashes. */
  readonly files: ReadonlyMap<string, ParsedFile>;
  readonly items: readonly Placed[];
  /** Undefined when any error exists. */
  readonly knowledge: Knowledge | undefined;
  readonly problems: readonly Problem[];
}

interface Reading {
  /** What people call the folder, where it is not the one that is read. */
  readonly shown?: string;
  /** The other version: what is the same there is not made anew. */
  readonly other?: Side;
}

const withoutEnd = (folder: string): string => folder.replace(/[/\\]+$/, "");

/** Reads, checks and links a folder. It never rejects: what is wrong is a problem. */
export async function loadSide(folder: string, { shown = folder, other }: Reading = {}): Promise<Side> {
  const found = await readFolder(folder);
  const below = (file: string): string => file.slice(withoutEnd(folder).length);
  const problems = found.problems.map((one) => ({ ...one, file: withoutEnd(shown) + below(one.file) }));
  const files = new Map(
    found.files.map((one) => {
      const source = { ...one, file: withoutEnd(shown) + below(one.file) };
      const path = below(one.file).slice(1);
      const same = other?.files.get(path);
      return [path, same?.source.text === one.text ? inPlaceOf(same, source) : parseFile(source)];
    }),
  );
  const linked = finish(linking([...files.values()], { earlier: other?.knowledge }));
  const wrong = problems.some(({ severity }) => severity === "error");
  return {
    files,
    items: [...files.values()].flatMap((file) => file.items.map((item): Placed => ({ ...item, file }))),
    knowledge: wrong ? undefined : linked.knowledge,
    problems: inOrder([...problems, ...linked.problems]),
  };
}

const inPlaceOf = (same: ParsedFile, source: ParsedFile["source"]): ParsedFile => ({
  ...same,
  source,
  problems: same.problems.map((one) => ({ ...one, file: source.file })),
});
