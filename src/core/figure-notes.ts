import { answered, notHeld, type Reply } from "./answer.ts";
import type { Context } from "./command.ts";
import { amount, comparisonText, figureLabel, figureValue, measureOf } from "./figure.ts";
import { askedText, gapTexts } from "./figure-words.ts";
import type { Figure } from "./knowledge.ts";
import { nameOf } from "./naming.ts";
import { type Period, periodLabel, readPeriod, samePeriod, writePeriod } from "./period.ts";
import { p, type Text } from "./text.ts";

interface Asked {
  readonly indicator?: string | undefined;
  readonly places: readonly string[];
  readonly period: readonly Period[];
}

type Said = Pick<Context, "knowledge" | "language">;

/** What is not held of the places and periods asked, cell by cell; without places only the periods that nobody has. */
export function gapsIn(values: Asked, found: readonly Figure[], missing: readonly string[], context: Said): string[] {
  const { knowledge, language } = context;
  const isHeld = (place: string | undefined, period: Period): boolean =>
    found.some((figure) => (place === undefined || figure.place === place) && samePeriod(figure.period, period));
  const lacks = (places_: readonly string[], periods: readonly Period[]): string => {
    const asked = askedText(knowledge, values.indicator ?? "", places_, periods, language);
    return language === "vi" ? `Kho tri thức không có ${asked}.` : `The knowledge base does not hold ${asked}.`;
  };
  if (values.places.length === 0 || values.period.length === 0) {
    const unmet = values.period.filter((one) => !isHeld(undefined, one));
    return [
      ...(missing.length === 0 ? [] : [lacks(missing, values.period)]),
      ...(unmet.length === 0 ? [] : [lacks(values.places, unmet)]),
    ];
  }
  const cells = values.places.flatMap((place) => values.period.map((one) => ({ place, period: one })));
  const gaps = cells.filter((cell) => !isHeld(cell.place, cell.period));
  return [...gapTexts(knowledge, values.indicator ?? "", gaps, language)];
}

/** The share of the plan; says so where the source gives none. */
export function planReply(figure: Figure, { knowledge, language }: Said): Reply {
  const label = figureLabel(knowledge, figure, language);
  const share = figure.comparisons.find((c) => c.kind === "share-of-plan");
  if (share === undefined)
    return notHeld(
      language === "vi"
        ? `Nguồn không nêu ${label} đạt bao nhiêu phần trăm dự toán.`
        : `The source does not say what share of the plan was reached: ${label}.`,
    );
  return answered(`${label}: ${comparisonText(share, language)} (${figureValue(knowledge, figure, language)}).`);
}

/** Of the two comparisons that were asked for, those that the source does not make. */
export function lackingIn(figure: Figure, { knowledge, language }: Said): string[] {
  const label = figureLabel(knowledge, figure, language);
  const lacks = (by: "plan" | "change"): boolean =>
    measureOf(figure, by) === undefined &&
    !(by === "change" && knowledge.indicators.get(figure.indicator)?.measures === "change");
  return (["plan", "change"] as const).flatMap((by) => (lacks(by) ? [LACKS[by][language](label)] : []));
}

const LACKS = {
  plan: {
    vi: (label: string) => `Nguồn không nêu tỷ lệ so với dự toán: ${label}.`,
    en: (label: string) => `The source does not tell the share of the plan: ${label}.`,
  },
  change: {
    vi: (label: string) => `Nguồn không so sánh với cùng kỳ năm trước: ${label}.`,
    en: (label: string) => `The source gives no comparison with the year before: ${label}.`,
  },
} as const;

/** What a reader must know beside the number: readings, the indicator's note, the territory, other periods held. */
export function notes(
  values: Asked,
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
