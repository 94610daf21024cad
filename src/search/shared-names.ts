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
    const order = new Map([...ids].map((id, i) => [id, i]));
    const worded = own.map((alias) => ({ alias, words: new Set(wordsOf(alias.text)) }));
    const byWord = new Map<string, typeof worded>();
    for (const name of worded)
      for (const word of name.words) {
        const names = byWord.get(word);
        if (names === undefined) byWord.set(word, [name]);
        else names.push(name);
      }
    /** The names that hold all words of this one hold its rarest. */
    const holding = (words: ReadonlySet<string>) => {
      const lists = [...words].map((word) => byWord.get(word) ?? []);
      const [rarest = []] = lists.sort((a, b) => a.length - b.length);
      return rarest.filter(({ words: all }) => [...words].every((word) => all.has(word)));
    };
    const found = worded.flatMap(({ alias, words }) => {
      const others = new Set(holding(words).map((name) => name.alias.id));
      return [...others].flatMap((id): Alias[] => (id === alias.id ? [] : [{ ...alias, id }]));
    });
    return found.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  });
  return shared.length === 0 ? aliases : [...aliases, ...distinct(shared)];
}

const wordsOf = (text: string): string[] =>
  tokenize(inFull(text.normalize("NFC").toLowerCase())).map(({ term }) => term);

const distinct = (aliases: readonly Alias[]): Alias[] => [
  ...new Map(aliases.map((alias) => [`${alias.id}\n${alias.text}`, alias])).values(),
];
