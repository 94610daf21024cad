import type { GoldenQuestion } from "../../src/core/knowledge.ts";
import { createRandom } from "../../src/evaluation/variants.ts";
import type { Grown, GrownFigure, GrownMemorandum } from "./knowledge.ts";

/** Questions of one way of asking. */
export interface Asked {
  readonly way: string;
  readonly questions: readonly GoldenQuestion[];
}

/** So many questions in each way of asking, the same for the same seed: what is held, and its near siblings that are not. */
export function questionsOf({ figures, memoranda, missing }: Grown, count: number, seed: number): readonly Asked[] {
  const random = createRandom(seed);
  const draw = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const many = (make: () => GoldenQuestion): GoldenQuestion[] => Array.from({ length: count }, make);
  const figure = (isFit: (one: GrownFigure) => boolean = () => true): GrownFigure => {
    for (;;) {
      const one = draw(figures);
      if (isFit(one)) return one;
    }
  };
  const agreements = memoranda.filter(({ isOnlyOne }) => isOnlyOne);
  return [
    { way: "figure", questions: many(() => held(figure(), whole(draw(WAYS_VI), draw(WAYS_EN), random()))) },
    {
      way: "figure, year",
      questions: many(() =>
        held(
          figure(({ period }) => period.length === 4),
          whole(draw(WAYS_VI), draw(WAYS_EN), 0),
        ),
      ),
    },
    {
      way: "figure, quarter",
      questions: many(() =>
        held(
          figure(({ period }) => period.includes("Q")),
          whole(draw(WAYS_VI), draw(WAYS_EN), 0),
        ),
      ),
    },
    { way: "figure, no period", questions: many(() => withoutPeriod(figure(({ isLatest }) => isLatest))) },
    { way: "agreement", questions: agreements.length === 0 ? [] : many(() => ofAgreement(draw(agreements), random())) },
    { way: "not held", questions: many(() => notHeld(draw(missing), whole(draw(WAYS_VI), draw(WAYS_EN), random()))) },
  ];
}

type Sibling = Pick<GrownFigure, "indicator" | "place" | "period">;
type Way = (what: string, where: string, when: string) => string;

const WAYS_VI: readonly Way[] = [
  (what, where, when) => `${what} của ${where} ${when} là bao nhiêu?`,
  (what, where, when) => `${where} đạt ${lower(what)} bao nhiêu ${when}`,
  (what, where, when) => `cho mình hỏi ${lower(what)} ${where} ${when}`,
  (what, where, when) => `${when} ${lower(what)} ở ${where} thế nào`,
];

const WAYS_EN: readonly Way[] = [
  (what, where, when) => `What was the ${lower(what)} of ${where} in ${when}?`,
  (what, where, when) => `${lower(what)} ${where} ${when}`,
  (what, where, when) => `how much was ${lower(what)} in ${where} in ${when}`,
];

const lower = (text: string): string => (/^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));

/** One question in five is English. */
const ENGLISH_SHARE = 0.2;

const whole =
  (vi: Way, en: Way, chance: number) =>
  ({ indicator, place, period }: Sibling): string =>
    chance > 1 - ENGLISH_SHARE
      ? en(indicator.en, place.en, periodIn(period, "en"))
      : vi(indicator.vi, place.vi, periodIn(period, "vi"));

function periodIn(period: string, language: "vi" | "en"): string {
  const [year = "", part = ""] = period.split("-");
  const vi = language === "vi";
  if (part === "") return vi ? `năm ${year}` : year;
  if (part === "9M") return vi ? `9 tháng đầu năm ${year}` : `the first nine months of ${year}`;
  if (part === "H1") return vi ? `6 tháng đầu năm ${year}` : `the first half of ${year}`;
  if (part.startsWith("Q"))
    return vi ? `quý ${part[1]} năm ${year}` : `the ${ORDINALS[Number(part[1]) - 1]} quarter of ${year}`;
  return vi ? `tháng ${Number(part)} năm ${year}` : `${MONTHS[Number(part) - 1]} ${year}`;
}

const ORDINALS = ["first", "second", "third", "fourth"];
const MONTHS = "January February March April May June July August September October November December".split(" ");

const golden = (q: string, expect: GoldenQuestion["expect"], must: readonly string[]): GoldenQuestion => ({
  q,
  expect,
  must,
  not: [],
});

const held = (figure: GrownFigure, ask: (one: Sibling) => string): GoldenQuestion =>
  golden(ask(figure), "answered", [printed(figure.value)]);

const notHeld = (missing: Sibling, ask: (one: Sibling) => string): GoldenQuestion =>
  golden(ask(missing), "unknown", []);

const withoutPeriod = ({ indicator, place }: GrownFigure): GoldenQuestion =>
  golden(`${indicator.vi} của ${place.vi} là bao nhiêu?`, "answered", [place.vi.replace(/^Thành phố /, "")]);

/** As either language prints it, and no part of a longer number. */
const printed = (value: string): string => {
  const [integer = "", fraction] = value.split(".");
  const grouped = integer.replace(/\B(?=(\d{3})+$)/g, "[.,]");
  return `(?<![\\d.,])${grouped}${fraction === undefined ? "" : `[.,]${fraction}`}(?![\\d]|[.,]\\d)`;
};

function ofAgreement({ places: [a, b], signed, year }: GrownMemorandum, chance: number): GoldenQuestion {
  const [, month, day] = signed.split("-").map(Number);
  if (chance < 0.25)
    return golden(`biên bản ghi nhớ giữa ${a.vi} và ${b.vi} ký ngày nào?`, "answered", [
      `\\b0?${day}/0?${month}/${year}`,
    ]);
  if (chance < 0.5) return golden(`ai ký biên bản ghi nhớ ${a.vi} – ${b.vi}?`, "answered", ["Chủ tịch"]);
  if (chance < 0.75)
    return golden(`biên bản ${a.vi} và ${b.vi} có hiệu lực đến khi nào?`, "answered", [String(year + 4)]);
  return golden(`where was the memorandum between ${a.en} and ${b.en} signed?`, "answered", [
    a.en.replace(" City", ""),
  ]);
}
