import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { dirname, sep } from "node:path";
import type { Problem } from "../core/problem.ts";
import { problemOfFile } from "./complaint.ts";
import {
  ignored,
  LINK_OUTSIDE,
  NO_FOLDER,
  NO_YAML,
  NOT_A_FOLDER,
  OUTSIDE_FOLDERS,
  UNREADABLE,
  unknownFolder,
} from "./file-complaints.ts";
import type { Kind } from "./kind.ts";
import { ALL_KINDS } from "./kinds/index.ts";
import { SCHEMAS } from "./schema-files.ts";

/** A YAML file of a knowledge base, before it is read. */
export interface FoundFile {
  /** Its path as people should see it: the folder as it was given, then the rest with slashes. */
  readonly file: string;
  readonly kind: Kind<unknown>;
  /** Where it really is. */
  readonly real: string;
}

type Finds = readonly (FoundFile | Problem)[];

export interface Finding {
  /** Files, and in the place of those that can't be read what is wrong. */
  readonly found: Finds;
  /** Where all of that lies, links followed: what is added or taken away, is there. */
  readonly folders: readonly string[];
}

const YAML = /\.ya?ml$/i;

/** All YAML files, folder by folder, and what is wrong where there is none; nothing is opened yet. */
export async function findFiles(folder: string): Promise<Finding> {
  const root = await realpath(folder).catch(() => undefined);
  if (root === undefined) return nothing(problemOfFile(folder, "no-folder", ...NO_FOLDER));
  const isFolder = await stat(root).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return nothing(problemOfFile(folder, "not-a-folder", ...NOT_A_FOLDER));
  const walker: Walker = { root, seen: new Set([root]), folders: new Set(), links: [] };
  const path = folder.replace(/[/\\]+$/, "");
  const real = await eachEntry(walker, { path, real: root }, (entry) => findTop(walker, entry));
  const found = [...real, ...(await followLinks(walker))];
  return {
    found: found.length === 0 ? [problemOfFile(folder, "no-yaml", ...NO_YAML)] : found,
    folders: [...walker.folders],
  };
}

/** After the rest, so that a file is found where it really is; where links lead, there may be more of them. */
async function followLinks({ links }: Walker): Promise<Finds> {
  const found: (FoundFile | Problem)[] = [];
  for (let next = links.splice(0); next.length > 0; next = links.splice(0))
    for (const { visit } of next.sort((a, b) => (a.path < b.path ? -1 : 1))) found.push(...(await visit()));
  return found;
}

const nothing = (problem: Problem): Finding => ({ found: [problem], folders: [] });

interface Walker {
  readonly root: string;
  /** Real paths that have been found, so that no link leads in circles or to a file twice. */
  readonly seen: Set<string>;
  readonly folders: Set<string>;
  readonly links: { readonly path: string; readonly visit: () => Promise<Finds> }[];
}

interface Place {
  readonly path: string;
  readonly real: string;
}

interface Entry extends Place {
  readonly name: string;
  readonly dirent: Dirent;
}

/** Visits what lies in a folder, in the order of names; links are left for later, hidden things alone. */
async function eachEntry(
  walker: Walker,
  { path, real }: Place,
  visit: (entry: Entry) => Promise<Finds>,
): Promise<Finds> {
  walker.folders.add(real);
  const entries = await readdir(real, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [problemOfFile(path, "unreadable", ...UNREADABLE)];
  const shown = entries
    .filter(({ name }) => !name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((dirent) => ({
      name: dirent.name,
      dirent,
      path: `${path}/${dirent.name}`,
      real: `${real}${sep}${dirent.name}`,
    }));
  const isLink = ({ dirent }: Entry): boolean => dirent.isSymbolicLink();
  for (const entry of shown) if (isLink(entry)) walker.links.push({ path: entry.path, visit: () => visit(entry) });
  return (await Promise.all(shown.filter((entry) => !isLink(entry)).map(visit))).flat();
}

async function findTop(walker: Walker, entry: Entry): Promise<Finds> {
  const { name, path, real } = entry;
  if (name === SCHEMAS) return [];
  const kind = ALL_KINDS.find((one) => one.folder === name);
  if (kind !== undefined) return findBelow(walker, entry, kind);
  if (YAML.test(name)) return [problemOfFile(path, "outside-folders", ...OUTSIDE_FOLDERS)];
  return (await isFolder(entry.dirent, real)) ? [unknownFolder(path, name)] : [];
}

async function findBelow(walker: Walker, entry: Entry, kind: Kind<unknown>): Promise<Finds> {
  const { path, dirent } = entry;
  let { real } = entry;
  if (dirent.isSymbolicLink()) {
    const target = await realpath(real).catch(() => undefined);
    if (target === undefined) return [problemOfFile(path, "unreadable", ...UNREADABLE)];
    if (walker.seen.has(target)) return [];
    if (!target.startsWith(walker.root + sep)) return [problemOfFile(path, "link-outside", ...LINK_OUTSIDE)];
    real = target;
    walker.folders.add(dirname(target));
  }
  walker.seen.add(real);
  if (await isFolder(dirent, real)) return eachEntry(walker, { path, real }, (below) => findBelow(walker, below, kind));
  if (!YAML.test(path)) return /\.(md|txt)$/i.test(path) ? [] : [ignored(path)];
  return [{ file: path, kind, real }];
}

/** Some file systems don't say in the folder what lies in it. */
const isFolder = async (dirent: Dirent, real: string): Promise<boolean> => {
  if (dirent.isFile()) return false;
  if (dirent.isDirectory()) return true;
  return stat(real).then(
    (found) => found.isDirectory(),
    () => false,
  );
};
