import { answeredList, notHeld, type Reply } from "../src/core/answer.ts";
import { withVerdict } from "../src/core/claim.ts";
import { type Ask, type Context, defineCommand, type Values } from "../src/core/command.ts";
import { compareDecimals, readDecimal } from "../src/core/decimal.ts";
import { figureSentence } from "../src/core/figure.ts";
import { citationsOf, figureChoice, missingFigure } from "../src/core/figure-missing.ts";
import { ratioText, reasonAgainstRatio, verdictOnRatio } from "../src/core/figure-ratio.ts";
import { askedText, gapTexts, sourceMarks } from "../src/core/figure-words.ts";
import { figuresOf, heldFor, peers } from "../src/core/held.ts";
import type { Invocation } from "../src/core/invocation.ts";
import type { Figure, Knowledge } from "../src/core/knowledge.ts";
import { capital, type Language, listOf, uncapital } from "../src/core/language.ts";
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
  claim: {
    kind: "text",
    names: { vi: "có-phải", en: "claim" },
    description: {
      vi: "Số lần hoặc phần trăm cần kiểm, ví dụ 2",
      en: "A multiple or share to be checked, for example 2",
    },
  },
  whole: {
    kind: "text",
    names: { vi: "tổng-số", en: "whole" },
    description: {
      vi: "Tổng mà câu hỏi nêu bằng số, ví dụ 60.000",
      en: "The whole as it was told, for example 60,000",
    },
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
      "trong tổng số đã chi ra",
      "bằng bao nhiêu phần trăm",
      "tỷ trọng",
      "tỷ số giữa hai thành phố",
      "how many times larger was {indicator} of {place} than that of {place}",
      "how many times as much",
      "what share of {indicator} is {indicator}",
      "what percentage of",
      "made up",
      "went into",
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
  return reply([[a, b]], as, values, context);
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
  return reply(pairs, as, values, context);
}

const choicesOf = (figures: readonly Figure[], { knowledge, language }: Context) =>
  figures.slice(0, 3).map((figure) => figureChoice(figure, language, knowledge));

function reply(pairs: readonly Pair[], as: As, { claim, whole }: Given, context: Context): Reply {
  const { knowledge, language } = context;
  const figures = pairs.flat();
  const against = reasonAgainstRatio(figures, knowledge);
  const told = pairs.flatMap((pair) => ratioText(knowledge, pair, as, language) ?? []);
  if (against !== undefined || told.length < pairs.length)
    return notHeld((against ?? NOT_POSITIVE)[language], { choices: choicesOf(figures, context) });
  if (whole !== undefined && pairs.some(([, { value }]) => compareDecimals(readDecimal(whole), value) !== 0))
    return notHeld(OTHER_WHOLE[language], { choices: choicesOf(figures, context) });
  const mark = sourceMarks(knowledge, figures, language);
  const [only, second] = pairs;
  const verdict =
    claim === undefined || only === undefined || second !== undefined ? undefined : verdictOnRatio(claim, only, as);
  const answer = answeredList(
    told.join(" "),
    figures.map((figure) => figureSentence(knowledge, figure, language).slice(0, -1) + mark(figure)),
    { citations: citationsOf(figures) },
  );
  return withVerdict(answer, verdict, language);
}

const NOT_TWO = {
  vi: "Cần đúng hai số để tính gấp mấy lần: hãy nêu hai nơi, hai kỳ hoặc hai chỉ số.",
  en: "A ratio takes exactly two figures: name two places, two periods or two indicators.",
};
const OTHER_WHOLE = {
  vi: "Tổng nêu trong câu hỏi không phải là con số mà kho tri thức có.",
  en: "The whole in the question is not the number that the knowledge base holds.",
};
const NOT_POSITIVE = {
  vi: "Có số không lớn hơn 0, nên không tính được gấp mấy lần.",
  en: "One of the figures is not above zero, so there is no ratio of them.",
};
