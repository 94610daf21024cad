import type { Knowledge } from "../core/knowledge.ts";
import type { Problem } from "../core/problem.ts";
import { atOnce, type Pace, type Steps } from "../core/steps.ts";
import { inOrder } from "./complaint.ts";
import { type Linked, linking, type ProblemAbout } from "./link.ts";
import { type ParsedFile, parseFile } from "./parse.ts";
import type { IsLong } from "./placing.ts";
import { createReader, type Found, type SourceFile, type Touched } from "./read.ts";

export interface Loaded {
  /** Undefined when any error exists. */
  readonly knowledge: Knowledge | undefined;
  /** All problems of all files, by file, line and column. */
  readonly problems: readonly Problem[];
  /** How many YAML files were read. */
  readonly files: number;
  readonly sources: readonly SourceFile[];
  /** The folders in which the files lie, links followed. */
  readonly folders: readonly string[];
  readonly problemAbout: ProblemAbout;
}

/** Reads, checks and links a folder of YAML. It never rejects: what is wrong, even a missing folder, is a problem. */
export const loadKnowledge = (folder: string): Promise<Loaded> => createLoader(folder).load();

export interface Loader {
  /**
   * As the folder is now. What has not changed since the last time is neither read nor checked again; where nothing has, the
   * problems are the same list.
   */
  load(pace?: Pace, touched?: Touched): Promise<Loaded>;
  /** What was found out at the last load. */
  checked(): CheckedFolder;
}

/** The files of a folder, each as it was checked. */
export interface CheckedFolder {
  readonly files: readonly ParsedFile[];
  /** Nothing is to be said of them together that is not said of one alone. */
  readonly fit: boolean;
}

/** What was found out at an earlier start. */
export interface CheckedBefore {
  /** What checking the same file gave, if that is known. */
  of(source: SourceFile): ParsedFile | undefined;
  /** True where it is known that these files, in this order, fit together. */
  fit(sources: readonly SourceFile[]): boolean;
}

export interface LoaderOptions {
  /** Checks a file elsewhere, where that is better than here. */
  readonly aside?: ((source: SourceFile) => Promise<ParsedFile> | undefined) | undefined;
  readonly isLong?: IsLong | undefined;
  readonly before?: CheckedBefore | undefined;
}

export function createLoader(
  folder: string,
  { aside = () => undefined, isLong, before: checkedBefore }: LoaderOptions = {},
): Loader {
  const read = createReader(folder);
  let earlier = checkedBefore;
  let known = new Map<SourceFile, ParsedFile>();
  let checked: CheckedFolder = { files: [], fit: false };
  let last: Knowledge | undefined;
  let before: { readonly found: Found; readonly loaded: Loaded } | undefined;
  return {
    checked: () => checked,
    async load(pace = atOnce, touched) {
      const found = await read(touched);
      const { files } = found;
      if (before !== undefined && isSame(before.found, found)) return { ...before.loaded, folders: found.folders };
      const parsed = new Map<SourceFile, ParsedFile>();
      const elsewhere = files.map(async (source) => {
        const file = known.get(source) ?? earlier?.of(source) ?? (await aside(source));
        if (file !== undefined) parsed.set(source, file);
      });
      await Promise.all(elsewhere);
      await pace(parsing(files, parsed));
      known = parsed;
      const fit = earlier?.fit(files) === true;
      earlier = undefined;
      const inOrderOfFiles = files.flatMap((source) => parsed.get(source) ?? []);
      const linked = await pace(linking(inOrderOfFiles, { earlier: last, isLong, fit }));
      checked = { files: inOrderOfFiles, fit: linked.fit };
      last = linked.knowledge ?? last;
      const loaded = loadedFrom(found, linked);
      before = { found, loaded };
      return loaded;
    },
  };
}

/** The texts are the same objects where nothing was written. */
const isSame = (a: Found, b: Found): boolean =>
  a.files.length === b.files.length &&
  a.files.every((source, i) => source === b.files[i]) &&
  JSON.stringify(a.problems) === JSON.stringify(b.problems);

/** Checks and links files that were read before. */
export async function loadTexts(files: readonly SourceFile[]): Promise<Loaded> {
  return loadedFrom({ files, problems: [], folders: [] }, await atOnce(linking(files.map(parseFile))));
}

function loadedFrom({ files: sources, problems, folders }: Found, linked: Linked): Loaded {
  const wrong = problems.some(({ severity }) => severity === "error");
  return {
    knowledge: wrong ? undefined : linked.knowledge,
    problems: inOrder([...problems, ...linked.problems]),
    files: sources.length,
    sources,
    folders,
    problemAbout: linked.problemAbout,
  };
}

function* parsing(files: readonly SourceFile[], parsed: Map<SourceFile, ParsedFile>): Steps<void> {
  for (const source of files) {
    if (parsed.has(source)) continue;
    parsed.set(source, parseFile(source));
    yield;
  }
}
