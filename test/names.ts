import type { EntityKind, Knowledge } from "../src/core/knowledge.ts";
import type { SourceText } from "./sources.ts";

const KINDS: ReadonlySet<EntityKind> = new Set([
  "place",
  "person",
  "organisation",
  "indicator",
  "programme",
  "event",
  "document",
  "memorandum",
]);

/** Words of a kind, not of one thing: the machine may know that there are such things, whatever they are about. */
const KIND_WORDS: ReadonlySet<string> = new Set([
  "bien ban ghi nho",
  "ban ghi nho",
  "bien ban ghi nho hop tac",
  "thoa thuan hop tac",
  "memorandum",
  "memorandum of understanding",
  "cooperation agreement",
]);

/** The name of a time zone is none of a place. */
const ZONES = /\b[A-Z][a-z]+\/[A-Z][A-Za-z_]+/g;

const words = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const withoutMarks = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");

/** Names long enough to be about one thing: two syllables or five letters. With marks and without, as either may be typed. */
export const longNames = (knowledge: Knowledge): readonly string[] => {
  const names = knowledge.names.filter(({ kind }) => KINDS.has(kind)).map(({ text }) => words(text));
  const long = names.filter((name) => (name.includes(" ") || name.length >= 5) && !KIND_WORDS.has(withoutMarks(name)));
  return [...new Set(long.flatMap((name) => [name, withoutMarks(name)]))];
};

/** "src/search/words.ts: name", for each name that stands in a file as words of its own. */
export function namesIn(files: readonly SourceText[], names: readonly string[]): string[] {
  const parts = names.map((name) => ({ name, of: name.split(" ") }));
  return files.flatMap(({ file, text }) => {
    const padded = ` ${words(text.replace(ZONES, " "))} `;
    const said = new Set(padded.split(" "));
    return parts
      .filter(({ name, of }) => of.every((word) => said.has(word)) && padded.includes(` ${name} `))
      .map(({ name }) => `${file}: ${name}`);
  });
}
