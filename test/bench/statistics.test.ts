import { expect, test } from "vitest";
import { auroc, confidence, quantile } from "../../bench/statistics.ts";

test("Scores that tell answerable questions from others have an AUROC of 1, chance has a half, and the reverse 0", () => {
  expect(auroc([3, 4], [1, 2])).toBe(1);
  expect(auroc([1, 2], [1, 2])).toBe(0.5);
  expect(auroc([1, 2], [3, 4])).toBe(0);
});

test("More questions make the confidence interval narrower, and it holds the mean", () => {
  const width = (count: number): number => {
    const [low, high] = confidence(Array.from({ length: count }, (_, i) => i % 2));
    expect([low <= 0.5, high >= 0.5]).toEqual([true, true]);
    return high - low;
  };
  expect(width(400)).toBeLessThan(width(40));
});

test("The slowest of a hundred questions is their 99th percentile", () => {
  expect(quantile([...Array(100).keys()], 0.99)).toBe(99);
});
