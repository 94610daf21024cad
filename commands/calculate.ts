import { answeredList, notHeld, type Reply } from "../src/core/answer.ts";
import { type Ask, type Context, defineCommand, type Values } from "../src/core/command.ts";
import { type Decimal, divide, scaleOfAll, sum } from "../src/core/decimal.ts";
import { amount, changeText, figureRow, unitOf } from "../src/core/figure.ts";
import { citationsOf, figureChoice, missingFigure } from "../src/core/figure-missing.ts";
import { differInScope, scopeCaveat } from "../src/core/figure-scope.ts";
import { askedText, gapTexts, heldPlaces, qualifierOf, sourceMarks, term } from "../src/core/figure-words.ts";
import { around, figuresOf, type Held, heldFor, peers } from "../src/core/held.ts";
import type { Invocation } from "../src/core/invocation.ts";
import type { Figure, Knowledge } from "../src/core/knowledge.ts";
import type { Both } from "../src/core/language.ts";
import { overlap, readPeriods, sameLength, samePeriod } from "../src/core/period.ts";
import { p } from "../src/core/text.ts";
import { among, indicator, period, places, typeAsked } from "./options.ts";

const options = {
  indicator: { ...indicator, required: true },
  places,
  period,
  how: {
    kind: "choice",
    names: { vi: "phép-tính", en: "how" },
    description: { vi: "Cộng lại hay lấy trung bình", en: "Add up, or take the average" },
    choices: { total: { vi: "tổng", en: "total" }, average: { vi: "trung bình", en: "average" } },
  },
  among,
} as const;

type Given = Values<typeof options>;

function calculateQuestion({ values, language }: Invocation, knowledge: Knowledge): string {
  const vi = language === "vi";
  const periods = readPeriods(values.period);
  const what = askedText(knowledge, values.indicator ?? "", values.places?.split(",") ?? [], periods, language);
  if (values.how === "average") return vi ? `Trung bình ${what}?` : `Average ${what}?`;
  return vi ? `Tổng cộng ${what}?` : `Sum of ${what}?`;
}

const ask = (how: "total" | "average", ...phrasings: readonly string[]): Ask => ({
  fact: "indicator",
  phrasings,
  takes: ["places", "period"],
  suits: ({ operation }) => operation?.name === how,
  gives: ["text"],
  values: ({ fact, operation }) => ({ indicator: fact?.subject ?? "", ...operation?.values, how }),
  question: calculateQuestion,
});

export const calculate = defineCommand({
  name: "calculate",
  names: { vi: "tính", en: "calculate" },
  description: {
    vi: "Cộng hoặc lấy trung bình một chỉ số của nhiều nơi, nhiều kỳ",
    en: "Add up or average an indicator over places or periods",
  },
  options,
  asks: [
    ask(
      "total",
      "",
      "tổng cộng {indicator} của {place} và {place} là bao nhiêu",
      "cộng lại",
      "gộp lại",
      "tính gộp",
      "tổng {indicator} của cả {place} lẫn {place}",
      "sum of {indicator}",
      "combined",
      "in total",
      "added together",
    ),
    ask(
      "average",
      "",
      "{indicator} trung bình của {place} và {place}",
      "bình quân",
      "trung bình cộng",
      "average {indicator} of {place} and {place}",
      "mean",
      "on average",
    ),
  ],
  run: (values, context) => calculateFigures(values, context),
});

function calculateFigures(values: Given, context: Context): Reply {
  const { knowledge, language } = context;
  const all = figuresOf(knowledge, values.indicator);
  const known = [...new Set(all.map(({ place }) => place))];
  const ofType =
    values.among === undefined
      ? peers(knowledge, known)
      : known.filter((id) => knowledge.places.get(id)?.type === values.among);
  const held = heldFor(all, values.places.length > 0 ? values.places : ofType, values.period);
  if (held.figures.length === 0) return missingFigure(values, all, context);
  const choices = held.figures.slice(0, 3).map((figure) => figureChoice(figure, language, knowledge));
  const gaps = values.places.length > 0 ? held.gaps : held.periods.length > 1 ? held.gaps : [];
  if (gaps.length > 0) {
    const missing = gapTexts(knowledge, values.indicator, gaps, language).join(" ");
    return notHeld(`${missing} ${INCOMPLETE[language]}`, { choices });
  }
  const against = reasonAgainst(held, values, knowledge);
  if (against !== undefined) return notHeld(against[language], { choices });
  const groups =
    held.places.length > 1 && held.periods.length > 1
      ? held.periods.map((one) => held.figures.filter((figure) => samePeriod(figure.period, one)))
      : [held.figures];
  const mark = sourceMarks(knowledge, held.figures, language);
  return answeredList(
    groups.map((figures) => resultText(figures, held, values, context)).join(" "),
    held.figures.map((figure) => figureRow(knowledge, figure, language) + mark(figure)),
    { citations: citationsOf(held.figures), body: noteOn(held, values, knowledge).map((note) => p(note[language])) },
  );
}

const INCOMPLETE = {
  vi: "Thiếu một số thì không cộng hay lấy trung bình được.",
  en: "With one figure missing there is no total and no average.",
};

const isPercent = (knowledge: Knowledge, id: string): boolean =>
  unitOf(knowledge, id).vi.startsWith("%") || knowledge.indicators.get(id)?.measures === "change";

/** Why the numbers can't be put together; undefined where they can. */
function reasonAgainst(
  { figures, places: where, periods }: Held,
  values: Given,
  knowledge: Knowledge,
): Both | undefined {
  if (figures.length < 2) return ONLY_ONE;
  if (where.some((place) => where.some((other) => around(knowledge, place).has(other)))) return PART_OF_ANOTHER;
  const isTotal = values.how !== "average";
  if (figures.some(({ readings }) => readings.length > 0)) return TWO_READINGS;
  /** Of two figures the reader sees which is of which scope. */
  if (differInScope(figures) && !(isTotal && figures.length === 2)) return UNLIKE;
  if (isTotal && isPercent(knowledge, values.indicator)) return NO_SUM_OF_PERCENT;
  if (where.length > 1) return undefined;
  if (periods.some((one, i) => periods.some((other, j) => i < j && overlap(one, other)))) return OVERLAPPING;
  const [first] = periods;
  if (!isTotal && first !== undefined && !periods.every((one) => sameLength(one, first))) return UNLIKE_PERIODS;
  return undefined;
}

const ONLY_ONE = {
  vi: "Chỉ có một số, không có gì để cộng hay lấy trung bình.",
  en: "There is one figure only, so nothing to add up or to average.",
};
const PART_OF_ANOTHER = {
  vi: "Một nơi nằm trong nơi kia, nên không cộng hay lấy trung bình chung được: phần đó sẽ bị tính hai lần.",
  en: "One of the places lies in another, so there is no total or average of them: that part would count twice.",
};
const UNLIKE = {
  vi: "Các số không cùng phạm vi, nên không cộng hay lấy trung bình được.",
  en: "The figures differ in scope, so they are not added up or averaged.",
};
const TWO_READINGS = {
  vi: "Có số đọc được hai cách, nên không cộng hay lấy trung bình được.",
  en: "One of the figures can be read in two ways, so they are not added up or averaged.",
};
const NO_SUM_OF_PERCENT = {
  vi: "Không cộng được các tỷ lệ phần trăm: tổng của chúng không nói lên điều gì.",
  en: "Percentages are not added up: their sum would mean nothing.",
};
const OVERLAPPING = {
  vi: "Các kỳ chồng lên nhau, nên không cộng hay lấy trung bình chung được.",
  en: "The periods overlap, so there is no total or average of them.",
};
const UNLIKE_PERIODS = {
  vi: "Các kỳ dài ngắn khác nhau, nên không lấy trung bình được.",
  en: "The periods are of unlike length, so there is no average of them.",
};

/** "Cộng lại, …: 24.700 + 7.930 = 32.630 nghìn lượt." */
function resultText(figures: readonly Figure[], held: Held, values: Given, { knowledge, language }: Context): string {
  const vi = language === "vi";
  const numbers = figures.map(({ value }): Decimal => value);
  const total = sum(numbers);
  const isTotal = values.how !== "average";
  const { value, exact } = isTotal
    ? { value: total, exact: true }
    : divide(total, String(numbers.length), scaleOfAll(numbers));
  const ways = held.places.length > 1 ? [figures[0]?.period].flatMap((one) => one ?? []) : held.periods;
  const what = askedText(knowledge, values.indicator, values.places, ways, language);
  const among_ =
    values.places.length > 0
      ? ""
      : `, ${vi ? "của" : "of"} ${heldPlaces(figures.length, typeAsked(values.among), language)}`;
  const sums = numbers.map((one) => term(one, language)).join(" + ");
  const sign = exact ? "=" : "≈";
  const formula = isTotal ? `${sums} ${sign}` : `(${sums}) : ${numbers.length} ${sign}`;
  const unit = unitOf(knowledge, values.indicator);
  const told =
    knowledge.indicators.get(values.indicator)?.measures === "change"
      ? changeText(value, language)
      : amount(value, unit, qualifierOf(figures), language);
  const name = isTotal ? (vi ? "Cộng lại," : "Added up,") : vi ? "Trung bình cộng" : "Average";
  return `${name} ${what}${among_}: ${formula} ${told}${scopeCaveat(knowledge, figures, language)}.`;
}

/** What the number is not. */
function noteOn({ places: where }: Held, values: Given, knowledge: Knowledge): Both[] {
  if (values.how === "average" && isPercent(knowledge, values.indicator))
    return where.length > 1 ? [NOT_WEIGHTED] : [NOT_COMPOUND];
  return values.how !== "average" && where.length === 1 ? [ONLY_FLOWS] : [];
}

const NOT_WEIGHTED = {
  vi: "Mỗi nơi được tính ngang nhau, bất kể lớn nhỏ: đây không phải là tỷ lệ chung của các nơi đó.",
  en: "Each place counts the same, whatever its size: this is not the rate of all of them together.",
};
const NOT_COMPOUND = {
  vi: "Đây là trung bình cộng của các số đã cho, không phải tốc độ tăng bình quân lũy kế.",
  en: "This is the plain mean of the figures, not a compound rate.",
};
const ONLY_FLOWS = {
  vi: "Phép cộng này chỉ đúng với số phát sinh trong từng kỳ (thu, chi, lượt vào cửa), không với số đến cuối kỳ (dân số, dư nợ).",
  en: "Adding up is right for what arises in each period (revenue, visits), not for what stands at its end (population, debt).",
};
