import { Worker } from "node:worker_threads";
import { problemOfFile } from "../knowledge/complaint.ts";
import type { ParsedFile } from "../knowledge/parse.ts";
import type { SourceFile } from "../knowledge/read.ts";
import { inSlices } from "./pace.ts";
import { unpackingPieces } from "./packed.ts";

/** A text to check; the kind of knowledge by its folder. */
export interface Asked {
  readonly file: string;
  readonly folder: string;
  readonly text: string;
}

/** Checks long files in a thread of its own, so that nobody waits for them. */
export interface Aside {
  /** Undefined where it is short enough to be checked here, and before the start, when nobody waits. */
  check(source: SourceFile): Promise<ParsedFile> | undefined;
  isLong(file: { readonly source: SourceFile }): boolean;
  start(): void;
  stop(): Promise<void>;
}

/** A file as long as this takes some 20 ms. */
const LONG = 40_000;
/** The thread costs memory; whoever saves a long file mostly saves it again soon. */
const IDLE_MS = 60_000;
/** No file that means well takes so long. */
const LONGEST_MS = 20_000;

export function createAside(): Aside {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  let isStarted = false;

  const isLong = ({ source }: { readonly source: SourceFile }): boolean => isStarted && source.text.length > LONG;

  async function end(): Promise<void> {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  }

  async function check(source: SourceFile): Promise<ParsedFile> {
    clearTimeout(idle);
    worker ??= new Worker(new URL("./aside-worker.ts", import.meta.url), { execArgv: [], env: {} });
    worker.unref();
    const { file, kind, text } = source;
    const pieces = await answerOf(worker, { file, folder: kind.folder, text });
    if (pieces === undefined) await end();
    idle = setTimeout(() => void end(), IDLE_MS).unref();
    if (pieces === undefined)
      return { source, items: [], refers: [], problems: [problemOfFile(file, "too-hard", ...TOO_HARD)] };
    return inSlices(unpackingPieces(pieces, source));
  }

  return {
    isLong,
    start() {
      isStarted = true;
    },
    check(source) {
      if (!isLong({ source })) return undefined;
      const checked = last.then(() => check(source));
      last = checked;
      return checked;
    },
    async stop() {
      clearTimeout(idle);
      await end();
    },
  };
}

/** The checked file in pieces: undefined where there is none, in time. */
function answerOf(worker: Worker, asked: Asked): Promise<readonly string[] | undefined> {
  return new Promise((resolve) => {
    const done = (pieces?: readonly string[]): void => {
      clearTimeout(timer);
      worker.off("message", done).off("error", fail).off("exit", fail);
      resolve(pieces);
    };
    const fail = (): void => done();
    const timer = setTimeout(fail, LONGEST_MS);
    worker.on("message", done).on("error", fail).on("exit", fail);
    worker.postMessage(asked);
  });
}

const TOO_HARD = [
  {
    vi: "Tệp này không đọc được trong 20 giây.",
    en: "This file could not be read within 20 seconds.",
  },
  { vi: "Tách thành nhiều tệp nhỏ.", en: "Split it into smaller files." },
] as const;
