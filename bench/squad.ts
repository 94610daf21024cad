import { readFile } from "node:fs/promises";
import { createRandom } from "../src/evaluation/variants.ts";

export interface Asked {
  readonly question: string;
  /** Position of the paragraph that answers it. */
  readonly at: number;
}

/** Paragraphs and questions about them, those to tune on drawn by a seed. */
export interface Squad {
  readonly paragraphs: readonly string[];
  readonly tuning: readonly Asked[];
  readonly testing: readonly Asked[];
}

interface SquadFile {
  readonly data: readonly {
    readonly paragraphs: readonly {
      readonly context: string;
      readonly qas: readonly { readonly question: string }[];
    }[];
  }[];
}

const TUNING = 190;
const SEED = 20_261_125;

/** Reads a file in the format of SQuAD. */
export async function readSquad(path: string): Promise<Squad> {
  const { data }: SquadFile = JSON.parse(await readFile(path, "utf8"));
  const all = data.flatMap(({ paragraphs }) => paragraphs);
  const asked = all.flatMap(({ qas }, at) => qas.map(({ question }) => ({ question, at })));
  const drawn = shuffled(asked);
  return {
    paragraphs: all.map(({ context }) => context),
    tuning: drawn.slice(0, TUNING),
    testing: drawn.slice(TUNING),
  };
}

function shuffled<T>(items: readonly T[]): T[] {
  const random = createRandom(SEED);
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
