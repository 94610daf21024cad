import { createRandom } from "../src/evaluation/variants.ts";

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The value below which so large a share lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const RESAMPLES = 2000;
const SEED = 1;

/** Bounds of the mean with 95 % confidence, by drawing the values again with repetition; the same each time. */
export function confidence(values: readonly number[]): readonly [low: number, high: number] {
  const random = createRandom(SEED);
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(random() * values.length)] ?? 0;
    return sum / Math.max(1, values.length);
  });
  return [quantile(means, 0.025), quantile(means, 0.975)];
}

/** How likely one of the first scores is higher than one of the second: 1 tells them apart, 0.5 is chance. */
export function auroc(higher: readonly number[], lower: readonly number[]): number {
  if (higher.length === 0 || lower.length === 0) return Number.NaN;
  let won = 0;
  for (const a of higher) for (const b of lower) won += a > b ? 1 : a === b ? 0.5 : 0;
  return won / (higher.length * lower.length);
}
