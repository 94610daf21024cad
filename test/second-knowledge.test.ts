import { expect, test } from "vitest";
import { evaluate } from "../src/evaluation/evaluate.ts";
import { tally } from "../src/evaluation/tally.ts";
import { VARIANTS, type Variant } from "../src/evaluation/variants.ts";
import { openBot } from "./bots.ts";

/** The least share of answerable questions that are answered right, in per cent, by way of typing. */
const LEAST_RIGHT: Readonly<Record<Variant, number>> = { plain: 95, "no marks": 95, typo: 90, telex: 92 };
/** Where each word of a long question tells what to compute, a slip more often ends in a refusal. */
const LEAST_RIGHT_COMPUTED = 78;
const MOST_WRONG = 2;
const MOST_FALSE = 3;

const share = (count: number, total: number): number => (total === 0 ? 0 : (100 * count) / total);

/** A slow machine that does much else at once. */
const PATIENCE_MS = 60_000;

const CASES = ["knowledge", "test/knowledge", "test/siblings"].flatMap((folder) =>
  VARIANTS.map((variant) => [folder, variant] as const),
);

test.each(CASES)(
  "Staff who ask what %s/ holds and does not hold, typed %s, are answered right",
  async (folder, variant) => {
    const { bot, knowledge } = await openBot(folder);
    expect(knowledge.questions.length).toBeGreaterThan(0);
    const { answerable, unanswerable } = tally(evaluate(bot, knowledge.questions, variant));
    const least = folder === "test/siblings" && variant === "typo" ? LEAST_RIGHT_COMPUTED : LEAST_RIGHT[variant];
    expect.soft(share(answerable.right, answerable.total), "right").toBeGreaterThanOrEqual(least);
    expect.soft(share(answerable.wrong, answerable.total), "wrong").toBeLessThanOrEqual(MOST_WRONG);
    expect.soft(share(unanswerable.false, unanswerable.total), "false").toBeLessThanOrEqual(MOST_FALSE);
  },
  PATIENCE_MS,
);
