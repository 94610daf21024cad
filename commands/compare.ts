import { answeredList, type Reply } from "../src/core/answer.ts";
import { type Ask, type Context, defineCommand, type Values } from "../src/core/command.ts";
import { compareDecimals, type Decimal, subtract } from "../src/core/decimal.ts";
import { figureRow, type Measure, measureOf, measureText } from "../src/core/figure.ts";
import { citationsOf, missingFigure } from "../src/core/figure-missing.ts";
import { askedText, differenceText, gapTexts, sourceMarks, trendText } from "../src/core/figure-words.ts";
import { alike, compareText, figuresOf, type Held, heldFor, peers } from "../src/core/held.ts";
import type { Invocation } from "../src/core/invocation.ts";
import type { Figure, Knowledge } from "../src/core/knowledge.ts";
import { capital, listOf, uncapital } from "../src/core/language.ts";
import { nameOf } from "../src/core/naming.ts";
import { periodLabel, periodsLabel, readPeriods, samePeriod, yearBefore } from "../src/core/period.ts";
import { p } from "../src/core/text.ts";
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
  const when = periodsLabel(readPeriods(values.period), language);
  return `${vi ? "So sánh" : "Compare"} ${what}${where === "" ? "" : vi ? ` của ${where}` : ` of ${where}`}${when === "" ? "" : `, ${when}`}?`;
}

const takes = ["places", "period"];
/** A single place in a single period has nothing to be compared with; what else is to be done with figures others do. */
const suits: Ask["suits"] = ({ named, periodCount, operation }) =>
  operation === undefined
    ? named.place?.length !== 1 || periodCount > 1
    : operation.name === "change" && (named.place?.length ?? 0) > 1;
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
  "nơi nào hơn",
  "bên nào hơn",
  "nơi nào cao hơn",
  "ai cao hơn",
  "thành phố nào cao hơn",
  "hơn bao nhiêu",
  "hơn kém bao nhiêu",
  "chênh lệch bao nhiêu",
  "chênh nhau bao nhiêu",
  "chênh nhau mấy điểm",
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

/** The figures asked, highest first or, of one place, in time; which is higher or whether it rose, and what is not held. */
export function compareFigures(values: Given, context: Context): Reply {
  const { knowledge, language } = context;
  const by: Measure = values.by === "plan" || values.by === "change" ? values.by : "value";
  const all = figuresOf(knowledge, values.indicator);
  const places = values.places.length > 0 ? values.places : peers(knowledge, [...new Set(all.map((f) => f.place))]);
  const held = heldFor(all, places, values.places.length === 1 ? withYearBefore(values.period) : values.period);
  if (held.figures.length === 0) return missingFigure(values, all, context);
  const rows = inOrder(held, by);
  const mark = sourceMarks(knowledge, rows, language);
  const gaps = values.places.length === 0 ? [] : gapTexts(knowledge, values.indicator, held.gaps, language);
  const verdicts =
    held.places.length === 1
      ? trendOf(rows, by, context)
      : held.periods.flatMap((period) =>
          verdictsOf(
            rows.filter((figure) => samePeriod(figure.period, period)),
            by,
            held.periods.length > 1,
            context,
          ),
        );
  const title = verdicts.length === 0 ? `${capital(uncapital(nameOf(knowledge, values.indicator, language)))}:` : "";
  return answeredList(
    [title, ...verdicts].filter((text) => text !== "").join(" "),
    [...rows.map((figure) => figureRow(knowledge, figure, language) + mark(figure)), ...gaps],
    { citations: citationsOf(rows), body: readingNotes(rows, context) },
  );
}

/** A single period of a single place is held against the year before. */
const withYearBefore = (periods: Given["period"]): Given["period"] => {
  const [only, second] = periods;
  const before = only === undefined || second !== undefined ? undefined : yearBefore(only);
  return before === undefined || only === undefined ? periods : [before, only];
};

function inOrder({ figures, places }: Held, by: Measure): readonly Figure[] {
  if (places.length === 1) return [...figures].sort((a, b) => compareText(a.period.from, b.period.from));
  if (figures.some((figure) => measureOf(figure, by) === undefined)) return figures;
  return [...figures].sort(
    (a, b) =>
      compareText(b.period.to, a.period.to) || compareDecimals(measureOf(b, by) ?? "0", measureOf(a, by) ?? "0"),
  );
}

function trendOf(rows: readonly Figure[], by: Measure, { knowledge, language }: Context): string[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined || rows.length < 2) return [];
  const told = trendText(knowledge, first, last, by, language);
  if (told !== undefined) return [told];
  const what = capital(askedText(knowledge, first.indicator, [first.place], [], language));
  return [
    language === "vi"
      ? `${what}: các số không cùng loại kỳ hoặc phạm vi nên không so hơn kém.`
      : `${what}: the figures differ in period or scope, so no difference is told.`,
  ];
}

const readingNotes = (rows: readonly Figure[], { language }: Context) =>
  rows.flatMap((figure) =>
    figure.readings.map((reading) => {
      const lead = reading.likelier ? "" : language === "vi" ? "Cách đọc khác. " : "Other reading. ";
      return p(`${lead}${reading.why[language]}`);
    }),
  );

interface Measured {
  readonly figure: Figure;
  readonly value: Decimal;
}

/** "<nơi> cao hơn: 6,08% so với 5,47%, hơn 0,61 điểm phần trăm", or why nothing of the kind is told. */
function verdictsOf(some: readonly Figure[], by: Measure, oneOfMany: boolean, context: Context): string[] {
  const { knowledge, language } = context;
  const vi = language === "vi";
  const measured = some.flatMap((figure): Measured[] => {
    const value = measureOf(figure, by);
    return value === undefined ? [] : [{ figure, value }];
  });
  const sorted = measured.sort((a, b) => compareDecimals(b.value, a.value));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { period, indicator: what } = first.figure;
  const title = oneOfMany
    ? capital(periodLabel(period, language))
    : capital(`${uncapital(nameOf(knowledge, what, language))}, ${periodLabel(period, language)}`);
  if (sorted.length < 2) return [`${title}: ${ONLY_ONE[language]}`];
  if (by === "value" && alike(some).unlike.length > 0) {
    const isRead = some.some((figure) => figure.readings.length > 0);
    return [`${title}: ${(isRead ? TWO_READINGS : OTHER_SCOPE)[language]}`];
  }
  const name = ({ figure }: Measured): string => nameOf(knowledge, figure.place, language);
  const names = (value: Decimal): string =>
    listOf(sorted.filter((one) => compareDecimals(one.value, value) === 0).map(name), language);
  const [high, low] = [first, last].map(({ figure }) => measureText(knowledge, figure, by, language));
  if (compareDecimals(first.value, last.value) === 0)
    return [vi ? `${title}: ngang nhau, ${high}.` : `${title}: equal, ${high}.`];
  const figures = [first.figure, last.figure];
  const difference = differenceText(knowledge, figures, subtract(first.value, last.value), by, language);
  if (sorted.length > 2)
    return [
      vi
        ? `${title}: cao nhất là ${names(first.value)} (${high}), thấp nhất là ${names(last.value)} (${low}), chênh ${difference}.`
        : `${title}: highest is ${names(first.value)} (${high}), lowest is ${names(last.value)} (${low}), a difference of ${difference}.`,
    ];
  return [
    vi
      ? `${title}: ${name(first)} cao hơn, ${high} so với ${low} của ${name(last)}, hơn ${difference}.`
      : `${title}: ${name(first)} is higher, ${high} against ${low} for ${name(last)}, by ${difference}.`,
  ];
}

const ONLY_ONE = {
  vi: "chỉ có số của một nơi nên không so được.",
  en: "held for one place only, so there is nothing to compare.",
};
const OTHER_SCOPE = {
  vi: "các số không cùng phạm vi nên không so hơn kém.",
  en: "the figures differ in scope, so neither is told to be higher.",
};
const TWO_READINGS = {
  vi: "một số có hai cách đọc nên không nêu mức chênh.",
  en: "one figure can be read in two ways, so no difference is told.",
};
