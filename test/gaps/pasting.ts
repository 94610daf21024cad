import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Snapshot } from "../../src/core/living.ts";
import type { Patch } from "../../src/core/questions.ts";
import { finish } from "../../src/core/steps.ts";
import { createLoader, type Loaded } from "../../src/knowledge/load.ts";
import { createAssembler } from "../../src/terminal/assemble.ts";
import { PROJECT } from "../sources.ts";

/** A copy of the second knowledge base, which a person edits as patches say; the bot goes on from each state to the next. */
export interface Desk {
  load(): Promise<Loaded>;
  open(): Promise<Snapshot>;
  read(file: string): string;
  write(file: string, text: string): void;
  /** What the person was told to do with it. */
  paste(patch: Patch): void;
  /** As if nothing had ever been written. */
  clear(): void;
  leave(): void;
}

export function openDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), "lien-thanh-gaps-"));
  cpSync(join(PROJECT, "test/knowledge"), folder, { recursive: true });
  const path = (file: string): string => join(folder, file);
  const loader = createLoader(folder);
  const assembler = createAssembler();
  const before = new Map<string, string | undefined>();
  let opened: Snapshot | undefined;
  const load = () => loader.load();
  const desk: Desk = {
    load,
    async open() {
      if (opened !== undefined) return opened;
      const { knowledge, problems } = await load();
      if (knowledge === undefined) throw new Error(JSON.stringify(problems, undefined, 2));
      opened = { knowledge, bot: finish(assembler(knowledge)).bot };
      return opened;
    },
    read: (file) => readFileSync(path(file), "utf8"),
    write(file, text) {
      if (!before.has(file)) before.set(file, existsSync(path(file)) ? desk.read(file) : undefined);
      writeFileSync(path(file), text);
      opened = undefined;
    },
    paste({ kind, file, yaml }) {
      if (kind === "alias") return desk.write(file, withAliases(desk.read(file), yaml));
      desk.write(file, existsSync(path(file)) ? `${desk.read(file).trimEnd()}\n${yaml}` : yaml);
    },
    clear() {
      for (const [file, text] of before) {
        if (text === undefined) rmSync(path(file));
        else writeFileSync(path(file), text);
        opened = undefined;
      }
      before.clear();
    },
    leave: () => rmSync(folder, { recursive: true, force: true }),
  };
  return desk;
}

/** The patch where its first line says that it goes: in the place of the item's aliases, or with none below its first key. */
function withAliases(text: string, patch: string): string {
  const line = Number(/^# \S+:(\d+),/.exec(patch)?.[1]);
  const lines = text.split("\n");
  const before = lines.slice(0, line - 1);
  const rest = lines.slice(line - 1);
  const end = rest.findIndex((one, at) => at > 0 && one.startsWith("- "));
  const item = end === -1 ? rest : rest.slice(0, end);
  const after = end === -1 ? [] : rest.slice(end);
  const [first = ""] = item;
  if (/^(- )?\{/.test(first)) {
    const whole = item
      .join("\n")
      .replace(/ aliases: \[[^\]]*\],?/, "")
      .replace("{", `{\n${patch}`);
    return [...before, whole, ...after].join("\n");
  }
  const at = item.findIndex((one) => /^\s*aliases:/.test(one));
  if (at === -1) return [...before, first, patch.trimEnd(), ...item.slice(1), ...after].join("\n");
  const length = item.slice(at + 1).findIndex((one) => !/^\s*- /.test(one));
  const rested = item.slice(at + 1 + (length === -1 ? item.length : length));
  return [...before, ...item.slice(0, at), patch.trimEnd(), ...rested, ...after].join("\n");
}
