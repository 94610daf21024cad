import { posix } from "node:path";
import type { SourceText } from "./sources.ts";

/** What a part of the code may import beside itself: other parts, and packages. */
interface Rule {
  readonly parts: readonly string[];
  readonly packages: readonly string[];
}

export type Rules = Readonly<Record<string, Rule>>;

const IMPORT = /\b(?:from|import)\s*\(?\s*["']([^"'\s]+)["']/g;

/** The part that a file belongs to: the longest name in the rules that its path starts with. */
const partOf = (file: string, rules: Rules): string | undefined =>
  Object.keys(rules)
    .filter((part) => file === part || file.startsWith(`${part}/`))
    .sort((a, b) => b.length - a.length)[0];

/** "src/core/bot.ts imports src/search/fold.ts", for each import that the rules do not allow. */
export function violations(files: readonly SourceText[], rules: Rules): string[] {
  return files.flatMap(({ file, text }) => {
    const part = partOf(file, rules);
    const rule = part === undefined ? undefined : rules[part];
    if (rule === undefined) return [`${file} is in no part of the table`];
    return [...text.matchAll(IMPORT)].flatMap(([, name = ""]) => {
      if (name.startsWith("node:")) return [];
      const target = name.startsWith(".") ? posix.join(posix.dirname(file), name) : name;
      const inside = partOf(target, rules);
      const allowed = name.startsWith(".")
        ? inside === part || (inside !== undefined && rule.parts.includes(inside))
        : rule.packages.includes(name);
      return allowed ? [] : [`${file} imports ${target}`];
    });
  });
}
