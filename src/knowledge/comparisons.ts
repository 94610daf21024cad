import type { Comparison, Figure } from "../core/knowledge.ts";
import type { Both } from "../core/language.ts";
import { flatMap, forEach, type Steps } from "../core/steps.ts";
import { valueAt } from "./complaint.ts";
import { KINDS } from "./kinds/index.ts";
import { type Clash, type Placed, valid } from "./placed.ts";

/**
 * A ratio written as a change ("bằng 93,65%" is a fall, not a rise of 93.65%) or the reverse. Where the figure of the year
 * before is known, it tells which is right; where not, an improbable number is asked about.
 */
export function* mixedComparisons(items: readonly Placed[]): Steps<readonly Clash[]> {
  const figures = valid(KINDS.figure, items);
  const asked = figures.filter(({ value }) => value.comparisons.some(({ kind }) => kind !== "share-of-plan"));
  const byKey = new Map<string, Figure>();
  if (asked.length > 0) yield* forEach(figures, ({ value }) => void byKey.set(keyOf(value, 0), value));
  return yield* flatMap(asked, ({ item, value: figure }) =>
    figure.comparisons.flatMap((comparison, index) => {
      const said = suspicion(comparison, figure, byKey.get(keyOf(figure, 1)));
      const at = valueAt([...item.path, "comparisons", index, "value"]);
      return said === undefined ? [] : [{ item, at, severity: "warning" as const, ...said }];
    }),
  );
}

/** A figure's indicator, place and period so many years before. */
const keyOf = ({ indicator, place, period }: Figure, yearsBefore: number): string =>
  [indicator, place, before(period.from, yearsBefore), before(period.to, yearsBefore)].join("\n");

const before = (date: string, years: number): string => `${Number(date.slice(0, 4)) - years}${date.slice(4)}`;

type Said = Pick<Clash, "code" | "message" | "hint">;

function suspicion({ kind, value }: Comparison, figure: Figure, earlier: Figure | undefined): Said | undefined {
  const stated = Number(value);
  if (kind === "share-of-plan") return undefined;
  if (earlier !== undefined) return contradicts(kind, stated, figure, earlier) ? SAID[kind](value) : undefined;
  const odd = kind === "change" ? stated >= 80 && stated <= 120 : stated < 40;
  return odd ? SAID[kind](value) : undefined;
}

/** True where the two figures fit the other kind of comparison, and not this one. */
function contradicts(kind: "change" | "ratio", stated: number, figure: Figure, earlier: Figure): boolean {
  const ratio = (100 * Number(figure.value)) / Number(earlier.value);
  const [same, other] = kind === "ratio" ? [ratio, ratio - 100] : [ratio - 100, ratio];
  return Math.abs(stated - other) < 3 && Math.abs(stated - same) > 3;
}

const comma = (number: string): string => number.replace(".", ",");

const SAID: Readonly<Record<"change" | "ratio", (value: string) => Said>> = {
  change: (value) => ({
    code: "ratio-as-change",
    message: () => ({
      vi: `Ghi kind: change ${comma(value)} tức là tăng ${comma(value)}%. Nguồn có viết “bằng ${comma(value)}% cùng kỳ” không?`,
      en: `kind: change ${value} says that it grew by ${value}%. Does the source say that it was ${value}% of the earlier period?`,
    }),
    hint: or("ratio"),
  }),
  ratio: (value) => ({
    code: "change-as-ratio",
    message: () => ({
      vi: `Ghi kind: ratio ${comma(value)} tức là chỉ bằng ${comma(value)}% cùng kỳ. Nguồn có viết “tăng ${comma(value)}%” không?`,
      en: `kind: ratio ${value} says that it was only ${value}% of the earlier period. Does the source say that it grew by ${value}%?`,
    }),
    hint: or("change"),
  }),
};

const or = (kind: string): Both => ({
  vi: `Nếu có thì ghi kind: ${kind}; nếu không thì thêm số liệu cùng kỳ năm trước để đối chiếu.`,
  en: `If so, write kind: ${kind}; if not, add the figure of the year before, which settles it.`,
});
