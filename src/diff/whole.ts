import { isDate } from "../core/period.ts";
import { isGroup } from "../knowledge/value.ts";
import { isRef, type Ref } from "./marked.ts";

type Group = Readonly<Record<string, unknown>>;

const hasOnly = (group: Group, ...keys: readonly string[]): boolean =>
  Object.keys(group).every((key) => keys.includes(key));

export const isBoth = (value: unknown): value is { readonly vi: string; readonly en: string } =>
  isGroup(value) && hasOnly(value, "vi", "en") && typeof value.vi === "string" && typeof value.en === "string";

export const isSpan = (value: unknown): value is { readonly from: string; readonly to: string } =>
  isGroup(value) && Object.keys(value).sort().join() === "from,to" && Object.values(value).every(isText);

const isText = (value: unknown): boolean => typeof value === "string";

/** Where something is written. */
export const isCitation = (value: unknown): value is { readonly id: Ref; readonly paragraph?: number } =>
  isGroup(value) && hasOnly(value, "id", "paragraph") && isRef(value.id);

export const isQuantity = (value: unknown): value is { readonly value: string; readonly qualifier: string } =>
  isGroup(value) && "value" in value && "qualifier" in value;

export const isComparison = (value: unknown): value is { readonly kind: string; readonly value: string } =>
  isGroup(value) && hasOnly(value, "kind", "value") && "kind" in value;

export const isReading = (value: unknown): value is { readonly value: string; readonly likelier: boolean } =>
  isGroup(value) && "likelier" in value;

/** What is said in one breath: its parts are not told one by one. */
export const isWhole = (group: Group): boolean =>
  isBoth(group) ||
  isSpan(group) ||
  isRef(group) ||
  isCitation(group) ||
  isComparison(group) ||
  isReading(group) ||
  (isQuantity(group) && hasOnly(group, "value", "qualifier", "unit")) ||
  Object.values(group).every(isRef);

/** What tells one of a list from the others, in people's words; undefined for what has nothing of the kind. */
export function titleOf(element: unknown): unknown {
  if (!isGroup(element) || isWhole(element)) return undefined;
  const { names, what, title, text, date, id, note } = element;
  const named = [names, what, title, text].find(isBoth);
  if (named !== undefined) return named;
  if (typeof date === "string" && isDate(date)) return date;
  return isRef(id) ? id : isBoth(note) ? note : id;
}
