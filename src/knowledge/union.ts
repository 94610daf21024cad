import type { z } from "zod";
import { editDistance } from "../core/distance.ts";
import type { Path } from "./locate.ts";
import { dig, isGroup } from "./value.ts";

type Issue = z.core.$ZodIssue;

/** What is wrong with the value at a path of an item. */
export interface Finding {
  readonly issue: Issue;
  readonly path: Path;
}

/** The findings of an item. Of a value that may be written in several ways, only those about the way its author chose. */
export function findingsOf(issues: readonly Issue[], item: unknown, below: Path = []): readonly Finding[] {
  return issues.flatMap((issue) => {
    const path = [...below, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))];
    if (issue.code !== "invalid_union" || issue.errors.length === 0) return [{ issue, path }];
    return findingsOf(meantBranch(issue.errors, dig(item, path)), item, path);
  });
}

/** Whoever writes `unknown` means that a source is silent; otherwise the way that fits best was meant. */
function meantBranch(branches: readonly (readonly Issue[])[], value: unknown): readonly Issue[] {
  const saysUnknown = isGroup(value) && Object.keys(value).some((key) => editDistance(key, "unknown", 2) <= 2);
  const costs = branches.map((issues) => sum(issues.map((issue) => costOf(issue, saysUnknown))));
  return branches[costs.indexOf(Math.min(...costs))] ?? [];
}

function costOf(issue: Issue, saysUnknown: boolean): number {
  if (issue.code === "unrecognized_keys") return 3 * issue.keys.length;
  if (issue.path.length === 0 && issue.code === "invalid_type") return 100;
  if (issue.path[0] === "unknown") return saysUnknown ? -2 : 50;
  return 1;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
