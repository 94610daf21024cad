import type { Invocation } from "../../src/core/invocation.ts";
import type { KeptQuestion, KeptRating } from "../../src/core/question-store.ts";

export const EXPORTS: Invocation = {
  command: "figures",
  values: { indicator: "xuat-khau", places: "hue" },
  language: "vi",
};

/** A question in vain, as it is kept. */
export const asked = (question: string, at: number, changes: Partial<KeptQuestion> = {}): KeptQuestion => ({
  at,
  question,
  status: "unknown",
  platform: "slack",
  language: "vi",
  who: "hash of minh",
  ...changes,
});

/** 👎 on an answer, as it is kept. */
export const rated = (at: number, changes: Partial<KeptRating> = {}): KeptRating => ({
  at,
  useful: false,
  invocation: EXPORTS,
  digest: "ab12",
  platform: "discord",
  who: "hash of minh",
  ...changes,
});
