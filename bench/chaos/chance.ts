/** Numbers from 0 up to 1, the same again for the same seed. */
export type Random = () => number;

/** https://en.wikipedia.org/wiki/Xorshift, over a seed and the name of what it is for. */
export function createRandom(seed: number, purpose: string): Random {
  let state = [...`${seed} ${purpose}`].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619), -1);
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

export const between = (random: Random, least: number, most: number): number => least + random() * (most - least);

/** A pack of cards that is shuffled and dealt to its end, over and over: what is rare comes as often as it should. */
export function createDeck<T>(random: Random, counts: readonly (readonly [card: T, count: number])[]): () => T {
  const all = counts.flatMap(([card, count]) => Array.from({ length: count }, () => card));
  let left: T[] = [];
  return () => {
    if (left.length === 0) left = [...all];
    const [card] = left.splice(Math.floor(random() * left.length), 1);
    if (card === undefined) throw new Error("There are no cards.");
    return card;
  };
}

/** How often each thing has happened. */
export function createCount() {
  const counts: Record<string, number> = {};
  return {
    counts: counts as Readonly<Record<string, number>>,
    add(what: string): void {
      counts[what] = (counts[what] ?? 0) + 1;
    },
  };
}
