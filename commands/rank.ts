import { answered, notHeld, type Reply } from "../src/core/answer.ts";
import { type Ask, type Context, defineCommand, type Values } from "../src/core/command.ts";
import { type Measure, measureText } from "../src/core/figure.ts";
import { citationsOf, figureChoice, missingFigure } from "../src/core/figure-missing.ts";
import { askedText, gapTexts, heldPlaces, measureNote, placeWord } from "../src/core/figure-words.ts";
import { alike, figuresOf, heldFor, peers } from "../src/core/held.ts";
import type { Invocation } from "../src/core/invocation.ts";
import type { Figure, Knowledge, Place } from "../src/core/knowledge.ts";
import { capital, listOf, uncapital } from "../src/core/language.ts";
import { nameOf } from "../src/core/naming.ts";
import { contains, type Period, periodLabel, readPeriods, sameLength, samePeriod, years } from "../src/core/period.ts";
import {
  extremeText,
  extremeWord,
  positionText,
  type Ranked,
  rankCells,
  ranked,
  tooFewText,
  tooShortText,
  unlikeTexts,
} from "../src/core/ranking.ts";
import { type Block, p, table } from "../src/core/text.ts";
import { among, indicator, measures, period, places, typeAsked } from "./options.ts";

const options = {
  indicator: { ...indicator, required: true },
  places,
  period,
  order: {
    kind: "choice",
    names: { vi: "thứ-tự", en: "order" },
    description: { vi: "Từ cao xuống thấp hay từ thấp lên cao", en: "Highest first or lowest first" },
    choices: {
      highest: { vi: "cao nhất trước", en: "highest first" },
      lowest: { vi: "thấp nhất trước", en: "lowest first" },
    },
  },
  top: {
    kind: "text",
    names: { vi: "mấy-nơi", en: "top" },
    description: { vi: "Chỉ xem mấy nơi đầu, ví dụ 3", en: "Only so many, for example 3" },
  },
  at: {
    kind: "text",
    names: { vi: "thứ-hạng", en: "at" },
    description: { vi: "Nơi đứng thứ mấy, ví dụ 2", en: "Which rank is asked for, for example 2" },
  },
  among,
  over: {
    kind: "choice",
    names: { vi: "giữa", en: "over" },
    description: { vi: "Xếp các nơi, hay các kỳ của một nơi", en: "Rank places, or the periods of one place" },
    choices: {
      places: { vi: "các nơi", en: "places" },
      years: { vi: "các năm", en: "years" },
      quarters: { vi: "các quý", en: "quarters" },
      months: { vi: "các tháng", en: "months" },
    },
  },
  by: {
    kind: "choice",
    names: { vi: "theo", en: "by" },
    description: { vi: "Xếp theo giá trị, tỷ lệ dự toán hay mức tăng", en: "Rank values, shares of plan, or changes" },
    choices: measures,
  },
} as const;

type Given = Values<typeof options>;

function rankQuestion({ values, language }: Invocation, knowledge: Knowledge): string {
  const vi = language === "vi";
  const periods = readPeriods(values.period);
  const what = askedText(knowledge, values.indicator ?? "", values.places?.split(",") ?? [], periods, language);
  if (values.order === "lowest") return vi ? `Nơi nào thấp nhất: ${what}?` : `Which place is lowest: ${what}?`;
  if (values.order === "highest") return vi ? `Nơi nào cao nhất: ${what}?` : `Which place is highest: ${what}?`;
  return vi ? `Xếp hạng ${what}?` : `Ranking of ${what}?`;
}

const ask = (phrasings: readonly string[], by?: Measure): Ask => ({
  fact: "indicator",
  phrasings,
  takes: ["places", "period"],
  suits: ({ operation }) => operation?.name === "rank",
  gives: ["place", "list", "organisation", "person", "text", "date", "year"],
  values: ({ fact, operation }) => ({
    indicator: fact?.subject ?? "",
    ...operation?.values,
    ...(by === undefined ? {} : { by }),
  }),
  question: rankQuestion,
});

export const rank = defineCommand({
  name: "rank",
  names: { vi: "xếp-hạng", en: "rank" },
  description: {
    vi: "Xếp hạng các nơi theo một chỉ số: cao nhất, thấp nhất, mấy nơi đầu",
    en: "Rank places by an indicator: highest, lowest, the first few",
  },
  options,
  asks: [
    ask([
      "",
      "nơi nào có {indicator} cao nhất",
      "tỉnh nào thấp nhất",
      "địa phương nào thu hút nhiều nhất",
      "đón nhiều nhất",
      "thành phố nào ít nhất",
      "nhanh nhất",
      "chậm nhất",
      "lớn nhất",
      "dẫn đầu",
      "đứng đầu",
      "đứng cuối",
      "xếp hạng",
      "bảng xếp hạng",
      "{place} đứng thứ mấy",
      "xếp thứ mấy",
      "cao thứ hai",
      "từ cao xuống thấp",
      "năm nào cao nhất",
      "which is highest",
      "which city had the highest {indicator}",
      "second highest",
      "lowest",
      "most",
      "least",
      "fastest",
      "ranking",
      "rank the provinces by {indicator}",
      "top places",
      "where does {place} rank",
    ]),
    ask(
      [
        "nơi nào đạt dự toán cao nhất",
        "hoàn thành dự toán thấp nhất",
        "xếp hạng tỷ lệ hoàn thành dự toán",
        "highest share of plan",
        "rank by share of the plan",
      ],
      "plan",
    ),
  ],
  run: (values, context) =>
    (values.over === undefined || values.over === "places" ? rankPlaces : rankPeriods)(values, context),
});

const measureAsked = ({ by }: Given): Measure => (by === "plan" || by === "change" ? by : "value");

/** Where one place stands is seen among all of its like; otherwise those that are named. */
function rankPlaces(values: Given, context: Context): Reply {
  const { knowledge, language } = context;
  const all = figuresOf(knowledge, values.indicator);
  const alone = values.places.length === 1 ? values.places[0] : undefined;
  const type = values.places.length > 1 ? undefined : typeAsked(values.among);
  const known = [...new Set(all.map((figure) => figure.place))];
  const rivals =
    type === undefined ? peers(knowledge, known) : known.filter((id) => knowledge.places.get(id)?.type === type);
  const wanted =
    values.places.length > 1 ? values.places : [...new Set([...rivals, ...(alone === undefined ? [] : [alone])])];
  const held = heldFor(
    all.filter((figure) => wanted.includes(figure.place)),
    wanted,
    values.period,
  );
  if (held.figures.length === 0)
    return type === undefined ? missingFigure(values, all, context) : noneOfType(values, type, all, context);
  const parts = held.periods.map((one) =>
    rankOfPeriod(
      held.figures.filter((figure) => samePeriod(figure.period, one)),
      { period: one, alone, type, isNamed: values.places.length > 1 },
      values,
      context,
    ),
  );
  const told = parts.filter(({ blocks }) => blocks.length > 0);
  const missing = values.places.length > 1 ? gapTexts(knowledge, values.indicator, held.gaps, language) : [];
  const failed = parts.flatMap(({ failure }) => failure ?? []);
  if (told.length === 0)
    return notHeld([...failed, ...missing].join(" "), {
      choices: held.figures.slice(0, 3).map((figure) => figureChoice(figure, language, knowledge)),
    });
  const others = values.places.length > 1 ? [] : unheld(held, values, context);
  return {
    ...answered(""),
    headline: [...told.flatMap(({ blocks }) => blocks), ...[...failed, ...missing].map(p)],
    body: [...told.flatMap(({ notes }) => notes), ...others].map(p),
    citations: citationsOf(told.flatMap(({ figures }) => figures)),
  };
}

function noneOfType(values: Given, type: Place["type"], all: readonly Figure[], context: Context): Reply {
  const { knowledge, language } = context;
  const what = askedText(knowledge, values.indicator, [], values.period, language);
  const choices = all.slice(0, 3).map((figure) => figureChoice(figure, language, knowledge));
  return notHeld(
    language === "vi"
      ? `Kho tri thức không có ${what} của một ${placeWord(type, 1, "vi")} nào.`
      : `The knowledge base holds ${what} of no ${placeWord(type, 1, "en")} at all.`,
    { choices },
  );
}

/** The places that have the indicator at another time only. */
function unheld(held: ReturnType<typeof heldFor>, values: Given, { knowledge, language }: Context): string[] {
  const places_ = [...new Set(held.gaps.map(({ place }) => place))];
  if (places_.length === 0 || places_.length > MOST_NAMED) return [];
  return [...gapTexts(knowledge, values.indicator, held.gaps, language)];
}

const MOST_NAMED = 6;
const MOST_ROWS = 20;

interface Part {
  readonly blocks: readonly Block[];
  readonly notes: readonly string[];
  readonly figures: readonly Figure[];
  /** Why nothing is ranked. */
  readonly failure?: string;
}

interface Field {
  readonly period: Period;
  readonly alone: string | undefined;
  readonly type: Place["type"] | undefined;
  readonly isNamed: boolean;
}

function rankOfPeriod(some: readonly Figure[], field: Field, values: Given, context: Context): Part {
  const { knowledge, language } = context;
  const vi = language === "vi";
  const by = measureAsked(values);
  /** Where a place stands is counted from the highest, whatever was asked. */
  const lowestFirst = values.order === "lowest" && field.alone === undefined;
  const { like, unlike } = by === "value" ? alike(some) : { like: [...some], unlike: [] };
  const rows = ranked(like, by, lowestFirst);
  const what = askedText(knowledge, values.indicator, [], [field.period], language);
  const failed = (failure: string): Part => ({ blocks: [], notes: [], figures: [], failure });
  const own = rows.find(({ figure }) => figure.place === field.alone);
  if (rows.length < 2 || (own === undefined && unlike.some(({ place }) => place === field.alone)))
    return failed(tooFewText(knowledge, what, rows, unlike, language));
  if (field.alone !== undefined && own === undefined) {
    const gap = { place: field.alone, period: field.period };
    return failed(gapTexts(knowledge, values.indicator, [gap], language).join(" "));
  }
  const at = wholeNumber(values.at) ?? 1;
  if (at > rows.length) return failed(tooShortText(what, rows.length, at, language));
  const compared = vi ? `${rows.length} nơi được so` : `the ${rows.length} places compared`;
  const rivals = field.isNamed ? compared : heldPlaces(rows.length, field.type, language);
  const bothEnds = values.order === undefined && at === 1 && rows.at(-1)?.rank !== 1;
  const ends = bothEnds
    ? `; ${extremeText(knowledge, ranked(like, by, true), by, { lowestFirst: true, at }, language)}`
    : "";
  const told =
    own === undefined
      ? `${extremeText(knowledge, rows, by, { lowestFirst, at }, language)}${ends}, ${vi ? "trong" : "of"} ${rivals}`
      : positionText(knowledge, own, rows, by, `${vi ? "trong" : "of"} ${rivals}`, language);
  const shown = rows.slice(0, wantedRows(values, rows));
  const lowest = vi ? "Nơi (thấp nhất trước)" : "Place (lowest first)";
  const header = lowestFirst ? lowest : vi ? "Nơi" : "Place";
  const nameFor = ({ place }: Figure): string => nameOf(knowledge, place, language);
  const cells = rankCells(knowledge, shown, by, nameFor, language);
  const more = rows.length - shown.length;
  return {
    blocks: [
      p(`${capital(what)}${measureNote(by, language)}: ${told}.`),
      table([header, nameOf(knowledge, values.indicator, language)], cells),
    ],
    notes: [
      ...(more > 0 ? [vi ? `… và ${more} nơi nữa.` : `… and ${more} more.`] : []),
      ...unlikeTexts(knowledge, unlike, language),
    ],
    figures: shown.map(({ figure }) => figure),
  };
}

/** From 1; undefined for anything else that was typed. */
function wholeNumber(text: string | undefined): number | undefined {
  const number = Number(text ?? Number.NaN);
  return Number.isInteger(number) && number >= 1 ? number : undefined;
}

/** So many as were asked for, and all that are level with the last of them. */
function wantedRows({ top }: Given, rows: readonly Ranked[]): number {
  const count = wholeNumber(top);
  if (count === undefined) return MOST_ROWS;
  return Math.min(MOST_ROWS, rows.filter(({ rank: at }) => at <= count).length);
}

const LENGTHS = {
  places: { vi: "", en: "" },
  years: { vi: " theo năm", en: " by year" },
  quarters: { vi: " theo quý", en: " by quarter" },
  months: { vi: " theo tháng", en: " by month" },
} as const;

function noneOfLength(values: Given, all: readonly Figure[], { knowledge, language }: Context): Reply {
  const what = askedText(knowledge, values.indicator, values.places, values.period, language);
  const over =
    values.over === "years" || values.over === "quarters" || values.over === "months" ? values.over : "places";
  const near = all.filter(({ place }) => values.places.includes(place));
  return notHeld(
    language === "vi"
      ? `Kho tri thức không có ${what}${LENGTHS[over].vi}.`
      : `The knowledge base does not hold ${what}${LENGTHS[over].en}.`,
    { choices: near.slice(0, 3).map((figure) => figureChoice(figure, language, knowledge)) },
  );
}

const MONTHS_OF = {
  years: years(2023, 2023),
  quarters: { from: "2023-01-01", to: "2023-03-31" },
  months: { from: "2023-01-01", to: "2023-01-31" },
};

/** The years (quarters, months) of one place. */
function rankPeriods(values: Given, context: Context): Reply {
  const { knowledge, language } = context;
  const vi = language === "vi";
  const by = measureAsked(values);
  const length = MONTHS_OF[values.over === "quarters" || values.over === "months" ? values.over : "years"];
  const all = figuresOf(knowledge, values.indicator);
  const [place] = values.places;
  const own = all.filter(
    (figure) =>
      figure.place === place &&
      sameLength(figure.period, length) &&
      (values.period.length === 0 || values.period.some((one) => contains(one, figure.period))),
  );
  if (place === undefined) return missingFigure(values, all, context);
  if (own.length === 0) return noneOfLength(values, all, context);
  const rows = ranked(alike(own).like, by, values.order === "lowest");
  const what = capital(askedText(knowledge, values.indicator, [place], [], language));
  const best = rows.filter(({ rank: at }) => at === 1);
  const choices = own.slice(0, 3).map((figure) => figureChoice(figure, language, knowledge));
  if (best[0] === undefined || rows.length < 2)
    return notHeld(
      vi
        ? `Kho tri thức chỉ có ${uncapital(what)} cho một kỳ, nên không xếp hạng được.`
        : `${what} is held for one such period only, so nothing can be ranked.`,
      { choices },
    );
  const when = listOf(
    best.map(({ figure }) => periodLabel(figure.period, language)),
    language,
  );
  const word = extremeWord(values.order === "lowest", language);
  const value = measureText(knowledge, best[0].figure, by, language);
  const figures = rows.map(({ figure }) => figure);
  const cells = rankCells(knowledge, rows, by, (figure) => periodLabel(figure.period, language), language);
  const sentence = vi
    ? `${what}: ${word} là ${when}, ${value}, trong ${rows.length} kỳ mà kho tri thức có số liệu.`
    : `${what}: ${word} in ${when}, ${value}, of the ${rows.length} periods that the knowledge base holds a figure for.`;
  return {
    ...answered(sentence),
    headline: [p(sentence), table([vi ? "Kỳ" : "Period", nameOf(knowledge, values.indicator, language)], cells)],
    citations: citationsOf(figures),
  };
}
