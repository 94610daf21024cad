/** Parts of a list, for statements that each carry at most 500 parameters. */
export function* batches<T>(items: readonly T[], parametersEach: number): Generator<T[]> {
  const size = Math.max(1, Math.floor(500 / parametersEach));
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
