/** The documents that can be among the best when no more than `left` is added; undefined where others can be too. */
export function stillOpen(touched: readonly number[], scores: Float32Array, limit: number, left: number) {
  const last = best(touched, scores, limit)[limit - 1];
  const least = last === undefined ? 0 : (scores[last] ?? 0);
  return left < least ? touched.filter((at) => (scores[at] ?? 0) + left >= least) : undefined;
}

/** The positions with the best scores, best first; of equal ones the first. */
export function best(positions: readonly number[], scores: Float32Array, limit: number): number[] {
  const order = (a: number, b: number): number => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b;
  if (positions.length <= limit) return [...positions].sort(order);
  const found: number[] = [];
  for (const at of positions) {
    let place = found.length;
    if (place === limit && order(at, found[place - 1] ?? 0) > 0) continue;
    while (place > 0 && order(at, found[place - 1] ?? 0) < 0) place--;
    found.splice(place, 0, at);
    if (found.length > limit) found.pop();
  }
  return found;
}
