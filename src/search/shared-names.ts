import type { Alias, EntityKind } from "../core/knowledge.ts";
import { tokenize } from "./fold.ts";
import { inFull } from "./short-forms.ts";

/** Kinds whose names are made of common words: "the memorandum" is whichever it is. */
const COMMON: ReadonlySet<EntityKind> = new Set(["memorandum", "review"]);

/**
 * The aliases, and those that another thing of the same kind shares although nobody wrote so: one whose words all stand in a
 * name of the other ("biên bản ghi nhớ", where there are two of them). Such a name does not tell the two apart.
 */
export function withShared(aliases: readonly Alias[]): readonly Alias[] {
  const shared = [...COMMON].flatMap((kind) => {
    const own = aliases.filter((alias) => alias.kind === kind && !alias.exact);
    const ids = new Set(own.map(({ id }) => id));
    if (ids.size < 2) return [];
    const worded = own.map((alias) => ({ alias, words: new Set(wordsOf(alias.text)) }));
    return [...ids].flatMap((id) => {
      const names = worded.filter(({ alias }) => alias.id === id);
      const foreign = worded.filter(({ alias }) => alias.id !== id);
      return foreign
        .filter(({ words }) => names.some(({ words: all }) => [...words].every((word) => all.has(word))))
        .map(({ alias }): Alias => ({ ...alias, id }));
    });
  });
  return shared.length === 0 ? aliases : [...aliases, ...distinct(shared)];
}

const wordsOf = (text: string): string[] =>
  tokenize(inFull(text.normalize("NFC").toLowerCase())).map(({ term }) => term);

const distinct = (aliases: readonly Alias[]): Alias[] => [
  ...new Map(aliases.map((alias) => [`${alias.id}\n${alias.text}`, alias])).values(),
];
