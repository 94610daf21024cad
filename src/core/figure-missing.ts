import { notHeld, type Reply } from "./answer.ts";
import type { Context } from "./command.ts";
import { askedText } from "./figure-words.ts";
import { compareText } from "./held.ts";
import type { Choice, Invocation } from "./invocation.ts";
import type { Figure, Knowledge } from "./knowledge.ts";
import { capital, type Language, listOf, uncapital } from "./language.ts";
import { nameOf } from "./naming.ts";
import { contains, type Period, periodLabel, periodsLabel, readPeriods, writePeriod } from "./period.ts";

interface Asked {
  readonly indicator: string | undefined;
  readonly places: readonly string[];
  readonly period: readonly Period[];
}

type Said = Pick<Context, "knowledge" | "language">;

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
  const periods = readPeriods(values.period);
  const when = periodsLabel(periods, language);
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

/** No such figure: says exactly what is missing, and for which periods or places the indicator is held, never a value. */
export function missingFigure(values: Asked, all: readonly Figure[], context: Said): Reply {
  const { knowledge, language } = context;
  const vi = language === "vi";
  const places = values.places;
  const asked = askedText(knowledge, values.indicator ?? "", places, values.period, language);
  const ofPlace = all.filter((figure) => places.length === 0 || places.includes(figure.place));
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
    nearest.length > 0 ? nearest : knowledge.figures.filter((f) => f.indicator === wider && places.includes(f.place));
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

export const citationsOf = (found: readonly Pick<Figure, "source">[]): Figure["source"][] => [
  ...new Map(found.map((figure) => [`${figure.source.id} ${figure.source.paragraph}`, figure.source])).values(),
];
