import { expect, test } from "vitest";
import { editDistance } from "../../src/core/distance.ts";
import { finish } from "../../src/core/steps.ts";
import { variantOf, withEdits } from "../../src/evaluation/variants.ts";
import { stillOpen } from "../../src/search/best.ts";
import { tokenize } from "../../src/search/fold.ts";
import { createSegments } from "../../src/search/segments.ts";
import { makingTextIndex } from "../../src/search/text-index.ts";
import { createTextReader } from "../../src/search/text-reader.ts";

/** Which of the texts are found, best first. */
function finder(texts: readonly string[]): (question: string) => number[] {
  const reader = createTextReader();
  const words = [...new Set(texts.flatMap((text) => tokenize(text).map(({ folded }) => folded)))];
  const near = (folded: string): string[] =>
    words.filter((word) => word !== folded && editDistance(word, folded, 1) <= 1);
  const read = (at: number) => [reader.read(texts[at] ?? "")];
  const index = finish(
    makingTextIndex(
      texts.map((text) => ({ text })),
      read,
      createSegments(),
      near,
    ),
  );
  return (question) => index.search(tokenize(question), 10).map(({ at }) => at);
}

test("Whoever types marks finds the text that has them before one that only folds alike; without marks both are found", () => {
  const find = finder(["Vườn sắn ven đồi", "Vườn săn ven đồi", "Vườn hoa"]);
  expect(find("vườn săn")[0]).toBe(1);
  expect(find("vuon san").slice(0, 2).sort()).toEqual([0, 1]);
});

test("Two words that stand side by side in a text count for more than the same two apart", () => {
  const find = finder(["gió núi mùa mưa đồng", "gió mùa núi mưa đồng"]);
  expect(find("gió mùa")[0]).toBe(1);
});

test("A slip that makes no word is looked up as every word one slip away", () => {
  const find = finder(["nuôi tằm dệt lụa", "trồng chè hái búp", "đan lưới thả câu"]);
  expect(find("đệtt lụa")[0]).toBe(0);
  expect(find("hsái")).toEqual([1]);
});

test("A slip that makes another known word is mended by the word beside it", () => {
  const find = finder(["bánh nếp gói lá", "trong lúc chờ đò", "nương lúa nếp thơm"]);
  expect(find("lúc nếp")[0]).toBe(2);
});

test("What a question is wrapped in does not outweigh what it is about", () => {
  const find = finder(["Có bao nhiêu đêm trăng", "Giống lúa nếp nương", "Giống lúa tẻ", "Giống ngô nếp"]);
  expect(find("có bao nhiêu lúa nếp")[0]).toBe(1);
});

test("A document that was there before is not read again, and is found as before", () => {
  const segments = createSegments();
  const reader = createTextReader();
  const documents = [{ text: "bến đò ngang" }, { text: "mái đình cong" }];
  let readings = 0;
  const index = (list: typeof documents) => {
    const read = (at: number) => {
      readings++;
      return [reader.read(list[at]?.text ?? "")];
    };
    return finish(makingTextIndex(list, read, segments, () => []));
  };
  index(documents);
  const later = index([...documents].reverse());
  expect(readings).toBe(2);
  expect(later.search(tokenize("mái đình"), 1)).toMatchObject([{ at: 0 }]);
  expect(later.holding("dinh")).toBe(1);
});

test("Among thousands of texts that share a word, those that also have a rare one are ranked as if all were looked at", () => {
  const texts = Array.from(
    { length: 2500 },
    (_, i) => (i % 100 === 0 ? "tơ lụa" : "gạo") + " mùa".repeat(1 + (i % 700) / 100),
  );
  const reader = createTextReader();
  const read = (at: number) => [reader.read(texts[at] ?? "")];
  const index = finish(
    makingTextIndex(
      texts.map((text) => ({ text })),
      read,
      createSegments(),
      () => [],
    ),
  );
  const all = index.search(tokenize("lụa theo mùa"), texts.length);
  expect(all.length).toBe(texts.length);
  expect(index.search(tokenize("lụa theo mùa"), 5)).toEqual(all.slice(0, 5));
  expect(new Set(all.slice(0, 5).map(({ score }) => score)).size).toBeGreaterThan(1);
});

test("A text is given up only when what is left to look up could no longer bring it among the best", () => {
  const scores = Float32Array.of(5, 4, 3, 1);
  const openWith = (left: number) => stillOpen([0, 1, 2, 3], scores, 2, left);
  expect(openWith(0.5)).toEqual([0, 1]);
  expect(openWith(1)).toEqual([0, 1, 2]);
  expect(openWith(4)).toBeUndefined();
  expect(stillOpen([0], scores, 2, 0.5)).toBeUndefined();
});

test("The same seed makes the same slips, never in a digit, and two typos are two slips in longer words", () => {
  const question = "Kéo được 1234 mẻ lưới trong đêm trăng?";
  for (const seed of [1, 2, 3, 4, 5]) {
    expect(withEdits(question, 2, seed)).toBe(withEdits(question, 2, seed));
    expect(editDistance(withEdits(question, 2, seed), question, 9)).toBeLessThanOrEqual(2);
    const typed = variantOf(question, "two typos", seed);
    expect(typed).toContain("1234");
    expect(editDistance(typed, question, 9)).toBeLessThanOrEqual(2);
  }
});
