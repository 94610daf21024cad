import { execFileSync } from "node:child_process";
import { chmod, cp, mkdir, open, readdir, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { VALID } from "../knowledge-loader/folder.ts";

/** 0 ≤ n < 1, the same numbers for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Something goes wrong in a folder with these files. */
export type Fault = (folder: string, random: () => number) => Promise<void>;

const NAMES = Object.keys(VALID);
const FOLDERS = [...new Set(NAMES.map(dirname))];
/** Others refer to what is in these. */
const NEEDED = NAMES.filter((name) => /^(sources|places|organisations|people|memoranda|indicators)\//.test(name));
const pick = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)] as T;
const textOf = (name: string): string => VALID[name] ?? "";

/** Signs that mean something to YAML, and some that mean nothing to anybody. */
const NOISE = [
  "\t",
  ":",
  "- ",
  "{",
  "[",
  "]}",
  "#",
  "&a",
  "*a",
  "!!js ",
  "\0",
  "'",
  '"',
  "|",
  "\n",
  "é",
  "💥",
  "id: ",
  "---\n",
];

export const FAULTS: Readonly<Record<string, Fault>> = {
  async "noise in a file"(folder, random) {
    const name = pick(NAMES, random);
    let text = textOf(name);
    for (let i = 0; i < 1 + random() * 8; i++) {
      const at = Math.floor(random() * text.length);
      text = text.slice(0, at) + pick(NOISE, random) + text.slice(at + Math.floor(random() * 4));
    }
    await writeFile(join(folder, name), text);
  },
  async "a file cut short"(folder, random) {
    const name = pick(NAMES, random);
    await writeFile(join(folder, name), textOf(name).slice(0, Math.floor(random() * textOf(name).length)));
  },
  async "a save that stops half-way"(folder, random) {
    const name = pick(NAMES, random);
    const file = await open(join(folder, name), "w");
    const bytes = Buffer.from(textOf(name));
    const end = Math.floor(bytes.length * (0.3 + random() * 0.6));
    for (let at = 0; at < end; at += 64) await file.write(bytes.subarray(at, Math.min(end, at + 64)));
    await file.close();
  },
  async "a deleted folder"(folder, random) {
    await rm(join(folder, dirname(pick(NEEDED, random))), { recursive: true });
  },
  async "a deleted file"(folder, random) {
    await rm(join(folder, pick(NEEDED, random)));
  },
  async "the whole folder gone"(folder) {
    await rm(folder, { recursive: true });
  },
  async "a folder in the place of a file"(folder, random) {
    const path = join(folder, pick(NEEDED, random));
    await rm(path);
    await mkdir(path);
    await writeFile(join(path, "x.txt"), "");
  },
  async "a link that leads to itself"(folder, random) {
    const path = join(folder, pick(NEEDED, random));
    await rm(path);
    await symlink(path, path);
  },
  async "links in circles, and one that leads out"(folder, random) {
    const below = join(folder, pick(FOLDERS, random));
    await symlink(folder, join(below, "circle"));
    await symlink("..", join(below, "up"));
    await symlink("/etc", join(below, "out"));
  },
  async "bytes that are no text"(folder, random) {
    await writeFile(
      join(folder, pick(NAMES, random)),
      Uint8Array.from({ length: 500 }, () => random() * 256),
    );
  },
  async "a file of 100 MB"(folder, random) {
    const file = await open(join(folder, pick(NEEDED, random)), "w");
    await file.truncate(100 * 1024 * 1024);
    await file.close();
  },
  async "a file that may not be read"(folder, random) {
    const path = join(folder, pick(NEEDED, random));
    await chmod(path, 0);
    // Whoever is root may read it all the same.
    const isRead = await readFile(path).then(
      () => true,
      () => false,
    );
    if (isRead) await FAULTS["a link that leads to itself"]?.(folder, random);
  },
  async "a pipe in the place of a file"(folder, random) {
    const path = join(folder, pick(NEEDED, random));
    await rm(path);
    execFileSync("mkfifo", [path]);
  },
  async "a copy of a file"(folder, random) {
    const name = pick(
      NAMES.filter((one) => !one.startsWith("questions/")),
      random,
    );
    await cp(join(folder, name), join(folder, dirname(name), "ban-sao.yaml"));
  },
  async "a folder by another name"(folder, random) {
    const name = pick(FOLDERS, random);
    await rename(join(folder, name), join(folder, `${name}x`));
  },
  async "a mark of git in the midst"(folder, random) {
    const name = pick(NAMES, random);
    const lines = textOf(name).split("\n");
    lines.splice(1 + Math.floor(random() * (lines.length - 1)), 0, "<<<<<<< HEAD", "=======", ">>>>>>> theirs");
    await writeFile(join(folder, name), lines.join("\n"));
  },
  async "a text with an alias bomb"(folder, random) {
    const lines = ["a: &a [x,x,x,x,x,x,x,x,x]"];
    for (const [i, name] of [..."bcdefghi"].entries())
      lines.push(`${name}: &${name} [${`*${"abcdefgh"[i]},`.repeat(9)}]`);
    await writeFile(join(folder, pick(NAMES, random)), lines.join("\n"));
  },
};

/** Where a thousand files are wrong at once; it takes longer than the others, and so is planted less often. */
export const THOUSAND: Fault = async (folder, random) => {
  const files: Record<string, string> = {};
  for (let i = 0; i < 1000; i++) files[`statements/sai-${i}.yaml`] = `id: ${pick(NOISE, random)}\nabout: [${i}\n`;
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
};

/** Everything as it was; what is still as it was is left alone. */
export async function restore(folder: string): Promise<void> {
  const wanted = new Set<string>(FOLDERS);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    const path = join(entry.parentPath, entry.name);
    const isRight = entry.isDirectory()
      ? [...wanted].some((one) => `${join(folder, one)}/`.startsWith(`${path}/`))
      : entry.isFile() && textOf(relative(folder, path)) !== "";
    if (!isRight) await rm(path, { recursive: true, force: true });
  }
  for (const name of NAMES) {
    const path = join(folder, name);
    const { size = -1 } = (await stat(path).catch(() => undefined)) ?? {};
    if (size === Buffer.byteLength(textOf(name)) && (await readFile(path, "utf8")) === textOf(name)) continue;
    await mkdir(dirname(path), { recursive: true });
    await rm(path, { recursive: true, force: true });
    await writeFile(path, textOf(name));
  }
}
