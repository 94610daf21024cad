import type { Command } from "../../core/command.ts";

type Completed = [hits: string[], typed: string];

/** Completes the names of commands, in both languages, for node:readline; questions in plain words are left alone. */
export const complete =
  (commands: readonly Command[]) =>
  (line: string): Completed => {
    const typed = line.normalize("NFC").toLowerCase();
    if (!/^\/\S*$/.test(typed)) return [[], line];
    const names = commands.flatMap(({ name, names }) => [...new Set([name, names.en, names.vi])]);
    const own = commands.map(({ name }) => `/${name} `);
    const hits = names.map((name) => `/${name} `).filter((name) => name.startsWith(typed));
    return [typed === "/" ? own : hits, line];
  };
