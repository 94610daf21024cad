import { setImmediate } from "node:timers/promises";
import type { Item } from "./catalogue.ts";

/** Items in which every word stands, best first: those with the words in their name, with the marks as they are typed. */
export type Finder = (typed: string, among?: readonly Item[]) => Promise<readonly Item[]>;

/** After so many items others have their turn: nobody in chat waits for a search here. */
const AT_ONCE = 50;

interface Searched {
  readonly name: string;
  readonly folded: string;
  readonly text: string;
}

/** What is searched of an item is worked out when it is first looked at. */
export function createFinder(all: readonly Item[]): Finder {
  const known = new Map<Item, Searched>();
  const searched = (item: Item): Searched => {
    const found = known.get(item) ?? read(item);
    known.set(item, found);
    return found;
  };
  return async (typed, among = all) => {
    const words = lower(typed).split(/\s+/).filter(Boolean);
    if (words.length === 0) return among;
    const folded = words.map(fold);
    const scored: { readonly item: Item; readonly score: number }[] = [];
    for (const [at, item] of among.entries()) {
      if (at % AT_ONCE === AT_ONCE - 1) await setImmediate();
      const { name, folded: foldedName, text } = searched(item);
      if (!folded.every((word) => text.includes(word))) continue;
      const inName = folded.every((word) => foldedName.includes(word));
      scored.push({ item, score: inName ? (words.every((word) => name.includes(word)) ? 2 : 1) : 0 });
    }
    return scored.sort((a, b) => b.score - a.score).map(({ item }) => item);
  };
}

function read(item: Item): Searched {
  const name = lower(`${item.title.vi}\n${item.title.en}`);
  return { name, folded: fold(name), text: fold(lower([item.id, item.title.vi, ...textsIn(item.value)].join("\n"))) };
}

/** Every text below a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const lower = (text: string): string => text.normalize("NFC").toLowerCase();

/** Without marks, so that people may type them or not. */
const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("đ", "d");
