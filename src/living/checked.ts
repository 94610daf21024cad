import { createHash, hash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as letOthers } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { CheckedBefore, CheckedFolder } from "../knowledge/load.ts";
import type { SourceFile } from "../knowledge/read.ts";
import { packed, unpacked } from "./packed.ts";

/** Nothing depends on it: it may be deleted at any time, and what is not whole is not used. */
export interface CheckedFiles {
  /** `trouble` is what is wrong with what was kept, if anything. */
  read(): Promise<{ readonly before: CheckedBefore; readonly trouble: unknown }>;
  /** Keeps these in place of what was kept, unless most of them are. Rejects where they can't be kept. */
  keep(checked: CheckedFolder): Promise<void>;
}

const DIGEST = 64;
/** A start writes it anew where it had to check more than one file in so many. */
const FEW = 20;

/** In place of the digest of the files where something is wrong between them. */
const NOT_FITTING = "-".repeat(DIGEST);
const NONE: CheckedBefore = { of: () => undefined, fit: () => false };

/**
 * Keeps them in one file of a folder: the digest of all that follows, that of the program, that of all files if they fit
 * together, and for each checked file a line with the digest of what was checked and a line with the result. Each write makes
 * another file that takes the place of the last one.
 */
export function keepCheckedIn(folder: string, program: () => Promise<string> = digestOfProgram): CheckedFiles {
  const path = join(folder, "checked.cache");
  let kept: ReadonlySet<string> = new Set();
  return {
    async read() {
      const written = await readFile(path).catch(() => undefined);
      if (written === undefined) return { before: NONE, trouble: undefined };
      const line = (n: number): string => written.toString("latin1", n * (DIGEST + 1), n * (DIGEST + 1) + DIGEST);
      const whole = line(0) === hash("sha256", written.subarray(DIGEST + 1));
      if (!whole) return { before: NONE, trouble: new Error(`${path} is not whole.`) };
      if (line(1) !== (await program())) return { before: NONE, trouble: undefined };
      const found = placesIn(written);
      kept = new Set(found.keys());
      const before: CheckedBefore = {
        of(source) {
          const place = found.get(digestOf(source));
          return place && unpacked(written.toString("latin1", ...place), source);
        },
        fit: (sources) => line(2) === digestOfAll(sources),
      };
      return { before, trouble: undefined };
    },
    async keep({ files, fit }) {
      const digests = files.map(({ source }) => digestOf(source));
      const fresh = digests.filter((digest) => !kept.has(digest)).length;
      if (fresh * FEW <= files.length) return;
      await mkdir(folder, { recursive: true });
      const beside = `${path}.${randomUUID().slice(0, 8)}`;
      try {
        await write(beside, await program(), { files, fit });
        await rename(beside, path);
        kept = new Set(digests);
      } catch (error) {
        await rm(beside, { force: true }).catch(() => undefined);
        throw error;
      }
    },
  };
}

const digests = new WeakMap<SourceFile, string>();

/** Of all that the result depends on, but for the program. */
function digestOf(source: SourceFile): string {
  const { file, kind, text } = source;
  const digest = digests.get(source) ?? hash("sha256", `${kind.folder}\n${file}\n${text}`);
  digests.set(source, digest);
  return digest;
}

const digestOfAll = (sources: readonly SourceFile[]): string => hash("sha256", sources.map(digestOf).join("\n"));

type Place = readonly [from: number, to: number];

function placesIn(written: Buffer): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (let at = 3 * (DIGEST + 1); at < written.length; ) {
    const from = at + DIGEST + 1;
    const to = written.indexOf("\n", from, "latin1");
    if (to === -1) break;
    places.set(written.toString("latin1", at, at + DIGEST), [from, to]);
    at = to + 1;
  }
  return places;
}

/** So much is put together between two turns of others. */
const CHUNK = 128 * 1024;

async function write(path: string, program: string, { files, fit }: CheckedFolder): Promise<void> {
  const digest = createHash("sha256");
  const handle = await open(path, "wx", 0o600);
  try {
    let at = DIGEST + 1;
    let chunk = `${program}\n${fit ? digestOfAll(files.map(({ source }) => source)) : NOT_FITTING}\n`;
    const flush = async (): Promise<void> => {
      const bytes = Buffer.from(chunk, "latin1");
      digest.update(bytes);
      await handle.write(bytes, 0, bytes.length, at);
      at += bytes.length;
      chunk = "";
      await letOthers();
    };
    for (const file of files) {
      chunk += `${digestOf(file.source)}\n${packed(file)}\n`;
      if (chunk.length > CHUNK) await flush();
    }
    await flush();
    await handle.write(`${digest.digest("hex")}\n`, 0, "latin1");
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Of everything that decides what checking gives: another program, or another version of what it uses, has another one. */
async function digestOfProgram(): Promise<string> {
  const digest = createHash("sha256").update(process.version);
  for (const name of ["../../package.json", "../../package-lock.json"])
    digest.update(await readFile(new URL(name, import.meta.url)).catch(() => ""));
  for (const part of ["../core/", "../knowledge/", "./"]) {
    const below = fileURLToPath(new URL(part, import.meta.url));
    const names = (await readdir(below, { recursive: true })).filter((name) => name.endsWith(".ts")).sort();
    const texts = await Promise.all(names.map((name) => readFile(join(below, name))));
    for (const [i, text] of texts.entries()) digest.update(`${names[i]} ${text.length}\n`).update(text);
  }
  return digest.digest("hex");
}
