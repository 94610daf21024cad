import { answered, answeredList, notHeld, type Reply } from "../src/core/answer.ts";
import { verdictOn, withVerdict } from "../src/core/claim.ts";
import { type Ask, type Context, defineCommand, type Values } from "../src/core/command.ts";
import { figureRow, figureSentence } from "../src/core/figure.ts";
import { changeReply } from "../src/core/figure-change.ts";
import { citationsOf, figureChoice, figureQuestion, missingFigure } from "../src/core/figure-missing.ts";
import { gapsIn, lackingIn, notes, planReply } from "../src/core/figure-notes.ts";
import { compareText, figuresOf, heldFor } from "../src/core/held.ts";
import type { Figure } from "../src/core/knowledge.ts";
import { capital, type Language, listOf } from "../src/core/language.ts";
import { nameOf } from "../src/core/naming.ts";
import { type Period, periodLabel, periodsLabel, samePeriod, writePeriod } from "../src/core/period.ts";
import { p } from "../src/core/text.ts";
import { indicator, measures, period, places } from "./options.ts";

const options = {
  indicator,
  places,
  period,
  aspect: {
    kind: "choice",
    names: { vi: "khía-cạnh", en: "aspect" },
    description: { vi: "Giá trị, tỷ lệ dự toán hay tăng giảm", en: "Value, share of plan, or change" },
    choices: { ...measures, both: { vi: "so với dự toán và cùng kỳ", en: "share of plan and change" } },
  },
  against: {
    kind: "period",
    names: { vi: "so-với", en: "against" },
    description: { vi: "Kỳ trước để so tăng hay giảm", en: "The earlier period that a change is counted from" },
  },
  claim: {
    kind: "text",
    names: { vi: "có-phải", en: "claim" },
    description: { vi: "Con số cần kiểm, ví dụ 6,08%", en: "A number to be checked, for example 6.08%" },
  },
} as const;

type Given = Values<typeof options>;

const takes = ["places", "period"];

/** "2023 so với 2022": the second one is what the first is held against. */
const others = (periods: readonly Period[], against: Period): string =>
  periods
    .filter((one) => !samePeriod(one, against))
    .map(writePeriod)
    .join(",");

const ask = (aspect: string | undefined, ...phrasings: string[]): Ask => ({
  fact: "indicator",
  phrasings,
  takes,
  suits: ({ operation }) => operation === undefined || operation.name === "change",
  general: aspect === undefined,
  values: ({ fact, against, periods, claim, aspects = [] }) => ({
    indicator: fact?.subject ?? "",
    ...(aspects.length > 1 ? { aspect: "both" } : aspect === undefined ? {} : { aspect }),
    ...(claim === undefined ? {} : { claim }),
    ...(against === undefined
      ? {}
      : { aspect: "change", against: writePeriod(against), period: others(periods, against) }),
  }),
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
      "hụt bao nhiêu",
      "sụt giảm",
      "bằng bao nhiêu so với cùng kỳ",
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
    const when = periodsLabel(values.period, language);
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
  const all = figuresOf(knowledge, values.indicator ?? "");
  const wanted = values.places.length > 0 ? values.places : [...new Set(all.map((figure) => figure.place))];
  const found = wanted.flatMap((place) =>
    pick(
      all.filter((figure) => figure.place === place),
      values.period,
    ),
  );
  const aspect =
    values.against !== undefined
      ? "change"
      : values.aspect === "plan" || values.aspect === "change"
        ? values.aspect
        : undefined;
  if (aspect === "change" && values.places.length > 0) return changes(values, all, context);
  if (found.length === 0) return missingFigure(values, all, context);
  const missing = values.places.filter((place) => !found.some((figure) => figure.place === place));
  const body = notes(values, found, missing, all, context);
  const citations = citationsOf(found);
  const gaps = [
    ...(values.aspect === "both" ? found.flatMap((figure) => lackingIn(figure, context)) : []),
    ...gapsIn(values, found, missing, context),
  ];
  const only = found.length === 1 ? found[0] : undefined;
  if (only !== undefined) {
    const told = aspect === "plan" ? planReply(only, context) : answered(figureSentence(knowledge, only, language));
    const reply = checked(told, only, values, context);
    return { ...reply, headline: [...reply.headline, ...gaps.map(p)], body: [...reply.body, ...body], citations };
  }
  const title = `${capital(nameOf(knowledge, values.indicator ?? "", language))}${sharedPeriod(found, language)}:`;
  const rows = found.slice(0, ROWS).map((figure) => figureRow(knowledge, figure, language));
  return answeredList(title, [...rows, ...leftOut(found.length, language), ...gaps], { citations, body });
}

/** Up or down, for each place asked: between the periods asked, or against the year before. */
function changes(values: Given, all: readonly Figure[], context: Context): Reply {
  const { knowledge, language } = context;
  const replies = values.places.map((place) => {
    const own = all.filter((figure) => figure.place === place);
    const asked = [...heldFor(own, [place], values.period).periods].sort((a, b) => compareText(a.from, b.from));
    const several = values.period.length > 0 && asked.length > 1;
    const against = values.against ?? (several ? asked[0] : undefined);
    const periods = values.period.length === 0 ? [] : asked.slice(several && values.against === undefined ? -1 : 0);
    const later = against !== undefined && periods.length === 0 ? own : pick(own, periods);
    if (later.length === 0) return missingFigure({ ...values, places: [place] }, all, context);
    const reply = changeReply({ indicator: values.indicator ?? "", place, own, later, against }, knowledge, language);
    const told = later.length === 1 && later[0] !== undefined ? checked(reply, later[0], values, context) : reply;
    return { ...told, body: [...told.body, ...notes(values, later, [], all, context)] };
  });
  const [first, ...rest] = replies;
  if (first === undefined || rest.length === 0) return first ?? missingFigure(values, all, context);
  const isAnswered = replies.some(({ status }) => status === "answered");
  return {
    ...first,
    status: isAnswered ? "answered" : "unknown",
    headline: replies.flatMap(({ headline }) => headline),
    body: replies.flatMap(({ body }) => body),
    citations: replies.flatMap(({ citations }) => citations),
  };
}

/** A yes or no before it, where a number was to be confirmed. */
const checked = (reply: Reply, figure: Figure, { claim, aspect }: Given, { knowledge, language }: Context): Reply =>
  withVerdict(reply, claim === undefined ? undefined : verdictOn(claim, figure, aspect, knowledge), language);

function sharedPeriod(found: readonly Figure[], language: Language): string {
  const first = found[0];
  return first !== undefined && found.every((f) => samePeriod(f.period, first.period))
    ? `, ${periodLabel(first.period, language)}`
    : "";
}

/** The figures of the periods asked; of the latest period where none was asked. */
function pick(some: readonly Figure[], periods: readonly Period[]): readonly Figure[] {
  if (periods.length > 0) return some.filter((figure) => periods.some((one) => samePeriod(one, figure.period)));
  const latest = [...some].sort(
    (a, b) => compareText(b.period.to, a.period.to) || compareText(a.period.from, b.period.from),
  )[0];
  return latest === undefined ? [] : some.filter((figure) => samePeriod(figure.period, latest.period));
}
