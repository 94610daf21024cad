import { answeredList, notHeld, type Reply } from "../src/core/answer.ts";
import { withVerdict } from "../src/core/claim.ts";
import { type Ask, type Context, defineCommand, type Values } from "../src/core/command.ts";
import { compareDecimals } from "../src/core/decimal.ts";
import { figureRow, type Measure, measureOf } from "../src/core/figure.ts";
import { citationsOf, figureChoice, missingFigure } from "../src/core/figure-missing.ts";
import { firstIs, trendOf, verdictsOf } from "../src/core/figure-verdict.ts";
import { gapTexts, sourceMarks } from "../src/core/figure-words.ts";
import { compareText, figuresOf, type Held, heldFor, peers } from "../src/core/held.ts";
import type { Invocation } from "../src/core/invocation.ts";
import type { Figure, Knowledge } from "../src/core/knowledge.ts";
import { capital, listOf, uncapital } from "../src/core/language.ts";
import { nameOf } from "../src/core/naming.ts";
import { periodsLabel, readPeriods, samePeriod, yearBefore } from "../src/core/period.ts";
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
  tell: {
    kind: "choice",
    names: { vi: "cho-biết", en: "tell" },
    description: {
      vi: "Mức chênh, cả khi khác phạm vi; có hơn không; nơi nào sát dự toán hơn",
      en: "The difference, also of unlike scopes; whether it is more; which is closer to plan",
    },
    choices: {
      difference: { vi: "mức chênh", en: "difference" },
      whether: { vi: "nơi nào hơn", en: "which is more" },
      more: { vi: "nơi đầu có hơn không", en: "whether the first is more" },
      less: { vi: "nơi đầu có kém không", en: "whether the first is less" },
      closest: { vi: "sát dự toán hơn", en: "closer to plan" },
    },
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
    : ["change", "compare"].includes(operation.name) && (named.place?.length ?? 0) > 1;
/** What is compared, and how much is told of it. */
const asAsked: Ask["values"] = ({ fact, aspects = [], operation, difference }) => ({
  indicator: fact?.subject ?? "",
  ...(aspects.length === 1 ? { by: aspects[0] ?? "" } : {}),
  ...(difference === true ? { tell: "difference" } : {}),
  ...operation?.values,
});
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
      values: asAsked,
      question: compareQuestion,
    },
    {
      fact: "indicator",
      phrasings: [
        "nơi nào đạt dự toán cao hơn",
        "tỷ lệ dự toán cao hơn",
        "so sánh tỷ lệ hoàn thành dự toán",
        "hoàn thành dự toán tốt hơn",
        "sát dự toán hơn",
        "share of plan higher",
        "closer to its plan",
        "who met more of the plan",
      ],
      takes,
      suits,
      gives: ["place", "list", "organisation", "person", "text"],
      values: (asked) => ({ ...asAsked(asked), by: "plan" }),
      question: compareQuestion,
    },
    {
      fact: "indicator",
      phrasings: [
        "",
        "so với dự toán hơn mấy điểm",
        "mức tăng so với cùng kỳ hơn",
        "tăng nhanh hơn",
        "tăng mạnh hơn",
        "grew faster",
      ],
      takes,
      suits: ({ operation }) => operation?.name === "compare",
      gives: ["place", "list", "organisation", "person", "text"],
      values: asAsked,
      question: compareQuestion,
    },
  ],
  run: (values, context) => compareFigures(values, context),
});

/** The figures asked, highest first or, of one place, in time; which is higher or whether it rose, and what is not held. */
export function compareFigures(values: Given, context: Context): Reply {
  const { knowledge, language } = context;
  const all = figuresOf(knowledge, values.indicator);
  const by = measureAsked(values, context);
  const places = values.places.length > 0 ? values.places : peers(knowledge, [...new Set(all.map((f) => f.place))]);
  const held = heldFor(all, places, values.places.length === 1 ? withYearBefore(values.period) : values.period);
  if (held.figures.length === 0) return missingFigure(values, all, context);
  const isAlone = values.places.length > 1 && new Set(held.figures.map(({ place }) => place)).size < 2;
  if (isAlone && ["whether", "more", "less", "difference"].includes(values.tell ?? ""))
    return notHeld(gapTexts(knowledge, values.indicator, held.gaps, language).join(" "), {
      choices: held.figures.slice(0, 3).map((figure) => figureChoice(figure, language, knowledge)),
    });
  const rows = inOrder(held, by);
  const mark = sourceMarks(knowledge, rows, language);
  const gaps = values.places.length === 0 ? [] : gapTexts(knowledge, values.indicator, held.gaps, language);
  const verdicts =
    held.places.length === 1
      ? trendOf(rows, by, context)
      : held.periods.flatMap((period) =>
          verdictsOf(
            rows.filter((figure) => samePeriod(figure.period, period)),
            { by, tell: values.tell, oneOfMany: held.periods.length > 1 },
            context,
          ),
        );
  const title = verdicts.length === 0 ? `${capital(uncapital(nameOf(knowledge, values.indicator, language)))}:` : "";
  const answer = answeredList(
    [title, ...verdicts].filter((text) => text !== "").join(" "),
    [...rows.map((figure) => figureRow(knowledge, figure, language) + mark(figure)), ...gaps],
    { citations: citationsOf(rows), body: readingNotes(rows, context) },
  );
  return withVerdict(answer, firstIs(values.tell, values.places[0], held.figures, by), language);
}

/** Of what is itself a rise or fall, the change is the value. */
function measureAsked({ by, indicator: id }: Given, { knowledge }: Context): Measure {
  if (by === "plan") return "plan";
  return by === "change" && knowledge.indicators.get(id)?.measures !== "change" ? "change" : "value";
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

const readingNotes = (rows: readonly Figure[], { language }: Context) =>
  rows.flatMap((figure) =>
    figure.readings.map((reading) => {
      const lead = reading.likelier ? "" : language === "vi" ? "Cách đọc khác. " : "Other reading. ";
      return p(`${lead}${reading.why[language]}`);
    }),
  );
