import { type BigIntStats, readFileSync, statSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { Problem } from "../core/problem.ts";
import { problemOfFile } from "./complaint.ts";
import { NOT_UTF8, TOO_LARGE, UNREADABLE } from "./file-complaints.ts";
import { type FoundFile, findFiles } from "./find.ts";
import type { Kind } from "./kind.ts";

/** A YAML file as it lies on the disk. */
export interface SourceFile {
  /** Its path as people should see it: the folder as it was given, then the rest with slashes. */
  readonly file: string;
  readonly kind: Kind<unknown>;
  readonly text: string;
}

/** Where it lies in the knowledge folder: the folder of its kind, what lies between, and the file. */
export function belowFolder({ file, kind }: SourceFile): string {
  const parts = file.split("/");
  return parts.slice(parts.lastIndexOf(kind.folder)).join("/");
}

export interface Found {
  readonly files: readonly SourceFile[];
  readonly problems: readonly Problem[];
  /** Where what was found lies, links followed. */
  readonly folders: readonly string[];
}

const LIMIT_BYTES = 1024 * 1024;

/** All YAML files of a knowledge base, folder by folder. What can't be read is a problem, never an exception. */
export const readFolder = (folder: string): Promise<Found> => createReader(folder)();

/** Where files have been touched, by where they really are; undefined where nobody can tell. */
export type Touched = ReadonlySet<string> | undefined;

/**
 * Reads the folder again and again. A file that has not been touched since is not read again, and a text that is the same as
 * before is the same object as before.
 */
export function createReader(folder: string): (touched?: Touched) => Promise<Found> {
  let known: ReadonlyMap<string, Known> | undefined;
  return async (touched) => {
    const disk = known === undefined ? AT_ONCE : IN_TURN;
    const { found, folders } = await findFiles(folder);
    const now = new Map<string, Known>();
    const looked = await inParallel(found, async (one) => {
      if ("code" in one) return one;
      const before = known?.get(one.real);
      const isKnown = before?.mark !== undefined && before.source.file === one.file && touched?.has(one.real) === false;
      const looked = isKnown ? before : await look(one, before, disk);
      if ("source" in looked) now.set(one.real, looked);
      return "source" in looked ? looked.source : looked;
    });
    known = now;
    return {
      files: looked.flatMap((one) => ("text" in one ? one : [])),
      problems: looked.flatMap((one) => ("code" in one ? one : [])),
      folders,
    };
  };
}

/** A file as it was read. */
interface Known {
  readonly source: SourceFile;
  /** Changes whenever the file does; undefined where it may change without changing this. */
  readonly mark: string | undefined;
}

/** Some file systems count in two seconds: what was touched just now can be touched again without a trace. */
const TRACELESS_MS = 2500;

async function look({ file, kind, real }: FoundFile, known: Known | undefined, disk: Disk): Promise<Known | Problem> {
  const now = Date.now();
  const stats = await disk.stat(real).catch(() => undefined);
  if (stats?.isFile() !== true) return problemOfFile(file, "unreadable", ...UNREADABLE);
  if (stats.size > LIMIT_BYTES) return problemOfFile(file, "too-large", ...TOO_LARGE);
  const { dev, ino, size, mtimeNs, ctimeNs, mtimeMs, ctimeMs } = stats;
  const isOld = now - Number(mtimeMs > ctimeMs ? mtimeMs : ctimeMs) > TRACELESS_MS;
  const mark = isOld ? [dev, ino, size, mtimeNs, ctimeNs].join(" ") : undefined;
  const isSame = known?.source.file === file && known.source.kind === kind;
  if (isSame && mark !== undefined && known.mark === mark) return known;
  const text = await readText(file, real, disk);
  if (typeof text !== "string") return text;
  return isSame && known.source.text === text ? { source: known.source, mark } : { source: { file, kind, text }, mark };
}

async function readText(file: string, real: string, disk: Disk): Promise<string | Problem> {
  const bytes = await disk.read(real).catch(() => undefined);
  if (bytes === undefined) return problemOfFile(file, "unreadable", ...UNREADABLE);
  // It has grown meanwhile.
  if (bytes.length > LIMIT_BYTES) return problemOfFile(file, "too-large", ...TOO_LARGE);
  try {
    const text = UTF8.decode(bytes);
    /** Old Mac line ends: YAML would see one line, and a comment in it would hide the rest. */
    return text.replace(/\r(?!\n)/g, "\n");
  } catch {
    return problemOfFile(file, "not-utf8", ...NOT_UTF8);
  }
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });

interface Disk {
  stat(path: string): Promise<BigIntStats>;
  read(path: string): Promise<Buffer>;
}

const IN_TURN: Disk = { stat: (path) => stat(path, { bigint: true }), read: (path) => readFile(path) };

/** The first time nobody else wants a turn, and this takes a third of the time. */
const AT_ONCE: Disk = {
  stat: async (path) => statSync(path, { bigint: true }),
  read: async (path) => readFileSync(path),
};

/** Each with its result, in order; so many at once that neither the disk waits nor files run out. */
async function inParallel<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < all.length; i = next++) results[i] = await work(all[i] as T);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return results;
}

const AT_A_TIME = 16;
