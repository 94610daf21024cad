/** A search engine as the benchmarks see it. */
export interface Engine {
  readonly name: string;
  /** So slow that only some of the questions are asked. */
  readonly slow?: true;
  /** Its search says how good a hit is; without, it has nothing to abstain by. */
  readonly scores: boolean;
  index(texts: readonly string[]): Promise<Search> | Search;
}

/** The k best texts by their positions, best first; higher scores are better. */
export type Search = (question: string, k: number) => Promise<readonly Found[]> | readonly Found[];

export interface Found {
  readonly at: number;
  readonly score: number;
}
