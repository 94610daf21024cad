import { spawn } from "node:child_process";
import { PROJECT } from "../sources.ts";

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

interface Given {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Options for Node itself. */
  readonly node?: readonly string[];
}

/** Runs a program of ours in a process of its own, as the npm scripts do, on a Vietnamese system. */
export function run(
  program: string,
  args: readonly string[],
  { stdin = "", env, node = [] }: Given = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [...node, "--import", "./src/preload.mjs", program, ...args], {
    cwd: PROJECT,
    env: { PATH: process.env.PATH, LANG: "vi_VN.UTF-8", ...env },
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  child.stdin.end(stdin);
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ stdout: text(stdout), stderr: text(stderr), code }));
  });
}

const text = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString("utf8");

export const cli = (args: readonly string[], given?: Given): Promise<Ran> => run("src/cli.ts", args, given);
