import { writePeriod } from "../core/period.ts";
import { flatMap, type Steps } from "../core/steps.ts";
import { valueAt } from "./complaint.ts";
import { KINDS } from "./kinds/index.ts";
import { type Clash, idSpot, type Placed, valid } from "./placed.ts";

/** Ids are global: facts name what they are about by id alone. Figures and questions are never referred to. */
export function* duplicateIds(items: readonly Placed[]): Steps<readonly Clash[]> {
  const named = items.filter(({ kind, id }) => id !== undefined && kind.name !== "question");
  return (yield* repeats(named, ({ id }) => id ?? "")).map(([first, item]) => ({
    item,
    at: idSpot(item),
    other: { item: first, at: idSpot(first) },
    severity: "error",
    code: "duplicate-id",
    message: (other) => ({
      vi: `Mã “${item.id}” đã dùng cho ${first.kind.label.vi} ở ${other}.`,
      en: `The id “${item.id}” is already used by the ${first.kind.label.en} at ${other}.`,
    }),
    hint: {
      vi: "Mỗi mã chỉ dùng một lần trong cả kho: đặt mã khác, hoặc xóa bản trùng.",
      en: "An id is used once in the whole knowledge base: choose another, or delete the copy.",
    },
  }));
}

/** One indicator of one place in one period has one figure. */
export function* duplicateFigures(items: readonly Placed[]): Steps<readonly Clash[]> {
  const figures = valid(KINDS.figure, items);
  const same = yield* repeats(figures, ({ value: f }) => `${f.indicator} ${f.place} ${f.period.from} ${f.period.to}`);
  return same.map(([first, { item, value }]) => ({
    item,
    at: valueAt([...item.path, "indicator"]),
    other: { item: first.item, at: valueAt([...first.item.path, "indicator"]) },
    severity: "error",
    code: "duplicate-figure",
    message: (other) => ({
      vi: `“${value.indicator}” của “${value.place}” kỳ ${writePeriod(value.period)} đã có ở ${other}.`,
      en: `“${value.indicator}” of “${value.place}” for ${writePeriod(value.period)} is already at ${other}.`,
    }),
    hint: {
      vi: "Xóa bản trùng; nếu một câu có hai cách đọc thì ghi cả hai vào “readings”.",
      en: "Delete the copy; if one sentence has two readings, put both into “readings”.",
    },
  }));
}

/** Each thing that has the same key as an earlier one, with that earlier one. */
function repeats<T>(things: readonly T[], keyOf: (thing: T) => string) {
  const firsts = new Map<string, T>();
  return flatMap(things, (again): readonly (readonly [first: T, again: T])[] => {
    const key = keyOf(again);
    const first = firsts.get(key);
    if (first !== undefined) return [[first, again]];
    firsts.set(key, again);
    return NONE;
  });
}

const NONE = [] as const;
