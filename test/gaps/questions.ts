import type { Log } from "../../src/core/log.ts";
import type { AskedQuestion, Rating } from "../../src/core/questions.ts";

/** A question that Minh asked in vain in Slack. */
export const asked = (question: string, changes: Partial<AskedQuestion> = {}): AskedQuestion => ({
  question,
  status: "unknown",
  platform: "slack",
  language: "vi",
  who: "U0123MINH",
  ...changes,
});

/** 👎 of Minh. */
export const rated = (changes: Partial<Rating> = {}): Rating => ({
  useful: false,
  invocation: { command: "figures", values: { indicator: "xuat-khau", places: "hue" }, language: "vi" },
  digest: "ab12",
  platform: "slack",
  who: "U0123MINH",
  ...changes,
});

/** What was told, a line each, fields and all. */
export function createLines(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  const write = (message: string, fields?: object): void => void lines.push(`${message} ${JSON.stringify(fields)}`);
  return { log: { debug: write, info: write, warn: write, error: write }, lines };
}
