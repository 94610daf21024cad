import { UserError } from "../core/errors.ts";
import type { Language } from "../core/language.ts";
import type { Problem } from "../core/problem.ts";
import { buildItems } from "../knowledge/build.ts";
import type { Kind } from "../knowledge/kind.ts";
import { link } from "../knowledge/link.ts";
import { type ParsedFile, parseFile } from "../knowledge/parse.ts";
import { readFolder } from "../knowledge/read.ts";
import type { Known } from "./scaffold.ts";

/** A file that is not written yet. */
export interface Draft {
  readonly kind: Kind<unknown>;
  /** As the loader would name it: the folder as it was given, then the rest with slashes. */
  readonly file: string;
  readonly text: string;
}

/** A folder of knowledge while something new is written for it: drafts count as if they lay there. */
export interface Desk {
  readonly folder: string;
  known(): Known;
  /** The files that are there, or will be. */
  has(file: string): boolean;
  /** Errors of the files that are there: they do not hinder, but somebody should know. */
  errors(): readonly Problem[];
  /** What the loader says of a draft, beside everything else. */
  problemsOf(draft: Draft): readonly Problem[];
  keep(draft: Draft): void;
  drafts(): readonly Draft[];
  /** Errors of the drafts that are kept, all of them seen together. */
  draftErrors(): readonly Problem[];
  /** Reads the folder again: somebody may have added what was missing. */
  reload(): Promise<void>;
}

/** Rejects with a UserError where there is no such folder. An empty one is where a knowledge base begins. */
export async function openDesk(folder: string, language: Language, now: number): Promise<Desk> {
  let files: readonly ParsedFile[] = [];
  let elsewhere: readonly Problem[] = [];
  const drafts: Draft[] = [];
  let known: Known | undefined;
  const all = (): readonly ParsedFile[] => [...files, ...drafts.map(parsed)];

  async function reload(): Promise<void> {
    const found = await readFolder(folder);
    const none = found.problems.find(({ code }) => code === "no-folder" || code === "not-a-folder");
    if (none !== undefined) throw new UserError(`${folder}: ${none.message[language]} ${none.hint?.[language] ?? ""}`);
    elsewhere = found.problems.filter(({ code }) => code !== "no-yaml");
    files = found.files.map(parseFile);
    known = undefined;
  }
  await reload();

  return {
    folder,
    reload,
    known: () => {
      known ??= knownFrom(all(), now);
      return known;
    },
    has: (file) => all().some(({ source }) => source.file === file),
    errors: () => [...elsewhere, ...link(files).problems].filter(({ severity }) => severity === "error"),
    problemsOf: (draft) => link([...all(), parsed(draft)]).problems.filter(({ file }) => file === draft.file),
    keep: (draft) => {
      drafts.push(draft);
      known = undefined;
    },
    drafts: () => drafts,
    draftErrors: () =>
      link(all()).problems.filter(
        ({ severity, file }) => severity === "error" && drafts.some((draft) => draft.file === file),
      ),
  };
}

const parsed = ({ kind, file, text }: Draft): ParsedFile => parseFile({ kind, file, text });

function knownFrom(files: readonly ParsedFile[], now: number): Known {
  const items = files.flatMap((file) => file.items);
  return {
    knowledge: buildItems(items.filter(({ value }) => value !== undefined)),
    ids: new Set(items.flatMap(({ id }) => id ?? [])),
    now,
  };
}
