import { fold } from "../search/fold.ts";
import { encodeTelex } from "../search/telex.ts";

/** How people also type a question: without marks, with one slip, with the raw keys of Telex. */
export type Variant = "plain" | "no marks" | "typo" | "telex";

export const VARIANTS: readonly Variant[] = ["plain", "no marks", "typo", "telex"];

/** What a benchmark also looks at: more slips than people leave in. */
export type Typing = Variant | "two typos";

/** The question as it looks typed that way; the same seed gives the same slip. Questions that have no such form stay. */
export function variantOf(question: string, variant: Typing, seed: number): string {
  switch (variant) {
    case "plain":
      return question;
    case "no marks":
      return withoutMarks(question);
    case "typo":
      return withTypo(question, createRandom(seed));
    case "two typos": {
      const random = createRandom(seed);
      return withTypo(withTypo(question, random), random);
    }
    case "telex":
      return encodeTelex(question.toLowerCase());
  }
}

const withoutMarks = (text: string): string =>
  Array.from(text.normalize("NFC"), (letter) =>
    letter === letter.toLowerCase() ? fold(letter) : fold(letter).toUpperCase(),
  ).join("");

/** One letter left out, put in, replaced or swapped, in a word of three letters or more; never in a digit. */
function withTypo(question: string, random: () => number): string {
  const words = [...question.normalize("NFC").matchAll(/\p{L}{3,}/gu)];
  const word = words[Math.floor(random() * words.length)];
  if (word === undefined) return question;
  const letters = [...word[0]];
  const at = Math.floor(random() * letters.length);
  const other = String.fromCharCode(97 + Math.floor(random() * 26));
  const kind = Math.floor(random() * 4);
  if (kind === 0) letters.splice(at, 1);
  else if (kind === 1) letters.splice(at, 0, other);
  else if (kind === 2) letters[at] = other;
  else {
    const from = Math.min(at, letters.length - 2);
    [letters[from], letters[from + 1]] = [letters[from + 1] ?? "", letters[from] ?? ""];
  }
  return question.slice(0, word.index) + letters.join("") + question.slice(word.index + word[0].length);
}

/** So many letters anywhere replaced, put in, left out or swapped with the next: harder than slips in longer words only. */
export function withEdits(text: string, count: number, seed: number): string {
  const random = createRandom(seed);
  const letters = [...text.normalize("NFC")];
  for (let edit = 0; edit < count; edit++) {
    const places = letters.flatMap((letter, i) => (/\p{L}/u.test(letter) ? [i] : []));
    const at = places[Math.floor(random() * places.length)];
    if (at === undefined) break;
    const kind = Math.floor(random() * 4);
    const other = String.fromCharCode(97 + Math.floor(random() * 26));
    const [letter = "", next = ""] = letters.slice(at, at + 2);
    if (kind === 0 || (kind === 3 && !/\p{L}/u.test(next))) letters[at] = other;
    else if (kind === 1) letters.splice(at, 0, other);
    else if (kind === 2) letters.splice(at, 1);
    else letters.splice(at, 2, next, letter);
  }
  return letters.join("");
}

/** mulberry32: small, seeded, the same everywhere. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
