import { answeredList, notHeld, type Reply } from "../src/core/answer.ts";
import { type Ask, type Context, defineCommand, type Values } from "../src/core/command.ts";
import { compareDecimals } from "../src/core/decimal.ts";
import { figureSentence, unitOf } from "../src/core/figure.ts";
import { citationsOf, figureChoice, missingFigure } from "../src/core/figure-missing.ts";
import { ratioText } from "../src/core/figure-ratio.ts";
import { askedText, gapTexts, sourceMarks } from "../src/core/figure-words.ts";
import { figuresOf, heldFor, peers } from "../src/core/held.ts";
import type { Invocation } from "../src/core/invocation.ts";
import type { Figure, Knowledge } from "../src/core/knowledge.ts";
import { type Both, capital, type Language, listOf, uncapital } from "../src/core/language.ts";
import { nameOf } from "../src/core/naming.ts";
import { periodLabel, readPeriods, samePeriod } from "../src/core/period.ts";
import type { As } from "../src/core/quotient.ts";
import { indicator, period, places } from "./options.ts";

const options = {
  indicators: {
    ...indicator,
    many: true,
    required: true,
    names: { vi: "các-chỉ-số", en: "indicators" },
    description: { vi: "Một chỉ số, hoặc hai chỉ số cần so", en: "An indicator, or the two to be related" },
  },
  places,
  period,
  as: {
    kind: "choice",
    names: { vi: "tính-bằng", en: "as" },
    description: { vi: "Gấp mấy lần hay bằng mấy phần trăm", en: "How many times, or how many per cent" },
    choices: { times: { vi: "số lần", en: "times" }, share: { vi: "phần trăm", en: "per cent" } },
  },
} as const;

type Given = Values<typeof options>;

function ratioQuestion({ values, language }: Invocation, knowledge: Knowledge): string {
  const vi = language === "vi";
  const what = values.indicators?.split(",") ?? [];
  const where = values.places?.split(",") ?? [];
  const [first, second] = what.length > 1 ? what : where;
  if (first === undefined || second === undefined) return vi ? "Gấp mấy lần?" : "How many times?";
  const shared = what.length > 1 ? askedRest(knowledge, where, values, language) : "";
  const of = (id: string): string =>
    what.length > 1
      ? uncapital(nameOf(knowledge, id, language))
      : askedText(knowledge, what[0] ?? "", [id], readPeriods(values.period), language);
  const times = values.as !== "share";
  if (vi) return `${capital(of(first))} ${times ? "gấp mấy lần" : "bằng bao nhiêu phần trăm"} ${of(second)}${shared}?`;
  return `${times ? "How many times" : "What share of"} ${of(second)}${shared} is ${of(first)}?`;
}

const askedRest = (
  knowledge: Knowledge,
  where: readonly string[],
  values: Invocation["values"],
  language: Language,
): string => {
  const when = readPeriods(values.period).map((one) => periodLabel(one, language));
  const parts = [
    listOf(
      where.map((id) => nameOf(knowledge, id, language)),
      language,
    ),
    ...when,
  ];
  return parts
    .filter((part) => part !== "")
    .map((part) => `, ${part}`)
    .join("");
};

const ask = (...phrasings: readonly string[]): Ask => ({
  fact: "indicator",
  phrasings,
  takes: ["indicators", "places", "period"],
  suits: ({ operation, named, periodCount, fact }) =>
    operation?.name === "ratio" &&
    ((named.indicator?.length ?? 0) > 1 ||
      (named.place?.length ?? 0) > 1 ||
      periodCount > 1 ||
      (operation.values.as === "share" && (fact?.mentions.length ?? 0) > 1)),
  gives: ["text", "number", "amount", "percent"],
  values: ({ fact, named, operation }) => ({
    ...(named.indicator === undefined ? { indicators: fact?.subject ?? "" } : {}),
    ...operation?.values,
  }),
  question: ratioQuestion,
});

export const ratio = defineCommand({
  name: "ratio",
  names: { vi: "tỷ-số", en: "ratio" },
  description: {
    vi: "Một số gấp mấy lần hay bằng mấy phần trăm một số khác",
    en: "How many times, or how many per cent of another, a figure is",
  },
  options,
  asks: [
    ask(
      "",
      "{indicator} của {place} gấp mấy lần của {place}",
      "gấp bao nhiêu lần",
      "bằng mấy lần",
      "{indicator} chiếm bao nhiêu phần trăm {indicator}",
      "chiếm bao nhiêu phần trăm trong tổng",
      "bằng bao nhiêu phần trăm",
      "tỷ trọng",
      "tỷ số giữa hai thành phố",
      "how many times larger was {indicator} of {place} than that of {place}",
      "how many times as much",
      "what share of {indicator} is {indicator}",
      "what percentage of",
      "made up",
      "account for",
      "ratio of {indicator} to {indicator}",
    ),
  ],
  run: (values, context) => ratioOf(values, context),
});

/** Two figures, the first of which is divided by the second. */
type Pair = readonly [Figure, Figure];

function ratioOf(values: Given, context: Context): Reply {
  const as: As = values.as === "share" ? "share" : "times";
  const [one = "", other] = partFirst(values.indicators, as, context.knowledge);
  return other === undefined ? ofOne(one, as, values, context) : ofTwo([one, other], as, values, context);
}

/** A part comes before the whole, whichever was named first; alone it is held against its whole. */
function partFirst(indicators: readonly string[], as: As, knowledge: Knowledge): readonly string[] {
  const [one = "", other] = indicators;
  const wider = (id: string): string | undefined => knowledge.indicators.get(id)?.partOf;
  if (as === "times") return indicators;
  const whole = other ?? wider(one);
  if (whole === undefined) return indicators;
  return wider(whole) === one ? [whole, one] : [one, whole];
}

/** An indicator of two places, or of one in two periods, in the order in which they were named. */
function ofOne(indicator: string, as: As, values: Given, context: Context): Reply {
  const { knowledge, language } = context;
  const all = figuresOf(knowledge, indicator);
  const isWhole = values.places.length + values.period.length > 1;
  const where =
    values.places.length > 0 ? values.places : peers(knowledge, [...new Set(all.map(({ place }) => place))]);
  const held = heldFor(all, where, values.period);
  if (held.figures.length === 0) return missingFigure({ ...values, indicator }, all, context);
  const choices = choicesOf(held.figures, context);
  if (held.gaps.length > 0) return notHeld(gapTexts(knowledge, indicator, held.gaps, language).join(" "), { choices });
  const [a, b, third] = isWhole ? held.figures : largestFirst(held.figures);
  if (a === undefined || b === undefined || third !== undefined) return notHeld(NOT_TWO[language], { choices });
  return reply([[a, b]], as, context);
}

const largestFirst = (figures: readonly Figure[]): Figure[] =>
  [...figures].sort((a, b) => compareDecimals(b.value, a.value));

/** Two indicators of one place, or place by place. */
function ofTwo([one, other]: readonly [string, string], as: As, values: Given, context: Context): Reply {
  const { knowledge, language } = context;
  const [ones, others] = [figuresOf(knowledge, one), figuresOf(knowledge, other)];
  const shared = [...new Set(ones.map(({ place }) => place))].filter((id) => others.some(({ place }) => place === id));
  const where = values.places.length > 0 ? values.places : shared;
  const first = heldFor(ones, where, values.period);
  const second = heldFor(others, where, first.periods);
  if (first.figures.length === 0) return missingFigure({ ...values, indicator: one }, ones, context);
  const gaps = [
    ...gapTexts(knowledge, one, first.gaps, language),
    ...gapTexts(knowledge, other, second.gaps, language),
  ];
  if (gaps.length > 0) return notHeld(gaps.join(" "), { choices: choicesOf(first.figures, context) });
  const pairs = first.figures.flatMap((a): Pair[] => {
    const b = second.figures.find(({ place, period: when }) => place === a.place && samePeriod(when, a.period));
    return b === undefined ? [] : [[a, b]];
  });
  return reply(pairs, as, context);
}

const choicesOf = (figures: readonly Figure[], { knowledge, language }: Context) =>
  figures.slice(0, 3).map((figure) => figureChoice(figure, language, knowledge));

function reply(pairs: readonly Pair[], as: As, context: Context): Reply {
  const { knowledge, language } = context;
  const figures = pairs.flat();
  const against = reasonAgainst(figures, knowledge);
  const told = pairs.flatMap((pair) => ratioText(knowledge, pair, as, language) ?? []);
  if (against !== undefined || told.length < pairs.length)
    return notHeld((against ?? NOT_POSITIVE)[language], { choices: choicesOf(figures, context) });
  const mark = sourceMarks(knowledge, figures, language);
  return answeredList(
    told.join(" "),
    figures.map((figure) => figureSentence(knowledge, figure, language).slice(0, -1) + mark(figure)),
    { citations: citationsOf(figures) },
  );
}

/** Why one is no multiple of the other; undefined where it is. */
function reasonAgainst(figures: readonly Figure[], knowledge: Knowledge): Both | undefined {
  if (
    figures.some(({ indicator: id }) => unitOf(knowledge, id).vi !== unitOf(knowledge, figures[0]?.indicator ?? "").vi)
  )
    return OTHER_UNIT;
  if (figures.some(({ indicator: id }) => knowledge.indicators.get(id)?.measures === "change")) return OF_RATES;
  return figures.some(({ readings }) => readings.length > 0) ? TWO_READINGS : undefined;
}

const NOT_TWO = {
  vi: "Cần đúng hai số để tính gấp mấy lần: hãy nêu hai nơi, hai kỳ hoặc hai chỉ số.",
  en: "A ratio takes exactly two figures: name two places, two periods or two indicators.",
};
const OTHER_UNIT = {
  vi: "Hai số khác đơn vị, nên không tính được gấp mấy lần hay chiếm bao nhiêu phần trăm.",
  en: "The two figures have different units, so there is no ratio of them.",
};
const OF_RATES = {
  vi: "Mức tăng, giảm không so bằng số lần: chỉ so được hơn kém bao nhiêu điểm phần trăm.",
  en: "Rates of change are not told as multiples of each other: they differ by percentage points.",
};
const TWO_READINGS = {
  vi: "Có số đọc được hai cách, nên không tính được gấp mấy lần hay chiếm bao nhiêu phần trăm.",
  en: "One of the figures can be read in two ways, so there is no ratio of them.",
};
const NOT_POSITIVE = {
  vi: "Có số không lớn hơn 0, nên không tính được gấp mấy lần.",
  en: "One of the figures is not above zero, so there is no ratio of them.",
};
