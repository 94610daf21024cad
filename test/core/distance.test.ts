import { expect, test } from "vitest";
import { editDistance } from "../../src/core/distance.ts";

test.each([
  ["lúa", "lúa", 0],
  ["lua", "lu", 1],
  ["lua", "luaa", 1],
  ["lua", "lan", 2],
  ["lua", "lxa", 1],
  ["lua", "ula", 1],
  ["lua", "aul", 2],
  ["lua", "lau", 1],
  ["", "l", 1],
  ["aab", "aba", 1],
  ["abcd", "badc", 2],
  ["nep", "chuyen", 2],
])("Whoever types %j for %j is %d slips away, or just too far", (typed, meant, slips) => {
  expect(editDistance(typed, meant, 1)).toBe(slips);
  expect(editDistance(meant, typed, 1)).toBe(slips);
});

test("One slip is told alike whether or not more would be allowed", () => {
  const words = ["a", "ab", "ba", "abb", "bab", "aabb", "abab", "baba", "abba", "c", "cab", "acb"];
  for (const a of words)
    for (const b of words) expect([a, b, editDistance(a, b, 1)]).toEqual([a, b, Math.min(2, editDistance(a, b, 2))]);
});
