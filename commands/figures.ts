import { answered, answeredList, notHeld, type Reply } from "../src/core/answer.ts";
import { type Ask, type Context, defineCommand, type Values } from "../src/core/command.ts";
import { compareDecimals } from "../src/core/decimal.ts";
import {
  amount,
  changeOf,
  changeText,
  comparisonText,
  figureLabel,
  figureRow,
  figureSentence,
  figureValue,
} from "../src/core/figure.ts";
import type { Choice, Invocation } from "../src/core/invocation.ts";
import type { Comparison, Figure, Knowledge } from "../src/core/knowledge.ts";
import { capital, type Language, listOf, uncapital } from "../src/core/language.ts";
import { nameOf } from "../src/core/naming.ts";
import { contains, type Period, periodLabel, readPeriod, samePeriod, writePeriod } from "../src/core/period.ts";
import { p, type Text } from "../src/core/text.ts";
import { indicator, measures, period, places } from "./options.ts";

const options = {
  indicator,
  places,
  period,
  aspect: {
    kind: "choice",
    names: { vi: "khía-cạnh", en: "aspect" },
    description: { vi: "Giá trị, tỷ lệ dự toán hay tăng giảm", en: "Value, share of plan, or change" },
    choices: measures,
  },
} as const;

type Given = Values<typeof options>;

const takes = ["places", "period"];

/** The figure as a question that leads to it. */
export function figureQuestion({ values, language }: Invocation, knowledge: Knowledge): string {
  const vi = language === "vi";
  const ids = values.places?.split(",") ?? [];
  const where = listOf(
    ids.map((id) => nameOf(knowledge, id, language)),
    language,
  );
  const what =
    values.indicator === undefined
      ? vi
        ? "Các số liệu"
        : "Figures"
      : uncapital(nameOf(knowledge, values.indicator, language));
  const periods = (values.period?.split(",") ?? []).flatMap((text) => readPeriod(text) ?? []);
  const when = listOf(
    periods.map((one) => periodLabel(one, language)),
    language,
  );
  const aspect =
    values.aspect === "plan"
      ? vi
        ? " đạt bao nhiêu phần trăm dự toán"
        : " as a share of the plan"
      : values.aspect === "change"
        ? vi
          ? " tăng hay giảm so với cùng kỳ"
          : " year on year"
        : "";
  const of = where === "" ? "" : vi ? ` của ${where}` : ` of ${where}`;
  return `${capital(what)}${of}${when === "" ? "" : `, ${when}`}${aspect}?`;
}

const ask = (aspect: string | undefined, ...phrasings: string[]): Ask => ({
  fact: "indicator",
  phrasings,
  takes,
  general: aspect === undefined,
  values: ({ fact }) => ({ indicator: fact?.subject ?? "", ...(aspect === undefined ? {} : { aspect }) }),
  question: figureQuestion,
});

export const figures = defineCommand({
  name: "figures",
  names: { vi: "số-liệu", en: "figures" },
  description: { vi: "Số liệu theo chỉ số, nơi và kỳ", en: "Figures by indicator, place and period" },
  options,
  asks: [
    ask(
      undefined,
      "",
      "{indicator} của {place} {period} là bao nhiêu",
      "{place} đạt {indicator} bao nhiêu",
      "số liệu {indicator}",
      "con số {indicator}",
      "mức {indicator}",
      "giá trị {indicator}",
      "{indicator} bao nhiêu tỷ đồng",
      "bao nhiêu tiền",
      "thu được bao nhiêu",
      "chi hết bao nhiêu",
      "how much was the {indicator} of {place} in {period}",
      "what was {indicator}",
      "value of {indicator}",
      "figure for {indicator}",
      "how fast",
      "collected",
      "how much did {place} spend on {indicator}",
      "how much did {place} collect",
      "spent",
      "reported",
      "ước đạt",
      "kỳ gần nhất",
      "mới nhất",
      "latest",
    ),
    ask(
      "plan",
      "đạt bao nhiêu phần trăm dự toán",
      "so với dự toán",
      "tỷ lệ hoàn thành dự toán",
      "hoàn thành bao nhiêu kế hoạch",
      "đạt bao nhiêu % kế hoạch",
      "hoàn thành kế hoạch",
      "tiến độ dự toán",
      "bao nhiêu phần trăm kế hoạch năm",
      "dự toán năm",
      "share of plan",
      "vs plan",
      "against the plan",
      "as % of the estimate",
      "percent of the plan",
      "percentage of the annual plan",
      "percentage of the annual estimate",
      "percent of the budget estimate",
      "percentage of the target",
      "how much of the annual plan was achieved",
    ),
    ask(
      "change",
      "tăng hay giảm so với cùng kỳ",
      "so với cùng kỳ năm trước",
      "so cùng kỳ",
      "tăng bao nhiêu phần trăm",
      "giảm bao nhiêu phần trăm",
      "bằng bao nhiêu phần trăm cùng kỳ",
      "biến động",
      "so với năm trước",
      "so với năm ngoái",
      "tăng lên hay giảm xuống",
      "có tăng không",
      "có giảm không",
      "year on year",
      "compared with the same period",
      "compared to last year",
      "same period last year",
      "a year earlier",
      "previous year",
      "did it rise or fall",
      "rise",
      "fall",
      "increase or decrease",
      "up or down",
      "go up",
      "change",
      "drop",
      "yoy",
      "grow",
      "grew",
      "by how much did it grow",
    ),
    {
      phrasings: [
        "",
        "số liệu",
        "các số liệu của {place}",
        "số liệu kinh tế",
        "có những số liệu nào",
        "các chỉ số",
        "chỉ số nào",
        "figures",
        "figures of {place}",
        "which indicators",
        "what figures do you have",
        "statistics",
      ],
      takes: ["places", "period"],
      gives: ["list"],
      question: figureQuestion,
    },
  ],
  run: (values, context) =>
    values.indicator === undefined ? overview(values, context) : oneIndicator(values, context),
});

function overview(values: Given, { knowledge, language }: Context): Reply {
  const vi = language === "vi";
  const wanted = (figure: Figure): boolean =>
    (values.places.length === 0 || values.places.includes(figure.place)) &&
    (values.period.length === 0 || values.period.some((one) => samePeriod(one, figure.period)));
  const found = knowledge.figures.filter(wanted);
  const where = listOf(
    values.places.map((id) => nameOf(knowledge, id, language)),
    language,
  );
  if (found.length === 0) {
    const when = listOf(
      values.period.map((one) => periodLabel(one, language)),
      language,
    );
    const about = vi
      ? `${where === "" ? "" : ` của ${where}`}${when === "" ? "" : ` cho ${when}`}`
      : `${where === "" ? "" : ` of ${where}`}${when === "" ? "" : ` for ${when}`}`;
    return notHeld(vi ? `Kho tri thức không có số liệu nào${about}.` : `The knowledge base holds no figures${about}.`, {
      choices: knowledge.figures.slice(0, 3).map((figure) => figureChoice(figure, language, knowledge)),
    });
  }
  if (values.places.length === 0) {
    const rows = [...knowledge.indicators.values()].flatMap((one) => {
      const count = found.filter((figure) => figure.indicator === one.id).length;
      return count === 0
        ? []
        : [`${one.names[language]}: ${vi ? `${count} số liệu` : `${count} figure${count === 1 ? "" : "s"}`}`];
    });
    return answeredList(vi ? "Các chỉ số có số liệu:" : "Indicators with figures:", rows, {
      citations: citationsOf(found),
    });
  }
  const rows = found.slice(0, ROWS).map((figure) => figureSentence(knowledge, figure, language));
  const title = vi ? `Số liệu của ${where}:` : `Figures of ${where}:`;
  return answeredList(title, [...rows, ...leftOut(found.length, language)], { citations: citationsOf(found) });
}

const ROWS = 20;
const leftOut = (all: number, language: Language): string[] =>
  all <= ROWS ? [] : [language === "vi" ? `… và ${all - ROWS} số liệu nữa` : `… and ${all - ROWS} more`];

/** Figures of one indicator: for the places asked (all without), for the periods asked (the latest without). */
function oneIndicator(values: Given, context: Context): Reply {
  const { knowledge, language } = context;
  const all = knowledge.figures.filter((figure) => figure.indicator === values.indicator);
  const wanted = values.places.length > 0 ? values.places : [...new Set(all.map((figure) => figure.place))];
  const picked = wanted.map((place) => ({
    place,
    figures: pick(
      all.filter((f) => f.place === place),
      values.period,
    ),
  }));
  const found = picked.flatMap(({ figures: some }) => some);
  const missing =
    values.places.length > 0 ? picked.filter(({ figures: some }) => some.length === 0).map(({ place }) => place) : [];
  if (found.length === 0) return missingFigure(values, all, context);
  const aspect = values.aspect === "plan" || values.aspect === "change" ? values.aspect : undefined;
  const body = notes(values, found, missing, all, context);
  const citations = citationsOf(found);
  const unmet = values.period.filter((one) => !found.some((figure) => samePeriod(figure.period, one)));
  const gaps = [
    ...(missing.length === 0 ? [] : [missingText(missing, values, context)]),
    ...(unmet.length === 0 ? [] : [missingText(values.places, { ...values, period: unmet }, context)]),
  ];
  const only = found.length === 1 ? found[0] : undefined;
  if (only !== undefined) {
    const reply =
      aspect === undefined ? answered(figureSentence(knowledge, only, language)) : aspectReply(only, aspect, context);
    return { ...reply, headline: [...reply.headline, ...gaps.map(p)], body: [...reply.body, ...body], citations };
  }
  const title = `${capital(nameOf(knowledge, values.indicator ?? "", language))}${sharedPeriod(found, language)}:`;
  const rows = found.slice(0, ROWS).map((figure) => figureRow(knowledge, figure, language));
  return answeredList(title, [...rows, ...leftOut(found.length, language), ...gaps], { citations, body });
}

function sharedPeriod(found: readonly Figure[], language: Language): string {
  const first = found[0];
  return first !== undefined && found.every((f) => samePeriod(f.period, first.period))
    ? `, ${periodLabel(first.period, language)}`
    : "";
}

/** The figures of the periods asked; of the latest period where none was asked. */
export function pick(some: readonly Figure[], periods: readonly Period[]): readonly Figure[] {
  if (periods.length > 0) return some.filter((figure) => periods.some((one) => samePeriod(one, figure.period)));
  const latest = [...some].sort(
    (a, b) => compareText(b.period.to, a.period.to) || compareText(a.period.from, b.period.from),
  )[0];
  return latest === undefined ? [] : some.filter((figure) => samePeriod(figure.period, latest.period));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One aspect first: the share of plan, or up or down; says so where the source gives none. */
function aspectReply(figure: Figure, aspect: "plan" | "change", { knowledge, language }: Context): Reply {
  const vi = language === "vi";
  const label = figureLabel(knowledge, figure, language);
  const value = figureValue(knowledge, figure, language);
  const share = figure.comparisons.find((c) => c.kind === "share-of-plan");
  if (aspect === "plan") {
    if (share === undefined)
      return notHeld(
        vi
          ? `Nguồn không nêu ${label} đạt bao nhiêu phần trăm dự toán.`
          : `The source does not say what share of the plan was reached: ${label}.`,
      );
    return answered(`${label}: ${comparisonText(share, language)} (${value}).`);
  }
  const isChange = knowledge.indicators.get(figure.indicator)?.measures === "change";
  if (isChange) return answered(figureSentence(knowledge, figure, language));
  const change = changeOf(figure);
  const told = figure.comparisons.find((c): c is Comparison => c.kind === "change" || c.kind === "ratio");
  if (change === undefined || told === undefined)
    return notHeld(
      vi
        ? `Nguồn không so sánh với cùng kỳ năm trước: ${label}.`
        : `The source gives no comparison with the year before: ${label}.`,
    );
  const direction =
    compareDecimals(change, "0") < 0
      ? vi
        ? "Giảm"
        : "Down"
      : compareDecimals(change, "0") > 0
        ? vi
          ? "Tăng"
          : "Up"
        : capital(changeText(change, language));
  return answered(`${direction}. ${label}: ${value}, ${comparisonText(told, language)}.`);
}

/** What a reader must know beside the number: readings, the indicator's note, the territory, other periods held. */
function notes(
  values: Given,
  found: readonly Figure[],
  missing: readonly string[],
  all: readonly Figure[],
  { knowledge, language }: Context,
): Text {
  const vi = language === "vi";
  const texts: string[] = [];
  for (const figure of found)
    for (const reading of figure.readings) {
      const unit = knowledge.indicators.get(figure.indicator)?.unit ?? { vi: "", en: "" };
      texts.push(
        `${amount(reading.value, unit, reading.likelier ? figure.qualifier : "about", language)}${reading.likelier ? (vi ? " (hợp lý hơn)" : " (likelier)") : ""}: ${reading.why[language]}`,
      );
    }
  const note = knowledge.indicators.get(values.indicator ?? "")?.note?.[language];
  if (note !== undefined) texts.push(note);
  for (const place of new Set(found.map((figure) => figure.place))) {
    const day = found.find((figure) => figure.place === place)?.period.to ?? "";
    for (const territory of knowledge.places.get(place)?.territories ?? [])
      if ((territory.from ?? "") <= day && day <= (territory.until ?? "9999"))
        texts.push(`${nameOf(knowledge, place, language)}: ${territory.note[language]}`);
  }
  if (values.period.length === 0 && missing.length === 0) {
    const others = all.filter(
      (figure) =>
        found.some((f) => f.place === figure.place) && !found.some((f) => samePeriod(f.period, figure.period)),
    );
    const labels = [...new Set(others.map((figure) => writePeriod(figure.period)))]
      .flatMap((text) => readPeriod(text) ?? [])
      .map((one) => periodLabel(one, language));
    if (labels.length > 0)
      texts.push(vi ? `Kỳ khác cũng có: ${labels.join("; ")}.` : `Also held: ${labels.join("; ")}.`);
  }
  return texts.map(p);
}

function missingText(missing: readonly string[], values: Given, { knowledge, language }: Context): string {
  const where = listOf(
    missing.map((id) => nameOf(knowledge, id, language)),
    language,
  );
  const what = uncapital(nameOf(knowledge, values.indicator ?? "", language));
  const when = listOf(
    values.period.map((one) => periodLabel(one, language)),
    language,
  );
  return language === "vi"
    ? `Kho tri thức không có ${what}${where === "" ? "" : ` của ${where}`}${when === "" ? "" : `, ${when}`}.`
    : `The knowledge base does not hold ${what}${where === "" ? "" : ` of ${where}`}${when === "" ? "" : `, ${when}`}.`;
}

/** No such figure: says exactly what is missing, and for which periods or places the indicator is held, never a value. */
function missingFigure(values: Given, all: readonly Figure[], context: Context): Reply {
  const { knowledge, language } = context;
  const vi = language === "vi";
  const places_ = values.places;
  const what = uncapital(nameOf(knowledge, values.indicator ?? "", language));
  const where = listOf(
    places_.map((id) => nameOf(knowledge, id, language)),
    language,
  );
  const when = listOf(
    values.period.map((one) => periodLabel(one, language)),
    language,
  );
  const asked = `${what}${where === "" ? "" : vi ? ` của ${where}` : ` of ${where}`}${when === "" ? "" : `, ${when}`}`;
  const ofPlace = all.filter((figure) => places_.length === 0 || places_.includes(figure.place));
  const nearest = nearestFigures(ofPlace, values.period);
  const parts = [vi ? `Kho tri thức không có ${asked}.` : `The knowledge base does not hold ${asked}.`];
  if (nearest.length > 0) {
    const labels = [...new Set(nearest.map((figure) => periodLabel(figure.period, language)))].slice(0, 6);
    parts.push(vi ? `Chỉ có cho: ${labels.join("; ")}.` : `It is held only for: ${labels.join("; ")}.`);
  } else if (all.length > 0) {
    const elsewhere = [...new Set(all.map((figure) => nameOf(knowledge, figure.place, language)))].slice(0, 6);
    parts.push(
      vi
        ? `Chỉ số này chỉ có cho: ${elsewhere.join("; ")}.`
        : `This indicator is held only for: ${elsewhere.join("; ")}.`,
    );
  }
  const wider = knowledge.indicators.get(values.indicator ?? "")?.partOf;
  const instead =
    nearest.length > 0 ? nearest : knowledge.figures.filter((f) => f.indicator === wider && places_.includes(f.place));
  const near = instead.length > 0 ? instead : all;
  return notHeld(parts.join(" "), {
    choices: near.slice(0, 3).map((figure) => figureChoice(figure, language, knowledge)),
  });
}

/** Those inside or around the periods asked first. */
function nearestFigures(some: readonly Figure[], periods: readonly Period[]): Figure[] {
  const near = (figure: Figure): number =>
    periods.some((one) => contains(one, figure.period) || contains(figure.period, one)) ? 0 : 1;
  return [...some].sort((a, b) => near(a) - near(b) || compareText(b.period.to, a.period.to));
}

export function figureChoice(figure: Figure, language: Language, knowledge: Knowledge): Choice {
  const values = { indicator: figure.indicator, places: figure.place, period: writePeriod(figure.period) };
  const invocation = { command: "figures", values, language };
  return { invocation, question: figureQuestion(invocation, knowledge) };
}

export const citationsOf = (found: readonly Figure[]): Figure["source"][] => [
  ...new Map(found.map((figure) => [`${figure.source.id} ${figure.source.paragraph}`, figure.source])).values(),
];
