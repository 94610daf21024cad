import { answeredList, notHeld, type Reply } from "../src/core/answer.ts";
import { type Ask, type Context, defineCommand, type Values } from "../src/core/command.ts";
import { absolute, compareDecimals, type Decimal, formatDecimal, subtract } from "../src/core/decimal.ts";
import { amount, changeOf, changeText, figureRow, figureValue } from "../src/core/figure.ts";
import type { Invocation } from "../src/core/invocation.ts";
import type { Figure, Knowledge } from "../src/core/knowledge.ts";
import { capital, type Language, listOf, uncapital } from "../src/core/language.ts";
import { nameOf } from "../src/core/naming.ts";
import { type Period, periodLabel, readPeriod, samePeriod, writePeriod } from "../src/core/period.ts";
import { p } from "../src/core/text.ts";
import { citationsOf, figureChoice, pick } from "./figures.ts";
import { indicator, measures, period, places } from "./options.ts";

const options = {
  indicator: { ...indicator, required: true },
  places,
  period,
  by: {
    kind: "choice",
    names: { vi: "theo", en: "by" },
    description: { vi: "So giá trị, tỷ lệ dự toán hay mức tăng", en: "Compare values, shares of plan, or changes" },
    choices: measures,
  },
} as const;

type Given = Values<typeof options>;

function compareQuestion({ values, language }: Invocation, knowledge: Knowledge): string {
  const vi = language === "vi";
  const what = uncapital(nameOf(knowledge, values.indicator ?? "", language));
  const where = listOf(
    (values.places?.split(",") ?? []).map((id) => nameOf(knowledge, id, language)),
    language,
  );
  const when = (values.period?.split(",") ?? [])
    .flatMap((text) => readPeriod(text) ?? [])
    .map((one) => periodLabel(one, language));
  return `${vi ? "So sánh" : "Compare"} ${what}${where === "" ? "" : vi ? ` của ${where}` : ` of ${where}`}${when.length === 0 ? "" : `, ${listOf(when, language)}`}?`;
}

const takes = ["places", "period"];
/** A single place in a single period has nothing to be compared with. */
const suits: Ask["suits"] = ({ named, periodCount }) => named.place?.length !== 1 || periodCount > 1;
const comparing = [
  "so sánh {indicator} {place} và {place}",
  "so sánh",
  "đối chiếu",
  "cao hơn",
  "thấp hơn",
  "nhiều hơn",
  "ít hơn",
  "nhanh hơn",
  "chậm hơn",
  "lớn hơn",
  "nhỏ hơn",
  "bên nào cao hơn",
  "nơi nào cao hơn",
  "ai cao hơn",
  "thành phố nào cao hơn",
  "tỉnh nào cao nhất",
  "địa phương nào nhiều nhất",
  "nơi nào thấp nhất",
  "cao nhất",
  "thấp nhất",
  "nhiều nhất",
  "ít nhất",
  "dẫn đầu",
  "đứng đầu",
  "xếp hạng",
  "hơn bao nhiêu",
  "hơn kém bao nhiêu",
  "chênh lệch bao nhiêu",
  "chênh nhau bao nhiêu",
  "cách nhau bao nhiêu",
  "hơn nhau bao nhiêu",
  "hơn bao nhiêu điểm phần trăm",
  "nhỉnh hơn",
  "trội hơn",
  "vượt hơn",
  "thua kém",
  "hai thành phố",
  "2 thành phố",
  "hai bên",
  "hai địa phương",
  "cả hai nơi",
  "của từng thành phố",
  "hay",
  "compare",
  "comparison",
  "versus",
  "vs",
  "higher",
  "lower",
  "more than",
  "less than",
  "faster",
  "slower",
  "larger",
  "which city is higher",
  "which is highest",
  "highest",
  "lowest",
  "most",
  "least",
  "ranking",
  "rank",
  "difference",
  "gap",
  "by how much",
  "both cities",
  "two cities",
  "the two",
  "ahead",
  "outperform",
];

export const compare = defineCommand({
  name: "compare",
  names: { vi: "so-sánh", en: "compare" },
  description: {
    vi: "So sánh một chỉ số giữa các nơi hoặc các kỳ",
    en: "Compare an indicator between places or periods",
  },
  options,
  asks: [
    {
      fact: "indicator",
      phrasings: comparing,
      takes,
      suits,
      gives: ["place", "list", "organisation", "person", "text"],
      values: ({ fact }) => ({ indicator: fact?.subject ?? "" }),
      question: compareQuestion,
    },
    {
      fact: "indicator",
      phrasings: [
        "nơi nào đạt dự toán cao hơn",
        "tỷ lệ dự toán cao hơn",
        "so sánh tỷ lệ hoàn thành dự toán",
        "hoàn thành dự toán tốt hơn",
        "share of plan higher",
        "closer to its plan",
        "who met more of the plan",
      ],
      takes,
      suits,
      gives: ["place", "list", "organisation", "person", "text"],
      values: ({ fact }) => ({ indicator: fact?.subject ?? "", by: "plan" }),
      question: compareQuestion,
    },
  ],
  run: (values, context) => compareFigures(values, context),
});

function compareFigures(values: Given, context: Context): Reply {
  const { knowledge, language } = context;
  const vi = language === "vi";
  const all = knowledge.figures.filter((figure) => figure.indicator === values.indicator);
  const wanted = values.places.length > 0 ? values.places : [...new Set(all.map((figure) => figure.place))];
  const periods = values.period.length > 0 ? values.period : latestShared(all, wanted);
  const found = wanted.flatMap((place) =>
    pick(
      all.filter((f) => f.place === place),
      periods,
    ),
  );
  const missing = values.places.filter((place) => !found.some((figure) => figure.place === place));
  const what = uncapital(nameOf(knowledge, values.indicator, language));
  const gap = missing.length === 0 ? undefined : gapText(missing, what, periods, language, knowledge);
  if (found.length === 0) {
    const choices = all.slice(0, 3).map((figure) => figureChoice(figure, language, knowledge));
    return notHeld(
      gap ?? (vi ? `Kho tri thức không có ${what} để so sánh.` : `The knowledge base holds no ${what} to compare.`),
      { choices },
    );
  }
  const measured = found.flatMap((figure) => {
    const value = measure(figure, values.by);
    return value === undefined ? [] : [{ figure, value }];
  });
  const sorted = measured.sort((a, b) => compareDecimals(b.value, a.value));
  const rows = found.length === sorted.length ? sorted.map(({ figure }) => figure) : found;
  const rowTexts = rows.map((figure) => figureRow(knowledge, figure, language));
  const citations = citationsOf(found);
  const body = found.flatMap((figure) =>
    figure.readings.map((reading) =>
      p(`${reading.likelier ? "" : vi ? "Cách đọc khác. " : "Other reading. "}${reading.why[language]}`),
    ),
  );
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || sorted.length < 2)
    return answeredList(`${capital(what)}:`, [...rowTexts, ...(gap === undefined ? [] : [gap])], { citations, body });
  const unlike = unlikeText(sorted, values, context);
  if (unlike !== undefined)
    return answeredList(`${capital(what)}: ${unlike}`, [...rowTexts, ...(gap === undefined ? [] : [gap])], {
      citations,
      body,
    });
  const verdict = capital(verdictText(first, last, sorted.length, values, context));
  return answeredList(verdict, [...rowTexts, ...(gap === undefined ? [] : [gap])], { citations, body });
}

/** Why no difference is told: figures of unlike scope, or one that can be read in two ways. */
function unlikeText(sorted: readonly Measured[], { by }: Given, { language }: Context): string | undefined {
  const vi = language === "vi";
  if (by !== undefined && by !== "value") return undefined;
  const scopes = new Set(sorted.map(({ figure }) => figure.scope?.[language] ?? ""));
  if (scopes.size > 1)
    return vi
      ? "các số không cùng phạm vi nên không so hơn kém."
      : "the figures differ in scope, so neither is told to be higher.";
  if (sorted.some(({ figure }) => figure.readings.length > 0))
    return vi
      ? "một số có hai cách đọc nên không nêu mức chênh."
      : "one figure can be read in two ways, so no difference is told.";
  return undefined;
}

/** The latest period that most of the places have. */
function latestShared(all: readonly Figure[], wanted: readonly string[]): Period[] {
  const counted = new Map<string, Set<string>>();
  for (const figure of all)
    if (wanted.includes(figure.place)) {
      const key = writePeriod(figure.period);
      counted.set(key, (counted.get(key) ?? new Set()).add(figure.place));
    }
  const best = [...counted].sort(([a, x], [b, y]) => y.size - x.size || (a < b ? 1 : -1))[0];
  const period = best === undefined ? undefined : readPeriod(best[0]);
  return period === undefined ? [] : [period];
}

function gapText(
  missing: readonly string[],
  what: string,
  periods: readonly Period[],
  language: Language,
  knowledge: Knowledge,
): string {
  const where = listOf(
    missing.map((id) => nameOf(knowledge, id, language)),
    language,
  );
  const when =
    periods.length === 0
      ? ""
      : `, ${listOf(
          periods.map((one) => periodLabel(one, language)),
          language,
        )}`;
  return language === "vi"
    ? `Kho tri thức không có ${what} của ${where}${when}.`
    : `The knowledge base does not hold ${what} of ${where}${when}.`;
}

function measure(figure: Figure, by: Given["by"]): Decimal | undefined {
  if (by === "plan") return figure.comparisons.find((c) => c.kind === "share-of-plan")?.value;
  if (by === "change") return changeOf(figure);
  return figure.value;
}

interface Measured {
  readonly figure: Figure;
  readonly value: Decimal;
}

/** "<nơi> cao hơn: 6,08% so với 5,47%, hơn 0,61 điểm phần trăm." */
function verdictText(
  first: Measured,
  last: Measured,
  count: number,
  values: Given,
  { knowledge, language }: Context,
): string {
  const vi = language === "vi";
  const samePlace = first.figure.place === last.figure.place;
  const nameFor = ({ figure }: Measured): string =>
    samePlace ? periodLabel(figure.period, language) : nameOf(knowledge, figure.place, language);
  const what = uncapital(nameOf(knowledge, values.indicator, language));
  const when = samePeriod(first.figure.period, last.figure.period)
    ? `, ${periodLabel(first.figure.period, language)}`
    : "";
  const title = samePlace ? `${what}, ${nameOf(knowledge, first.figure.place, language)}` : `${what}${when}`;
  const [high, low] = [shown(first, values, knowledge, language), shown(last, values, knowledge, language)];
  if (compareDecimals(first.value, last.value) === 0)
    return vi ? `${title}: ngang nhau, ${high}.` : `${title}: equal, ${high}.`;
  const difference = differenceText(first, last, values, knowledge, language);
  if (count > 2)
    return vi
      ? `${title}: cao nhất là ${nameFor(first)} (${high}), thấp nhất là ${nameFor(last)} (${low}), chênh ${difference}.`
      : `${title}: highest is ${nameFor(first)} (${high}), lowest is ${nameFor(last)} (${low}), a difference of ${difference}.`;
  return vi
    ? `${title}: ${nameFor(first)} cao hơn, ${high} so với ${low} của ${nameFor(last)}, hơn ${difference}.`
    : `${title}: ${nameFor(first)} is higher, ${high} against ${low} for ${nameFor(last)}, by ${difference}.`;
}

function shown({ figure, value }: Measured, { by }: Given, knowledge: Knowledge, language: Language): string {
  if (by === "plan")
    return language === "vi" ? `đạt ${formatDecimal(value, "vi")}% dự toán` : `${formatDecimal(value, "en")}% of plan`;
  if (by === "change") return changeText(value, language);
  return figureValue(knowledge, figure, language);
}

/** The difference, "about" where a value is a bound or a reading; per cent differ by percentage points. */
function differenceText(
  first: Measured,
  last: Measured,
  { by }: Given,
  knowledge: Knowledge,
  language: Language,
): string {
  const unit = knowledge.indicators.get(first.figure.indicator)?.unit ?? { vi: "", en: "" };
  const points = { vi: "điểm phần trăm", en: "percentage points" };
  const isPercent = (by !== undefined && by !== "value") || unit.vi.startsWith("%");
  const sure = [first, last].every(({ figure }) => figure.qualifier === "exactly" && figure.readings.length === 0);
  const difference = absolute(subtract(first.value, last.value));
  return amount(difference, isPercent ? points : unit, sure || isPercent ? "exactly" : "about", language);
}
