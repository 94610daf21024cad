import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setImmediate as letOthers } from "node:timers/promises";
import type { Log } from "../core/log.ts";
import { ALL_KINDS } from "../knowledge/kinds/index.ts";
import type { SourceFile } from "../knowledge/read.ts";

/** The last good texts of a knowledge folder, kept for a start on broken files. */
export interface Kept {
  /** Undefined where there are none, of this folder and whole. */
  read(): Promise<readonly SourceFile[] | undefined>;
  /** Rejects where they can't be kept; what was kept before stays then. */
  write(files: readonly SourceFile[]): Promise<void>;
}

const VERSION = 1;

interface Head {
  readonly version: number;
  /** Whose texts they are: another folder's are of no use. */
  readonly folder: string;
}

/** Who saves a file saves another one soon. */
const SOON_MS = 1000;

/** Keeps them in the background, after a moment, the latest last. */
export function createKeeper(kept: Kept, log: Log) {
  let next: readonly SourceFile[] | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const files = next;
    next = undefined;
    if (files !== undefined) await kept.write(files).catch((error: unknown) => log.warn(NOT_KEPT, { error }));
  }

  function now(): void {
    clearTimeout(timer);
    timer = undefined;
    running = running.then(write);
  }

  return {
    keep(files: readonly SourceFile[]): void {
      next = files;
      timer ??= setTimeout(now, SOON_MS).unref();
    },
    /** What is to be kept is kept at once. */
    async done(): Promise<void> {
      now();
      await running;
    },
  };
}

const NOT_KEPT =
  "Không lưu được bản tri thức tốt gần nhất: nếu tệp hỏng lúc khởi động, bot không có gì để trả lời. · The last good knowledge could not be kept: a start on broken files will have nothing to answer from.";

type Text = readonly [file: string, folder: string, text: string];

/**
 * Keeps them in one file of the folder of the state: a line that says what it is, a line for each text, and the digest of all
 * that, all JSON. Each write makes another file that takes the place of the last one.
 */
export function keepIn(stateFolder: string, knowledgeFolder: string): Kept {
  const path = join(stateFolder, "knowledge.jsonl");
  const folder = resolve(knowledgeFolder);
  return {
    async read() {
      const written = await readFile(path, "utf8").catch(() => undefined);
      return written === undefined ? undefined : readTexts(written, folder);
    },
    async write(files) {
      await mkdir(stateFolder, { recursive: true });
      const beside = `${path}.${randomUUID().slice(0, 8)}`;
      try {
        await writeTexts(beside, { version: VERSION, folder }, files);
        await rename(beside, path);
      } catch (error) {
        await rm(beside, { force: true }).catch(() => undefined);
        throw error;
      }
    },
  };
}

/** So much is put together between two turns of others, and one text more. */
const CHUNK = 64 * 1024;

async function writeTexts(path: string, head: Head, files: readonly SourceFile[]): Promise<void> {
  const hash = createHash("sha256");
  const handle = await open(path, "wx", 0o600);
  try {
    let chunk = `${JSON.stringify(head)}\n`;
    const flush = async (): Promise<void> => {
      const bytes = Buffer.from(chunk);
      hash.update(bytes);
      await handle.write(bytes);
      chunk = "";
      await letOthers();
    };
    for (const { file, kind, text } of files) {
      chunk += `${JSON.stringify([file, kind.folder, text] satisfies Text)}\n`;
      if (chunk.length > CHUNK) await flush();
    }
    await flush();
    await handle.write(`${JSON.stringify(hash.digest("hex"))}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function readTexts(written: string, folder: string): readonly SourceFile[] | undefined {
  const end = written.lastIndexOf("\n", written.length - 2) + 1;
  const body = written.slice(0, end);
  if (written.slice(end) !== `${JSON.stringify(createHash("sha256").update(body).digest("hex"))}\n`) return undefined;
  // The digest is right, so that we have written this, perhaps as another version.
  const [first = "", ...lines] = body.split("\n");
  const head: Partial<Head> = JSON.parse(first);
  if (head.version !== VERSION || head.folder !== folder) return undefined;
  return lines.flatMap((line) => {
    if (line === "") return [];
    const [file, kindFolder, text]: Text = JSON.parse(line);
    const kind = ALL_KINDS.find((one) => one.folder === kindFolder);
    return kind === undefined ? [] : [{ file, kind, text }];
  });
}
